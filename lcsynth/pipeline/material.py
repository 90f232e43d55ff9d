"""What the stages of one run work on: prepared sessions and vectors, each read or made once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.pipeline import freshness
from lcsynth.register.assignments import clusterable
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import read_table, secret_key, write_table, write_text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.prepare import Prepared

    Vectors = Mapping[str, np.ndarray[Any, Any]]

ORDER = {
    "contributions": ["contribution_id"],
    "statements": ["statement_id"],
    "quarantine": ["session_id", "source", "locator", "reason", "excerpt"],
    "ledger": ["session_id", "source"],
}


@dataclass(frozen=True)
class Material:
    """The prepared tables and the vectors of sessions, kept in memory for as long as a run lasts."""

    workspace: Workspace
    _prepared: dict[str, Prepared] = field(default_factory=dict)
    _vectors: dict[str, Vectors] = field(default_factory=dict)

    def prepared(self, session: Session) -> Prepared:
        """Give what was said in a session, ready to be analysed.

        Raises
        ------
        DataError
            When a source cannot be read.
        """
        if session.id not in self._prepared:
            self._prepared[session.id] = _prepared(self.workspace, session)
        return self._prepared[session.id]

    def together(self, sessions: Sequence[Session], name: str) -> pd.DataFrame:
        """Give one prepared table of several sessions, in an order that no file or row order can change."""
        import pandas as pd

        parts = [getattr(self.prepared(session), name) for session in sessions]
        table = pd.concat([schema.empty(name), *parts])
        return schema.conform(table.sort_values(ORDER[name], kind="stable"), name)

    def contributors(self, sessions: Sequence[Session]) -> dict[str, str]:
        """Contribution id → contributor."""
        contributions = self.together(sessions, "contributions")
        return dict(zip(contributions["contribution_id"], contributions["contributor"], strict=True))

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


def _prepared(workspace: Workspace, session: Session) -> Prepared:
    """Read and prepare the sources of a session; what was prepared before is read back."""
    from lcsynth.ingest import read_source
    from lcsynth.prepare import Prepared, prepare

    where, note = workspace.interim(session.id), workspace.interim(session.id, "prepared.json")
    key = secret_key(workspace.key)
    wanted = freshness.preparation(workspace, session)
    kept = {name: where / f"{name}.parquet" for name in ORDER}
    if freshness.read_state(note).get("fingerprint") == wanted and all(map(Path.exists, kept.values())):
        return Prepared(**{name: read_table(path) for name, path in kept.items()})
    settings = workspace.settings
    readings = [
        read_source(path, session.source(path.name), session, settings)
        for path in workspace.sources(session.id)
    ]
    found = prepare(readings, session_id=session.id, key=key, settings=settings)
    note.unlink(missing_ok=True)
    for name, path in kept.items():
        write_table(getattr(found, name), path)
    write_text(note, json.dumps({"fingerprint": wanted}))
    return found


def _vectors(workspace: Workspace, session: Session, statements: pd.DataFrame) -> Vectors:
    """Embed statements; those that are new are kept for the next time."""
    import numpy as np
    import pandas as pd

    from lcsynth.themes.context import in_context

    if statements.empty:
        return {}
    path, embedder = workspace.interim(session.id, "vectors.parquet"), workspace.settings.embedder
    known = _kept_vectors(path, embedder)
    wanted = list(zip(statements["statement_id"], statements["text"], strict=True))
    new = [pair for pair in wanted if pair not in known]
    if new:
        from lcsynth.themes import load_embedder

        encoded = load_embedder(embedder).encode([text for _, text in new])
        known |= dict(zip(new, encoded, strict=True))
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
