"""A run of text in a document (body, footnote, comment): as it was, as it is, and who changed what."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

ANCHOR = 2_000  # characters of the paper that an entry keeps; more would copy it for every comment
_WIDEST = 3  # digits
END = "\u2029"  # the paragraph separator stands for the end of a paragraph


class Change(NamedTuple):
    """A tracked change that a piece of text is part of."""

    kind: Literal["insertion", "deletion", "moved in", "moved out"]
    author: str
    date: str


class Piece(NamedTuple):
    """A piece of text with one history; changes from the outermost to the innermost."""

    text: str
    changes: tuple[Change, ...] = ()

    @property
    def original(self) -> bool:
        """Whether it was there before anything was changed."""
        return all(change.kind in {"deletion", "moved out"} for change in self.changes)

    @property
    def current(self) -> bool:
        """Whether it is there once every change is accepted."""
        return all(change.kind in {"insertion", "moved in"} for change in self.changes)


class Cell(NamedTuple):
    """A cell of a table in a document: the number of the table, and its row and column, from 1."""

    table: int
    row: int
    column: int


@dataclass
class Paragraph:
    """A paragraph while it is read: its pieces, what it is, and the cell it stands in."""

    pieces: list[Piece] = field(default_factory=list)
    heading: bool = False
    listed: bool = False
    picture: bool = False
    id: str = ""
    end: tuple[Change, ...] = ()
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """Its text as it is once every change is accepted."""
        return "".join(piece.text for piece in self.pieces if piece.current)

    @property
    def before(self) -> str:
        """Its text as it was before anything was changed."""
        return "".join(piece.text for piece in self.pieces if piece.original)


class Grid:
    """Follows the tables of a document while it is read; in a table within a cell, the innermost counts."""

    def __init__(self) -> None:
        self._tables = 0
        self._open: list[Cell] = []
        self._width: list[int] = []

    @property
    def cell(self) -> Cell | None:
        """The cell that is open."""
        return self._open[-1] if self._open and self._open[-1].column else None

    def open_table(self) -> None:
        """Begin a table."""
        self._tables += 1
        self._open.append(Cell(self._tables, 0, 0))
        self._width.append(1)

    def open_row(self) -> None:
        """Begin a row."""
        if self._open:
            self._open[-1] = Cell(self._open[-1].table, self._open[-1].row + 1, 0)
            self._width[-1] = 1

    def open_cell(self, columns: int = 1) -> None:
        """Begin a cell that is some columns wide."""
        if self._open:
            before = self._open[-1]
            self._open[-1] = Cell(before.table, before.row, before.column + self._width[-1])
            self._width[-1] = columns

    def close_table(self) -> None:
        """End a table."""
        if self._open:
            self._open.pop()
            self._width.pop()


def columns_of(span: str = "") -> int:
    """Give how many columns a cell is wide, as a file tells it; 1 when that makes no sense."""
    return max(1, int(span)) if span.isdecimal() and len(span) <= _WIDEST else 1


class Place(NamedTuple):
    """Between two pieces: a paragraph of the story by number, and how many of its pieces come before."""

    paragraph: int
    piece: int


@dataclass
class Span:
    """What a comment is about: from a place to a place, or only the place where its mark stands."""

    start: Place | None = None
    end: Place | None = None
    mark: Place | None = None


@dataclass
class Story:
    """The paragraphs of one run of text in order, the comments on it, and the notes it refers to.

    ``continued`` holds the cells of its tables that go on with the cell above them.
    """

    name: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    notes: dict[str, Place] = field(default_factory=dict)
    heading: str = ""
    continued: set[Cell] = field(default_factory=set)

    @cached_property
    def pieces(self) -> list[Piece]:
        """All pieces in order, every paragraph closed by its end."""
        return [
            piece for paragraph in self.paragraphs for piece in (*paragraph.pieces, Piece(END, paragraph.end))
        ]

    @cached_property
    def before(self) -> str:
        """The whole text as it was before anything was changed."""
        return "".join(piece.text for piece in self.pieces if piece.original)

    @cached_property
    def _firsts(self) -> list[int]:
        # The number of the first piece of each paragraph.
        return list(itertools.accumulate((len(one.pieces) + 1 for one in self.paragraphs), initial=0))

    @cached_property
    def _offsets(self) -> list[int]:
        # Where each piece begins in the text as it was.
        lengths = (len(piece.text) if piece.original else 0 for piece in self.pieces)
        return list(itertools.accumulate(lengths, initial=0))

    @cached_property
    def _headings(self) -> tuple[list[int], list[str]]:
        found = [
            (number, text)
            for number, one in enumerate(self.paragraphs)
            if one.heading and (text := (one.before.strip() or one.text.strip())[:ANCHOR])
        ]
        return [number for number, _ in found], [text for _, text in found]

    def number(self, place: Place) -> int:
        """Give the number of the piece after a place."""
        return self._firsts[place.paragraph] + place.piece

    def paragraph_of(self, piece: int) -> int:
        """Give the number of the paragraph that holds a piece."""
        return bisect.bisect_right(self._firsts, piece) - 1

    def heading_above(self, paragraph: int) -> str:
        """Give the nearest heading at or above a paragraph."""
        numbers, texts = self._headings
        above = bisect.bisect_right(numbers, paragraph)
        return texts[above - 1] if above else self.heading

    def words(self, start: int, end: int) -> str:
        """Give the text between two pieces as it was, at most `ANCHOR` characters."""
        first, last = self._offsets[start], self._offsets[max(start, end)]
        return self.before[first : min(last, first + ANCHOR)].replace(END, "\n").strip()

    def around(self, piece: int) -> str:
        """Give the paragraph around a piece as it was, or the one before it when there was none."""
        offset = self._offsets[piece]
        low = max(0, offset - ANCHOR)
        start = self.before.rfind(END, low, offset) + 1 or low
        end = self.before.find(END, offset, offset + ANCHOR)
        paragraph = self.before[start : end if end >= 0 else offset + ANCHOR].strip()
        if paragraph:
            return paragraph[:ANCHOR]
        return self.before[low:offset].rstrip(END + " \n\t").rpartition(END)[2].strip()
