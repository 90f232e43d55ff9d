"""Overruled masks that change nothing, because the contribution or the key is not there any more."""

from __future__ import annotations

from collections.abc import Sequence

from lcsynth.pipeline.freshness import Inputs, read_state
from lcsynth.pipeline.material import PREPARED
from lcsynth.prepare.overrules import mark_key
from lcsynth.register import Operation
from lcsynth.register.log import Problem
from lcsynth.register.overruling import OVERRULING
from lcsynth.workspace.files import read_table, secret_key


def unapplied(inputs: Inputs, operations: Sequence[Operation]) -> list[Problem]:
    """Say which operations do not apply; about contributions only when all sessions were prepared.

    Raises
    ------
    DataError
        When a table or the key cannot be read.
    """
    overruling = [one for one in operations if one.operation in OVERRULING]
    known = _contributions(inputs) if any("contribution" in one.arguments for one in overruling) else None
    workspace = inputs.workspace
    mark = mark_key(secret_key(workspace.key)) if overruling and workspace.key.exists() else ""
    found = []
    for one in overruling:
        contribution, key = one.arguments.get("contribution"), one.arguments.get("key", mark)
        reason = ""
        if known is not None and contribution is not None and contribution not in known:
            reason = f"no session has the contribution {contribution} any more"
        elif mark and key != mark:
            reason = (
                f"it was made with another key than {workspace.key}, so its words are not recognised;"
                " put that key back, or mask the words again"
            )
        if reason:
            found.append(Problem(f"operation {one.id} ({one.operation}) by {one.coder}", reason))
    return found


def _contributions(inputs: Inputs) -> set[str] | None:
    """Give the ids of all contributions; None when a session was not prepared as it is now."""
    workspace = inputs.workspace
    known: set[str] = set()
    for session in workspace.sessions:
        if not workspace.sources(session.id):
            continue
        path = workspace.interim(session.id, "contributions.parquet")
        note = read_state(workspace.interim(session.id, PREPARED))
        if note.get("fingerprint") != inputs.preparation(session) or not path.exists():
            return None
        known |= set(read_table(path)["contribution_id"])
    return known
