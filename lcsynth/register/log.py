"""The append-only log: one operation a line, never rewritten."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lcsynth.errors import CallError
from lcsynth.workspace.files import explained

MACHINE = "machine"
# Kept among the arguments, so that an older version of lcsynth still reads the line.
AFTER = "after"
# One for all lines: making one takes longer than writing a line with it.
_CORE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_KEYS = ("time", "coder", "operation", "arguments", "note")


# What git writes between the two sides of a conflict.
_CONFLICT = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


@dataclass(frozen=True)
class Operation:
    """One line of the log.

    Attributes
    ----------
    id
        Computed from all other fields, so that a line changed by hand is noticed.
    time
        UTC, ISO 8601 with microseconds; later lines of one log have later times.
    coder
        Who did it: a person, or `machine`.
    operation
        What was done, a name in `replay.OPERATIONS`.
    arguments
        What it was done to.
    note
        Why, in free words.
    """

    time: str
    coder: str
    operation: str
    arguments: Mapping[str, Any]
    note: str = ""
    id: str = field(default="")

    @property
    def after(self) -> tuple[str, ...] | None:
        """The last operations known when this one was written; None when an older version wrote it."""
        named = self.arguments.get(AFTER)
        return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else None


@dataclass(frozen=True)
class Problem:
    """A line that could not be read or an operation that does not apply, and why.

    ``operation`` is the id of that operation, empty for a line.
    """

    place: str
    reason: str
    operation: str = ""


def operation(name: str, *, coder: str | None = None, note: str = "", **arguments: object) -> Operation:
    """Make an operation that `append` will give its time and id.

    Parameters
    ----------
    coder
        The person who does it; None for the machine.

    Raises
    ------
    CallError
        When the coder's name is empty, holds control characters or is the machine's, or a text holds what
        cannot be written.
    """
    who = MACHINE if coder is None else name_of(coder)
    try:
        json.dumps([arguments, note], ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise CallError(
            f"{error.object[error.start]!r} is half a character and cannot be written",
            mend="Type the text again",
        ) from error
    return Operation("", who, name, arguments, note)


def name_of(coder: str) -> str:
    """Give the name of a person as the log holds it.

    Raises
    ------
    CallError
        When it is empty, holds control characters or is the machine's.
    """
    name = coder.strip()
    if not name or not name.isprintable() or name.casefold() == MACHINE:
        raise CallError(
            f"{coder!r} is not a name of a coder",
            expected=f"a person's name in plain characters on one line, and not '{MACHINE}'",
        )
    return name


def of_machine(operations: Sequence[Operation]) -> list[Operation]:
    """Give what the machine found, without what people did."""
    return [one for one in operations if one.coder == MACHINE]


def read_log(path: Path) -> tuple[list[Operation], list[Problem]]:
    """Read the log; lines that cannot be read are reported and left as they are.

    Returns
    -------
    tuple
        The operations, each once, ordered by time and id, so that branches merged in any order read the
        same; and the problems by line.

    Raises
    ------
    DataError
        When the file itself cannot be read.
    """
    if not path.exists():
        return [], []
    with explained(path, "read"):
        raw = path.read_bytes()
    found: dict[str, Operation] = {}
    lines: dict[str, int] = {}
    problems = []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            one = _parse(line)
        except (ValueError, TypeError) as error:
            problems.append(Problem(f"line {number}", str(error)))
            continue
        found[one.id] = one
        lines[one.id] = number
    for one in found.values():
        if any(name in found and found[name].time >= one.time for name in one.after or ()):
            reason = "its time is not after that of what was known when it was written; it counts by its time"
            problems.append(Problem(f"line {lines[one.id]}", reason))
    return sorted(found.values(), key=lambda one: (one.time, one.id)), problems


def fields_of(one: Operation) -> dict[str, Any]:
    """Give an operation as the fields of its line, in order."""
    return {"id": one.id, **{key: getattr(one, key) for key in _KEYS}}


def identify(fields: Mapping[str, Any]) -> str:
    """Compute the id of an operation from all its other fields."""
    core = _CORE.encode([fields[key] for key in _KEYS])
    return "o" + hashlib.sha256(core.encode("utf-8")).hexdigest()[:12]


def _parse(line: bytes) -> Operation:
    """Read one line; the message of what it raises is meant for a person."""
    if line.startswith(_CONFLICT):
        raise ValueError(
            "git left this mark where it could not merge two logs; take such marks out, keep all other lines"
        )
    try:
        fields = json.loads(line.decode("utf-8"))
    except ValueError as error:
        raise ValueError(
            "this is not a whole line of JSON; it may have been cut off while writing"
        ) from error
    if not isinstance(fields, dict) or set(fields) != {"id", *_KEYS}:
        raise ValueError(f"an operation has exactly the keys id, {', '.join(_KEYS)}")
    if not all(isinstance(fields[key], str) for key in ("id", "time", "coder", "operation", "note")):
        raise ValueError("id, time, coder, operation and note are texts")
    if not isinstance(fields["arguments"], dict):
        raise TypeError("arguments is an object")
    if not fields["coder"].strip() or not fields["coder"].isprintable():
        raise ValueError("its coder is not a name in plain characters")
    try:
        zone = dt.datetime.fromisoformat(fields["time"]).tzinfo
    except ValueError as error:
        raise ValueError(
            f"its time {fields['time']!r} is no moment such as 2022-05-17T13:02:11+00:00: the line was "
            "changed by hand; put it back as it was"
        ) from error
    if zone is None:
        raise ValueError("the time has no time zone")
    if fields["id"] != identify(fields):
        raise ValueError(
            "its id does not fit its content: the line was changed by hand; add an operation instead"
        )
    return Operation(**fields)
