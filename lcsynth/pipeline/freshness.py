"""What a result was made from, as one hash: when it is the same, nothing needs to be made again."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lcsynth.register.log import MACHINE, Operation
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import hash_file

PACKAGE = Path(__file__).parents[1]


def fingerprint(*parts: object) -> str:
    """Hash anything that can be written as JSON, independent of the order of keys."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@functools.cache
def code() -> str:
    """Hash the code that makes the results, so that an upgrade makes them again."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".j2", ".po", ".css", ".js"})
    return fingerprint([(path.relative_to(PACKAGE).as_posix(), hash_file(path)) for path in files])


def source_hashes(workspace: Workspace, session_id: str) -> dict[str, str]:
    """Hash the sources of a session, by file name."""
    return {path.name: hash_file(path) for path in workspace.sources(session_id)}


def preparation(workspace: Workspace, session: Session) -> str:
    """Hash what contributions and statements of a session are made from."""
    settings = workspace.settings
    return fingerprint(
        code(),
        session.model_dump(mode="json", include={"id", "audiences", "questions", "sources"}),
        settings.model_dump(mode="json", include={"audiences", "organisation_types", "organisations"}),
        source_hashes(workspace, session.id),
        hash_file(workspace.key) if workspace.key.exists() else "",
    )


def scope(workspace: Workspace, sessions: Sequence[Session], operations: Sequence[Operation]) -> str:
    """Hash everything the tables of the last of these sessions are made from.

    Parameters
    ----------
    sessions
        The session and all before it: what is new in one depends on what was there.
    operations
        The whole log; what the machine found in other sessions is left out of account.
    """
    ids = {session.id for session in sessions}
    papers = {session.paper_version: _paper(workspace, session) for session in sessions}
    return fingerprint(
        [preparation(workspace, session) for session in sessions],
        workspace.settings.model_dump(mode="json"),
        [session.model_dump(mode="json") for session in sessions],
        papers,
        [one.id for one in operations if one.coder != MACHINE or one.arguments.get("session") in ids],
    )


def _paper(workspace: Workspace, session: Session) -> str:
    path = workspace.paper(session.paper_version)
    return hash_file(path) if session.paper_version and path.exists() else ""


def read_state(path: Path) -> dict[str, Any]:
    """Read what a former run noted next to its tables; empty where there is nothing, or nothing whole."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}
