"""Which operations are undone; undoing an undo does the operation again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lcsynth.register.log import MACHINE, Operation

UNDO = "undo"


def undone(operations: Sequence[Operation]) -> dict[str, Operation]:
    """Find the operations that do not count any more.

    Parameters
    ----------
    operations
        In the order of `read_log`.

    Returns
    -------
    dict
        The id of each undone operation → the operation that undid it.
    """
    places = places_of(operations)
    found: dict[str, Operation] = {}
    # From the last to the first: whether an undo counts is known before what it undoes is reached.
    for one in reversed(operations):
        if one.operation == UNDO and one.id not in found and not refusal(one, operations, places):
            found[one.arguments["undone"]] = one
    return found


def places_of(operations: Sequence[Operation]) -> dict[str, int]:
    """Tell where in the log each operation is, by id."""
    return {one.id: place for place, one in enumerate(operations)}


def refusal(one: Operation, operations: Sequence[Operation], places: Mapping[str, int]) -> str:
    """Say why an undo cannot be followed; empty when it can.

    Parameters
    ----------
    places
        Operation id → place in ``operations``.
    """
    target = one.arguments.get("undone")
    place = places.get(target) if isinstance(target, str) else None
    if place is None:
        return f"there is no operation {target}"
    if operations[place].coder == MACHINE:
        return f"operation {target} is the machine's, which can be overruled but not undone"
    if place >= places[one.id]:
        return f"operation {target} was not there yet"
    return ""
