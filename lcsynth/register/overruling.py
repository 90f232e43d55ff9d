"""The operations that overrule the masking: what they hold in the log, and how they are read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

from lcsynth.prepare.overrules import (
    KINDS,
    MOST_WORDS,
    NO_OVERRULES,
    AtPlace,
    Everywhere,
    Overrules,
    mark_key,
)
from lcsynth.register.log import Operation
from lcsynth.register.undoing import undone

MASK, UNMASK = "mask", "unmask"
OVERRULING = frozenset({MASK, UNMASK})
_HASH = re.compile(r"[0-9a-f]{64}")


def arguments_of(one: AtPlace | Everywhere, key: bytes) -> dict[str, Any]:
    """Give the arguments of the operation for an overrule; they never hold what is masked."""
    given = {name: value for name, value in one._asdict().items() if name != "kind" or value}
    return given | {"key": mark_key(key)} if isinstance(one, Everywhere) else given


def overrule_of(name: str, arguments: Mapping[str, Any]) -> AtPlace | Everywhere:
    """Read an operation back.

    Raises
    ------
    ValueError
        When its arguments are not those of an overrule; the message says why.
    """
    kind = arguments.get("kind", "")
    if name == MASK and kind not in KINDS:
        raise ValueError(f"its kind is not one of {', '.join(KINDS)}")
    if name == UNMASK:
        kind = ""
    if "word" in arguments:
        word, words = arguments["word"], arguments.get("words")
        if not isinstance(word, str) or not _HASH.fullmatch(word):
            raise ValueError("its argument 'word' is not a hash of 64 hexadecimal digits")
        if not _is_number(words) or not 1 <= words <= MOST_WORDS:
            raise ValueError(f"its argument 'words' is not a number from 1 to {MOST_WORDS}")
        return Everywhere(word, words, kind)
    session, contribution = arguments.get("session"), arguments.get("contribution")
    if not isinstance(session, str) or not isinstance(contribution, str) or not contribution:
        raise ValueError("it names no contribution of a session")
    start, end = arguments.get("start"), arguments.get("end")
    if not _is_number(start) or not _is_number(end) or not 0 <= start < end:
        raise ValueError("its arguments 'start' and 'end' are not a stretch of text")
    return AtPlace(session, contribution, start, end, kind)


def overrules_in(operations: Iterable[Operation]) -> Overrules:
    """Give the overrules that hold after these operations; what cannot be read is left out.

    `replay` reports what is left out.
    """
    operations = list(operations)
    found, off = NO_OVERRULES, undone(operations)
    for one in operations:
        if one.operation in OVERRULING and one.id not in off:
            try:
                found = found.after(overrule_of(one.operation, one.arguments))
            except ValueError:
                continue
    return found


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
