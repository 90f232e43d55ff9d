"""What the stages of one run work on: prepared sessions and vectors, each read or made once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.freshness import Inputs, read_state, version
from lcsynth.register import read_log
from lcsynth.register.assignments import clusterable
from lcsynth.register.overruling import overrules_in
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import read_table, secret_key, write_table, write_text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.ingest import Reading
    from lcsynth.prepare import Prepared
    from lcsynth.themes import Embedder

    Vectors = Mapping[str, np.ndarray[Any, Any]]

PREPARED = "prepared.json"
ORDER = {
    "contributions": ["contribution_id"],
    "statements": ["statement_id"],
    "quarantine": ["session_id", "source", "locator", "reason", "excerpt"],
    "ledger": ["session_id", "source"],
    "duplicates": ["session_id", "source", "locator", "original", "excerpt"],
    "attributes": ["session_id", "source", "locator", "question"],
    "masks": ["contribution_id", "start"],
}


@dataclass(frozen=True)
class Material:
    """The prepared tables and the vectors of sessions, kept in memory for as long as a run lasts."""

    workspace: Workspace
    inputs: Inputs
    _prepared: dict[str, Prepared] = field(default_factory=dict)
    _vectors: dict[str, Vectors] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace) -> Material:
        """Begin a run: nothing is read yet, and inputs are hashed before they are read."""
        return cls(workspace, Inputs(workspace))

    def prepared(self, session: Session) -> Prepared:
        """Give what was said in a session, ready to be analysed.

        Raises
        ------
        DataError
            When a source cannot be read.
        """
        if session.id not in self._prepared:
            self._prepared[session.id] = _prepared(self.inputs, session)
        return self._prepared[session.id]

    def together(self, sessions: Sequence[Session], name: str) -> pd.DataFrame:
        """Give one prepared table of several sessions, in an order that no file or row order can change."""
        import pandas as pd

        parts = [getattr(self.prepared(session), name) for session in sessions]
        table = pd.concat([schema.empty(name), *parts])
        return schema.conform(table.sort_values(ORDER[name], kind="stable"), name)

    def speakers(self, sessions: Sequence[Session]) -> dict[str, tuple[str, ...]]:
        """Statement id → who said it first, and then everybody who said the same."""
        contributions = self.together(sessions, "contributions")
        who = dict(zip(contributions["contribution_id"], contributions["contributor"], strict=True))
        statements = self.together(sessions, "statements").sort_values("duplicate_of", kind="stable")
        found: dict[str, tuple[str, ...]] = {}
        for name, original, contribution in zip(
            statements["statement_id"], statements["duplicate_of"], statements["contribution_id"], strict=True
        ):
            said = original or name
            found[said] = (*found.get(said, ()), who[contribution])
        return found

    def vectors(self, sessions: Iterable[Session]) -> dict[str, np.ndarray[Any, Any]]:
        """Embed the statements of sessions, each in the light of its contribution; only what is new.

        Returns
        -------
        dict
            Statement id → vector (d,), for the statements that can be clustered.
        """
        found: dict[str, np.ndarray[Any, Any]] = {}
        for session in sessions:
            if session.id not in self._vectors:
                statements = clusterable(self.prepared(session).statements)
                self._vectors[session.id] = _vectors(self.workspace, session, statements)
            found |= self._vectors[session.id]
        return found


def _prepared(inputs: Inputs, session: Session) -> Prepared:
    """Read and prepare the sources of a session; what was prepared before is read back."""
    from lcsynth.prepare import Prepared

    workspace = inputs.workspace
    key = secret_key(workspace.key)  # made before anything is hashed, because it is an input
    kept = {name: workspace.interim(session.id, f"{name}.parquet") for name in ORDER}
    note = read_state(workspace.interim(session.id, PREPARED))
    if note.get("fingerprint") == inputs.preparation(session) and all(map(Path.exists, kept.values())):
        return Prepared(**{name: read_table(path) for name, path in kept.items()})
    readings = [read(workspace, session, path) for path in workspace.sources(session.id)]
    found = prepare_readings(workspace, session.id, readings, key)
    keep_prepared(inputs, session, found)
    return found


def prepare_readings(
    workspace: Workspace, session_id: str, readings: Sequence[Reading], key: bytes
) -> Prepared:
    """Prepare what the readers gave, with the settings and the curation of the workspace."""
    from lcsynth.prepare import prepare

    overrules = overrules_in(read_log(workspace.log)[0])
    return prepare(readings, session_id=session_id, key=key, settings=workspace.settings, overrules=overrules)


def keep_prepared(inputs: Inputs, session: Session, found: Prepared) -> None:
    """Keep prepared tables; the note that they are whole goes first and comes back last."""
    workspace = inputs.workspace
    note = workspace.interim(session.id, PREPARED)
    note.unlink(missing_ok=True)
    for name in ORDER:
        write_table(getattr(found, name), workspace.interim(session.id, f"{name}.parquet"))
    ledger = found.ledger.to_dict("records")
    write_text(note, json.dumps({"fingerprint": inputs.preparation(session), "ledger": ledger}))


def read(workspace: Workspace, session: Session, path: Path) -> Reading:
    """Read a source of a session.

    Raises
    ------
    DataError
        When it cannot be read, or sessions.yaml names a column that it does not have.
    """
    from lcsynth.ingest import read_source

    try:
        return read_source(path, session.source(path.name), session, workspace.settings)
    except CallError as error:
        where = f"{workspace.data / 'sessions.yaml'}, session {session.id}, {error.where or path.name}"
        raise DataError(error.what, where=where, expected=error.expected, mend=error.mend) from error


def embedder_of(workspace: Workspace) -> Embedder:
    """Give the embedder that the workspace names.

    Raises
    ------
    DataError
        When there is none with this name.
    """
    from lcsynth.themes import load_embedder

    try:
        return load_embedder(workspace.settings.embedder)
    except CallError as error:
        where = f"{workspace.data / 'workspace.yaml'}, embedder"
        raise DataError(error.what, where=where, mend=error.mend) from error


def _vectors(workspace: Workspace, session: Session, statements: pd.DataFrame) -> Vectors:
    """Embed statements; those that are new are kept for the next time."""
    import numpy as np
    import pandas as pd

    from lcsynth.themes.context import in_context

    path = workspace.interim(session.id, "vectors.parquet")
    if statements.empty:
        path.unlink(missing_ok=True)
        return {}
    embedder = f"{workspace.settings.embedder} {version(workspace.settings.embedder)}"
    known = _kept_vectors(path, embedder)
    wanted = list(zip(statements["statement_id"], statements["text"], strict=True))
    new = [pair for pair in wanted if pair not in known]
    if new:
        encoded = embedder_of(workspace).encode([text for _, text in new])
        known |= dict(zip(new, encoded, strict=True))
    if new or len(known) > len(set(wanted)):  # a text that has been masked since may not stay
        table = pd.DataFrame(wanted, columns=["statement_id", "text"])
        write_table(table.assign(vector=[known[pair] for pair in wanted], embedder=embedder), path)
    own = np.stack([known[pair] for pair in wanted])
    return dict(zip(statements["statement_id"], in_context(own, statements["contribution_id"]), strict=True))


def _kept_vectors(path: Path, embedder: str) -> dict[tuple[str, str], np.ndarray[Any, Any]]:
    """Vectors by statement id and text: better masking changes the text and not the id."""
    if not path.exists():
        return {}
    table = read_table(path)
    table = table[table["embedder"] == embedder]
    return dict(zip(zip(table["statement_id"], table["text"], strict=True), table["vector"], strict=True))
