"""The stages in order, each with what it made before: sources → statements → vectors → register → tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.document import Paper, decisions, link, read_paper
from lcsynth.pipeline import freshness
from lcsynth.register import Register, append, read_log, replay
from lcsynth.register.assignments import assign, clusterable, describe, themes_table, with_similarity
from lcsynth.register.growth import grow
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import read_table, secret_key, write_table, write_text

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.prepare import Prepared

    Vectors = dict[str, np.ndarray[Any, Any]]

ORDER = {
    "contributions": ["contribution_id"],
    "statements": ["statement_id"],
    "quarantine": ["session_id", "source", "locator", "reason", "excerpt"],
    "ledger": ["session_id", "source"],
}
PREPARED = tuple(ORDER)


def prepared(workspace: Workspace, session: Session) -> Prepared:
    """Read and prepare the sources of a session; what was prepared before is read back.

    Raises
    ------
    DataError
        When a source cannot be read.
    """
    from lcsynth.ingest import read_source
    from lcsynth.prepare import Prepared, prepare

    where, note = workspace.interim(session.id), workspace.interim(session.id, "prepared.json")
    key = secret_key(workspace.key)
    wanted = freshness.preparation(workspace, session)
    kept = [where / f"{name}.parquet" for name in PREPARED]
    if freshness.read_state(note).get("fingerprint") == wanted and all(path.exists() for path in kept):
        return Prepared(**{name: read_table(where / f"{name}.parquet") for name in PREPARED})
    settings = workspace.settings
    readings = [
        read_source(path, session.source(path.name), session, settings)
        for path in workspace.sources(session.id)
    ]
    found = prepare(readings, session_id=session.id, key=key, settings=settings)
    note.unlink(missing_ok=True)
    for name in PREPARED:
        write_table(getattr(found, name), where / f"{name}.parquet")
    write_text(note, json.dumps({"fingerprint": wanted}))
    return found


def embedded(workspace: Workspace, sessions: Iterable[Session]) -> Vectors:
    """Embed the statements of sessions, each in the light of its contribution; only what is new.

    Returns
    -------
    dict
        Statement id → vector (d,), for the statements that can be clustered.
    """
    from lcsynth.themes.context import in_context

    found: Vectors = {}
    for session in sessions:
        statements = clusterable(prepared(workspace, session).statements)
        if len(statements):
            own = _own_vectors(workspace, session, statements)
            found |= dict(
                zip(statements["statement_id"], in_context(own, statements["contribution_id"]), strict=True)
            )
    return found


def _own_vectors(workspace: Workspace, session: Session, statements: pd.DataFrame) -> np.ndarray[Any, Any]:
    """The vectors of statements by themselves, (n, d); those that are new are kept for the next time."""
    import numpy as np
    import pandas as pd

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
    return np.stack([known[pair] for pair in wanted])


def _kept_vectors(path: Path, embedder: str) -> dict[tuple[str, str], np.ndarray[Any, Any]]:
    """Vectors by statement id and text: better masking changes the text and not the id."""
    if not path.exists():
        return {}
    table = read_table(path)
    table = table[table["embedder"] == embedder]
    return dict(zip(zip(table["statement_id"], table["text"], strict=True), table["vector"], strict=True))


def register_new(workspace: Workspace, sessions: Sequence[Session]) -> None:
    """Log where the new statements of these sessions belong, session after session."""
    settings = workspace.settings
    for place, session in enumerate(sessions):
        operations, _ = read_log(workspace.log)
        register = replay(operations)
        if (
            set(clusterable(prepared(workspace, session).statements)["statement_id"])
            <= register.members.keys()
        ):
            continue
        # A session that was held earlier but added later finds the themes of the others there.
        logged = {one.arguments.get("session") for one in operations}
        seen = [one for one in workspace.sessions if one in sessions[: place + 1] or one.id in logged]
        new = grow(
            register,
            clusterable(_together(workspace, seen, "statements")),
            contributors_of(_together(workspace, seen, "contributions")),
            embedded(workspace, seen),
            session_id=session.id,
            thresholds=settings.thresholds,
            seed=settings.seed,
        )
        append(workspace.log, new)


def contributors_of(contributions: pd.DataFrame) -> dict[str, str]:
    """Contribution id → contributor."""
    return dict(zip(contributions["contribution_id"], contributions["contributor"], strict=True))


def tables_of(
    workspace: Workspace,
    sessions: Sequence[Session],
    known: Sequence[Session],
    register: Register,
    *,
    every_theme: bool,
) -> dict[str, pd.DataFrame]:
    """Make the tables of one session, or of all taken together.

    Parameters
    ----------
    sessions
        The sessions whose contributions, statements and counts are in the tables.
    known
        These and all before them: what a theme is about, how close a statement is to it and how stable it is
        shows in all that was said until then.
    register
        As it was known by the last of these sessions.
    every_theme
        Also list the themes that nobody spoke of in these sessions, such as merged ones.
    """
    said = {name: _together(workspace, known, name) for name in ("contributions", "statements")}
    vectors, seed = embedded(workspace, known), workspace.settings.seed
    assignments = assign(said["statements"], register)
    described, order = describe(
        said["statements"], assignments, contributors_of(said["contributions"]), vectors, seed=seed
    )
    assignments = with_similarity(assignments, said["statements"], described)

    tables = {name: _together(workspace, sessions, name) for name in PREPARED}
    statements, contributions = tables["statements"], tables["contributions"]
    inside = assignments["statement_id"].isin(statements["statement_id"])
    assignments = schema.conform(assignments[inside], "assignments")
    themes = themes_table(
        register, assignments, statements, contributions, described, order, empty_too=every_theme
    )
    links = _links(workspace, sessions)
    return tables | {
        "assignments": assignments,
        "themes": themes,
        "links": links,
        "decisions": decisions(links, assignments, statements, contributions),
    }


def earlier_tables(
    workspace: Workspace, sessions: Sequence[Session], register: Register
) -> dict[str, pd.DataFrame]:
    """What was said in earlier sessions and the themes it is in now, to compare with."""
    statements = _together(workspace, sessions, "statements")
    return {
        "statements": statements,
        "contributions": _together(workspace, sessions, "contributions"),
        "assignments": assign(statements, register),
    }


def _together(workspace: Workspace, sessions: Sequence[Session], name: str) -> pd.DataFrame:
    """One prepared table of several sessions, in an order that no file or row order can change."""
    import pandas as pd

    parts = [getattr(prepared(workspace, session), name) for session in sessions]
    table = pd.concat([schema.empty(name), *parts])
    return schema.conform(table.sort_values(ORDER[name], kind="stable"), name)


def _links(workspace: Workspace, sessions: Sequence[Session]) -> pd.DataFrame:
    import pandas as pd

    found = [schema.empty("links")]
    for session in sessions:
        said = prepared(workspace, session)
        found.append(link(said.statements, said.contributions, paper_of(workspace, session)))
    return schema.conform(pd.concat(found).sort_values(["statement_id", "section", "how"]), "links")


def paper_of(workspace: Workspace, session: Session) -> Paper | None:
    """Read the version of the paper that a session discussed; None when it names none.

    Raises
    ------
    DataError
        When the version it names is not there.
    """
    return read_paper(workspace.paper(session.paper_version)) if session.paper_version else None
