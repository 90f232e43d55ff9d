"""The append-only log: one operation a line, never rewritten."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    who = MACHINE if coder is None else coder.strip()
    if not who or not who.isprintable() or (coder is not None and who.casefold() == MACHINE):
        raise CallError(
            f"{coder!r} is not a name of a coder",
            expected=f"a person's name in plain characters on one line, and not '{MACHINE}'",
        )
    try:
        json.dumps([arguments, note], ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise CallError(
            f"{error.object[error.start]!r} is half a character and cannot be written",
            mend="Type the text again",
        ) from error
    return Operation("", who, name, arguments, note)


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


def append(
    path: Path, operations: Sequence[Operation], earlier: Sequence[Operation] | None = None
) -> list[Operation]:
    """Add operations at the end of the log, all in one write; call it with the workspace locked.

    Parameters
    ----------
    earlier
        What `read_log` gave since the workspace was locked; it is read when not given.

    Returns
    -------
    list of Operation
        The same operations with their times and ids.

    Raises
    ------
    DataError
        When the log cannot be written.
    """
    if not operations:
        return []
    written = stamped(operations, read_log(path)[0] if earlier is None else earlier)
    text = "".join(json.dumps(_line(one), ensure_ascii=False, sort_keys=False) + "\n" for one in written)
    with explained(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as handle:
            if handle.tell():
                handle.seek(-1, os.SEEK_END)
                if handle.read(1) != b"\n":
                    text = "\n" + text  # a half-written line stays, on a line of its own
            handle.write(text.encode("utf-8"))
            handle.flush()
            os.fsync(handle.fileno())
    return written


def stamped(operations: Sequence[Operation], earlier: Sequence[Operation]) -> list[Operation]:
    """Give operations the time and id they get in a log, and say what was known when they were written.

    Parameters
    ----------
    earlier
        The operations of that log, in order; those of `append` are stamped already and keep all of it.
    """
    from lcsynth.register.history import History

    now = dt.datetime.now(dt.UTC)
    if earlier:
        # Never earlier than the last line: a clock that went back would change the order of the replay.
        now = max(now, dt.datetime.fromisoformat(earlier[-1].time) + dt.timedelta(microseconds=1))
    known = History(earlier).heads
    written = []
    for step, one in enumerate(operations):
        if one.id:
            written.append(one)
            continue
        time = (now + dt.timedelta(microseconds=step)).isoformat(timespec="microseconds")
        timed = replace(one, time=time, arguments={**one.arguments, AFTER: known})
        written.append(replace(timed, id=_identify(_line(timed))))
        known = [written[-1].id]
    return written


def _line(one: Operation) -> dict[str, Any]:
    return {"id": one.id, **{key: getattr(one, key) for key in _KEYS}}


def _identify(fields: Mapping[str, Any]) -> str:
    core = _CORE.encode([fields[key] for key in _KEYS])
    return "o" + hashlib.sha256(core.encode("utf-8")).hexdigest()[:12]


def _parse(line: bytes) -> Operation:
    """Read one line; the message of what it raises is meant for a person."""
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
    if dt.datetime.fromisoformat(fields["time"]).tzinfo is None:
        raise ValueError("the time has no time zone")
    if fields["id"] != _identify(fields):
        raise ValueError(
            "its id does not fit its content: the line was changed by hand; add an operation instead"
        )
    return Operation(**fields)
