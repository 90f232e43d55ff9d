"""The commands under `lcsynth document` in which authors decide, and answer for it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.document import document_app
from lcsynth.cli.options import HERE, CoderOption, NoteOption, WorkspaceOption, opened
from lcsynth.cli.themes import ThemeArgument
from lcsynth.counting import counted
from lcsynth.errors import CallError

if TYPE_CHECKING:
    from lcsynth.workspace import Workspace

__all__ = ["document_app"]


@document_app.command("decide")
def document_decide(
    theme: ThemeArgument,
    at: Annotated[
        str, typer.Option("--at", metavar="PLACE", help="A section (2.1) or a paragraph of it (2.1:3).")
    ] = "",
    decision: Annotated[
        str, typer.Option("--as", metavar="DECISION", help="adopted, partly, rejected, deferred or open.")
    ] = "",
    because: Annotated[str, typer.Option(help="The reason, for those who made the remark.")] = "",
    in_version: Annotated[
        str, typer.Option("--in", metavar="VERSION", help="The version in which it is worked in.")
    ] = "",
    by: Annotated[str, typer.Option(help="Who decided, when that is somebody else.")] = "",
    version: Annotated[
        str, typer.Option(metavar="VERSION", help="The version it is about; the last one discussed.")
    ] = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Say what the authors did with a theme at a place; with a theme alone, show what was decided on it."""
    from lcsynth.pipeline.curating import curate

    here = opened(workspace)
    if not any((at, decision, because, in_version, by)):
        _show(here, theme)
        return
    if not at or not decision:
        raise CallError("It is not said what is decided, or where", expected="both --at and --as")
    done = curate(here, coder=coder or getpass.getuser()).decide(
        theme,
        at=at,
        decision=decision,
        because=because,
        in_version=in_version,
        by=by,
        version=version,
        note=note,
    )
    given = done.arguments
    if "named" in given:
        print(f"{theme} was merged into {given['theme']}, so the decision is about {given['theme']}.")
    place = f"§{given['anchor'] or given['section']} of {given['paper_version']}"
    print(
        f"{given['theme']} at {place}: {given['decision']} (operation {done.id}). "
        "`lcsynth run` brings it into the reports."
    )
    _announce(here, [given["in_version"]])


def _announce(workspace: Workspace, named: Iterable[str]) -> None:
    """Say of versions in which something is worked in that they are not there yet."""
    for version in sorted(set(named) - {"", *workspace.papers()}):
        print(f"{version} is not there yet: `lcsynth document import FILE --as {version}` brings it in.")


def _show(workspace: Workspace, theme: str) -> None:
    """Print every decision on a theme, in order of time; the last one at a place holds."""
    from lcsynth.pipeline.showing import history
    from lcsynth.pipeline.telling import told_operation
    from lcsynth.register import read_log
    from lcsynth.register.deciding import DECIDE
    from lcsynth.register.undoing import undone

    off = undone(read_log(workspace.log)[0])
    found = [one for one in history(workspace, theme) if one.operation == DECIDE]
    for one in found:
        print(told_operation(one, off))
    if not found:
        print(f"Nothing was decided on {theme} yet. Decide with --at, --as and --because.")


@document_app.command("matrix")
def document_matrix(
    format: Annotated[
        str, typer.Option(metavar="html|xlsx|docx|md", help="By the file's name when not given, else html.")
    ] = "",
    language: Annotated[str, typer.Option(metavar="nl|en", help="The first of the workspace.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Next to the report of the living document."),
    ] = None,
    filled: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Read an xlsx that authors filled in.")
    ] = None,
    overrule: Annotated[
        bool, typer.Option("--overrule", help="Import also what was decided otherwise meanwhile.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Import nothing; show what would be.")] = False,
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the reply matrix: what was said where, what was decided and why; or read it back filled in."""
    here = opened(workspace)
    if filled is not None:
        if format or output is not None or language:
            raise CallError(
                "A matrix is made or read", expected="--import without --format, -o or --language"
            )
        _import(here, filled, coder or getpass.getuser(), note, overrule=overrule, dry_run=dry_run)
        return
    if overrule or dry_run:
        raise CallError("Only an import can overrule or be a trial", expected="--import FILE")
    from lcsynth.pipeline.replying import matrix_format, matrix_path, reply_matrix
    from lcsynth.workspace.files import write_atomically

    language = language or here.settings.languages[0]
    form = format or (matrix_format(output) if output else "html")
    content = reply_matrix(here, format=form, language=language)
    path = output or matrix_path(here, format=form, language=language)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, lambda part: part.write_bytes(content))
    print(path)
    if form == "xlsx":
        print(f"Filled in? `lcsynth document matrix --import {path} --coder NAME`")


def _import(
    workspace: Workspace, path: Path, coder: str, note: str, *, overrule: bool, dry_run: bool
) -> None:
    from lcsynth.pipeline.importing import import_decisions
    from lcsynth.pipeline.telling import told_operation

    found = import_decisions(workspace, path, coder=coder, note=note, overrule=overrule, dry_run=dry_run)
    for error in (*found.wrong, *found.conflicts):
        print(error, file=sys.stderr)
    for sentence in found.followed.values():
        print(sentence)
    for one in found.done:
        print(told_operation(one))
    _announce(workspace, [one.arguments["in_version"] for one in found.done])
    print(
        f"{counted(len(found.done), 'decision')} {'would be added' if dry_run else 'added'}, "
        f"{counted(found.unchanged, 'row')} unchanged, {found.already} in the log already, "
        f"{len(found.conflicts)} decided otherwise meanwhile, {len(found.wrong)} wrong."
    )
    if dry_run:
        print("Nothing was changed, because of --dry-run.")
    if found.wrong or found.conflicts:
        raise typer.Exit(1)
