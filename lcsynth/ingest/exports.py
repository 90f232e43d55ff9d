"""What the readers of exports with fixed columns share: their tables, which column is which, and counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.cells import clean
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.moments import day_comes_first, to_iso
from lcsynth.ingest.peek import first_rows
from lcsynth.ingest.reasons import NO_ANSWERS
from lcsynth.ingest.roles import list_columns
from lcsynth.ingest.table import Table, UnreadSheet
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Source

_LARGEST_COUNT = 10**6  # votes for one remark; what is larger counts something else

Words = Mapping[str, Sequence[str]]


def first_headings(path: Path) -> list[tuple[str, ...]]:
    """Give each of the first rows of a csv or of every sheet of a workbook that can be a heading."""
    rows = (row for sheet in first_rows(path) for row in sheet)
    return [tuple(row) for row in rows if sum(map(bool, map(str.strip, row))) > 1]


def find_columns(header: Sequence[str], words: Words) -> dict[str, int]:
    """Find the columns of an export: role → position, by the first of its words that is a heading."""
    places: dict[str, int] = {}
    for index, heading in enumerate(header):
        places.setdefault(normal(heading), index)
    found: dict[str, int] = {}
    for role, names in words.items():
        place = next((places[name] for name in names if name in places), None)
        if place is not None and place not in found.values():
            found[role] = place
    return found


def part_tables(
    tables: Sequence[Table], fits: Callable[[Table], bool], where: str, expected: str
) -> tuple[list[Table], list[UnreadSheet]]:
    """Part the tables of an export from other sheets, which are not read.

    Raises
    ------
    DataError
        If none is of the export.
    """
    fitting = [table for table in tables if fits(table)]
    if not fitting:
        raise DataError(
            f"The columns are others: {list_columns(tables[0].header)}",
            where=where,
            expected=expected,
            mend="Leave out --format",
        )
    others = [one for one in tables if not any(one is other for other in fitting)]
    return fitting, [UnreadSheet(one.name, len(one.rows), NO_ANSWERS) for one in others]


def refuse_sheets(entries: Entries, sheets: Iterable[UnreadSheet]) -> dict[str, str]:
    """Refuse what was not read, one entry for a sheet with rows; gives them as columns that were not read."""
    columns = {}
    for name, rows, reason in sheets:
        columns[f"sheet '{name}'"] = "not read"
        if rows:
            entries.refuse(f"sheet '{name}', rows: {rows}", reason)
    return columns


def name_roles(table: Table, found: Mapping[str, int], others: Collection[int] = ()) -> dict[str, str]:
    """Tell the role of every column; ``others`` are the positions of questions that were answered."""
    roles = {place: role for role, place in found.items()}
    return {
        name: roles.get(place, "question" if place in others else "not used")
        for place, name in enumerate(table.header)
    }


def moments(table: Table, position: int | None) -> Callable[[Sequence[str]], str]:
    """Make the function that gives the moment of a row in ISO 8601, empty when there is none."""
    if position is None:
        return lambda _: ""
    dutch = any(normal(name) in {"gemaakt op", "aangemaakt op", "datum", "tijd"} for name in table.header)
    day_first = day_comes_first(set(table.column(position)), dutch)
    return lambda cells: to_iso(clean(cells[position]), day_first)


def cell(cells: Sequence[str], found: Mapping[str, int], role: str) -> str:
    """Give the cell of a role, cleaned; empty when there is no such column."""
    return clean(cells[found[role]]) if role in found else ""


def count(value: str) -> int:
    """Give the votes in a cell; none when it holds something else."""
    digits = value.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(_LARGEST_COUNT))):
        return 0
    return min(int(digits), _LARGEST_COUNT)


def names_texts(source: Source) -> bool:
    """Tell whether the coordinator said which columns hold the texts: those go before what is known here."""
    return bool(source.text_columns)


def with_votes(reading: Reading, table: Table, found: Mapping[str, int]) -> Reading:
    """Give every contribution the votes that the columns ``support`` and ``opposition`` of its row count."""
    rows = {f"row {row.number}": row.cells for row in table.rows if not row.fault}
    return dataclasses.replace(
        reading,
        contributions=tuple(
            dataclasses.replace(
                one,
                support=count(cell(rows[one.row], found, "support")),
                opposition=count(cell(rows[one.row], found, "opposition")),
            )
            if one.row in rows
            else one
            for one in reading.contributions
        ),
    )
