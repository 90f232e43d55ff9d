"""The text of a Word or OpenDocument file as notes: paragraphs, items, cells, footnotes, text boxes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lcsynth.ingest.entries import Entries
from lcsynth.ingest.note import Note
from lcsynth.ingest.open_document import read_open_document, tell_open_comments
from lcsynth.ingest.reasons import NO_TEXT, UNPLACED
from lcsynth.ingest.story import Story
from lcsynth.ingest.table import Table
from lcsynth.ingest.word_comments import tell_comments
from lcsynth.ingest.word_document import read_word

# Gives the tables of a text that list remarks, by their number.
FindTables = Callable[[Story], Mapping[int, Table]]

_LONGEST_HEADING = 300  # characters; a remark in the style of a heading stays a remark


class Told(NamedTuple):
    """What a document holds: notes, and the tables that list remarks with a heading and a row for each."""

    notes: Sequence[Note]
    tables: Sequence[Table] = ()


def notes_of_word(path: Path, entries: Entries, tables: FindTables) -> Told:
    """Give the notes in a Word document, changes accepted; comments on them are added as comments."""
    document = read_word(path)
    tell_comments(entries, document)
    found = tables(document.body)
    notes = [*_notes(document.body, found), *_others(document.notes), *_margins(document.margins)]
    return Told(notes, list(found.values()))


def notes_of_open_document(path: Path, entries: Entries, tables: FindTables) -> Told:
    """Give the notes in an OpenDocument text; comments on them are added as comments."""
    document = read_open_document(path)
    tell_open_comments(entries, document)
    found = tables(document.body)
    return Told([*_notes(document.body, found), *_margins(document.margins)], list(found.values()))


def _notes(story: Story, tables: Collection[int]) -> Iterator[Note]:
    for number, paragraph in enumerate(story.paragraphs, start=1):
        if paragraph.cell and paragraph.cell.table in tables:
            continue
        text = paragraph.text
        locator = f"{story.name} {number}"
        if not text.strip() and paragraph.picture:
            yield Note("", locator, reason=NO_TEXT)
        elif paragraph.heading and text.strip() and len(text) <= _LONGEST_HEADING:
            yield Note(text, locator, "heading")
        else:
            yield Note(text, locator, "item" if paragraph.listed else "paragraph")


def _others(stories: Iterable[Story]) -> Iterator[Note]:
    for story in stories:
        yield Note(story.heading, story.name, "heading")
        for number, paragraph in enumerate(story.paragraphs, start=1):
            yield Note(paragraph.text, f"{story.name} paragraph {number}")


def _margins(stories: Iterable[Story]) -> Iterator[Note]:
    # The title and page numbers as a rule: nothing that was said, but not to be lost either.
    for story in stories:
        text = "\n".join(filter(None, (paragraph.text.strip() for paragraph in story.paragraphs)))
        if text:
            yield Note(text, story.name, reason=UNPLACED)
