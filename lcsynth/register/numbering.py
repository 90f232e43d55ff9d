"""Which number each theme has, also when two branches gave the same number to different themes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lcsynth.register.log import Operation

THEME_ID = re.compile(r"T[0-9]{3,9}")
# The operations that make a theme, and the argument in which each names it.
MAKING = {"found": "theme", "split": "new"}


@dataclass(frozen=True)
class Numbering:
    """The number of every theme that was ever made.

    Attributes
    ----------
    numbers
        The making operation (its id and the number it names) → the number that the theme has.
    makers
        Number → the operation that made the theme.
    taken
        Number of a theme that had to give way → the operation that had its first number before.
    """

    numbers: Mapping[tuple[str, str], str]
    makers: Mapping[str, Operation]
    taken: Mapping[str, Operation]

    @property
    def last(self) -> int:
        """The highest number, also of themes that were undone: a number never gets another meaning."""
        return max((int(name[1:]) for name in self.makers), default=0)

    def number(self, one: Operation) -> str:
        """Give the number of the theme that an operation made; empty when it may not make one."""
        return self.numbers.get((one.id, one.arguments[MAKING[one.operation]]), "")


def number_themes(operations: Sequence[Operation]) -> Numbering:
    """Give every theme its number; where two have the same one, the later takes the next that is free.

    The same theme found twice (the same statements of the same session, on two branches) is one theme.
    What is free does not hang on what came later in time, so a number stays once it is given. Older versions
    left a theme out when its number was taken, and found it again in the next run: theirs has no number.
    """
    made = list(_making(operations))
    makers: dict[str, Operation] = {}
    for number, one in made:
        makers.setdefault(number, one)
    numbers: dict[tuple[str, str], str] = {}
    taken: dict[str, Operation] = {}
    others: dict[str, dict[str, Operation]] = {number: {number: one} for number, one in makers.items()}
    for number, one in made:
        given = next((name for name, other in others[number].items() if _alike(one, other)), "")
        if not given:
            if one.after is None:
                continue
            given = _free(number, makers)
            makers[given] = others[number][given] = one
            taken[given] = makers[number]
        numbers[one.id, number] = given
    return Numbering(numbers, makers, taken)


def _making(operations: Sequence[Operation]) -> Iterator[tuple[str, Operation]]:
    for one in operations:
        if one.operation in MAKING:
            number = one.arguments.get(MAKING[one.operation])
            if isinstance(number, str) and THEME_ID.fullmatch(number):
                yield number, one


def _alike(one: Operation, other: Operation) -> bool:
    keys = ("session", "members")
    return one is other or (
        one.operation == other.operation == "found"
        and all(one.arguments.get(key) == other.arguments.get(key) for key in keys)
    )


def _free(number: str, makers: Mapping[str, Operation]) -> str:
    at = int(number[1:]) + 1
    while (name := f"T{at:03d}") in makers:
        at += 1
    return name
