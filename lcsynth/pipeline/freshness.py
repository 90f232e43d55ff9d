"""What a result was made from, as one hash: when it is the same, nothing needs to be made again."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from lcsynth.prepare.overrules import Overrules
from lcsynth.register.coding import CODED
from lcsynth.register.log import MACHINE, Operation, read_log
from lcsynth.register.overruling import OVERRULING, overrules_in
from lcsynth.themes.embedders import parts_of
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import hash_file

PACKAGE = Path(__file__).parents[1]

# Per kind of result: our own code that makes it, and the parts whose version can change it.
PREPARING = (
    ("schema.py", "workspace", "ingest", "prepare"),
    (
        "charset-normalizer",
        "deduce",
        "pandas",
        "python-calamine",
        "python-stdnum",
        "simplemma",
        "stopwordsiso",
    ),
)
ANALYSING = (
    ("themes", "register", "document", "pipeline"),
    ("bertopic", "graspologic-native", "numpy", "scikit-learn", "scipy"),
)
REPORTING = (
    ("report", "analysis"),
    ("babel", "jinja2", "nbconvert", "papermill", "plotly"),
)
# Among the interim files of a session: what the endpoint answered, by the hash of the question.
ANSWERS = "summaries.json"


def fingerprint(*parts: object) -> str:
    """Hash anything that can be written as JSON, independent of the order of keys."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def version(part: str) -> str:
    """Give the version of an installed part, empty when it is not installed."""
    try:
        return metadata.version(part)
    except metadata.PackageNotFoundError:
        return ""


def embedder_versions(name: str) -> dict[str, str]:
    """Give the versions of the packages whose change can change the vectors of an embedder."""
    return {part: version(part) for part in parts_of(name)}


@functools.cache
def makers(kind: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    """Hash the code and the versions that make a kind of result, so that an upgrade makes it again."""
    code, parts = kind
    files = [
        path
        for name in code
        for path in sorted((PACKAGE / name).rglob("*") if (PACKAGE / name).is_dir() else [PACKAGE / name])
        if path.suffix in {".py", ".j2", ".po", ".css", ".js"}
    ]
    hashes = [(path.relative_to(PACKAGE).as_posix(), hash_file(path)) for path in files]
    return fingerprint(hashes, {part: version(part) for part in parts})


@dataclass(frozen=True)
class Inputs:
    """The inputs of a workspace as they were when first looked at; each file is hashed once."""

    workspace: Workspace
    _sources: dict[str, dict[str, str]] = field(default_factory=dict)
    _overrules: list[Overrules] = field(default_factory=list)

    def sources(self, session_id: str) -> dict[str, str]:
        """Hash the sources of a session, by file name."""
        if session_id not in self._sources:
            self._sources[session_id] = {
                path.name: hash_file(path) for path in self.workspace.sources(session_id)
            }
        return self._sources[session_id]

    def overrules(self) -> Overrules:
        """Give what people want masked or readable, as the log says."""
        if not self._overrules:
            self._overrules.append(overrules_in(read_log(self.workspace.log)[0]))
        return self._overrules[0]

    def preparation(self, session: Session) -> str:
        """Hash what contributions and statements of a session are made from."""
        settings = self.workspace.settings
        return fingerprint(
            makers(PREPARING),
            session.model_dump(mode="json", include={"id", "audiences", "questions", "sources"}),
            settings.model_dump(mode="json", include={"audiences", "organisation_types", "organisations"}),
            self.sources(session.id),
            hash_file(self.workspace.key) if self.workspace.key.exists() else "",
            self.overrules().touching(session.id),
        )

    def scope(self, sessions: Sequence[Session], operations: Sequence[Operation]) -> str:
        """Hash everything the tables of the last of these sessions are made from.

        Parameters
        ----------
        sessions
            The session and all before it: what is new in one depends on what was there.
        operations
            The whole log; what the machine found in other sessions is left out of account.
        """
        settings = self.workspace.settings
        return fingerprint(
            makers(ANALYSING),
            embedder_versions(settings.embedder),
            [self.preparation(session) for session in sessions],
            settings.model_dump(mode="json"),
            [session.model_dump(mode="json") for session in sessions],
            # All versions: what was said about one is followed to the latest.
            {name: self.paper(name) for name in self.workspace.papers()},
            [one.id for one in that_matter(operations, sessions)],
        )

    def paper(self, paper_version: str) -> str:
        """Hash a version of the paper; empty when there is none."""
        path = self.workspace.paper(paper_version)
        return hash_file(path) if paper_version and path.exists() else ""


def that_matter(operations: Sequence[Operation], sessions: Sequence[Session]) -> list[Operation]:
    """Give the operations of a log that have a say in the tables of these sessions."""
    ids = {session.id for session in sessions}
    return [one for one in operations if _matters(one, ids)]


def _matters(one: Operation, sessions: Collection[str]) -> bool:
    """Tell whether an operation has a say in these sessions; an overruled mask has it by the preparation."""
    if one.operation in OVERRULING or one.operation in ("memo", CODED):
        return False
    return one.coder != MACHINE or one.arguments.get("session") in sessions


def endpoint_account(state: Mapping[str, Any]) -> Mapping[str, str | int]:
    """Give what was asked of an endpoint when tables were made; empty when the workspace named none."""
    account: Mapping[str, str | int] = state.get("passport", {}).get("endpoint", {})
    return account


def read_state(path: Path) -> dict[str, Any]:
    """Read what a former run noted next to its tables; empty where there is nothing, or nothing whole."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}
