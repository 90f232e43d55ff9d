"""Operations and themes as text: who did what, when and why, and which operations a theme went through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lcsynth.counting import counted
from lcsynth.register import Operation, Register
from lcsynth.register.by_hand import REFIT
from lcsynth.register.coding import CODES
from lcsynth.register.deciding import DECIDE
from lcsynth.register.log import AFTER
from lcsynth.register.state import MEANT
from lcsynth.register.undoing import UNDO

# What says how operations hang together, and is not for people.
_BETWEEN_LINES = (AFTER, MEANT, REFIT)
_MANY = ("members", "statements", CODES)
_NAMING = ("theme", "themes", "into", "to", "new", "target")


def told_operation(one: Operation, undone: Mapping[str, Operation] | None = None) -> str:
    """Give an operation as one line without characters that a terminal would obey.

    Parameters
    ----------
    undone
        As made by `undoing.undone`, to say what does not count any more.
    """
    shown = {name: value for name, value in one.arguments.items() if name not in _BETWEEN_LINES}
    if one.operation == DECIDE:  # an empty theme says where to (nowhere), an empty reason says nothing
        shown = {name: value for name, value in shown.items() if value}
    what = ", ".join(f"{name} {_told(name, value)}" for name, value in shown.items())
    line = f"{one.time[:19]}  {one.id}  {one.coder}: {one.operation} {what}".rstrip()
    line += f" ({one.note})" if one.note else ""
    if undone and one.id in undone:
        line += f" [undone by {undone[one.id].coder}, {undone[one.id].id}]"
    return plain(line)


def operations_about(operations: Sequence[Operation], register: Register, theme_id: str) -> list[Operation]:
    """Give the operations that name a theme, and those that undo them, in order of time."""
    made_by = register.themes[theme_id].made_by
    found: dict[str, Operation] = {}
    for one in operations:
        undoes = one.operation == UNDO and one.arguments.get("undone") in found
        if undoes or one.id == made_by or _names(one, theme_id, made_by):
            found[one.id] = one
    return list(found.values())


def plain(text: str) -> str:
    """Give a text without characters that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _names(one: Operation, theme_id: str, made_by: str) -> bool:
    named: set[object] = set()
    for key in _NAMING:
        value = one.arguments.get(key)
        named |= {name for name in value if isinstance(name, str)} if isinstance(value, list) else {value}
    meant = one.arguments.get(MEANT)
    if isinstance(meant, dict) and meant:
        return made_by in (meant.get(name) for name in named if isinstance(name, str))
    # A theme that took another number was made by the operation that names the first one.
    return theme_id in named and not (one.operation in ("found", "split") and one.id != made_by)


def _told(name: str, value: object) -> object:
    if name in _MANY and isinstance(value, list | dict):
        return counted(len(value), "statement")
    return ", ".join(map(str, value)) if isinstance(value, list) else value
