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


def test_statements_are_filtered_by_session_audience_section_and_theme(explorer):
    table = explorer.table()
    for name, column in (("session", "session_id"), ("audience", "audience"), ("theme", "theme_id")):
        value = next(one for one in table[column] if one)
        found = explorer.table(**{name: value})
        assert set(found[column]) == {value}
        assert len(found) == (table[column] == value).sum()
    section = next(one for one in table["sections"] if one).split(", ")[0]
    assert all(section in of.split(", ") for of in explorer.table(section=section)["sections"])
    assert explorer.find("studenten", theme="T001")["theme_id"].isin(["T001"]).all()
    assert set(explorer.near("studenten", theme="T001")["theme_id"]) == {"T001"}


@pytest.mark.parametrize("name", ["session", "audience", "section", "theme"])
def test_a_filter_that_nothing_here_has_is_a_wrong_call(explorer, name):
    with pytest.raises(CallError, match=f"no {name} 'nowhere'"):
        explorer.table(**{name: "nowhere"})


def test_the_map_has_a_point_for_every_statement_that_says_something(explorer, second):
    from lcsynth.register.assignments import clusterable

    class Plane:
        coordinates_ = np.arange(2 * len(clusterable(second.statements))).reshape(-1, 2)

    drawn = explorer.theme_map(Plane())
    assert sum(len(trace.x) for trace in drawn.data) == len(Plane.coordinates_)
    only = explorer.theme_map(Plane(), theme="T001")
    assert [trace.name for trace in only.data] == ["T001 Tijd en uren"]


def test_keywords_are_counted_in_every_session(explorer):
    table = explorer.keywords_by_session()
    assert table.columns[:3].tolist() == ["theme_id", "theme", "keyword"]
    assert set(table.columns[3:]) == set(explorer.statements["session_id"])
    assert (table.iloc[:, 3:].to_numpy() >= 0).all()


def test_audiences_are_compared_in_a_table_and_a_figure_and_sub_themes_listed(explorer):
    assert {"theme_id", "group", "share"} <= set(explorer.by_audience().columns)
    assert explorer.audience_figure() is not None
    assert explorer.hierarchy().columns[0] == "theme_id"


def test_from_a_statement_to_the_file_it_was_received_in(explorer, second):
    statement = explorer.first_statement("T001")
    found, whole = explorer.source(statement), explorer.contribution(statement)
    assert found["file"].endswith(str(whole["source"]))
    assert found["locator"] == whole["locator"]
