"""Writes what goes out beside the reports: the feed and the calendar of the sessions still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.report.agenda import agenda
from lcsynth.report.feed import feed
from lcsynth.report.languages import LOCALES, catalogue
from lcsynth.report.programme import coming
from lcsynth.workspace.files import explained, read_text, write_atomically

if TYPE_CHECKING:
    from lcsynth.register import Operation
    from lcsynth.workspace import Workspace


def write_news(workspace: Workspace, *, today: dt.date, operations: Sequence[Operation]) -> list[Path]:
    """Write feed and calendar in every language of the workspace; remove those that have nothing to tell.

    Parameters
    ----------
    workspace
        Its sessions are told; reports and updates are there already.
    today
        Sessions from this day on are still to come.
    operations
        The whole log: its times are those of the feed.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    DataError
        If something cannot be read or written.
    """
    found = coming(workspace, today)
    made: dict[Path, bytes] = {}
    for language in LOCALES:
        wanted, words = language in workspace.settings.languages, catalogue(language)
        texts = {
            one.id: read_text(path)
            for one in workspace.sessions
            if (path := workspace.update(one.id, language)).is_file()
        }
        written = feed(workspace, words, coming=found, operations=operations, updates=texts) if wanted else ""
        made[workspace.feed(language)] = written.encode("utf-8")
        planned = agenda(workspace.settings, found, words) if wanted and found else b""
        made[workspace.agenda(language)] = planned
    for path, content in made.items():
        _write(path, content)
    return [path for path, content in made.items() if content]


def _write(path: Path, content: bytes) -> None:
    if content:
        write_atomically(path, lambda part: part.write_bytes(content))
        return
    with explained(path, "removed"):
        path.unlink(missing_ok=True)
