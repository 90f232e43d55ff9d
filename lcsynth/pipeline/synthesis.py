"""The tables of one session, or of the whole workspace, and where they are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.document import Paper, Versions
from lcsynth.pipeline.freshness import ANSWERS, endpoint_account, read_state
from lcsynth.pipeline.material import KeptEncoder, Material
from lcsynth.pipeline.passport import make_passport
from lcsynth.pipeline.stages import (
    earlier_tables,
    paper_of,
    register_new,
    tables_of,
)
from lcsynth.pipeline.versions import versions
from lcsynth.register import read_log, replay
from lcsynth.register.assignments import describe
from lcsynth.register.log import of_machine
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import hash_file, only_writer, read_table, secret_key, write_table, write_text

if TYPE_CHECKING:
    import pandas as pd
    from bertopic import BERTopic

    from lcsynth.pipeline.asking import Asking

TABLES = (
    "contributions",
    "statements",
    "themes",
    "theme_sessions",
    "subthemes",
    "assignments",
    "summaries",
    "positions",
    "links",
    "decisions",
    "collisions",
    "needs_person",
    "quarantine",
    "ledger",
    "duplicates",
    "attributes",
    "masks",
)
EARLIER = ("earlier_statements", "earlier_contributions", "earlier_assignments", "earlier_themes")
WHOLE = "_all"  # no session can be called this: an id begins with a letter or digit


@dataclass(frozen=True)
class Synthesis:
    """What was said in a session (or in all), in which themes, about which sections.

    Attributes
    ----------
    session
        None for the whole workspace.
    contributions, statements, themes, theme_sessions, subthemes, assignments, summaries, positions, links,
    decisions, collisions, needs_person
        Tables of the schema, limited to the session. Summaries are written by a machine, and there are none
        unless `workspace.yaml` names an endpoint.
    quarantine, ledger, duplicates, attributes, masks
        The account of what was received, what was chosen in closed questions, and what was masked where.
    earlier_statements, earlier_contributions, earlier_assignments, earlier_themes
        The same of all sessions before it; of themes only what they are called and their status matter there.
    paper
        The version that was discussed; for the whole workspace the latest. None when there is none.
    passport
        What is needed to make this again.
    fingerprint
        The hash of everything the tables were made from.
    """

    workspace: Workspace
    session: Session | None
    contributions: pd.DataFrame
    statements: pd.DataFrame
    themes: pd.DataFrame
    theme_sessions: pd.DataFrame
    subthemes: pd.DataFrame
    assignments: pd.DataFrame
    summaries: pd.DataFrame
    positions: pd.DataFrame
    links: pd.DataFrame
    decisions: pd.DataFrame
    collisions: pd.DataFrame
    needs_person: pd.DataFrame
    quarantine: pd.DataFrame
    ledger: pd.DataFrame
    duplicates: pd.DataFrame
    attributes: pd.DataFrame
    masks: pd.DataFrame
    earlier_statements: pd.DataFrame
    earlier_contributions: pd.DataFrame
    earlier_assignments: pd.DataFrame
    earlier_themes: pd.DataFrame
    paper: Paper | None
    passport: Mapping[str, Any]
    fingerprint: str

    @cached_property
    def versions(self) -> Versions:
        """All versions of the paper."""
        return versions(self.workspace)

    @cached_property
    def encoder(self) -> KeptEncoder:
        """What turns texts into the vectors that meanings are compared by; those of statements are kept."""
        return KeptEncoder(self.workspace)

    @cached_property
    def model(self) -> BERTopic:
        """A fitted BERTopic whose topics are the themes; fitted on first use."""
        material = Material.of(self.workspace)
        sessions = (self.session,) if self.session else self.workspace.sessions
        described, order = describe(
            self.statements,
            # A statement that is also about another theme is one statement to the model.
            self.assignments[self.assignments["rank"] == 1],
            material.speakers(sessions),
            material.vectors(sessions),
            settings=self.workspace.settings,
        )
        labels = self.themes.set_index("theme_id")["label_nl"]
        described.model.set_topic_labels(
            {place: f"{name} {labels[name]}" for place, name in enumerate(order)}
        )
        return described.model


def folder(workspace: Workspace, session: Session | None) -> Path:
    """Where the tables of a session, or of the whole workspace, are kept."""
    return workspace.processed(session.id if session else WHOLE)


def report_notebook(workspace: Workspace, session: Session | None) -> Path:
    """Where the notebook is that makes the report of a session, or of the living document."""
    return workspace.notebook("session_report" if session else "living_document")


def _path(where: Path, name: str) -> Path:
    return where / f"{name}.parquet"


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
    return synthesise_with(Material.of(workspace), session)


def synthesise_with(material: Material, session: str | None, asking: Asking | None = None) -> Synthesis:
    """Synthesise as `synthesise` does, with what a run has read already.

    Parameters
    ----------
    asking
        Asks the endpoint of the workspace, where it names one. A run gives its own, and then what was left
        without an answer is asked again.
    """
    workspace = material.workspace
    chosen = workspace.session(session) if session is not None else None
    sessions = workspace.sessions
    if chosen is not None:
        sessions = sessions[: sessions.index(chosen) + 1]
    # Also for reading: else another run could change half of the tables meanwhile.
    with only_writer(workspace.lock):
        secret_key(workspace.key)  # made before anything is hashed, because it is an input
        state = read_state(folder(workspace, chosen) / "state.json")
        again = asking is not None and bool(endpoint_account(state).get("unanswered"))
        if again or not _is_fresh(material, sessions, chosen, state):
            state = _make(material, sessions, chosen, asking)
        return _load(workspace, sessions, chosen, state)


def made_before(workspace: Workspace) -> Synthesis | None:
    """Give the tables of the whole workspace of the last run, when only people changed something since."""
    material, sessions = Material.of(workspace), workspace.sessions
    with only_writer(workspace.lock):
        state = read_state(folder(workspace, None) / "state.json")
        operations, _ = read_log(workspace.log)
        found = material.inputs.scope(sessions, of_machine(operations))
        if state.get("found") != found or not _whole(folder(workspace, None)):
            return None
        return _load(workspace, sessions, None, state)


def _whole(where: Path) -> bool:
    return all(_path(where, name).exists() for name in (*TABLES, *EARLIER))


def _is_fresh(
    material: Material, sessions: Sequence[Session], chosen: Session | None, state: Mapping[str, Any]
) -> bool:
    where = folder(material.workspace, chosen)
    operations, _ = read_log(material.workspace.log)
    return state.get("fingerprint") == material.inputs.scope(sessions, operations) and _whole(where)


def _make(
    material: Material, sessions: Sequence[Session], chosen: Session | None, asking: Asking | None
) -> dict[str, Any]:
    """Run the stages and keep what they give.

    The note that the tables are whole goes first and comes back last: a killed run leaves none.
    """
    workspace = material.workspace
    register_new(material, sessions)
    operations, _ = read_log(workspace.log)
    register = replay(operations, [session.id for session in sessions])
    inside = [chosen] if chosen else list(sessions)
    tables, agreement = tables_of(material, inside, sessions, register, every_theme=chosen is None)
    tables["summaries"], asked = _summaries(workspace, chosen, tables, asking)
    earlier = earlier_tables(material, sessions[:-1] if chosen else (), register)
    state = {
        "fingerprint": material.inputs.scope(sessions, operations),
        # The same, whatever people did: see `made_before`.
        "found": material.inputs.scope(sessions, of_machine(operations)),
        "passport": make_passport(material.inputs, sessions, tables, operations, agreement, asked),
    }
    where = folder(workspace, chosen)
    note = where / "state.json"
    note.unlink(missing_ok=True)
    for name, frame in tables.items():
        write_table(schema.conform(frame, name), _path(where, name))
    for name, frame in earlier.items():
        write_table(frame, _path(where, name))
    write_text(note, json.dumps(state, ensure_ascii=False, indent=1))
    return state


def _summaries(
    workspace: Workspace, chosen: Session | None, tables: Mapping[str, pd.DataFrame], asking: Asking | None
) -> tuple[pd.DataFrame, Mapping[str, str | int]]:
    """Have the themes summed up where the workspace names an endpoint; else nothing is even imported."""
    scope, endpoint = chosen.id if chosen else WHOLE, workspace.settings.endpoint
    if endpoint is None:
        # What an endpoint wrote may quote what has been masked since, and nothing would look after it.
        workspace.interim(scope, ANSWERS).unlink(missing_ok=True)
        return schema.empty("summaries"), {}
    from lcsynth.pipeline.asking import Asking

    return (asking or Asking(workspace, endpoint)).summaries(scope, tables)


def _load(
    workspace: Workspace, sessions: Sequence[Session], chosen: Session | None, state: Mapping[str, Any]
) -> Synthesis:
    where = folder(workspace, chosen)
    discussed = [chosen] if chosen else list(reversed(sessions))
    return Synthesis(
        workspace=workspace,
        session=chosen,
        **{name: read_table(_path(where, name)) for name in (*TABLES, *EARLIER)},
        paper=next((paper for one in discussed if (paper := paper_of(workspace, one))), None),
        # The notebook makes the report, whenever the tables were made.
        passport={**state["passport"], "notebook": hash_file(report_notebook(workspace, chosen))},
        fingerprint=state["fingerprint"],
    )
