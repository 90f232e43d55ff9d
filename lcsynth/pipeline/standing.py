"""How a workspace stands: what is there, what is stale, what waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from lcsynth.counting import counted
from lcsynth.document.unsettled import unsettled
from lcsynth.ingest.reasons import FOR_INFORMATION
from lcsynth.pipeline.conflicting import told_conflict
from lcsynth.pipeline.freshness import Inputs, endpoint_account, read_state
from lcsynth.pipeline.material import PREPARED
from lcsynth.pipeline.namesakes import namesakes
from lcsynth.pipeline.settling import unsettled_sentences
from lcsynth.pipeline.synthesis import WHOLE, folder
from lcsynth.pipeline.targets import targets
from lcsynth.pipeline.unapplied import unapplied
from lcsynth.pipeline.versions import versions
from lcsynth.pipeline.waiting import places_waiting
from lcsynth.register import read_log, replay
from lcsynth.register.log import Problem
from lcsynth.workspace import LIVING_DOCUMENT, Session, Workspace
from lcsynth.workspace.files import read_table


@dataclass(frozen=True)
class Standing:
    """One line of the status.

    Attributes
    ----------
    state
        `fresh`, `stale`, or `no sources`.
    counts
        Rows per table, as of the last run.
    ledger
        The account of each source, as of when it was last read: rows of the ledger table.
    """

    name: str
    date: str
    state: str
    counts: Mapping[str, int]
    ledger: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Status:
    """All sessions, and what a person has to look at, as sentences; and the endpoint, where one is on."""

    standings: tuple[Standing, ...]
    waiting: tuple[str, ...]
    endpoint: str = ""


def status(workspace: Workspace) -> Status:
    """Say how the workspace stands.

    Raises
    ------
    DataError
        When the settings, the sessions or the log cannot be read.
    """
    found = {target.name: target for target in targets(workspace)}
    operations, unread = read_log(workspace.log)
    inputs, lines, waiting = Inputs(workspace), [], []
    for name, session in [*((one.id, one) for one in workspace.sessions), (LIVING_DOCUMENT, None)]:
        counts = read_state(folder(workspace, session) / "state.json").get("passport", {}).get("counts", {})
        state = "no sources"
        if name in found:
            state = "stale" if found[name].stale(inputs, operations) else "fresh"
        ledger = read_state(workspace.interim(name, PREPARED)).get("ledger", ()) if session else ()
        lines.append(Standing(name, str(session.date) if session else "", state, counts, tuple(ledger)))
        if session is not None and counts.get("quarantine") and (refused := _to_mend(workspace, session)):
            told = counted(refused, "entry", "entries")
            waiting.append(f"{name}: {told} in quarantine (lcsynth export quarantine)")
    register = replay(operations)
    problems = (*unread, *register.problems, *unapplied(inputs, operations))
    waiting += [_told(workspace, problem) for problem in problems]
    waiting += [told_conflict(conflict) for conflict in register.conflicts]
    unnamed = sum(theme.status == "candidate" for theme in register.themes.values())
    if unnamed:
        told = counted(unnamed, "candidate theme")
        waiting.append(f"{told} that nobody has named (lcsynth themes list)")
    waiting += namesakes(register)
    undecided = lines[-1].counts.get("open_decisions")
    if undecided:
        waiting.append(f"{counted(undecided, 'decision')} for the authors (lcsynth document matrix)")
    waiting += places_waiting(workspace, WHOLE)
    waiting += unsettled_sentences(unsettled(register, versions(workspace)))
    waiting += without_paper(workspace)
    waiting += endpoint_problems(workspace)
    return Status(tuple(lines), tuple(waiting), _endpoint(workspace))


def _to_mend(workspace: Workspace, session: Session) -> int:
    """Count the entries in quarantine that somebody may want to look at, as of the last run."""
    path = folder(workspace, session) / "quarantine.parquet"
    if not path.exists():
        return 0
    return int((~read_table(path)["reason"].isin(FOR_INFORMATION)).sum())


def without_paper(workspace: Workspace, names: Collection[str] = ()) -> list[str]:
    """Say of which sessions nothing is linked to the paper, because they name no version of it.

    Parameters
    ----------
    names
        Of the sessions to look at; empty for all.
    """
    known = workspace.papers()
    mend = f"Put `paper_version: {known[-1] if known else 'v1'}` under it in data/sessions.yaml."
    if not known:
        mend = f"Import one with `lcsynth document import FILE --as v1`. {mend}"
    return [
        f"{one.id}: nothing is linked to the paper, because the session names no version of it. {mend}"
        for one in workspace.sessions
        if not one.paper_version and (not names or one.id in names) and workspace.sources(one.id)
    ]


def endpoint_problems(workspace: Workspace, names: Collection[str] = ()) -> list[str]:
    """Say what the endpoint did not answer, or not in a way that can be used, as of the last run.

    Parameters
    ----------
    names
        Of the sessions to look at, and of the living document; empty for all.
    """
    endpoint = workspace.settings.endpoint
    if endpoint is None:
        return []
    total: Counter[str] = Counter()
    reason = ""
    for name, session in [*((one.id, one) for one in workspace.sessions), (LIVING_DOCUMENT, None)]:
        if not names or name in names:
            asked = dict(endpoint_account(read_state(folder(workspace, session) / "state.json")))
            reason = str(asked.get("reason") or reason)
            total.update({key: value for key, value in asked.items() if isinstance(value, int)})
    who, found = f"The language model {endpoint.model} at {endpoint.url}", []
    if total["unanswered"]:
        found.append(
            f"{who} gave no answer to {total['unanswered']} of {total['questions']} questions ({reason}). "
            "The reports are made without those summaries and say so; `lcsynth run` asks again."
        )
    if total["unusable"]:
        found.append(
            f"{who} answered {total['unusable']} of {total['questions']} questions twice with something else "
            "than the JSON that was asked for. The reports are made without those summaries and say so; "
            "another model may do better."
        )
    return found


def _endpoint(workspace: Workspace) -> str:
    """Say that an endpoint is on; nothing when none is."""
    endpoint = workspace.settings.endpoint
    if endpoint is None:
        return ""
    return (
        f"An endpoint is on: masked statements are sent to {endpoint.url}, where {endpoint.model} sums up "
        "themes. Take `endpoint` out of data/workspace.yaml to switch it off."
    )


def log_problems(workspace: Workspace) -> list[str]:
    """Say what in the log cannot be read or does not apply; all the rest of it counts.

    Raises
    ------
    DataError
        When the log cannot be read at all.
    """
    operations, unread = read_log(workspace.log)
    problems = (*unread, *replay(operations).problems, *unapplied(Inputs(workspace), operations))
    return [_told(workspace, problem) for problem in problems]


def _told(workspace: Workspace, problem: Problem) -> str:
    return f"{workspace.log}, {problem.place}: {problem.reason}"
