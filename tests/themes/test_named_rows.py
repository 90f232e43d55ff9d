"""Vectors by name: one array, whatever parts it came in."""

import numpy as np
import pytest

from lcsynth.themes.named_rows import NamedRows, rows_of

ROWS = np.array([[0, 1], [2, 3], [4, 5]], dtype=np.float32)


@pytest.fixture
def held():
    parts = [NamedRows(["c"], ROWS[2:]), NamedRows([], np.empty((0, 0))), NamedRows(["a", "b"], ROWS[:2])]
    return NamedRows.together(parts)


def test_parts_are_one_mapping_from_name_to_row(held):
    assert (list(held), len(held), "c" in held, "d" in held) == (["a", "b", "c"], 3, True, False)
    assert held["c"].tolist() == [4, 5]


def test_rows_come_in_the_order_of_the_names_and_from_any_mapping(held):
    assert rows_of(held, ["c", "a"]).tolist() == [[4, 5], [0, 1]]
    assert rows_of(dict(held), ["c", "a"]).tolist() == [[4, 5], [0, 1]]


def test_all_rows_in_their_order_are_not_copied_and_nobody_can_write_in_them(held):
    assert held.of(["a", "b", "c"]) is held.rows
    with pytest.raises(ValueError, match="read-only"):
        held.rows[0] = 0


def test_nothing_together_is_empty():
    assert len(NamedRows.together([])) == 0
