"""What the stages of one run work on: prepared sessions and vectors, each read or made once."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.freshness import Inputs, embedder_versions, read_state
from lcsynth.pipeline.kept_words import kept_words
from lcsynth.pipeline.vectors import KeptVectors
from lcsynth.pipeline.versions import versions
from lcsynth.register import read_log
from lcsynth.register.assignments import clusterable
from lcsynth.register.overruling import overrules_in
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import read_table, secret_key, write_table, write_text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.document import Versions
    from lcsynth.ingest import Reading
    from lcsynth.prepare import Prepared
    from lcsynth.themes import Embedder
    from lcsynth.themes.named_rows import NamedRows
    from lcsynth.themes.text_words import TextWords

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
# Tables of several sessions that are held at once: those of one step, not those of every step of a long run.
_MOST_TOGETHER = 16


@dataclass(frozen=True)
class Material:
    """The prepared tables, vectors and links of sessions, kept in memory for as long as a run lasts.

    Two threads may ask at once: at worst something is made twice.
    """

    workspace: Workspace
    inputs: Inputs
    _prepared: dict[str, Prepared] = field(default_factory=dict)
    _together: dict[tuple[str, ...], pd.DataFrame] = field(default_factory=dict)
    _embedded: dict[str, NamedRows] = field(default_factory=dict)
    _vectors: dict[tuple[str, ...], NamedRows] = field(default_factory=dict)
    _words: dict[str, TextWords] = field(default_factory=dict)
    links: dict[str, pd.DataFrame] = field(default_factory=dict)

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

        wanted = (name, *(session.id for session in sessions))
        found = self._together.get(wanted)
        if found is None:
            if len(self._together) >= _MOST_TOGETHER:
                self._together.clear()
            parts = [getattr(self.prepared(session), name) for session in sessions]
            table = pd.concat([schema.empty(name), *parts])
            found = schema.conform(table.sort_values(ORDER[name], kind="stable"), name)
            self._together[wanted] = found
        return found.copy(deep=False)

    def speakers(self, sessions: Sequence[Session]) -> dict[str, tuple[str, ...]]:
        """Statement id → who said it first, and then everybody who said the same."""
        contributions = self.together(sessions, "contributions")
        who = dict(
            zip(contributions["contribution_id"].tolist(), contributions["contributor"].tolist(), strict=True)
        )
        statements = self.together(sessions, "statements")
        rows = sorted(
            zip(
                statements["duplicate_of"].tolist(),
                statements["statement_id"].tolist(),
                statements["contribution_id"].tolist(),
                strict=True,
            )
        )
        found: dict[str, tuple[str, ...]] = {}
        for original, name, contribution in rows:
            said = original or name
            found[said] = (*found.get(said, ()), who[contribution])
        return found

    def vectors(self, sessions: Sequence[Session]) -> NamedRows:
        """Embed the statements of sessions, each in the light of its contribution; only what is new.

        Returns
        -------
        NamedRows
            Statement id → vector (d,), for the statements that can be clustered.
        """
        from lcsynth.themes.named_rows import NamedRows

        wanted = tuple(session.id for session in sessions)
        found = self._vectors.get(wanted)
        if found is None:
            parts = [self._embed(session) for session in sessions]
            # Of all sessions together only what was asked last: each holds a copy.
            self._vectors.clear()
            found = self._vectors[wanted] = NamedRows.together(parts)
        return found

    def words(self, sessions: Sequence[Session]) -> TextWords:
        """Give the content words of the statements that can be clustered; only new ones are read."""
        from lcsynth.themes.text_words import TextWords

        for session in sessions:
            if session.id not in self._words:
                texts = clusterable(self.prepared(session).statements)["text"].tolist()
                self._words[session.id] = kept_words(self.inputs, session, texts)
        return TextWords.together([self._words[session.id] for session in sessions])

    def passage_vectors(self, paper_version: str, texts: Sequence[str]) -> Vectors:
        """Embed parts of a version of the paper; only what is new.

        Returns
        -------
        dict
            Text → vector (d,).
        """
        embedder = embedder_of(self.workspace)

        def encode(new: list[str]) -> np.ndarray[Any, Any]:
            with _a_setting(self.workspace):
                return embedder.encode(new)

        # No session can be called this: an id begins with a letter or digit.
        found = self._kept.of(f"_paper-{paper_version}", texts, encode)
        return dict(zip(texts, found, strict=True))

    def _embed(self, session: Session) -> NamedRows:
        import numpy as np

        from lcsynth.themes.context import in_context
        from lcsynth.themes.named_rows import NamedRows

        if session.id in self._embedded:
            return self._embedded[session.id]
        embedder = embedder_of(self.workspace)

        def encode(texts: list[str]) -> np.ndarray[Any, Any]:
            with _a_setting(self.workspace):
                return embedder.encode(texts)

        statements = clusterable(self.prepared(session).statements)
        own = self._kept.of(session.id, statements["text"].tolist(), encode)
        rows = np.stack(own) if own else np.empty((0, 0), dtype=np.float32)
        vectors = in_context(rows, statements["contribution_id"].tolist())
        self._embedded[session.id] = NamedRows(statements["statement_id"].tolist(), vectors)
        return self._embedded[session.id]

    @cached_property
    def versions(self) -> Versions:
        """All versions of the paper."""
        return versions(self.workspace)

    @cached_property
    def _kept(self) -> KeptVectors:
        return kept_vectors(self.workspace)


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
        When there is none with this name, or it is not installed.
    """
    from lcsynth.themes import load_embedder

    with _a_setting(workspace):
        return load_embedder(workspace.settings.embedder)


def kept_vectors(workspace: Workspace) -> KeptVectors:
    """Open the vectors that the workspace keeps of the embedder it names."""
    name = workspace.settings.embedder
    return KeptVectors(workspace, name, embedder_versions(name), secret_key(workspace.key))


@dataclass(frozen=True)
class KeptEncoder:
    """The embedder of a workspace, which looks first among the vectors that are kept."""

    workspace: Workspace

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        """Embed texts; shape (texts, dimensions), rows of length 1.

        Raises
        ------
        DataError
            When the embedder is not to be had.
        """
        return self._kept.encode(texts, lambda new: embedder_of(self.workspace).encode(new))

    @cached_property
    def _kept(self) -> KeptVectors:
        return kept_vectors(self.workspace)


@contextlib.contextmanager
def _a_setting(workspace: Workspace) -> Iterator[None]:
    """Tell what is wrong with an embedder as what is wrong with the setting that names it."""
    try:
        yield
    except CallError as error:
        place = "" if error.where == "embedder" else f", {error.where}"
        where = f"{workspace.data / 'workspace.yaml'}, embedder{place}"
        raise DataError(error.what, where=where, expected=error.expected, mend=error.mend) from error
