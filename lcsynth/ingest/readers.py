"""The registry of readers, and the one way in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.delimited import parse_delimited
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.files import check_file, head, is_zip
from lcsynth.ingest.qualtrics import QualtricsReader
from lcsynth.ingest.spreadsheet import parse_workbook
from lcsynth.ingest.survey import read_survey

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

# Chats, subtitles, JSON, XML: their first line would be taken for a heading.
_NO_TABLE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:WEBVTT|\{|\[\s*\{|<[?!a-zA-Z]|\d\d:\d\d:\d\d\s+From\s|\d+\s+\d\d:\d\d:\d\d,)"
)


class Reader(Protocol):
    """One source format: says whether a file is of it, and reads it."""

    @property
    def name(self) -> str:
        """The name used in ``--format`` and in the ledger."""

    def claims(self, path: Path) -> bool:
        """Tell by the content of a file, never by its name alone, whether it is of this format."""

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every entry of a file."""


@dataclass(frozen=True)
class WorkbookReader:
    """Reads the survey in an Excel workbook."""

    name: str = "xlsx"

    def claims(self, path: Path) -> bool:
        """Tell by the first bytes: a workbook is a zip archive."""
        return is_zip(path)

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every visible sheet that has open answers."""
        tables, unread = parse_workbook(path)
        return read_survey(tables, source, session, settings, format_name=self.name, unread=unread)


@dataclass(frozen=True)
class DelimitedReader:
    """Reads the survey in delimited text: csv or tsv, whatever tool wrote it."""

    name: str = "csv"

    def claims(self, path: Path) -> bool:
        """Take whatever is not an archive or a known kind of text that is no table."""
        return not is_zip(path) and not _NO_TABLE.match(head(path).replace(b"\0", b""))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every row under the heading."""
        text, _ = decode(path.read_bytes(), path.name)
        table = parse_delimited(text, path.name)
        return read_survey([table], source, session, settings, format_name=self.name)


# In order: the first reader that claims a file reads it, so the particular come before the general.
READERS: Mapping[str, Reader] = MappingProxyType(
    {reader.name: reader for reader in (WorkbookReader(), QualtricsReader(), DelimitedReader())}
)


def detect(path: Path) -> str:
    """Name the format of a file, by its content.

    Raises
    ------
    CallError
        If there is no such file.
    DataError
        If it is empty or of no known format.
    """
    check_file(path)
    for name, reader in READERS.items():
        if reader.claims(path):
            return name
    raise DataError(
        "The content is of no format known here",
        where=path.name,
        expected=f"one of {', '.join(READERS)}",
        mend="If it is a table, name its format with --format",
    )


def read_source(path: Path, source: Source, session: Session, settings: Settings) -> Reading:
    """Read one file of a session; every entry becomes a contribution, a refusal or counts as empty.

    Parameters
    ----------
    path
        The file.
    source
        How to read it; what it leaves empty is recognised from the content.
    session, settings
        The questions with their sections, and the wordings of closed answers.

    Raises
    ------
    CallError
        If the file, the format or a column named in ``source`` does not exist.
    DataError
        If nothing can be read from the file.
    """
    if source.format and source.format not in READERS:
        raise CallError(
            f"There is no format '{source.format}'", where=path.name, mend=nearest(source.format, READERS)
        )
    check_file(path)
    reading = READERS[source.format or detect(path)].read(path, source, session, settings)
    if reading.read != len(reading.contributions) + len(reading.refusals) + reading.empty:
        raise DataError(
            f"Of {reading.read} entries read, not every one is accounted for",
            where=path.name,
            mend="Report this",
        )
    return reading
