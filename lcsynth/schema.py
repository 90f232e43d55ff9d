"""The columns, types and checks of every table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lcsynth.errors import CallError, DataError, nearest

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

Kind = Literal["text", "int", "float", "bool"]

LANGUAGES = ("nl", "en", "other")
# What a contribution is, by where it was made; an insertion and a deletion are tracked changes in a text.
KINDS = (
    "answer",
    "message",
    "turn",
    "comment",
    "insertion",
    "deletion",
    "note",
    "post",
    "annotation",
    "mail",
)
# Who put a statement in its theme, or gave a theme its labels.
PLACED_BY = ("machine", "person")
# What people did with a statement so that it is not quoted.
UNQUOTED = ("excluded", "hidden")
# How it is known which place in the paper a statement is about: from the words that were marked, the question
# that was asked, what was said itself, how similar it is, or a person.
HOW = ("anchored", "asked", "said", "similar", "person")
DECISIONS = ("open", "adopted", "partly", "rejected", "deferred")


@dataclass(frozen=True)
class Column:
    """One column: its name, its kind, and the checks its values must pass.

    ``text`` is never missing: absent is the empty string. ``float`` may be missing (NaN). A column with a
    ``default`` came later than the first tables: where a table has none, `conform` fills it in.
    """

    name: str
    kind: Kind = "text"
    unique: bool = False
    required: bool = False
    values: tuple[str, ...] = ()
    minimum: float | None = None
    default: str | float | None = None


def _columns(names: str, default: str | None = None) -> tuple[Column, ...]:
    return tuple(Column(name, default=default) for name in names.split())


TABLES: dict[str, tuple[Column, ...]] = {
    "contributions": (
        Column("contribution_id", unique=True, required=True),
        Column("session_id", required=True),
        *_columns("source locator contributor audience organisation_type question section_hint"),
        Column("text", required=True),
        Column("language", values=LANGUAGES),
        Column("said_at"),
        Column("kind", values=KINDS, default="answer"),
        *_columns("anchor parent", default=""),
        Column("support", "int", minimum=0, default=0),
        Column("opposition", "int", minimum=0, default=0),
    ),
    "statements": (
        Column("statement_id", unique=True, required=True),
        Column("contribution_id", required=True),
        Column("session_id", required=True),
        Column("start", "int", minimum=0),
        Column("end", "int", minimum=1),
        Column("text", required=True),
        Column("language", values=LANGUAGES),
        Column("duplicate_of"),
        Column("content", "bool"),
    ),
    "assignments": (
        Column("statement_id", required=True),
        Column("theme_id"),
        Column("similarity", "float"),
        Column("rank", "int", minimum=1),
        Column("how", values=("found", "joined", "moved", "duplicate", "single", "set aside", "also")),
        Column("subtheme", default=""),
        Column("placed_by", values=PLACED_BY, default="machine"),
        Column("quote", values=("", "pinned", "excluded", "hidden"), default=""),
    ),
    "themes": (
        Column("theme_id", unique=True, required=True),
        *_columns("label_nl label_en keywords"),
        Column("status", values=("candidate", "active", "dormant", "merged", "split", "rejected")),
        Column("parent"),
        Column("statements", "int", minimum=0),
        Column("contributors", "int", minimum=0),
        Column("stability", "float"),
        Column("first_session"),
        *_columns("last_session split_from description_nl description_en", default=""),
        Column("labelled_by", values=PLACED_BY, default="machine"),
    ),
    # How a theme grew: the statements it has now, by the session in which they were made. The tables of one
    # session have it as it was found until that session: a single voice that joined a theme in a later one
    # counts only in the tables of later ones and of the whole workspace.
    "theme_sessions": (
        Column("theme_id", required=True),
        Column("session_id", required=True),
        Column("statements", "int", minimum=1),
        Column("contributors", "int", minimum=1),
    ),
    "subthemes": (
        Column("subtheme_id", unique=True, required=True),
        Column("theme_id", required=True),
        *_columns("label_nl label_en"),
        Column("statements", "int", minimum=1),
        Column("contributors", "int", minimum=1),
    ),
    "summaries": (
        Column("theme_id", required=True),
        Column("language", values=("nl", "en")),
        Column("sentence", "int", minimum=1),
        Column("text", required=True),
        Column("statement_ids", required=True),
        Column("label"),
        Column("model", required=True),
    ),
    # Where statements lie on the map: near each other is alike, far apart says nothing.
    "positions": (
        Column("statement_id", unique=True, required=True),
        Column("x", "float"),
        Column("y", "float"),
    ),
    "links": (
        Column("statement_id", required=True),
        *_columns("paper_version section anchor"),
        Column("how", values=HOW),
        # Of a similar link: how close (0 to 1). Of a link that a person made: who.
        Column("similarity", "float", default=float("nan")),
        Column("coder", default=""),
    ),
    # What nothing may be guessed about, so that a person has to look: see `pipeline.waiting`.
    "needs_person": (
        Column("kind", required=True),
        *_columns("subject where"),
        Column("told", required=True),
    ),
    # Paragraphs that several themes ask something of.
    "collisions": (
        Column("paper_version", required=True),
        *_columns("section anchor themes"),
        Column("statements", "int", minimum=0),
        Column("contributors", "int", minimum=0),
    ),
    "decisions": (
        Column("theme_id", required=True),
        Column("paper_version", required=True),
        Column("section", required=True),
        Column("decision", values=DECISIONS),
        *_columns("reason coder"),
        Column("statements", "int", minimum=0),
        Column("contributors", "int", minimum=0),
        # `anchor` is empty for the whole section; `decided_for` is the place that the decision names, which
        # for a paragraph may be its section; `followed_from` the theme it was made on before a merge.
        *_columns("anchor in_version decided_by decided_at decided_for followed_from operation", default=""),
    ),
    "quarantine": (
        *_columns("session_id source locator"),
        Column("reason", required=True),
        Column("excerpt"),
    ),
    "ledger": (
        *_columns("session_id source format"),
        *(
            Column(name, "int", minimum=0)
            for name in ("rows", "read", "contributions", "duplicates", "quarantined", "empty")
        ),
        Column("reactions", "int", minimum=0, default=0),
    ),
    "duplicates": (
        *_columns("session_id source locator contributor"),
        Column("original", required=True),
        Column("how", values=("same", "near")),
        Column("excerpt"),
    ),
    "attributes": _columns("session_id source locator contributor question answer"),
    "masks": (
        Column("contribution_id", required=True),
        Column("session_id"),
        Column("start", "int", minimum=0),
        Column("end", "int", minimum=1),
        *_columns("kind mask"),
        Column("how", values=("found", "person")),
    ),
}

_REMAKE = "Delete data/interim and data/processed and run `lcsynth run`; if it returns, report it"
_KINDS = {"text": "a text", "int": "a whole number", "float": "a number", "bool": "true or false"}
_DTYPES = {"text": "str", "int": "int64", "float": "float64", "bool": "bool"}


def columns(table: str) -> list[str]:
    """Name the columns of a table, in order.

    Raises
    ------
    CallError
        If there is no such table.
    """
    if table not in TABLES:
        raise CallError(f"There is no table '{table}'", mend=nearest(table, TABLES))
    return [column.name for column in TABLES[table]]


def empty(table: str) -> pd.DataFrame:
    """Make a table without rows, with the right columns and types."""
    import pandas as pd

    return conform(pd.DataFrame({name: [] for name in columns(table)}), table)


def conform(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Put the columns of a table in order and give them their types; other columns are left out.

    Raises
    ------
    DataError
        If a column is absent, or a value is not of its type; nothing is rounded or guessed.
    """
    later = {one.name: one.default for one in TABLES[table] if one.default is not None}
    frame = frame.assign(**{name: value for name, value in later.items() if name not in frame.columns})
    _require(frame, table)
    ordered = frame[columns(table)].reset_index(drop=True)
    return ordered.assign(**{one.name: _typed(ordered[one.name], one, table) for one in TABLES[table]})


def validate(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Check every column of a table: present, typed, allowed values, unique ids.

    Raises
    ------
    DataError
        Naming the table, the column, the row and what was expected.
    """
    import pandera.errors
    import pandera.pandas as pa

    _require(frame, table)
    if list(frame.columns) != columns(table):
        expected = f"exactly {', '.join(columns(table))}"
        raise DataError(
            "It has other columns, or another order", where=f"table {table}", expected=expected, mend=_REMAKE
        )
    schema = pa.DataFrameSchema(
        {
            column.name: pa.Column(
                _DTYPES[column.kind],
                checks=_checks(column),
                unique=column.unique,
                nullable=column.kind == "float",
            )
            for column in TABLES[table]
        }
    )
    try:
        return schema.validate(frame)
    except pandera.errors.SchemaError as error:
        column = next(one for one in TABLES[table] if one.name == error.schema.name)
        cases = error.failure_cases
        row = cases["index"].iloc[0] if hasattr(cases, "columns") and len(cases) else None
        raise _wrong(table, column, row) from error


def _require(frame: pd.DataFrame, table: str) -> None:
    absent = [name for name in columns(table) if name not in frame.columns]
    if absent:
        raise DataError(
            f"It misses {', '.join(absent)}",
            where=f"table {table}",
            expected=f"the columns {', '.join(columns(table))}",
            mend=_REMAKE,
        )


def _typed(values: pd.Series, column: Column, table: str) -> pd.Series:
    """Give a column its type; a number cut off or a text taken for true would go unnoticed later."""
    import pandas as pd

    if column.kind != "text" and values.dtype != _DTYPES[column.kind]:
        if column.kind == "bool":
            wrong = ~values.isin([True, False])
        else:
            numbers = pd.to_numeric(values, errors="coerce").astype("float64")
            cut_off = numbers.isna() | (numbers % 1 != 0)
            wrong = cut_off if column.kind == "int" else numbers.isna() & values.notna()
        if wrong.any():
            raise _wrong(table, column, wrong.idxmax())
    return values.astype(_DTYPES[column.kind])


def _checks(column: Column) -> list[pa.Check]:
    import pandera.pandas as pa

    if column.values:
        return [pa.Check.isin(column.values)]
    if column.minimum is not None:
        return [pa.Check.ge(column.minimum)]
    return [pa.Check.str_length(min_value=1)] if column.required else []


def _wrong(table: str, column: Column, row: object) -> DataError:
    rules = [
        _KINDS[column.kind],
        f"one of {', '.join(column.values)}" if column.values else "",
        f"at least {column.minimum}" if column.minimum is not None else "",
        "not empty" if column.required else "",
        "different in every row" if column.unique else "",
    ]
    return DataError(
        "It does not hold what it should",
        where=f"table {table}, column {column.name}" + ("" if row is None else f", row {row}"),
        expected=", ".join(filter(None, rules)),
        mend=_REMAKE,
    )
