"""What people did by hand, told from what they accepted of a refit: the machine proposes nothing over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lcsynth.register.log import MACHINE, Operation
from lcsynth.register.replay import Register
from lcsynth.register.state import MEANT
from lcsynth.register.undoing import undone

# The argument by which an operation says which accepted proposal it comes from.
REFIT = "refit"


def placed_by_hand(operations: Sequence[Operation], register: Register) -> set[str]:
    """Give the statements that a person put where they are now, by a move or a split of their own."""
    placed: dict[str, bool] = {}
    for one in _of_people(operations, register):
        if one.operation in ("move", "split"):
            placed |= dict.fromkeys(one.arguments["statements"], REFIT not in one.arguments)
    return {statement for statement, by_hand in placed.items() if by_hand}


def shaped_by_hand(operations: Sequence[Operation], register: Register) -> Mapping[str, list[Operation]]:
    """Give per theme the splits and merges by which people shaped it."""
    made = {theme.made_by: theme.id for theme in register.themes.values()}
    found: dict[str, list[Operation]] = defaultdict(list)
    for one in _of_people(operations, register):
        if REFIT in one.arguments:
            continue
        if one.operation == "split":
            new = made[one.id]
            for theme in dict.fromkeys(filter(None, (register.themes[new].split_from, new))):
                found[register.resolve(theme)].append(one)
        elif one.operation == "merge":
            into = one.arguments["into"]
            meant = made.get(one.arguments.get(MEANT, {}).get(into, ""), into)
            found[register.resolve(meant)].append(one)
    return found


def _of_people(operations: Sequence[Operation], register: Register) -> list[Operation]:
    """Give what people did that counts: neither undone nor left out because it does not apply."""
    off = undone(operations).keys() | {problem.operation for problem in register.problems}
    return [one for one in operations if one.coder != MACHINE and one.id not in off]
