"""Excel workbooks (xlsx) to tables, one for each visible sheet with content."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lcsynth.errors import DataError
from lcsynth.ingest.archive import check_archive, damaged
from lcsynth.ingest.cells import WITHOUT_RESULT
from lcsynth.ingest.merged import Range, downward, join_headings
from lcsynth.ingest.reasons import HIDDEN_SHEET, NO_ANSWERS
from lcsynth.ingest.sheet_parts import SheetParts, scan_sheets
from lcsynth.ingest.table import MOST_CELLS, Table, UnreadSheet, build_table, too_large

UNPACKED_LIMIT = 300 * 2**20  # bytes; 100,000 survey rows take about a third
_WORKBOOK = "xl/workbook.xml"
_OTHERS = {
    "word/": "a Word document",
    "ppt/": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "xl/workbook.bin": "a binary Excel workbook (.xlsb)",
}


def parse_workbook(path: Path) -> tuple[list[Table], list[UnreadSheet]]:
    """Read the visible sheets of a workbook that have a heading and rows.

    Returns
    -------
    tuple
        The tables, and the sheets with content that were not read.

    Raises
    ------
    DataError
        If the file is damaged, no workbook, larger inside than is safe, or has no sheet with answers.
    """
    _check_workbook(path)
    scanned = scan_sheets(path)
    import python_calamine as calamine

    try:
        # From bytes: the workbook then holds no file open.
        book = calamine.load_workbook(io.BytesIO(path.read_bytes()))
        visible = calamine.SheetVisibleEnum.Visible
        found, unread, reasons = [], [], []
        for meta in book.sheets_metadata:
            parts = scanned.get(meta.name, SheetParts())
            if parts.rows * (parts.columns or 1) > MOST_CELLS:
                raise too_large(parts.rows, f"{path.name}, sheet '{meta.name}'")
            sheet = book.get_sheet_by_name(meta.name)
            records = _records(sheet, parts)
            filled = sum(any(cell.strip() for cell in record) for record in records)
            if not filled:
                continue
            if meta.visible != visible:
                unread.append(UnreadSheet(meta.name, filled - 1, HIDDEN_SHEET))
                continue
            try:
                found.append(_table(records, sheet.merged_cell_ranges or (), path.name, meta.name))
            except DataError as error:
                unread.append(UnreadSheet(meta.name, filled - 1, NO_ANSWERS))
                reasons.append(error)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise damaged(path.name, "its sheets cannot be read") from error
    if not found:
        what = "All that is in the workbook is on hidden sheets" if unread else "The workbook is empty"
        raise reasons[0] if reasons else DataError(what, where=path.name)
    return found, unread


def _records(sheet: Any, parts: SheetParts) -> list[list[str]]:
    """Give the cells of a sheet as texts; row by row, so that they are not in memory twice."""
    # skip_empty_area=False: the numbers of rows stay those a person sees.
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for number, row in enumerate(rows):
        rows[number] = [to_text(value) for value in row]
    for row_number, column in sorted(parts.without_result):
        rows.extend([] for _ in range(row_number + 1 - len(rows)))
        record = rows[row_number]
        record.extend([""] * (column + 1 - len(record)))
        if not record[column].strip():
            record[column] = WITHOUT_RESULT
    width = max(map(len, rows), default=0)
    for record in rows:
        record.extend([""] * (width - len(record)))
    return rows


def _table(records: list[list[str]], ranges: Sequence[Range], where: str, name: str) -> Table:
    join_headings(records, ranges)
    table = build_table(records, where=where, name=name, titled=True)
    return dataclasses.replace(table, merged=downward(ranges, table.heading))


def _check_workbook(path: Path) -> None:
    names = check_archive(path, UNPACKED_LIMIT)
    if _WORKBOOK not in names:
        kind = next((kind for part, kind in _OTHERS.items() if any(n.startswith(part) for n in names)), "")
        raise DataError(
            f"This is {kind or 'a zip file of something else'}, no Excel workbook",
            where=path.name,
            expected="an .xlsx or a .csv file for a table",
        )


def to_text(value: Any) -> str:
    """Write a cell as a person reads it: 3.0 as ``3``, dates in ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value)
