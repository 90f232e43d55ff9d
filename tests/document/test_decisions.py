"""What waits for the authors: themes at sections, with how many people ask for it."""

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.document import decisions, link, parse_paper
from lcsynth.register import append, read_log, replay
from tests.register.operations import by, found
from tests.register.test_deciding import decide

PAPER = parse_paper("## 1 x\n## 2 x\n", version="v1")


@pytest.fixture
def said(tables_of):
    return tables_of(
        ("hoofdstuk 1 en hoofdstuk 2", "P1", "1"),
        ("hoofdstuk 1", "P1", ""),
        ("hoofdstuk 1", "P2", ""),
        ("hoofdstuk 2", "P3", ""),
        ("geen plaats", "P4", ""),
    )


def assigned(statements, *themes, rank=1):
    frame = pd.DataFrame({"statement_id": statements["statement_id"], "theme_id": themes})
    return schema.conform(frame.assign(similarity=0.5, rank=rank, how="found"), "assignments")


def test_every_theme_at_every_section_counts_statements_and_people_once(said):
    statements, contributions = said
    links = link(statements, contributions, PAPER)
    assignments = assigned(statements, "T001", "T001", "T001", "T002", "T001")
    table = schema.validate(decisions(links, assignments, statements, contributions), "decisions")
    assert table[["theme_id", "section", "statements", "contributors"]].to_numpy().tolist() == [
        ["T001", "1", 3, 2],
        ["T001", "2", 1, 1],
        ["T002", "2", 1, 1],
    ]
    assert set(table["decision"]) == {"open"}
    assert set(table["paper_version"]) == {"v1"}


def test_single_voices_ask_for_no_decision(said):
    statements, contributions = said
    links = link(statements, contributions, PAPER)
    table = decisions(links, assigned(statements, "", "", "", "T001", ""), statements, contributions)
    assert table[["theme_id", "section"]].to_numpy().tolist() == [["T001", "2"]]


def test_only_the_main_theme_of_a_statement_counts(said):
    statements, contributions = said
    links = link(statements, contributions, PAPER)
    both = pd.concat([assigned(statements, *["T001"] * 5), assigned(statements, *["T002"] * 5, rank=2)])
    assert set(decisions(links, both, statements, contributions)["theme_id"]) == {"T001"}


def test_without_links_or_themes_there_is_nothing_to_decide(said):
    statements, contributions = said
    links = link(statements, contributions, PAPER)
    nowhere = decisions(schema.empty("links"), assigned(statements, *["T001"] * 5), statements, contributions)
    nothing = decisions(links, assigned(statements, *[""] * 5), statements, contributions)
    empty = decisions(links, schema.empty("assignments"), statements, contributions)
    for table in (nowhere, nothing, empty):
        assert schema.validate(table, "decisions").empty


@pytest.fixture
def decided(said, tmp_path):
    """The table after decisions, of statements that all are in T001 and linked to 1, some to 1:1 too."""
    statements, contributions = said
    links = link(statements, contributions, PAPER)
    paragraph = links[links["section"] == "1"].head(1).assign(anchor="1:1")
    links = pd.concat([links, paragraph])

    def make(*operations, elsewhere=True):
        append(tmp_path / "log.jsonl", [found("T001", "a"), found("T002", "b"), *operations])
        register = replay(read_log(tmp_path / "log.jsonl")[0])
        table = decisions(
            links,
            assigned(statements, *["T001"] * 5),
            statements,
            contributions,
            register,
            elsewhere=elsewhere,
        )
        return schema.validate(table, "decisions").set_index(["theme_id", "section", "anchor"])

    return make


def test_a_paragraph_that_is_linked_is_a_place_of_its_own(decided):
    assert decided()["statements"].to_dict() == {
        ("T001", "1", ""): 3,
        ("T001", "1", "1:1"): 1,
        ("T001", "2", ""): 2,
    }


def test_a_paragraph_without_a_decision_of_its_own_has_that_on_its_section(decided):
    table = decided(decide(section="1"), decide(section="1", anchor="1:2", decision="rejected"))
    assert table["decision"].to_dict() == {
        ("T001", "1", ""): "adopted",
        ("T001", "1", "1:1"): "adopted",
        ("T001", "1", "1:2"): "rejected",
        ("T001", "2", ""): "open",
    }
    assert table["decided_for"].tolist() == ["1", "1", "1:2", ""]


def test_what_was_decided_where_nothing_is_linked_is_listed_unless_one_session_is_shown(decided):
    one = decide("T002", section="2", reason="geen reden tot wijziging", decision="rejected", by="Redactie")
    row = decided(one).loc["T002", "2", ""]
    assert (row["statements"], row["decided_by"], row["coder"]) == (0, "Redactie", "Anne")
    assert "T002" not in decided(elsewhere=False).index


def test_a_decision_on_a_theme_that_was_merged_says_where_it_came_from(decided):
    table = decided(decide("T002", section="1"), by("Anne", "merge", themes=["T002"], into="T001"))
    assert table.loc[("T001", "1", ""), "followed_from"] == "T002"
    assert table.loc[("T001", "2", ""), "followed_from"] == ""
