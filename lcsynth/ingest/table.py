"""A table as a person sees it: one heading, rows with their number in the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lcsynth.errors import DataError
from lcsynth.ingest.cells import clean, printable
from lcsynth.ingest.reasons import OTHER_WIDTH
from lcsynth.ingest.vocabulary import is_technical

HEADING_WITHIN = 15  # rows; above the heading a sheet may have a title or an explanation

# 200,000 rows of 12 columns, or 440,000 of one: more does not fit in a gigabyte of memory.
MOST_CELLS = 4_000_000
_ROW = 8  # what a row costs next to its cells, in cells

_FEW_FAULTS = 4  # rows; more than these and than half: this is no table


class Row(NamedTuple):
    """One row under the heading; ``fault`` tells why it cannot be trusted, empty when it can."""

    number: int
    cells: Sequence[str]
    fault: str = ""


class Merged(NamedTuple):
    """Cells of one column that were merged into one: its value holds for all these rows of the sheet."""

    column: int
    first: int
    last: int


@dataclass(frozen=True)
class Table:
    """A heading with unique names and the rows under it; ``name`` is the sheet, or empty.

    Attributes
    ----------
    heading
        The number of the row with the heading.
    own
        The positions of the columns that a known tool adds itself, so that all others are questions;
        None when it is not known which tool made the table.
    free
        Positions where people typed what they wanted, however short.
    questions
        Position → what was asked there, where that is not the heading.
    spelled
        The headings as they stand in the file, where a reader wrote them otherwise.
    merged
        Cells that were merged downwards, under the heading.
    about
        What stands above the table: what was asked where its columns ask nothing.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    heading: int = 1
    own: frozenset[int] | None = None
    free: frozenset[int] = frozenset()
    questions: Mapping[int, str] = field(default_factory=dict)
    spelled: tuple[str, ...] = ()
    merged: tuple[Merged, ...] = ()
    about: str = ""

    def is_own(self, index: int) -> bool:
        """Tell whether a column is one that a tool added, and never an answer."""
        return is_technical(self.header[index]) if self.own is None else index in self.own

    def column(self, index: int) -> list[str]:
        """Give the values of one column, without the rows that are at fault."""
        return [cells[index] for _, cells, fault in self.rows if not fault]


class UnreadSheet(NamedTuple):
    """A sheet that was not read, its rows under the heading, and why."""

    name: str
    rows: int
    reason: str


def build_table(
    records: Iterable[Sequence[str]], *, where: str, name: str = "", titled: bool = False
) -> Table:
    """Make a table of records: find the heading, name its columns, mark rows of another width.

    Rows without content at the end are no rows; those in between are, and count as empty.

    Parameters
    ----------
    records
        All records from the first line on, so that the first has number 1.
    where
        The file, for messages.
    name
        The sheet.
    titled
        Whether lines with a title may stand above the heading.

    Raises
    ------
    DataError
        If there is nothing, nothing but a heading, or more than fits in memory.
    """
    numbered = _numbered(records, where)
    while numbered and not any(cell.strip() for cell in numbered[-1][1]):
        numbered.pop()
    start = _heading(numbered, titled)
    if not numbered:
        raise DataError("The file is empty", where=where, expected="a heading and a row for each answer")
    header = unique_names(numbered[start][1], at_least=_used_width(numbered[start:]))
    rows = tuple(_row(number, record, len(header)) for number, record in numbered[start + 1 :])
    if not rows:
        raise DataError(
            f"There is a heading ({', '.join(header[:5])}) and nothing under it",
            where=where,
            expected="a row for each answer",
            mend="Export the answers again",
        )
    faults = sum(bool(row.fault) for row in rows)
    if faults > max(_FEW_FAULTS, len(rows) / 2):
        raise DataError(
            f"Of {len(rows)} rows {faults} have another number of cells than the heading ({len(header)})",
            where=where,
            expected="a table",
            mend="Save it as an Excel workbook (.xlsx), or as csv with quotes around the texts",
        )
    return Table(name, header, rows, numbered[start][0])


def unique_names(names: Sequence[str], *, at_least: int = 0) -> tuple[str, ...]:
    """Name columns so that no two have one name: the second becomes ``name (2)``, a blank ``column 3``.

    Blank ones at the end are left out, beyond the first ``at_least``.
    """
    flat = [" ".join(printable(clean(name)).split()) for name in names]
    while len(flat) > at_least and not flat[-1]:
        flat.pop()
    given, used = set(flat), set[str]()
    counts: Counter[str] = Counter()
    unique = []
    for position, name in enumerate(flat, start=1):
        wanted = candidate = name or f"column {position}"
        while candidate in used or (candidate != wanted and candidate in given):
            counts[wanted] += 1
            candidate = f"{wanted} ({counts[wanted] + 1})"
        used.add(candidate)
        unique.append(candidate)
    return tuple(unique)


def _numbered(records: Iterable[Sequence[str]], where: str) -> list[tuple[int, Sequence[str]]]:
    numbered, size = [], 0
    for number, record in enumerate(records, start=1):
        size += len(record) + _ROW
        if size > MOST_CELLS:
            raise too_large(number, where)
        numbered.append((number, record))
    return numbered


def too_large(rows: int, where: str) -> DataError:
    """Make the error for a table that does not fit in memory."""
    return DataError(
        f"The table has at least {rows:,} rows, more than can be read at once",
        where=where,
        expected=f"at most {MOST_CELLS // (12 + _ROW):,} rows of 12 columns",
        mend="Delete its blank rows and columns, or split it into several files",
    )


def _used_width(numbered: list[tuple[int, Sequence[str]]]) -> int:
    """Count the columns of a heading up to the last under which something stands, if it is blank itself."""
    heading = numbered[0][1]
    width = len(heading)
    while width and not heading[width - 1].strip():
        if any(len(record) >= width and record[width - 1].strip() for _, record in numbered[1:]):
            return width
        width -= 1
    return 0


def _heading(numbered: list[tuple[int, Sequence[str]]], titled: bool) -> int:
    filled = [sum(bool(cell.strip()) for cell in record) for _, record in numbered[:HEADING_WITHIN]]
    least = max(filled, default=0) / 2 if titled else 0.5
    return next((index for index, count in enumerate(filled) if count >= least and count), 0)


def _row(number: int, record: Sequence[str], width: int) -> Row:
    if len(record) == width:
        return Row(number, record)
    if not any(cell.strip() for cell in record[width:]) and len(record) > width:
        return Row(number, record[:width])
    if not any(cell.strip() for cell in record):
        return Row(number, [""] * width)
    return Row(number, record, OTHER_WIDTH)
