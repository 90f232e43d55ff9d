"""Adding to the end of the log: every operation gets its time, what was known then, and its id."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lcsynth.register.history import History
from lcsynth.register.log import AFTER, Operation, fields_of, identify, read_log
from lcsynth.workspace.files import explained


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
    text = "".join(json.dumps(fields_of(one), ensure_ascii=False, sort_keys=False) + "\n" for one in written)
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
    operations
        Those that have an id already were given it before, and stay as they are.
    earlier
        The operations of that log, in order.
    """
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
        written.append(replace(timed, id=identify(fields_of(timed))))
        known = [written[-1].id]
    return written
