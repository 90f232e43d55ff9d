"""Plain tables, whatever tool wrote them: a heading, and a row for each person or remark."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.exports import find_columns, with_votes
from lcsynth.ingest.files import head, is_zip
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Table
from lcsynth.ingest.table_file import read_tables

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_VOTES = {
    "support": ("upvotes", "likes", "vind ik leuks", "aantal likes", "stemmen voor", "votes for"),
    "opposition": ("downvotes", "dislikes", "stemmen tegen", "votes against"),
}
# Chats, subtitles, JSON, XML: their first line would be taken for a heading.
_NO_TABLE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:WEBVTT|\{|\[\s*\{|<[?!a-zA-Z]|\d\d:\d\d:\d\d\s+From\s|\d+\s+\d\d:\d\d:\d\d,)"
)


@dataclass(frozen=True)
class WorkbookReader:
    """Reads the survey in an Excel workbook."""

    name: str = "xlsx"

    def claims(self, path: Path) -> bool:
        """Tell by the first bytes: a workbook is a zip archive."""
        return is_zip(path)

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every visible sheet that has open answers."""
        tables, unread = read_tables(path)
        reading = read_survey(tables, source, session, settings, format_name=self.name, unread=unread)
        return _with_votes(reading, tables)


@dataclass(frozen=True)
class DelimitedReader:
    """Reads the survey in delimited text: csv or tsv, whatever tool wrote it."""

    name: str = "csv"

    def claims(self, path: Path) -> bool:
        """Take whatever is not an archive or a known kind of text that is no table."""
        return not is_zip(path) and not _NO_TABLE.match(head(path).replace(b"\0", b""))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every row under the heading."""
        tables, _ = read_tables(path)
        return _with_votes(read_survey(tables, source, session, settings, format_name=self.name), tables)


def _with_votes(reading: Reading, tables: Sequence[Table]) -> Reading:
    """Count the votes on each remark, as in a list of questions that people could vote for."""
    if len(tables) != 1 or not (found := find_columns(tables[0].header, _VOTES)):
        return reading
    roles = {tables[0].header[place]: role for role, place in found.items()}
    return dataclasses.replace(with_votes(reading, tables[0], found), columns={**reading.columns, **roles})
