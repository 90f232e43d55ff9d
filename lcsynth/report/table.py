"""A table of words and numbers that are written out already, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.report.templating import render_macro

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True)
class Heading:
    """The heading of a column; ``number`` puts its cells to the right, ``long`` gives its sentences room."""

    text: str
    number: bool = False
    long: bool = False

    @property
    def look(self) -> str:
        """The class of its cells; empty for a few words."""
        return "lc-number" if self.number else "lc-long" if self.long else ""


@dataclass(frozen=True)
class Table:
    """A table for readers.

    Parameters
    ----------
    caption
        What the table shows, in words.
    headings
        One per column.
    rows
        The cells as text, one row after the other; the first cell of a row names the row.
    """

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def sentences(self) -> bool:
        """Whether a column holds sentences: on a phone the cells of a row then stand below each other."""
        return any(heading.long for heading in self.headings)

    def __html__(self) -> Markup:
        return render_macro("blocks.html.j2", "table", self)


def table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    words: int = 1,
    *,
    long: int | None = None,
) -> Table:
    """Make a table of which the first ``words`` columns hold words and the others numbers.

    ``long`` is the place of a column of sentences.
    """
    marked = tuple(
        Heading(text, number=place >= words, long=place == long) for place, text in enumerate(headings)
    )
    return Table(caption, marked, tuple(tuple(row) for row in rows))
