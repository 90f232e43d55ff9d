"""Tables in the forms that other programs read."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.pipeline.synthesis import TABLES, synthesise
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.cell import Cell

Format = Literal["csv", "json", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = ("csv", "json", "parquet", "xlsx")
# Characters that XML, and so a spreadsheet, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What one cell of a spreadsheet can hold.
_LONGEST = 32_767


def export(workspace: Workspace, table: str, *, session: str | None = None, format: Format = "csv") -> bytes:  # noqa: A002
    """Give one table, of a session or of the whole workspace, as a file's content.

    Raises
    ------
    CallError
        When there is no such table, session or format.
    """
    if table not in TABLES:
        raise CallError(f"There is no table '{table}'", mend=nearest(table, TABLES))
    return encode(getattr(synthesise(workspace, session), table), table, format)


def format_of(path: Path) -> Format:
    """Tell the format from the name of a file.

    Raises
    ------
    CallError
        When it ends in none of the known ways.
    """
    for name in FORMATS:
        if path.suffix.lower() == f".{name}":
            return name
    raise CallError(
        f"'{path.name}' does not say which format is meant",
        expected=f"a name ending in {', '.join(f'.{name}' for name in FORMATS)}",
        mend="Or give one with --format",
    )


def known_format(name: str) -> Format:
    """Tell a format by its name.

    Raises
    ------
    CallError
        When there is none with this name.
    """
    for known in FORMATS:
        if name == known:
            return known
    raise CallError(f"There is no format '{name}'", mend=nearest(name, FORMATS))


def encode(frame: pd.DataFrame, table: str, format: Format) -> bytes:  # noqa: A002
    """Write a table as csv (UTF-8), json (a list of records), parquet or xlsx."""
    format = known_format(format)  # noqa: A001
    if format == "csv":
        return str(frame.to_csv(index=False, lineterminator="\n")).encode("utf-8")
    if format == "json":
        return f"{frame.to_json(orient='records', force_ascii=False, indent=1)}\n".encode()
    stream = io.BytesIO()
    if format == "parquet":
        frame.to_parquet(stream, index=False)
        return stream.getvalue()
    return workbook(frame, table)


def workbook(frame: pd.DataFrame, name: str) -> bytes:
    """Write a sheet in which text stays text: what begins with `=` is no formula.

    Raises
    ------
    DataError
        When a text is longer than a cell can hold.
    """
    _check_lengths(frame, name)
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    heading = []
    for column in frame.columns:
        cell = WriteOnlyCell(sheet, value=column)
        cell.font = Font(bold=True)
        heading.append(cell)
    sheet.append(heading)
    for row in frame.itertuples(index=False):
        cells = []
        for value in row:
            if isinstance(value, str):
                cell = as_text(WriteOnlyCell(sheet), value)
            else:
                missing = isinstance(value, float) and value != value
                cell = WriteOnlyCell(sheet, value=None if missing else value)
            cells.append(cell)
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_text(cell: Cell, value: str) -> Cell:
    """Put a text in a cell of a workbook, as text whatever it begins with."""
    cell.value = _UNWRITABLE.sub("", value)
    cell.data_type = "s"
    return cell


def _check_lengths(frame: pd.DataFrame, name: str) -> None:
    for column in frame.columns:
        for place, value in enumerate(frame[column], start=1):
            if isinstance(value, str) and len(value) > _LONGEST:
                raise DataError(
                    f"The {column} in row {place} has {len(value)} characters, too many for a cell",
                    where=f"table {name}",
                    mend="Export it as csv, json or parquet",
                )
