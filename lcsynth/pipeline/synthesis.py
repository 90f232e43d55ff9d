"""The tables of one session, or of the whole workspace, and where they are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.document import Paper
from lcsynth.pipeline.freshness import read_state, scope
from lcsynth.pipeline.passport import make_passport
from lcsynth.pipeline.stages import (
    contributors_of,
    earlier_tables,
    embedded,
    paper_of,
    register_new,
    tables_of,
)
from lcsynth.register import read_log, replay
from lcsynth.register.assignments import describe
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import only_writer, read_table, write_table, write_text

if TYPE_CHECKING:
    import pandas as pd
    from bertopic import BERTopic

TABLES = (
    "contributions",
    "statements",
    "themes",
    "assignments",
    "links",
    "decisions",
    "quarantine",
    "ledger",
)
WHOLE = "_all"  # no session can be called this: an id begins with a letter or digit


@dataclass(frozen=True)
class Synthesis:
    """What was said in a session (or in all), in which themes, about which sections.

    Attributes
    ----------
    session
        None for the whole workspace.
    contributions, statements, themes, assignments, links, decisions, quarantine, ledger
        Tables of the schema, limited to the session.
    earlier_statements, earlier_contributions, earlier_assignments
        The same of all sessions before it.
    paper
        The version that was discussed; for the whole workspace the latest. None when there is none.
    passport
        What is needed to make this again.
    """

    workspace: Workspace
    session: Session | None
    contributions: pd.DataFrame
    statements: pd.DataFrame
    themes: pd.DataFrame
    assignments: pd.DataFrame
    links: pd.DataFrame
    decisions: pd.DataFrame
    quarantine: pd.DataFrame
    ledger: pd.DataFrame
    earlier_statements: pd.DataFrame
    earlier_contributions: pd.DataFrame
    earlier_assignments: pd.DataFrame
    paper: Paper | None
    passport: Mapping[str, Any]

    @cached_property
    def model(self) -> BERTopic:
        """A fitted BERTopic whose topics are the themes; fitted on first use."""
        sessions = (self.session,) if self.session else self.workspace.sessions
        vectors = embedded(self.workspace, sessions)
        seed = self.workspace.settings.seed
        contributors = contributors_of(self.contributions)
        described, _ = describe(self.statements, self.assignments, contributors, vectors, seed=seed)
        return described.model


def folder(workspace: Workspace, session: Session | None) -> Path:
    """Where the tables of a session, or of the whole workspace, are kept."""
    return workspace.processed(session.id if session else WHOLE)


def save_tables(where: Path, tables: Mapping[str, pd.DataFrame], state: Mapping[str, Any]) -> None:
    """Write tables and then the note that they are whole: a killed run leaves no note."""
    note = where / "state.json"
    note.unlink(missing_ok=True)
    for name, frame in tables.items():
        write_table(schema.validate(frame, name), where / f"{name}.parquet")
    write_text(note, json.dumps(state, ensure_ascii=False, indent=1))


def load_tables(where: Path) -> dict[str, pd.DataFrame]:
    """Read the tables of a session.

    Raises
    ------
    DataError
        When one of them cannot be read.
    """
    return {name: read_table(where / f"{name}.parquet") for name in TABLES}


def synthesise(workspace: Workspace, session: str | None = None) -> Synthesis:
    """Give the tables of a session, or of the whole workspace; make what is not there or no longer true.

    Sessions before it are read first, in order of date, because what is new depends on what was there.

    Parameters
    ----------
    session
        A session id; None for all sessions together.

    Raises
    ------
    CallError
        When there is no such session.
    DataError
        When a source, the settings or the paper are wrong.
    """
    chosen = workspace.session(session) if session is not None else None
    sessions = workspace.sessions
    if chosen is not None:
        sessions = sessions[: sessions.index(chosen) + 1]
    where = folder(workspace, chosen)
    state = read_state(where / "state.json")
    if not state or state.get("fingerprint") != scope(workspace, sessions, read_log(workspace.log)[0]):
        with only_writer(workspace.lock):
            state = _make(workspace, sessions, chosen)
    return _load(workspace, sessions, chosen, state)


def _make(workspace: Workspace, sessions: Sequence[Session], chosen: Session | None) -> dict[str, Any]:
    """Run the stages and keep what they give; call it with the workspace locked."""
    register_new(workspace, sessions)
    operations, _ = read_log(workspace.log)
    ids = [session.id for session in sessions]
    inside = [chosen] if chosen else list(sessions)
    register = replay(operations, ids)
    tables = tables_of(workspace, inside, sessions, register, every_theme=chosen is None)
    state = {
        "fingerprint": scope(workspace, sessions, operations),
        "passport": make_passport(workspace, sessions, tables, operations),
    }
    save_tables(folder(workspace, chosen), tables, state)
    return state


def _load(
    workspace: Workspace, sessions: Sequence[Session], chosen: Session | None, state: Mapping[str, Any]
) -> Synthesis:
    operations, _ = read_log(workspace.log)
    register = replay(operations, [session.id for session in sessions])
    earlier = earlier_tables(workspace, sessions[:-1] if chosen else (), register)
    return Synthesis(
        workspace=workspace,
        session=chosen,
        **load_tables(folder(workspace, chosen)),
        **{f"earlier_{name}": frame for name, frame in earlier.items()},
        paper=next((paper for one in reversed(sessions) if (paper := paper_of(workspace, one))), None),
        passport=state["passport"],
    )
