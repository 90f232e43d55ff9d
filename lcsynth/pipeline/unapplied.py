"""Operations that change nothing, because what they are about or the key is not there any more."""

from __future__ import annotations

from collections.abc import Sequence

from lcsynth.pipeline.freshness import Inputs, read_state
from lcsynth.pipeline.material import PREPARED
from lcsynth.prepare.overrules import mark_key
from lcsynth.register import Operation
from lcsynth.register.coding import CODES
from lcsynth.register.log import MACHINE, Problem
from lcsynth.register.numbering import THEME_ID
from lcsynth.register.overruling import OVERRULING
from lcsynth.register.undoing import undone
from lcsynth.workspace.files import read_table, secret_key


def unapplied(inputs: Inputs, operations: Sequence[Operation]) -> list[Problem]:
    """Say which operations do not apply; about what was said only when all sessions were prepared.

    Raises
    ------
    DataError
        When a table or the key cannot be read.
    """
    off = undone(operations)
    counting = [one for one in operations if one.coder != MACHINE and one.id not in off]
    overruling = [one for one in counting if one.operation in OVERRULING]
    known = (
        _ids(inputs, "contribution") if any("contribution" in one.arguments for one in overruling) else None
    )
    workspace = inputs.workspace
    mark = mark_key(secret_key(workspace.key)) if overruling and workspace.key.exists() else ""
    found = _without_statements(inputs, counting)
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


def _without_statements(inputs: Inputs, operations: Sequence[Operation]) -> list[Problem]:
    """Say which operations are about statements that nobody made any more; their sources were taken back."""
    about = [(one, named) for one in operations if (named := _statements_in(one))]
    known = _ids(inputs, "statement") if about else None
    if known is None:
        return []
    found = []
    for one, named in about:
        gone = [name for name in named if name not in known]
        if gone:
            which = (
                f"the statement {gone[0]}"
                if len(named) == 1
                else f"{len(gone)} of its {len(named)} statements"
            )
            reason = f"no session has {which} any more"
            found.append(Problem(f"operation {one.id} ({one.operation}) by {one.coder}", reason, one.id))
    return found


def _statements_in(one: Operation) -> list[str]:
    several, target = one.arguments.get("statements"), one.arguments.get("target", "")
    codes = one.arguments.get(CODES)
    named = [one.arguments.get("statement"), *(several if isinstance(several, list) else [])]
    named += codes if isinstance(codes, dict) else []
    named += [] if THEME_ID.fullmatch(str(target)) else [target]
    return [name for name in named if isinstance(name, str) and name]


def _ids(inputs: Inputs, kind: str) -> set[str] | None:
    """Give the ids of all contributions or statements; None when a session was not prepared as it is now."""
    workspace = inputs.workspace
    known: set[str] = set()
    for session in workspace.sessions:
        if not workspace.sources(session.id):
            continue
        path = workspace.interim(session.id, f"{kind}s.parquet")
        note = read_state(workspace.interim(session.id, PREPARED))
        if note.get("fingerprint") != inputs.preparation(session) or not path.exists():
            return None
        known |= set(read_table(path)[f"{kind}_id"])
    return known
