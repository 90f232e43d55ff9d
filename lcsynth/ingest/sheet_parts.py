"""The XML of the sheets in a workbook: their size, and the cells that have no result."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lcsynth.ingest.archive import Archive, open_archive
from lcsynth.ingest.markup import attribute, local
from lcsynth.ingest.table import MOST_CELLS

_CHUNK = 2**20
_OVERLAP = 2**16  # more than any cell takes whose text stands elsewhere
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']\s*([A-Za-z]{1,3})(\d{1,7})\s*["'][^>]*(?<!/)>""")
# The same and more, but found sooner: what they give is never too small.
_LETTERS = re.compile(rb"""r\s*=\s*["']\s*([A-Za-z]{1,3})\d""")
_NUMBERS = re.compile(rb"""r\s*=\s*["']\s*[A-Za-z]{0,3}(\d{1,7})\s*["']""")
_ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
# A cell that does not say where it stands, so that it stands behind the one before it.
_PLACELESS = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])(?![^>]*?\br\s*=)""")
_ERROR = re.compile(rb"""\st=["']e["']""")
_COMPUTED = re.compile(rb"""\st=["']str["']""")
# A formula and no value: the file was written by a program that does not compute.
_FORMULA_ALONE = re.compile(
    rb"\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_SHEET = "xl/worksheets/"


@dataclass
class SheetParts:
    """How large a sheet is, in cells, and its cells (row, column; from 0) that hold no result."""

    rows: int = 0
    columns: int = 0
    without_result: set[tuple[int, int]] = field(default_factory=set)


def scan_sheets(path: Path) -> dict[str, SheetParts]:
    """Look through the sheets of a sound workbook without loading them, by name.

    A single cell at the far end of a sheet makes it 17 thousand million cells large, so this is known
    before anything loads it.
    """
    with open_archive(path) as opened:
        parts = sheet_names(opened)
    with zipfile.ZipFile(path) as archive:
        return {name: _scan(archive, part) for name, part in parts.items()}


def sheet_names(archive: Archive) -> dict[str, str]:
    """Give the part that holds each sheet, by the name of the sheet."""
    targets = {
        attribute(one, "Id"): attribute(one, "Target") for one in archive.xml("xl/_rels/workbook.xml.rels")
    }
    found = {}
    for element in archive.xml("xl/workbook.xml").iter():
        if local(element.tag) != "sheet":
            continue
        target = targets.get(attribute(element, "id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.names and part.startswith(_SHEET):
            found[attribute(element, "name")] = part
    return found


def column_number(letters: str) -> int:
    """Count a column from 1: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _scan(archive: zipfile.ZipFile, part: str) -> SheetParts:
    found = SheetParts()
    letters, rows, behind = set[bytes](), set[bytes](), 0
    for text in _pieces(archive, part):
        letters.update(_LETTERS.findall(text))
        rows.update(_NUMBERS.findall(text))
        if _PLACELESS.search(text):
            behind = max(behind, *(len(_PLACELESS.findall(row)) for row in _ROW.split(text)))
        if b"<f" in text or b":f" in text or _ERROR.search(text):
            found.without_result.update(_without_result(text))
    found.rows = max(map(int, rows), default=0)
    found.columns = max((column_number(one.decode()) for one in letters), default=0) + behind
    if behind:
        return found
    if found.rows * found.columns > MOST_CELLS:
        # Perhaps only cells that were coloured and hold nothing: those are not loaded.
        _measure(archive, part, found)
    return found


def _measure(archive: zipfile.ZipFile, part: str, found: SheetParts) -> None:
    found.rows = found.columns = 0
    for text in _pieces(archive, part):
        for letters, row in set(_CELL.findall(text)):
            found.rows = max(found.rows, int(row))
            found.columns = max(found.columns, column_number(letters.decode()))


def _without_result(text: bytes) -> Iterator[tuple[int, int]]:
    for cell in _CELL.finditer(text):
        if _ERROR.search(cell.group()) or (
            not _COMPUTED.search(cell.group()) and _FORMULA_ALONE.match(text, cell.end())
        ):
            yield int(cell[2]) - 1, column_number(cell[1].decode()) - 1


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Give the part in pieces that overlap, so that no cell is cut in two."""
    with archive.open(part) as stream:
        kept = b""
        while chunk := stream.read(_CHUNK):
            yield kept + chunk
            kept = (kept + chunk)[-_OVERLAP:]
