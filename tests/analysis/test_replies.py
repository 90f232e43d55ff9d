"""What was said at each place about each theme: people, audiences without small cells, and quotes."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.analysis.replies import audiences, heard, quoted


def voices(*rows):
    """Statement, theme, contributor, audience."""
    frame = pd.DataFrame(rows, columns=["statement_id", "theme_id", "contributor", "audience"])
    return frame.assign(
        contribution_id=frame["statement_id"].str.replace("s", "c"),
        text=[f"Zes woorden en dan nog {name}" for name in frame["statement_id"]],
        language="nl",
        similarity=0.5,
        quote="",
    )


def links(*rows):
    frame = pd.DataFrame(rows, columns=["statement_id", "section", "anchor"])
    return frame.assign(paper_version="v1", how="said")


@pytest.fixture
def spoke():
    """T001 at 2.1 as a whole: seven people of two audiences, of which one is small."""
    said = voices(
        *((f"s{number}", "T001", f"P{number}", "a" if number < 6 else "b") for number in range(7)),
        ("s7", "T002", "P1", "a"),
    )
    return heard(said, links(*((f"s{number}", "2.1", "2.1") for number in range(8)), ("s0", "2.1", "2.1:3")))


def test_a_statement_is_at_every_place_once_however_often_it_is_linked_to_it():
    found = heard(
        voices(("s1", "T001", "P1", "a")),
        links(("s1", "2.1", "2.1"), ("s1", "2.1", "2.1"), ("s1", "2.1", "2.1:3")),
    )
    assert found[["section", "anchor"]].to_numpy().tolist() == [["2.1", ""], ["2.1", "2.1:3"]]


WHOLE = ("T001", "v1", "2.1", "")


def test_small_audiences_and_those_that_give_them_away_have_no_number(spoke):
    assert audiences(spoke, smallest_cell=5)[WHOLE] == [("a", None), ("b", None)]


def test_audiences_that_are_large_enough_are_counted_the_largest_first(spoke):
    assert audiences(spoke, smallest_cell=1)[WHOLE] == [("a", 6), ("b", 1)]


def test_a_total_that_is_smaller_than_the_smallest_cell_is_not_broken_down(spoke):
    assert set(audiences(spoke, smallest_cell=5)) == {WHOLE}
    assert len(audiences(spoke, smallest_cell=1)) == 3
    assert audiences(spoke, smallest_cell=8) == {}


def test_an_audience_that_may_not_be_named_is_left_out(spoke):
    assert audiences(spoke, smallest_cell=1, hidden={"b"})[WHOLE] == [("a", 6)]


def test_what_stands_together_can_be_less_than_a_theme_at_a_place(spoke):
    found = audiences(spoke, smallest_cell=1, per=("theme_id",))
    assert found == {("T001",): [("a", 6), ("b", 1)], ("T002",): [("a", 1)]}


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), min_size=1), st.integers(1, 6))
def test_whatever_the_numbers_no_cell_below_the_smallest_is_told_or_follows(people, smallest):
    some = [(name, n) for name, count in people.items() for n in range(count)]
    rows = [(f"s{name}{n}", "T001", f"P{name}{n}", name) for name, n in some]
    told = dict(audiences(voices(*rows), smallest_cell=smallest, per=("theme_id",)).get(("T001",), ()))
    assert all(number is None or number >= smallest for number in told.values())
    untold = sum(people.values()) - sum(number or 0 for number in told.values())
    assert not told or untold == 0 or untold >= smallest or list(told.values()) == [None] * len(told)


def test_every_theme_at_every_place_has_its_own_quotes_two_at_most_and_not_of_one_person(spoke):
    found = quoted(spoke, hidden={"b"})
    counts = found.groupby(["theme_id", "anchor"]).size().to_dict()
    assert counts == {("T001", ""): 2, ("T001", "2.1:3"): 1, ("T002", ""): 1}
    assert set(found["audience"]) <= {"a", ""}


def test_where_nobody_spoke_there_is_nothing():
    nothing = heard(voices(), links())
    assert audiences(nothing, smallest_cell=5) == {}
    assert quoted(nothing).empty
