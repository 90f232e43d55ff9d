"""What waits for the authors: themes at sections, with how many people ask for it."""

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.document import decisions, link, parse_paper

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
