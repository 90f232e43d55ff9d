"""The closed questions of a survey: what each person chose, kept as attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lcsynth.ingest.cells import clean, unusable
from lcsynth.ingest.table import Table
from lcsynth.ingest.wordings import match_wording

if TYPE_CHECKING:
    from lcsynth.workspace import Wording

_LISTED = 20  # wordings
_SHORT = 40  # characters: a longer one that occurs once may be anything that somebody typed


class ClosedColumns:
    """Gives the closed answers of a row, question → answer; each different answer is in memory once."""

    def __init__(self, table: Table, columns: Collection[int]) -> None:
        self._known: list[tuple[int, str, dict[str, str]]] = []
        self._unusable: list[tuple[int, dict[str, str]]] = []
        for index in columns:
            texts = {value: clean(value) for value in set(table.column(index))}
            wrong = {value: reason for value, text in texts.items() if (reason := unusable(text))}
            fine = {value: " ".join(text.split()) for value, text in texts.items() if value not in wrong}
            self._known.append((index, table.header[index], fine))
            if wrong:
                self._unusable.append((index, wrong))

    def chosen(self, cells: Sequence[str]) -> dict[str, str]:
        """Give what was chosen in a row; questions without an answer are left out."""
        return {
            question: answer for index, question, known in self._known if (answer := known.get(cells[index]))
        }

    def unusable(self, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Give the cells of a row that cannot be kept, each with the reason."""
        for index, wrong in self._unusable:
            if reason := wrong.get(cells[index]):
                yield cells[index], reason


def unmapped(values: Sequence[str], wordings: Mapping[str, Wording]) -> tuple[str, ...]:
    """List the answers that mean none of the wordings known: the 20 most frequent, in alphabetical order.

    One that occurs once and is long is left out: it may be a text that somebody typed.
    """
    counts = Counter(" ".join(clean(value).split()) for value in values)
    unknown = {
        value: count
        for value, count in counts.items()
        if value
        and not unusable(value)
        and not match_wording(value, wordings)
        and (count > 1 or len(value) <= _SHORT)
    }
    most = sorted(unknown, key=lambda value: (-unknown[value], value))[:_LISTED]
    return tuple(sorted(most))
