import numpy as np
import pytest

from lcsynth.errors import CallError
from lcsynth.report import Explorer


class CountsLetters:
    """Texts are near when they use the same letters as often."""

    def encode(self, texts):
        rows = np.array(
            [[text.casefold().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts]
        )
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype("float32")


@pytest.fixture
def explorer(second):
    return Explorer(second, "nl", CountsLetters())


def test_every_statement_stands_beside_its_theme_and_its_audience(explorer, second):
    table = explorer.table()
    assert len(table) == len(second.statements)
    assert set(table["theme"]) == {"Tijd en uren", "Gewone woorden", ""}


def test_words_are_found_whatever_their_capitals_and_are_no_pattern(explorer):
    assert set(explorer.find("STUDENTEN.")["text"]) == {"Denk ook aan de studenten."}
    assert explorer.find("s.udenten").empty


def test_the_nearest_meaning_comes_first(explorer):
    found = explorer.near("Denk ook aan studenten", most=3)
    assert found["text"].iloc[0] == "Denk ook aan de studenten."
    assert found["closeness"].is_monotonic_decreasing


def test_from_a_theme_to_its_statements_to_the_contribution(explorer, second):
    assert explorer.first_theme == "T001"
    statement = explorer.first_statement("T001")
    assert explorer.theme("T001")["similarity"].is_monotonic_decreasing
    assert statement[1:] == explorer.contribution(statement)["contribution_id"][1:]


def test_a_theme_or_statement_that_is_not_there_is_a_wrong_call(explorer):
    with pytest.raises(CallError, match="'T001'"):
        explorer.theme("T01")
    with pytest.raises(CallError, match="no statement"):
        explorer.contribution("s0")


def test_themes_are_given_as_a_table_and_a_figure(explorer):
    assert explorer.themes()["label"].tolist() == ["Tijd en uren", "Gewone woorden"]
    assert len(explorer.figure().data)
