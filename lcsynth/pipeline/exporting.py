"""Tables in the forms that other programs read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.pipeline.synthesis import TABLES, synthesise
from lcsynth.report.plain import writable
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.cell import Cell

Format = Literal["csv", "json", "parquet", "xlsx"]
FORMATS: tuple[Format, ...] = ("csv", "json", "parquet", "xlsx")
# What a spreadsheet would read back as another character: `_x0041_` stands for an A.
_CODE = re.compile("_(?=x[0-9a-fA-F]{4}_)")
# How a cell begins that a spreadsheet program takes for a formula when it opens a csv.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?(?:e-?\d+)?")
# What one cell of a spreadsheet can hold.
_LONGEST = 32_767
# Columns with moments. They are texts in the other formats, because not every source tells a whole one.
_MOMENTS = frozenset({"said_at"})
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
_NARROWEST, _WIDEST = 8, 60  # in characters
_MEASURED = 200  # rows by which a column is made as wide as it needs to be


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
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    letters = [get_column_letter(place + 1) for place in range(len(frame.columns))]
    for letter, column in zip(letters, frame.columns, strict=True):
        sheet.column_dimensions[letter].width = _width(column, frame[column])
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(frame) + 1}"
    heading = []
    for column in frame.columns:
        cell = WriteOnlyCell(sheet, value=column)
        cell.font = Font(bold=True)
        heading.append(cell)
    sheet.append(heading)
    for row in frame.itertuples(index=False):
        named = zip(frame.columns, row, strict=True)
        sheet.append([_fill(WriteOnlyCell(sheet), column, value) for column, value in named])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_text(cell: Cell, value: str) -> Cell:
    """Put a text in a cell of a workbook, as text whatever it begins with, also once somebody edits it."""
    cell.value = _CODE.sub("_x005F_", writable(value))
    cell.data_type = "s"
    if value.startswith(FORMULA):
        cell.quotePrefix = True
    return cell


def formulas(content: bytes) -> int:
    """Count the texts in a csv that a spreadsheet program takes for formulas; a number below 0 is none.

    They stay as they are there: a csv is for programs, and what somebody said is kept to the letter.
    """
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    texts = (text for row in rows for text in row if text.startswith(FORMULA))
    return sum(not _NUMBER.fullmatch(text) for text in texts)


def _fill(cell: Cell, column: str, value: object) -> Cell:
    """Put a value in a cell by its kind: a number, true or false, a moment, or a text."""
    if isinstance(value, str):
        if column in _MOMENTS and (moment := _moment(value)):
            cell.value = moment
            cell.number_format = "yyyy-mm-dd hh:mm:ss" if isinstance(moment, dt.datetime) else "yyyy-mm-dd"
            return cell
        return as_text(cell, value)
    cell.value = None if isinstance(value, float) and value != value else value
    return cell


def _moment(text: str) -> dt.date | dt.datetime | None:
    """Read a day or a moment; None for what tells less, or a time zone, which no spreadsheet keeps."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    except ValueError:
        return None


def _width(column: str, values: pd.Series) -> int:
    longest = max((len(str(value)) for value in values.head(_MEASURED)), default=0)
    return min(max(_NARROWEST, len(column) + 4, longest + 1), _WIDEST)


def _check_lengths(frame: pd.DataFrame, name: str) -> None:
    for column in frame.columns:
        for place, value in enumerate(frame[column], start=1):
            if isinstance(value, str) and len(value) > _LONGEST:
                raise DataError(
                    f"The {column} in row {place} has {len(value)} characters, too many for a cell",
                    where=f"table {name}",
                    mend="Export it as csv, json or parquet",
                )
