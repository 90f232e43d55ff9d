"""A file with a table, be it delimited text or a workbook."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.delimited import parse_delimited
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.files import is_zip
from lcsynth.ingest.spreadsheet import parse_workbook
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Table, UnreadSheet, unique_names

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source


_LARGEST_TEXT = 340 * 2**20  # bytes in memory, where the cells come beside it


def read_tables(path: Path) -> tuple[list[Table], list[UnreadSheet]]:
    """Give the tables of a file, and the sheets of a workbook that were not read."""
    if is_zip(path):
        return parse_workbook(path)
    text, _ = decode(path.read_bytes(), path.name)
    if sys.getsizeof(text) > _LARGEST_TEXT:
        raise DataError(
            "The text takes more memory than there may be: one emoji in it makes every character larger",
            where=path.name,
            expected=f"at most {_LARGEST_TEXT // 2**22} MiB for a table with emoji in it",
            mend="Split it into several files",
        )
    return [parse_delimited(text, path.name)], []


def read_export(
    path: Path,
    source: Source,
    session: Session,
    settings: Settings,
    *,
    format_name: str,
    arrange: Callable[[Table], Table],
) -> Reading:
    """Read the export of one survey tool.

    Parameters
    ----------
    arrange
        Says of a table what is known of the tool: its own columns, its questions, what is no answer.
        Other tables in a workbook are given back as they are.
    """
    tables, unread = read_tables(path)
    arranged = [arrange(table) for table in tables]
    return read_survey(arranged, source, session, settings, format_name=format_name, unread=unread)


def with_headings(table: Table, names: list[str]) -> Table:
    """Give the table other headings; those of the file can still be used to name its columns."""
    return dataclasses.replace(table, header=unique_names(names), spelled=table.header)
