"""Excel workbooks (xlsx) to tables, one for each visible sheet with content."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

from lcsynth.errors import DataError
from lcsynth.ingest.cells import printable
from lcsynth.ingest.reasons import HIDDEN_SHEET, NO_ANSWERS
from lcsynth.ingest.table import Table, UnreadSheet, build_table

UNPACKED_LIMIT = 300 * 2**20  # bytes; 100,000 survey rows take about a third
# What the standard library raises on archives that were cut, changed or encrypted.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)
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
    check_archive(path)
    import python_calamine as calamine

    try:
        # From bytes: the workbook then holds no file open.
        book = calamine.load_workbook(io.BytesIO(path.read_bytes()))
        visible = calamine.SheetVisibleEnum.Visible
        found, unread, reasons = [], [], []
        for meta in book.sheets_metadata:
            # skip_empty_area=False: the numbers of rows stay those a person sees.
            rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False)
            records = [[to_text(value) for value in row] for row in rows]
            filled = sum(any(cell.strip() for cell in record) for record in records)
            if not filled:
                continue
            if meta.visible != visible:
                unread.append(UnreadSheet(meta.name, filled - 1, HIDDEN_SHEET))
                continue
            try:
                found.append(build_table(records, where=path.name, name=meta.name, titled=True))
            except DataError as error:
                unread.append(UnreadSheet(meta.name, filled - 1, NO_ANSWERS))
                reasons.append(error)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _damaged(path, "its sheets cannot be read") from error
    if not found:
        what = "All that is in the workbook is on hidden sheets" if unread else "The workbook is empty"
        raise reasons[0] if reasons else DataError(what, where=path.name)
    return found, unread


def check_archive(path: Path) -> None:
    """Check that a file is a sound workbook of a safe size before anything unpacks it.

    Raises
    ------
    DataError
        If it is damaged, something else than a workbook, or unpacks to more than 300 MiB.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            unpacked = sum(member.file_size for member in archive.infolist())
            if unpacked > UNPACKED_LIMIT:
                raise DataError(
                    f"The workbook unpacks to {unpacked // 2**20} MiB, more than is safe to open",
                    where=path.name,
                    expected=f"at most {UNPACKED_LIMIT // 2**20} MiB",
                    mend="Split it, or save the sheet as csv",
                )
            if _WORKBOOK not in names:
                kind = next(
                    (kind for part, kind in _OTHERS.items() if any(n.startswith(part) for n in names)), ""
                )
                raise DataError(
                    f"This is {kind or 'a zip file of something else'}, no Excel workbook",
                    where=path.name,
                    expected="an .xlsx or a .csv file",
                )
            # Unpacks as much as was declared and no more, and compares the checksums.
            broken = archive.testzip()
    except _BROKEN as error:
        raise _damaged(path, "it breaks off or was changed on the way") from error
    if broken:
        raise _damaged(path, f"its part {printable(broken)} does not pass its checksum")


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


def _damaged(path: Path, why: str) -> DataError:
    return DataError(
        f"The workbook is damaged: {why}",
        where=path.name,
        mend="Download or copy the file again, or save it as csv",
    )
