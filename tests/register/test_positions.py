import numpy as np
import pytest

from lcsynth import schema
from lcsynth.register.assignments import Description
from lcsynth.register.positions import positions


class Found:
    """What `discover` would say: only the points matter here."""

    def __init__(self, points):
        self.points = np.array(points, dtype="float32")


def described(points):
    return Description(np.ones(len(points)), {}, {}, Found(points))


@pytest.fixture
def statements(statements_of):
    """s02 repeats s00; s03 says nothing."""
    return statements_of(
        ["geld", "tijd", "geld", "nvt", "rust"],
        duplicate_of=["", "", "s00", "", ""],
        content=[True, True, True, False, True],
    )


def test_statements_with_content_lie_between_minus_one_and_one_each_text_once(statements):
    table = positions(statements, statements, described([[2, 0, 1], [0, 1, 0], [-2, -1, 0]]))
    schema.validate(table, "positions")
    assert table["statement_id"].tolist() == ["s00", "s01", "s04"]
    assert table[["x", "y"]].to_numpy().tolist() == [[1.0, 0.0], [0.0, 0.5], [-1.0, -0.5]]


def test_only_the_statements_asked_for_are_laid_out(statements):
    table = positions(statements.iloc[[1]], statements, described([[2, 0], [0, 1], [-2, -1]]))
    assert table["statement_id"].tolist() == ["s01"]
    assert table[["x", "y"]].to_numpy().tolist() == [[0.0, 0.0]]


def test_of_many_there_is_a_sample_and_of_none_nothing(statements_of, monkeypatch):
    monkeypatch.setattr("lcsynth.register.positions.MOST_POSITIONS", 12)
    many = statements_of([f"woord {n}" for n in range(17)])
    points = np.random.default_rng(0).normal(size=(len(many), 2))
    assert len(positions(many, many, described(points))) == 12
    assert positions(many.head(0), many, described(points)).empty
    assert positions(many, many, Description(np.empty(0), {}, {}, None)).empty
