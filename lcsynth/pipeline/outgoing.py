"""What goes out beside the reports: a short text per session, the feed, the calendar, the overview."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence

from lcsynth.pipeline.freshness import fingerprint, read_state
from lcsynth.pipeline.synthesis import Synthesis, folder, synthesise
from lcsynth.pipeline.targets import Target
from lcsynth.register import read_log
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import only_writer, write_text


def send_out(workspace: Workspace, targets: Sequence[Target], made: Mapping[str, Synthesis]) -> None:
    """Write the short texts that are stale, and then what tells of all sessions.

    Parameters
    ----------
    targets
        The sessions of this run, their reports made.
    made
        The tables that this run has at hand, by the name of the target.

    Raises
    ------
    DataError
        When something cannot be written, or a quote is not literally what somebody said.
    """
    write_updates(targets, made)
    write_overview(workspace)


def write_updates(targets: Sequence[Target], made: Mapping[str, Synthesis]) -> None:
    """Write the short texts that are stale; they need the tables of a session and not its reports.

    Parameters and errors as of `send_out`.
    """
    for target in targets:
        if target.session is not None:
            _write_updates(target, target.session, made.get(target.name))


def write_overview(workspace: Workspace) -> None:
    """Write what tells of all sessions: the feed, the calendar and the page that links them.

    Which sessions are past hangs on the day; nothing else hangs on the clock.
    """
    from lcsynth.report import write_index, write_news

    today = dt.datetime.now().astimezone().date()
    write_news(workspace, today=today, operations=read_log(workspace.log)[0])
    write_index(workspace, today=today)


def _write_updates(target: Target, session: Session, synthesis: Synthesis | None) -> None:
    """Write the texts of a session whose report, or whose next session, is another than it was."""
    from lcsynth.report.programme import following

    workspace = target.workspace
    after = following(workspace, session)
    told = after.model_dump(mode="json", include={"title", "date", "start", "end", "place"}) if after else {}
    note = folder(workspace, session) / "updates.json"
    before = read_state(note)
    wanted = {language: fingerprint(target.made_from(language), told) for language in target.languages}
    stale = [
        language
        for language, made_from in wanted.items()
        if before.get(language) != made_from or not workspace.update(session.id, language).exists()
    ]
    if not stale:
        return
    from lcsynth.report import SessionPage
    from lcsynth.report.update import update_text

    synthesis = synthesis or synthesise(workspace, session.id)
    for language in stale:
        text = update_text(SessionPage(synthesis, language), after)
        write_text(workspace.update(session.id, language), text)
    with only_writer(workspace.lock):
        write_text(note, json.dumps(before | wanted))
