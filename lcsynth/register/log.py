"""The append-only log: one operation a line, never rewritten."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from lcsynth.errors import CallError
from lcsynth.workspace.files import explained

MACHINE = "machine"
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


@dataclass(frozen=True)
class Problem:
    """A line that could not be read or an operation that no longer applies, and why."""

    place: str
    reason: str


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
    return sorted(found.values(), key=lambda one: (one.time, one.id)), problems


def append(path: Path, operations: Sequence[Operation]) -> list[Operation]:
    """Add operations at the end of the log, all in one write; call it with the workspace locked.

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
    earlier, _ = read_log(path)
    # Never earlier than the last line: a clock that went back would change the order of the replay.
    now = dt.datetime.now(dt.UTC)
    if earlier:
        now = max(now, dt.datetime.fromisoformat(earlier[-1].time) + dt.timedelta(microseconds=1))
    written = []
    for step, one in enumerate(operations):
        time = (now + dt.timedelta(microseconds=step)).isoformat(timespec="microseconds")
        timed = replace(one, time=time)
        written.append(replace(timed, id=_identify(asdict(timed))))
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


def _line(one: Operation) -> dict[str, Any]:
    return {"id": one.id, **{key: getattr(one, key) for key in _KEYS}}


def _identify(fields: Mapping[str, Any]) -> str:
    core = json.dumps(
        [fields[key] for key in _KEYS], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
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
    if dt.datetime.fromisoformat(fields["time"]).tzinfo is None:
        raise ValueError("the time has no time zone")
    if fields["id"] != _identify(fields):
        raise ValueError(
            "its id does not fit its content: the line was changed by hand; add an operation instead"
        )
    return Operation(**fields)
