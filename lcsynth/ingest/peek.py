"""The first rows of a table, without reading the rest: to tell which tool made it."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.archive import BROKEN, open_archive
from lcsynth.ingest.delimited import sniff_delimiter
from lcsynth.ingest.files import HEAD, head, is_zip
from lcsynth.ingest.markup import attribute, local
from lcsynth.ingest.sheet_parts import column_number, sheet_names
from lcsynth.ingest.table import unique_names

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROWS = 15  # as far down as a heading is looked for
_SHEETS = 20
_MOST_STRINGS = 5_000  # Excel keeps texts in order of first use: those of a heading are among the first
_MOST_COLUMNS = 5_000
_MOST_TAGS = 500_000

Rows = list[list[str]]


def headings(path: Path) -> list[tuple[str, ...]]:
    """Give each of the first rows of a csv or every sheet that can be a heading, as headings are written."""
    rows = (row for sheet in first_rows(path) for row in sheet)
    return [unique_names(row) for row in rows if sum(map(bool, map(str.strip, row))) > 1]


def first_rows(path: Path) -> list[Rows]:
    """Give the first 15 rows of a csv, or of every sheet of a workbook; nothing when it is neither."""
    if not is_zip(path):
        rows = _of_text(head(path))
        return [rows] if rows else []
    try:
        with open_archive(path) as opened:
            parts = list(sheet_names(opened).values()) if "xl/workbook.xml" in opened.names else []
            strings = "xl/sharedStrings.xml" if "xl/sharedStrings.xml" in opened.names else ""
        with zipfile.ZipFile(path) as archive:
            return [_of_sheet(archive, part, strings) for part in parts[:_SHEETS]]
    except (DataError, *BROKEN):
        # Damaged: whoever reads it says so.
        return []


def _of_text(start: bytes) -> Rows:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = start.decode("utf-16", "replace")
    else:
        # The words that tools write themselves are ASCII, in both languages.
        text = start.decode("utf-8-sig", "replace")
    lines = text.replace("\0", "")
    if lines.lstrip().lower().startswith("sep="):
        lines = lines.lstrip().partition("\n")[2]
    whole = lines.rpartition("\n")[0] if len(start) >= HEAD else lines
    delimiter = sniff_delimiter(whole or lines)
    rows: Rows = []
    try:
        for row in csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) == _ROWS:
                break
    except csv.Error:
        return rows
    return rows


def _of_sheet(archive: zipfile.ZipFile, part: str, strings: str) -> Rows:
    rows: list[dict[int, str]] = []
    shared: set[int] = set()
    with archive.open(part) as stream:
        for element in _elements(stream, "row"):
            cells: dict[int, str] = {}
            for place, cell in enumerate(element[:_MOST_COLUMNS]):
                letters = attribute(cell, "r").rstrip("0123456789")
                value = "".join(one.text or "" for one in cell.iter() if local(one.tag) in {"v", "t"})
                if attribute(cell, "t") == "s" and value.isdecimal():
                    shared.add(int(value))
                    value = f"\0{int(value)}"
                column = column_number(letters) - 1 if letters.isalpha() and len(letters) <= 3 else place
                cells[column] = value
            rows.append(cells)
            if len(rows) == _ROWS:
                break
    texts = _strings(archive, strings, shared) if strings and shared else {}
    return [
        [_value(cells.get(index, ""), texts) for index in range(min(max(cells) + 1, _MOST_COLUMNS))]
        for cells in rows
        if cells
    ]


def _value(value: str, texts: dict[int, str]) -> str:
    return texts.get(int(value[1:]), "") if value.startswith("\0") else value


def _strings(archive: zipfile.ZipFile, part: str, wanted: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    last = max(wanted)
    with archive.open(part) as stream:
        for number, element in enumerate(_elements(stream, "si")):
            if number in wanted:
                found[number] = "".join(one.text or "" for one in element.iter() if local(one.tag) == "t")
            if number >= min(last, _MOST_STRINGS):
                break
    return found


def _elements(stream: IO[bytes], name: str) -> Iterator[Element]:
    """Give the elements of one name as they are parsed; each is emptied after use."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    try:
        for number, (_, element) in enumerate(iterparse(stream, events=("end",), forbid_dtd=True)):
            if number > _MOST_TAGS:
                return
            if local(element.tag) == name:
                yield element
                element.clear()
    except (ParseError, DefusedXmlException):
        return
