"""Documents on which people commented: Word and OpenDocument texts with comments or tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.archive import kind_of_archive, open_archive
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.draft_mark import is_draft
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import is_zip
from lcsynth.ingest.markup import to_utf8
from lcsynth.ingest.open_document import (
    is_discussed,
    open_notes_in,
    read_open_document,
    tell_open_comments,
)
from lcsynth.ingest.reasons import PAPER
from lcsynth.ingest.story import Story
from lcsynth.ingest.word_changes import tell_changes
from lcsynth.ingest.word_comments import notes_in, tell_comments
from lcsynth.ingest.word_document import main_part, parts_with, read_word

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")
_CHANGE = re.compile(rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo)[\s>]")
_FEW_ITEMS = 3
_TEXTS = ("footnotes", "endnotes", "header", "footer")


@dataclass(frozen=True)
class WordReader:
    """Reads what people put into the margin and the text of a paper; the text itself is not feedback.

    In both kinds of document the text is refused as one entry, as a sheet without answers is: when it holds
    notes, `--format notes` reads them and the comments. So is the text of a draft that lcsynth made, also
    when nobody put anything into it. A text of mostly bullets is no paper but notes, which are left to the
    reader of notes.
    """

    name: str = "word"

    def claims(self, path: Path) -> bool:
        """Tell by the comments and tracked changes in it, or by the mark of a draft."""
        if not is_zip(path):
            return False
        kind = kind_of_archive(path)
        try:
            if kind == "open document":
                return is_draft(path) or (is_discussed(path) and not _is_list(read_open_document(path).body))
            return kind == "word" and (
                is_draft(path) or (_discussed(path) and not _is_list(read_word(path).body))
            )
        except DataError:
            # The reader of notes takes it, and says what is wrong with it.
            return False

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every comment and every suggestion."""
        del settings
        entries = Entries(source, session, "comment")
        kind = kind_of_archive(path) if is_zip(path) else "other"
        if kind == "open document":
            opened = read_open_document(path)
            found = tell_open_comments(entries, opened)
            found += tell_changes(entries, opened.stories, open_notes_in(opened))
            body = opened.body
        elif kind in {"word", "damaged"}:
            document = read_word(path)
            found = tell_comments(entries, document)
            found += tell_changes(entries, document.stories, notes_in(document))
            body = document.body
        else:
            raise DataError(
                "This is no Word document and no OpenDocument text",
                where=path.name,
                expected="a .docx or .odt file",
            )
        if not found and not is_draft(path):
            raise DataError(
                "There are no comments and no tracked changes in the document",
                where=path.name,
                mend="If its text is the feedback, read it as notes, with --format notes",
            )
        if paragraphs := sum(bool(one.text.strip()) for one in body.paragraphs):
            entries.refuse(f"the text of the document, paragraphs: {paragraphs}", PAPER)
        return entries.reading(self.name, columns={"the text of the document itself": "not read"})


def _is_list(body: Story) -> bool:
    """Tell whether two in three of the paragraphs under the headings are items of a list."""
    under = [one.listed for one in body.paragraphs if one.text.strip() and not one.heading]
    return sum(under) >= max(_FEW_ITEMS, 2 / 3 * len(under))


def _discussed(path: Path) -> bool:
    with open_archive(path) as archive:
        texts = (main_part(archive), *parts_with(archive, *_TEXTS))
        parts = [(name, _CHANGE) for name in texts] + [
            (name, _COMMENT) for name in parts_with(archive, "comments")
        ]
        return any(pattern.search(to_utf8(archive.part(name))) for name, pattern in parts)
