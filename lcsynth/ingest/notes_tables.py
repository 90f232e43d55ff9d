"""Tables in a document that list remarks, as in "Vraag | Oogst | Wie": a heading, and rows under it."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from lcsynth.errors import LcsynthError
from lcsynth.ingest.heading import judge_heading
from lcsynth.ingest.roles import assign_roles
from lcsynth.ingest.story import Cell, Story
from lcsynth.ingest.table import Merged, Table, build_table

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_APART = "\n\n"  # between the paragraphs of a cell: no statement goes on over it
_LONGEST_HEADING = 12  # words
_MOST_CELLS = 100_000


def remark_tables(story: Story, source: Source, session: Session, settings: Settings) -> dict[int, Table]:
    """Find the tables that list remarks: number → table, named after its number.

    The first row must be a heading for certain, and a column under it must hold texts: every other table may
    be there to lay out the page.
    """
    found = {}
    merged = _merged(story.continued)
    backwards = reversed(list(enumerate(story.paragraphs)))
    first = {one.cell.table: place for place, one in backwards if one.cell}
    for number, cells in _cells(story).items():
        table = _table(number, cells, merged.get(number, ()), source.file)
        if table is None:
            continue
        try:
            texts = assign_roles(table, source, settings).texts
        except LcsynthError:
            continue  # a column that the coordinator named is in another table
        if texts and judge_heading(table, texts, session.questions) == "heading":
            found[number] = dataclasses.replace(table, about=story.heading_above(first[number]))
    return found


def _cells(story: Story) -> dict[int, dict[Cell, str]]:
    tables: dict[int, dict[Cell, str]] = {}
    for paragraph in story.paragraphs:
        if cell := paragraph.cell:
            cells = tables.setdefault(cell.table, {})
            cells[cell] = _APART.join(filter(None, (cells.get(cell, ""), paragraph.text.strip())))
    return tables


def _table(number: int, cells: dict[Cell, str], merged: Sequence[Merged], where: str) -> Table | None:
    records = _records(cells)
    if not records:
        return None
    heading = [name.strip() for name in records[0]]
    if len(records) < 2 or len(heading) < 2 or not all(heading) or len(set(heading)) < len(heading):
        return None
    if any(len(name.split()) > _LONGEST_HEADING for name in heading):
        return None
    if not any(text for record in records[1:] for text in record):
        return None
    table = build_table(records, where=where, name=f"table {number}")
    return dataclasses.replace(table, merged=tuple(merged))


def _records(cells: dict[Cell, str]) -> list[list[str]]:
    texts = {(cell.row, cell.column): text for cell, text in cells.items()}
    rows, width = max(row for row, _ in texts), max(column for _, column in texts)
    if rows * width > _MOST_CELLS:
        return []
    return [[texts.get((row, column), "") for column in range(1, width + 1)] for row in range(1, rows + 1)]


def _merged(continued: Collection[Cell]) -> dict[int, list[Merged]]:
    """Gather the cells that go on downwards, by the number of their table."""
    found: dict[int, list[Merged]] = {}
    for cell in sorted(continued):
        if cell._replace(row=cell.row - 1) not in continued:
            last = next(
                row for row in itertools.count(cell.row) if cell._replace(row=row + 1) not in continued
            )
            found.setdefault(cell.table, []).append(Merged(cell.column - 1, cell.row - 1, last))
    return found
