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
    """The heading of a column; ``number`` puts its cells to the right."""

    text: str
    number: bool = False


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

    def __html__(self) -> Markup:
        return render_macro("blocks.html.j2", "table", self)


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> Table:
    """Make a table of which the first ``words`` columns hold words and the others numbers."""
    marked = tuple(Heading(text, number=place >= words) for place, text in enumerate(headings))
    return Table(caption, marked, tuple(tuple(row) for row in rows))
