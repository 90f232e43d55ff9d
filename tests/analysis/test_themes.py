import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.analysis.themes import by_group, by_section, changes, over_sessions, overview, voices
from lcsynth.errors import DataError


def test_a_voice_is_a_statement_with_its_main_theme_and_its_person(contributions):
    statements = schema.conform(
        pd.DataFrame(
            [
                ("s2", "c01", "s1", 0, 10, "Meer tijd.", "nl", "", True),
                ("s1", "c00", "s1", 0, 10, "Meer tijd.", "nl", "", True),
                ("s3", "c00", "s1", 11, 21, "Meer rust.", "nl", "", True),
            ],
            columns=schema.columns("statements"),
        ),
        "statements",
    )
    assignments = pd.DataFrame(
        [
            ("s1", "T001", 0.9, 1, "found"),
            ("s1", "T002", 0.4, 2, "found"),
            ("s2", "T001", 0.8, 1, "joined"),
            ("s3", "", float("nan"), 1, "single"),
        ],
        columns=["statement_id", "theme_id", "similarity", "rank", "how"],
    ).assign(quote="")
    found = voices(statements=statements, contributions=contributions, assignments=assignments)
    columns = ["statement_id", "theme_id", "contributor", "audience", "how"]
    assert found[columns].to_numpy().tolist() == [
        ["s1", "T001", "P-R0", "researchers", "found"],
        ["s2", "T001", "P-R1", "researchers", "joined"],
    ]


def test_a_person_counts_once_per_theme_however_often_they_said_it(themes, make_voices):
    spoken = make_voices([{"contributor": "P-1"}, {"contributor": "P-1"}, {"contributor": "P-2"}])
    row = overview(themes, spoken, contributors=8).iloc[0]
    assert (row["contributors"], row["statements"], row["share"]) == (2, 3, 0.25)


def test_themes_stand_by_people_then_statements_then_id_and_unheard_ones_are_left_out(themes, make_voices):
    spoken = make_voices(
        [
            {"theme_id": "T001", "contributor": "P-1"},
            {"theme_id": "T002", "contributor": "P-1"},
            {"theme_id": "T002", "contributor": "P-1"},
        ]
    )
    found = overview(themes, spoken, contributors=4)
    assert found["theme_id"].tolist() == ["T002", "T001"]
    expected = "theme_id label_nl label_en keywords status contributors statements share low high stability"
    assert found.columns.tolist() == expected.split()


def test_a_voice_in_a_theme_that_does_not_exist_is_an_error(themes, make_voices):
    with pytest.raises(DataError, match="T009"):
        overview(themes, make_voices([{"theme_id": "T009"}]), contributors=1)


def test_every_shown_group_has_a_row_per_theme_with_zeros_included(themes, contributions, make_voices):
    spoken = make_voices([{"contributor": "P-R0"}, {"contributor": "P-R1"}])
    found = by_group(themes, spoken, contributions, by="audience", smallest_cell=5)
    columns = ["theme_id", "group", "contributors", "size"]
    assert found[columns].to_numpy().tolist() == [["T001", "practice", 0, 5], ["T001", "researchers", 2, 6]]


def test_groups_that_are_hidden_or_not_known_are_not_compared(themes, make_contributions, make_voices):
    people = [(f"P-{n}", "researchers", "") for n in range(9)] + [(f"P-x{n}", "", "") for n in range(6)]
    small = [("P-p", "policy", "")]
    shown = by_group(themes, make_voices([{}]), make_contributions(people), by="audience", smallest_cell=5)
    assert shown["group"].tolist() == ["researchers"]
    shown = by_group(
        themes, make_voices([{}]), make_contributions(people[:9] + small), by="audience", smallest_cell=5
    )
    assert shown.empty


def test_a_statement_linked_twice_to_a_section_counts_once_there(make_voices):
    links = pd.DataFrame(
        [
            ("s00", "v1", "2.1", "2.1.1", "said"),
            ("s00", "v1", "2.1", "2.1.2", "asked"),
            ("s01", "v1", "2.1", "", "asked"),
        ],
        columns=["statement_id", "paper_version", "section", "anchor", "how"],
    )
    found = by_section(make_voices([{"contributor": "P-1"}, {"contributor": "P-1"}]), links)
    assert found.to_numpy().tolist() == [["T001", "2.1", 2, 1]]


def test_sessions_in_which_a_theme_was_not_heard_count_zero(themes, make_voices):
    sessions = pd.DataFrame(
        {"session_id": ["b", "a"], "date": ["2022-05-17", "2022-09-01"], "title_nl": "", "title_en": ""}
    )
    found = over_sessions(themes, make_voices([{"session_id": "a"}]), sessions)
    columns = ["theme_id", "session_id", "date", "statements", "contributors"]
    assert found[columns].to_numpy().tolist() == [
        ["T001", "b", "2022-05-17", 0, 0],
        ["T001", "a", "2022-09-01", 1, 1],
    ]


def test_themes_are_new_grown_unchanged_or_absent(make_voices):
    before = make_voices([{"theme_id": "T001"}, {"theme_id": "T002"}, {"theme_id": "T004"}])
    now = make_voices(
        [
            {"theme_id": "T001"},
            {"theme_id": "T002"},
            {"theme_id": "T005"},
            {"theme_id": "T002"},
            {"theme_id": "T003"},
        ]
    )
    now = now[now["statement_id"] != "s02"]
    assert changes(now, before).to_numpy().tolist() == [
        ["T001", "unchanged", 1, 1],
        ["T002", "grown", 2, 1],
        ["T003", "new", 1, 0],
        ["T004", "absent", 0, 1],
    ]
    assert changes(now, before, dormant={"T001", "T004"})["change"].tolist() == [
        "unchanged",
        "grown",
        "new",
        "dormant",
    ]


def test_without_voices_every_table_is_empty_with_its_columns(themes, contributions, make_voices):
    none = make_voices([])
    sessions = pd.DataFrame({"session_id": ["a"], "date": ["2022-05-17"], "title_nl": "", "title_en": ""})
    tables = [
        overview(themes, none, contributors=0),
        by_group(themes, none, contributions, by="audience", smallest_cell=5),
        by_section(none, schema.empty("links")),
        over_sessions(themes, none, sessions),
        changes(none, none),
    ]
    assert all(table.empty and len(table.columns) > 3 for table in tables)
