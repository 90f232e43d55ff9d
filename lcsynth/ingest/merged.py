"""Merged cells: a heading over several columns, and a value that holds for several rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Sequence

from lcsynth.ingest.table import HEADING_WITHIN, Merged, Row, Table

Range = tuple[tuple[int, int], tuple[int, int]]  # first and last cell, each row and column, from 0


def join_headings(records: list[list[str]], ranges: Iterable[Range]) -> None:
    """Write a heading over several columns into the headings under it, as ``over [under]``.

    The row above is emptied. A title over the whole table, or merged cells further down, are left alone.
    """
    wide = [one for one in ranges if one[0][0] < HEADING_WITHIN and _is_wide(one, records)]
    if not wide:
        return
    top = min(first[0] for (first, _) in wide)
    upper, under = records[top], records[top + 1]
    inside = {column for (first, last) in wide if first[0] == top for column in range(first[1], last[1] + 1)}
    width = max(len(upper), len(under))
    outside = [index for index in range(width) if index not in inside]
    # Elsewhere one of the two rows is blank: two rows of answers would both be filled.
    if not outside or any(_cell(upper, index) and _cell(under, index) for index in outside):
        return
    if not any(_cell(upper, index) or _cell(under, index) for index in outside):
        return
    if any(any(cell.strip() for cell in record) for record in records[:top] if sum(map(bool, record)) > 1):
        return
    joined = [_cell(under, index) or _cell(upper, index) for index in range(width)]
    for first, last in (one for one in wide if one[0][0] == top):
        for column in range(first[1], last[1] + 1):
            joined[column] = f"{_cell(upper, first[1])} [{_cell(under, column)}]"
    records[top], records[top + 1] = [""] * width, joined


def downward(ranges: Iterable[Range], below: int) -> tuple[Merged, ...]:
    """Give the cells that are merged over several rows of one column under a row of the sheet."""
    return tuple(
        Merged(first[1], first[0] + 1, last[0] + 1)
        for first, last in ranges
        if first[1] == last[1] and first[0] < last[0] and first[0] + 1 > below
    )


def fill_down(table: Table, columns: Collection[int]) -> Table:
    """Repeat the value of merged cells in all their rows, for columns that tell who somebody is.

    Never for answers: those would be counted several times.
    """
    merged = [one for one in table.merged if one.column in columns]
    if not merged:
        return table
    places = {row.number: place for place, row in enumerate(table.rows)}
    rows = list(table.rows)
    for column, first, last in merged:
        if first not in places or rows[places[first]].fault:
            continue
        value = rows[places[first]].cells[column]
        for number in range(first + 1, last + 1):
            row = rows[places[number]] if number in places else None
            if row is None or row.fault or row.cells[column].strip() or not any(map(str.strip, row.cells)):
                continue
            cells = list(row.cells)
            cells[column] = value
            rows[places[number]] = Row(row.number, cells)
    return dataclasses.replace(table, rows=tuple(rows))


def _is_wide(one: Range, records: Sequence[Sequence[str]]) -> bool:
    first, last = one
    if first[0] != last[0] or first[1] == last[1] or first[0] + 1 >= len(records):
        return False
    under = records[first[0] + 1]
    named = all(_cell(under, column) for column in range(first[1], last[1] + 1))
    return named and bool(_cell(records[first[0]], first[1]))


def _cell(record: Sequence[str], index: int) -> str:
    return record[index].strip() if index < len(record) else ""
