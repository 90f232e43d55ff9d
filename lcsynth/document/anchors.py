"""From the words that somebody marked in the paper to the paragraph that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lcsynth.document.paper import Paper
from lcsynth.prepare.identifiers import MASK

# What Word, a browser and Markdown write differently.
_MARKUP = re.compile(r"[*_`#>\\]|\[(?=[^\]]*\]\()|\]\([^)]*\)")
_TABLE_LINE = re.compile(r"^(?=.*\|)(?=.*-)[ \t|:-]+$", re.MULTILINE)  # between heading and rows
_BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": "", "\ufeff": ""}
)
_LONGEST = 40  # words looked for; who marks a whole page means where it begins


class Place(NamedTuple):
    """A place in a version of the paper: a section, and the anchor of a paragraph in it or its own."""

    section: str
    anchor: str


def find_places(words: str, paper: Paper) -> list[Place]:
    """Find where marked words stand in the paper.

    Parameters
    ----------
    words
        As they were marked; where a name in them was masked, any words may stand.

    Returns
    -------
    list of Place
        Every paragraph and heading that holds them; what is to be done with several is for the caller.
    """
    pieces = [plain(piece) for piece in MASK.split(words)]
    looked_for = _pattern([" ".join(piece.split()[:_LONGEST]) for piece in pieces if piece])
    if looked_for is None:
        return []
    return [place for place, text in _texts(paper) if looked_for.search(text)]


def all_places(paper: Paper) -> list[Place]:
    """List every heading and paragraph of a paper in the order in which they are read."""
    return [
        Place(section.number, anchor)
        for section in paper.sections
        for anchor in (section.number, *(one.anchor for one in section.paragraphs))
    ]


def on_page(paper: Paper, page: int) -> list[Place]:
    """Give the sections of which something stands on a page; when that is one paragraph, its place."""
    there = [
        Place(section.number, one.anchor)
        for section in paper.sections
        for one in section.paragraphs
        if page in one.pages
    ]
    if len(there) == 1:
        return there
    return [Place(number, number) for number in dict.fromkeys(place.section for place in there)]


def plain(text: str) -> str:
    """Write a text as its words alone: as `flat` does, without capitals."""
    return flat(text).casefold()


def flat(text: str) -> str:
    """Write a text without markup and on one line, with one kind of quote, dash and space.

    Of a table only the cells count, not the line of hyphens or the room between the bars.
    """
    if _TABLE_LINE.search(text):
        text = _BAR.sub(" | ", _TABLE_LINE.sub("", text, count=1))
    return " ".join(_MARKUP.sub("", text).translate(_QUOTES).split())


def _texts(paper: Paper) -> Iterator[tuple[Place, str]]:
    for section in paper.sections:
        yield Place(section.number, section.number), plain(section.title)
        for paragraph in section.paragraphs:
            yield Place(section.number, paragraph.anchor), plain(paragraph.text)


def _pattern(pieces: list[str]) -> re.Pattern[str] | None:
    if not any(re.search(r"\w", piece) for piece in pieces):
        return None
    joined = r".{1,80}?".join(map(re.escape, pieces))
    first, last = pieces[0][:1], pieces[-1][-1:]
    edges = (r"(?<!\w)" if first.isalnum() else "", r"(?!\w)" if last.isalnum() else "")
    return re.compile(edges[0] + joined + edges[1])
