"""The tracked changes in a document: every insertion, deletion and replacement is a suggestion."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lcsynth.ingest.draft_notes import Reference
from lcsynth.ingest.draft_places import draft_places, with_places
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.story import ANCHOR, END, Change, Piece, Story


@dataclass
class Suggestion:
    """Changes of one author that touch each other."""

    author: str
    date: str
    first: int
    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    def add(self, piece: Piece, change: Change) -> None:
        """Add a piece that this author inserted or deleted."""
        self.date = max(self.date, change.date)
        if change.kind in {"insertion", "deletion"}:
            (self.inserted if change.kind == "insertion" else self.deleted).append(piece.text)


def tell_changes(entries: Entries, stories: Iterable[Story], notes: Mapping[str, str]) -> int:
    """Add every suggestion, in the order of the document, and give how many there are.

    What one author inserts and deletes at one place is one suggestion: an ``insertion`` with the words
    replaced as its anchor, or with the paragraph around it when nothing was. A ``deletion`` has the deleted
    words as its text. Words that only moved, and changes of only white space and punctuation, are counted
    as empty; changes of only the formatting are no suggestions.

    Parameters
    ----------
    notes
        The comments that lcsynth made, in a draft: the name of their span → their text. A suggestion in a
        paragraph with one of these has its place behind its anchor.
    """
    number = 0
    for story in stories:
        places = draft_places(story, notes)
        for suggestion in suggestions(story):
            number += 1
            here = places.get(story.paragraph_of(suggestion.first), ())
            _tell(entries, story, suggestion, number, here)
    return number


def suggestions(story: Story) -> list[Suggestion]:
    """Group the changes in a text by author and place, in the order in which they begin."""
    return sorted(_grouped(story), key=lambda one: one.first)


def _grouped(story: Story) -> Iterator[Suggestion]:
    growing: dict[str, Suggestion] = {}
    for number, piece in enumerate(story.pieces):
        if not piece.text:
            continue
        authors = {change.author: change for change in piece.changes}
        for author in [one for one in growing if one not in authors]:
            yield growing.pop(author)
        for author, change in authors.items():
            if author not in growing:
                growing[author] = Suggestion(author, change.date, number)
            growing[author].add(piece, change)
    yield from growing.values()


def _tell(
    entries: Entries, story: Story, suggestion: Suggestion, number: int, places: Sequence[Reference]
) -> None:
    inserted, deleted = _text(suggestion.inserted), _text(suggestion.deleted)
    around = story.around(suggestion.first)
    if _says(inserted):
        kind, text, anchor = "insertion", inserted, deleted[:ANCHOR] if _says(deleted) else around
    elif _says(deleted):
        kind, text, anchor = "deletion", deleted, around
    else:
        entries.count_empty()
        return
    entries.say(
        text,
        locator=f"change {number}",
        author=suggestion.author,
        said_at=to_iso(suggestion.date, day_first=False),
        question=story.heading_above(story.paragraph_of(suggestion.first)),
        anchor=with_places(anchor, places),
        kind=kind,
    )


def _text(pieces: list[str]) -> str:
    return "".join(pieces).replace(END, "\n").strip()


def _says(text: str) -> bool:
    # White space, punctuation and control characters alone say nothing; an amount or a formula may.
    return any(unicodedata.category(character)[0] not in "ZPC" for character in text)
