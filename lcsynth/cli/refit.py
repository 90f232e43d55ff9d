"""`lcsynth themes refit`: what a fresh clustering would change, and accepting it."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.agreement import themes_app
from lcsynth.cli.options import HERE, CoderOption, NoteOption, WorkspaceOption, opened
from lcsynth.counting import counted

if TYPE_CHECKING:
    from lcsynth.register.refit import Change, Proposal
    from lcsynth.workspace import Workspace

__all__ = ["themes_app"]


@themes_app.command("refit")
def themes_refit(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="With --accept: which proposals, or all.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Apply the proposals that are named.")] = False,
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Cluster everything afresh and propose what to change; nothing changes without --accept."""
    from lcsynth.errors import CallError

    if accept != bool(ids):
        raise CallError(
            "It is not clear what to accept", expected="`--accept ID...` or `--accept all`, or neither"
        )
    here = opened(workspace)
    if ids:
        _accept(here, ids, coder or getpass.getuser(), note)
    else:
        _propose(here)


def _accept(workspace: Workspace, ids: list[str], coder: str, note: str) -> None:
    from lcsynth.pipeline.refitting import accept_refit
    from lcsynth.pipeline.telling import told_operation

    done = accept_refit(workspace, ids, coder=coder, note=note)
    if not done:
        print("Nothing to accept: a fresh clustering gives no ground to change the themes.")
        return
    for operations in done.values():
        for one in operations:
            print(told_operation(one))
    print("`lcsynth run` brings it into the reports; `lcsynth themes undo OPERATION` undoes one.")


def _propose(workspace: Workspace) -> None:
    from lcsynth.pipeline.refitting import propose_refit
    from lcsynth.register import read_log, replay

    proposals = propose_refit(workspace)
    if not proposals:
        print("Nothing to propose: a fresh clustering gives no ground to change the themes.")
        return
    themes = replay(read_log(workspace.log)[0]).themes
    labels = {theme.id: f"{theme.label_nl} | {theme.label_en}" for theme in themes.values()}
    for proposal in proposals:
        for line in _told(proposal, labels):
            print(line)
    print("Nothing is changed. `lcsynth themes refit --accept ID...` applies what you choose, or `all`.")


def _told(proposal: Proposal, labels: Mapping[str, str]) -> list[str]:
    """Put a proposal into lines."""
    from lcsynth.pipeline.telling import plain

    lines = [f"{proposal.id}  {_headline(proposal)}"]
    for change in proposal.changes:
        name = " | ".join(dict.fromkeys(proposal.labels.values())) if change.theme == "new" else ""
        lines.append(f"  {change.theme:<5} {_sizes(change)}  {name or labels[change.theme]}")
    lines += [
        f"  Touches what {one.coder} did by hand: {one.operation} ({one.id})" for one in proposal.by_hand
    ]
    return lines + [f"    {name}  {plain(text)}" for name, text in proposal.examples.items()]


def _headline(proposal: Proposal) -> str:
    """Say in one line what would happen."""
    first = proposal.steps[0]
    count = sum(proposal.origins.values())
    some = counted(count, "statement")
    whence = ", ".join(
        f"{theme or 'single voices'} {number}" for theme, number in sorted(proposal.origins.items())
    )
    if proposal.kind == "split":
        kept = proposal.changes[0].statements[1]
        return f"split {first.theme}: it keeps {kept}, a new theme gets {count} (from {whence})"
    if proposal.kind == "new":
        return f"new theme of {some} (from {whence})"
    if proposal.kind == "merge":
        return f"merge {first.theme} into {first.to}: {some}"
    if proposal.kind == "vanished":
        goes = ", ".join(f"{step.to or 'single voices'} {len(step.statements)}" for step in proposal.steps)
        return f"vanished {proposal.changes[0].theme}: its statements would go to {goes}"
    return f"move {some} to {first.to} (from {whence})"


def _sizes(change: Change) -> str:
    def between(before: object, after: object) -> str:
        return f"{before} → {after}"

    stability = between(*("-" if one != one else f"{one:.2f}" for one in change.stability))
    return (
        f"statements {between(*change.statements)}, people {between(*change.people)}, stability {stability}"
    )
