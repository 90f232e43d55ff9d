"""Every table: its columns, types and checks, and what is said when they fail."""

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.errors import CallError, DataError

STATEMENT = {
    "statement_id": "s1",
    "contribution_id": "c1",
    "session_id": "x",
    "start": 0,
    "end": 3,
    "text": "abc",
    "language": "nl",
    "duplicate_of": "",
    "content": True,
}


def two_statements(**second):
    """A good row, and one with something changed."""
    return pd.DataFrame([STATEMENT | {"statement_id": "s0"}, STATEMENT | second])


@pytest.mark.parametrize("table", schema.TABLES)
def test_every_table_can_be_empty_and_is_then_valid(table):
    made = schema.empty(table)
    assert list(made.columns) == schema.columns(table)
    pd.testing.assert_frame_equal(schema.validate(made, table), made)


def test_an_unknown_table_is_refused_with_the_nearest_one():
    for use in (schema.columns, schema.empty, lambda table: schema.validate(pd.DataFrame(), table)):
        with pytest.raises(CallError, match=r"no table 'theme'\. Did you mean 'themes'\?"):
            use("theme")


def test_conforming_puts_columns_in_order_types_them_and_leaves_others_out():
    mixed = two_statements().assign(start=[0.0, 7.0], note="?")[["note", *reversed(STATEMENT)]]
    made = schema.validate(schema.conform(mixed, "statements"), "statements")
    assert list(made.columns) == list(STATEMENT)
    assert made["start"].tolist() == [0, 7]
    assert made["start"].dtype == "int64"


def test_conforming_takes_rows_with_the_same_label_as_different_rows():
    twice = pd.concat([two_statements().head(1), two_statements().head(1)])
    assert schema.conform(twice, "statements").index.tolist() == [0, 1]


def test_an_absent_column_is_named():
    for check in (schema.conform, schema.validate):
        with pytest.raises(DataError, match=r"table statements: It misses text\. Expected the columns"):
            check(two_statements().drop(columns="text"), "statements")


@pytest.mark.parametrize(
    ("changed", "place", "expected"),
    [
        ({"start": None}, "column start, row 1", "a whole number"),
        ({"start": "three"}, "column start, row 1", "a whole number"),
        ({"start": 1.5}, "column start, row 1", "a whole number"),
        ({"content": "False"}, "column content, row 1", "true or false"),
        ({"content": None}, "column content, row 1", "true or false"),
    ],
)
def test_a_value_of_another_type_is_refused_and_not_guessed(changed, place, expected):
    with pytest.raises(DataError) as refused:
        schema.conform(two_statements(**changed), "statements")
    assert refused.value.where == f"table statements, {place}"
    assert expected in refused.value.expected


@pytest.mark.parametrize(
    ("changed", "place", "expected"),
    [
        ({"text": ""}, "column text, row 1", "a text, not empty"),
        ({"text": None}, "column text, row 1", "a text, not empty"),
        ({"duplicate_of": None}, "column duplicate_of, row 1", "a text"),
        ({"language": "de"}, "column language, row 1", "a text, one of nl, en, other"),
        ({"start": -1}, "column start, row 1", "a whole number, at least 0"),
        ({"statement_id": "s0"}, "column statement_id, row 0", "a text, not empty, different in every row"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_by_table_column_and_row(changed, place, expected):
    frame = schema.conform(two_statements(**changed), "statements")
    with pytest.raises(DataError) as refused:
        schema.validate(frame, "statements")
    assert refused.value.where == f"table statements, {place}"
    assert refused.value.expected == expected
    assert "lcsynth run" in refused.value.mend


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.assign(note="?"),
        lambda frame: frame[frame.columns[::-1]],
    ],
)
def test_other_columns_or_another_order_are_refused(change):
    with pytest.raises(DataError, match="other columns, or another order"):
        schema.validate(change(schema.conform(two_statements(), "statements")), "statements")


def test_a_column_of_another_type_is_refused():
    frame = schema.conform(two_statements(), "statements").astype({"start": "float64"})
    with pytest.raises(DataError, match="column start: It does not hold"):
        schema.validate(frame, "statements")


def test_a_similarity_may_be_missing():
    frame = pd.DataFrame(
        {"statement_id": ["s1"], "theme_id": "", "similarity": float("nan"), "rank": 1, "how": "single"}
    )
    schema.validate(schema.conform(frame, "assignments"), "assignments")
