"""What was known when an operation was written, read from the log: branches that git merged know less."""

from __future__ import annotations

from collections.abc import Iterable

from lcsynth.register.log import Operation


class History:
    """Which operations each operation had seen.

    Every operation names the last ones that were known when it was written (`Operation.after`): one, or more
    where branches came together. One of an older version names none: it is taken to have seen all before it.

    Parameters
    ----------
    operations
        In the order of `read_log`.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        # Operations that follow each other are one stretch; of every stretch we keep how far it knew others.
        self._places: dict[str, tuple[int, int]] = {}
        self._lengths: list[int] = []
        self._knew: list[dict[int, int]] = []
        self._heads: dict[str, None] = {}
        for one in operations:
            self._add(one)

    @property
    def heads(self) -> list[str]:
        """The ids of the operations that no other one has seen, in order."""
        return list(self._heads)

    def seen(self, earlier: Operation, *, by: Operation) -> bool:
        """Tell whether whoever wrote an operation knew an earlier one."""
        stretch, place = self._places[by.id]
        other, at = self._places[earlier.id]
        return at <= place if other == stretch else self._knew[stretch].get(other, -1) >= at

    def _add(self, one: Operation) -> None:
        before = [name for name in one.after or () if name in self._places]
        if not before and one.after != ():  # an older version, or what it names can no longer be read
            before = list(self._heads)
        places = [self._places[name] for name in before]
        for name in before:
            self._heads.pop(name, None)
        self._heads[one.id] = None
        if len(places) == 1 and places[0][1] == self._lengths[places[0][0]] - 1:
            stretch = places[0][0]
        else:
            stretch = len(self._lengths)
            self._lengths.append(0)
            self._knew.append(self._known_at(places))
        self._places[one.id] = (stretch, self._lengths[stretch])
        self._lengths[stretch] += 1

    def _known_at(self, places: Iterable[tuple[int, int]]) -> dict[int, int]:
        known: dict[int, int] = {}
        for stretch, place in places:
            for other, at in [*self._knew[stretch].items(), (stretch, place)]:
                known[other] = max(at, known.get(other, -1))
        return known
