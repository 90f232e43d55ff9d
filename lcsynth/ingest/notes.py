"""Notes of a session, in whatever they were typed: Word, OpenDocument, markdown, plain text."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.archive import kind_of_archive
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import is_zip
from lcsynth.ingest.note import tell_notes
from lcsynth.ingest.notes_document import FindTables, Told, notes_of_open_document, notes_of_word
from lcsynth.ingest.notes_markdown import is_markdown, notes_of_markdown
from lcsynth.ingest.notes_tables import remark_tables
from lcsynth.ingest.notes_text import notes_of_text
from lcsynth.ingest.prose import reads_as_notes
from lcsynth.ingest.survey import read_survey

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

LARGEST_TEXT = 5 * 2**20  # bytes; what is said in a session is a hundredth of it


@dataclass(frozen=True)
class NotesReader:
    """Reads notes: every bullet, paragraph or cell is an entry, with the heading above it as its question."""

    name: str = "notes"

    def claims(self, path: Path) -> bool:
        """Take documents without comments, and texts in sentences and bullets that are no table."""
        if is_zip(path):
            return kind_of_archive(path) in {"word", "open document"}
        return reads_as_notes(path)

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every note, and every row of the tables that list remarks."""
        entries = Entries(source, session, "note")
        found = _told(path, entries, lambda story: remark_tables(story, source, session, settings))
        tell_notes(entries, found.notes)
        reading = entries.reading(self.name)
        if found.tables:
            listed = read_survey(found.tables, source, session, settings, format_name=self.name, named=True)
            reading = _together(reading, listed)
        if not reading.read:
            raise DataError(
                "There are no notes in the file", where=path.name, expected="paragraphs or bullets"
            )
        return reading


def _together(notes: Reading, listed: Reading) -> Reading:
    """Add what the tables of a document list to its notes."""
    remarks = (dataclasses.replace(one, kind="note") for one in listed.contributions)
    return dataclasses.replace(
        listed,
        rows=notes.rows + listed.rows,
        read=notes.read + listed.read,
        empty=notes.empty + listed.empty,
        contributions=(*notes.contributions, *remarks),
        refusals=(*notes.refusals, *listed.refusals),
        paper_versions=notes.paper_versions,
    )


def _told(path: Path, entries: Entries, tables: FindTables) -> Told:
    if is_zip(path):
        kind = kind_of_archive(path)
        if kind == "open document":
            return notes_of_open_document(path, entries, tables)
        if kind in {"word", "damaged"}:
            return notes_of_word(path, entries, tables)
        raise DataError(
            "This archive holds no notes", where=path.name, expected="a .docx, .odt, .md or .txt file"
        )
    size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise DataError(
            f"The notes have {size // 2**20} MiB",
            where=path.name,
            expected=f"at most {LARGEST_TEXT // 2**20} MiB",
            mend="Split the file, or name its format with --format if these are no notes",
        )
    text, _ = decode(path.read_bytes(), path.name)
    text = text.removeprefix("\ufeff")
    return Told(notes_of_markdown(text, path.name) if is_markdown(text) else notes_of_text(text))
