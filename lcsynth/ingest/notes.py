"""Notes of a session, in whatever they were typed: Word, OpenDocument, markdown, plain text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.archive import kind_of_archive
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import is_zip
from lcsynth.ingest.note import Note, tell_notes
from lcsynth.ingest.notes_document import notes_of_open_document, notes_of_word
from lcsynth.ingest.notes_markdown import is_markdown, notes_of_markdown
from lcsynth.ingest.notes_text import notes_of_text
from lcsynth.ingest.prose import reads_as_notes

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
        """Read every note."""
        del settings
        entries = Entries(source, session, "note")
        tell_notes(entries, _notes(path, entries))
        reading = entries.reading(self.name)
        if not reading.read:
            raise DataError(
                "There are no notes in the file", where=path.name, expected="paragraphs or bullets"
            )
        return reading


def _notes(path: Path, entries: Entries) -> list[Note]:
    if is_zip(path):
        kind = kind_of_archive(path)
        if kind == "open document":
            return notes_of_open_document(path, entries)
        if kind in {"word", "damaged"}:
            return notes_of_word(path, entries)
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
    return notes_of_markdown(text, path.name) if is_markdown(text) else notes_of_text(text)
