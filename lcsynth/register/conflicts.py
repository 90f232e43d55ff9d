"""What people did without knowing of each other, and what cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lcsynth.register.history import History
from lcsynth.register.log import Operation

NUMBER, GONE = "number", "gone"


@dataclass(frozen=True)
class Conflict:
    """Two or more operations of which none knew the others.

    Attributes
    ----------
    kind
        What they disagree on: a field of a theme (`label_nl`, `status`, …), `place` (the theme of a
        statement), `quote` (whether to quote it), `decide` (the decision on a theme at a place), `link`
        (whether one is about a place), `number` (two themes were found under one number) or `gone` (one of
        them merged or rejected the theme that the others worked on).
    target
        A theme or statement id; for `number` the theme that took another number.
    sides
        In order of time; of a field or place the last one holds.
    """

    kind: str
    target: str
    sides: tuple[Operation, ...]


class Conflicts:
    """Keeps, per thing that people can disagree on, the operations that were not seen by a later one.

    An operation whose coder saw all sides takes their place: that is how a conflict is resolved.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._sides: dict[tuple[str, str], list[tuple[Operation, str]]] = {}
        self._ended: dict[str, Operation] = {}
        self._into: dict[str, str] = {}
        # The themes of which several sides are open; mostly none.
        self._disputed: dict[str, None] = {}

    def note(self, kind: str, target: str, one: Operation, value: str) -> None:
        """Note that a person gave a field of a theme, or a statement, this value."""
        against = [
            (other, other_value)
            for other, other_value in self._sides.get((kind, target), ())
            if other_value != value and other.coder != one.coder and not self._history.seen(other, by=one)
        ]
        self._sides[kind, target] = [*against, (one, value)]

    def touch(self, theme: str, one: Operation, *, ends: bool = False, into: str = "") -> None:
        """Note that a person did something to a theme; `ends` when they merged it away or rejected it."""
        self.settle(theme, one)
        self.note(GONE, theme, one, one.id)
        end = self._ended.get(theme)
        sides = self._sides[GONE, theme]
        if (
            end
            and end.coder != one.coder
            and not self.knew_end(theme, one)
            and all(end is not other for other, _ in sides)
        ):
            sides.insert(0, (end, end.id))
        if ends:
            self._ended[theme] = one
        if into:
            self._into[theme] = into
        if len(sides) > 1:
            self._disputed[theme] = None

    def settle(self, theme: str, one: Operation) -> None:
        """Take a dispute about a theme, or one merged into it, as settled by somebody who saw all sides."""
        settled = [(NUMBER, theme)] if (NUMBER, theme) in self._sides else []
        settled += [(GONE, gone) for gone in self._disputed if self._now(gone) == self._now(theme)]
        for key in settled:
            if all(self._history.seen(side, by=one) for side, _ in self._sides[key]):
                self._sides[key] = []

    def revive(self, theme: str) -> None:
        """Note that a rejected theme counts again."""
        self._ended.pop(theme, None)

    def _now(self, theme: str) -> str:
        while theme in self._into:
            theme = self._into[theme]
        return theme

    def knew_end(self, theme: str, one: Operation) -> bool:
        """Tell whether whoever wrote an operation knew that a theme was merged away or rejected."""
        end = self._ended.get(theme)
        return end is None or self._history.seen(end, by=one)

    def renumbered(self, theme: str, first: Operation, later: Operation) -> None:
        """Note that a theme had to take another number, because an earlier one has its own."""
        self._sides[NUMBER, theme] = [(first, first.id), (later, later.id)]

    def open(self) -> Iterator[Conflict]:
        """Give the conflicts that nobody has resolved, in order of kind and target."""
        for (kind, target), sides in sorted(self._sides.items(), key=lambda item: item[0]):
            found = tuple(side for side, _ in sides)
            ended = self._ended.get(target)
            if len(found) > 1 and (kind != GONE or any(one is ended for one in found)):
                yield Conflict(kind, target, found)
