"""Clustering everything afresh: what that would change is proposed, and applied when a person accepts it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.current import current
from lcsynth.pipeline.material import Material
from lcsynth.pipeline.recording import record
from lcsynth.register import Operation, Register, operation
from lcsynth.register.assignments import clusterable
from lcsynth.register.by_hand import REFIT
from lcsynth.register.drafting import MADE, Step
from lcsynth.register.growth import untaken
from lcsynth.register.refit import Proposal, propose
from lcsynth.workspace import Workspace

ALL = "all"


def propose_refit(workspace: Workspace) -> list[Proposal]:
    """Cluster the statements of all sessions afresh, and say what would change; nothing is changed.

    Hidden statements have no part in it.

    Returns
    -------
    list of Proposal
        New themes first, then merges, themes that vanish, and moves; empty when nothing would change.

    Raises
    ------
    DataError
        When a source, the settings, the paper or the log are wrong.
    """
    now = current(workspace)
    material = Material.of(workspace)
    statements = clusterable(now.statements)
    return propose(
        now.register,
        now.operations,
        statements[~statements["statement_id"].isin(now.register.hidden.keys())],
        material.speakers(workspace.sessions),
        material.vectors(workspace.sessions),
        thresholds=workspace.settings.thresholds,
        seed=workspace.settings.seed,
    )


def accept_refit(
    workspace: Workspace, ids: Collection[str], *, coder: str, note: str = ""
) -> dict[str, list[Operation]]:
    """Apply proposals of a refit, as operations of a person.

    Parameters
    ----------
    ids
        Of the proposals as they are now, or `all`.
    coder
        The person who accepts them.

    Returns
    -------
    dict
        Id of each proposal → its operations as they stand in the log; empty when there is nothing to accept.

    Raises
    ------
    CallError
        When there is no such proposal (any more), or the coder is no name; then nothing is changed.
    """
    operation("move", coder=coder)
    proposals = {one.id: one for one in propose_refit(workspace)}
    if ALL in ids:
        ids = proposals.keys()
    for name in ids:
        if name not in proposals:
            raise CallError(
                f"There is no proposal {name} for the statements and themes as they are now",
                mend=nearest(name, proposals) or "A fresh clustering gives no ground to change anything",
            )
    chosen = [one for one in proposals.values() if one.id in ids]
    return {one.id: _accept(workspace, one, coder, note or f"refit {one.id}") for one in chosen}


def _accept(workspace: Workspace, proposal: Proposal, coder: str, note: str) -> list[Operation]:
    done: list[Operation] = []
    for step in proposal.steps:
        made = done[0].arguments["new"] if done and step.to == MADE else ""

        def make(register: Register, step: Step = step, made: str = made) -> Operation:
            arguments = _arguments(step, proposal, register, made)
            return operation(step.operation, coder=coder, note=note, **arguments, **{REFIT: proposal.id})

        done.append(record(workspace, make))
    return done


def _arguments(step: Step, proposal: Proposal, register: Register, made: str) -> dict[str, object]:
    statements: Sequence[str] = list(step.statements)
    if step.operation == "merge":
        return {"themes": [step.theme], "into": step.to}
    if step.operation == "move":
        return {"statements": statements, "to": made or step.to}
    (new,) = register.next_ids(1)
    taken = {label for theme in register.themes.values() for label in (theme.label_nl, theme.label_en)}
    labels = untaken(proposal.labels, new, taken)
    return {"theme": step.theme, "statements": statements, "new": new, **labels}
