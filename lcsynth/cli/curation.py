"""The commands under `lcsynth themes` that change themes: each adds one operation to the log."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.options import HERE, CoderOption, NoteOption, WorkspaceOption, opened
from lcsynth.cli.themes import ThemeArgument, themes_app
from lcsynth.counting import counted

if TYPE_CHECKING:
    from lcsynth.pipeline.curating import Curation
    from lcsynth.register import Operation

__all__ = ["themes_app"]

DutchOption = Annotated[str, typer.Option("--nl", help="In Dutch.")]
EnglishOption = Annotated[str, typer.Option("--en", help="In English.")]
StatementArgument = Annotated[
    str, typer.Argument(metavar="STATEMENT", help="The id of a statement, as `themes show` lists it.")
]


@themes_app.command("rename")
def themes_rename(
    theme: ThemeArgument,
    nl: DutchOption = "",
    en: EnglishOption = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Give a theme another label; it keeps its id."""
    hand = _curation(workspace, coder)
    _say(f"{theme} is renamed", hand.rename(theme, nl=nl, en=en, note=note))
    _say_namesakes(hand, theme)


@themes_app.command("describe")
def themes_describe(
    theme: ThemeArgument,
    nl: DutchOption = "",
    en: EnglishOption = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Say in a few sentences what a theme is about."""
    _say(f"{theme} is described", _curation(workspace, coder).describe(theme, nl=nl, en=en, note=note))


@themes_app.command("merge")
def themes_merge(
    themes: Annotated[list[str], typer.Argument(metavar="THEME...", help="The themes that go.")],
    into: Annotated[str, typer.Option(metavar="THEME", help="The theme that stays.")],
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Put the statements of themes into another one."""
    done = _curation(workspace, coder).merge(themes, into=into, note=note)
    _say(f"{', '.join(themes)} merged into {into}", done)


@themes_app.command("split")
def themes_split(
    theme: ThemeArgument,
    statements: Annotated[
        list[str] | None, typer.Argument(metavar="[STATEMENT...]", help="The statements that go.")
    ] = None,
    subtheme: Annotated[
        str,
        typer.Option("--subtheme", metavar="ID", help="Instead of statements: a sub-theme such as T001.2."),
    ] = "",
    nl: DutchOption = "",
    en: EnglishOption = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make a new theme of some statements of a theme, or of a sub-theme."""
    from lcsynth.pipeline.recording import count_with_repeats

    hand = _curation(workspace, coder)
    done = hand.split(theme, statements=statements or (), subtheme=subtheme, nl=nl, en=en, note=note)
    count = count_with_repeats(hand.workspace, done.arguments["statements"])
    parted = counted(count, f"statement of {theme} is", f"statements of {theme} are")
    _say(f"{parted} {done.arguments['new']} now", done)
    _say_namesakes(hand, done.arguments["new"])


@themes_app.command("move")
def themes_move(
    statements: Annotated[list[str], typer.Argument(metavar="STATEMENT...", help="The statements that go.")],
    to: Annotated[str, typer.Option(metavar="THEME", help="The theme they go to.")] = "",
    single: Annotated[bool, typer.Option("--single", help="To no theme: they are single voices.")] = False,
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Put statements in another theme, or in none; the machine leaves them there."""
    from lcsynth.errors import CallError

    if bool(to) == single:
        raise CallError("It is not clear where they go", expected="either --to THEME or --single")
    done = _curation(workspace, coder).move(statements, to=to, note=note)
    moved = counted(len(done.arguments["statements"]), "statement")
    _say(f"{moved} moved to {to or 'the single voices'}", done)


@themes_app.command("pin")
def themes_pin(
    statement: StatementArgument,
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Quote a statement first."""
    done = _curation(workspace, coder).pin(statement, note=note)
    _say(f"{done.arguments['statement']} is quoted first", done)


@themes_app.command("exclude")
def themes_exclude(
    statement: StatementArgument,
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Never quote a statement; it stays in its theme."""
    done = _curation(workspace, coder).exclude(statement, note=note)
    _say(f"{done.arguments['statement']} is not quoted", done)


@themes_app.command("pin-keyword")
def themes_pin_keyword(
    theme: ThemeArgument,
    keyword: Annotated[str, typer.Argument(metavar="KEYWORD", help="A word or phrase.")],
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Name a keyword of a theme first."""
    done = _curation(workspace, coder).pin_keyword(theme, keyword, note=note)
    _say(f"{theme} has the keyword {done.arguments['keyword']}", done)


@themes_app.command("status")
def themes_status(
    theme: ThemeArgument,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="active, candidate, dormant or rejected.")],
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Set the status of a theme; the statements of a rejected one are single voices again."""
    _say(f"{theme} is {status}", _curation(workspace, coder).set_status(theme, status, note=note))


@themes_app.command("hide")
def themes_hide(
    statement: StatementArgument,
    reason: Annotated[str, typer.Option(help="Why, in your own words; the log keeps it.")] = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Show a statement nowhere in the reports; it is still counted."""
    done = _curation(workspace, coder).hide(statement, reason=reason, note=note)
    _say(f"{done.arguments['statement']} is hidden", done)


@themes_app.command("memo")
def themes_memo(
    target: Annotated[str, typer.Argument(metavar="THEME|STATEMENT", help="What it is about.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you want to remember.")],
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Write something down about a theme or a statement; `themes show` shows it."""
    done = _curation(workspace, coder).memo(target, text, note=note)
    print(f"Noted about {done.arguments['target']} (operation {done.id}).")


@themes_app.command("undo")
def themes_undo(
    operation: Annotated[str, typer.Argument(metavar="OPERATION", help="Its id, as `themes log` lists it.")],
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Undo what a person did; undoing an undo does it again."""
    from lcsynth.pipeline.recording import consequences

    here = _curation(workspace, coder)
    done = here.undo(operation, note=note)
    _say(f"{operation} is undone", done)
    for line in consequences(here.workspace, done.id):
        print(f"No longer applies: {line}")


def _curation(folder: Path, coder: str) -> Curation:
    from lcsynth.pipeline.curating import curate

    return curate(opened(folder), coder=coder or getpass.getuser())


def _say(what: str, done: Operation) -> None:
    print(f"{what} (operation {done.id}). `lcsynth run` brings it into the reports.")


def _say_namesakes(hand: Curation, theme: str) -> None:
    """Tell which themes are called as this one is; nothing is refused."""
    from lcsynth.pipeline.namesakes import namesakes_in

    for sentence in namesakes_in(hand.workspace, theme):
        print(f"Note: {sentence}.")
