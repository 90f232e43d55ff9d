"""The commands under `lcsynth themes`."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from lcsynth.cli.options import HERE, CoderOption, NoteOption, WorkspaceOption, opened

themes_app = typer.Typer(help="See and curate themes; every change is one line in the log.")


@themes_app.command("list")
def themes_list(workspace: WorkspaceOption = HERE) -> None:
    """List all themes with their size."""
    from lcsynth.pipeline.synthesis import synthesise

    found = synthesise(opened(workspace))
    suggested = found.summaries.drop_duplicates(["theme_id", "language"])
    for theme in found.themes.itertuples():
        state = f"merged into {theme.parent}" if theme.parent else theme.status
        print(
            f"{theme.theme_id}  {theme.contributors:>4} people  {theme.statements:>5} statements  {state:<18}"
            f"  {theme.label_nl} | {theme.label_en}"
        )
        for one in suggested[suggested["theme_id"] == theme.theme_id].itertuples():
            if one.label:
                print(f"      suggested by {one.model}, --{one.language}: {one.label}")


@themes_app.command("rename")
def themes_rename(
    theme: Annotated[str, typer.Argument(metavar="THEME", help="Such as T001.")],
    nl: Annotated[str, typer.Option(help="The Dutch label.")] = "",
    en: Annotated[str, typer.Option(help="The English label.")] = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Give a theme another label; it keeps its id."""
    from lcsynth.pipeline.curating import rename_theme

    done = rename_theme(opened(workspace), theme, nl=nl, en=en, coder=coder or getpass.getuser(), note=note)
    print(f"{theme} is renamed (operation {done.id}). `lcsynth run` brings it into the reports.")


@themes_app.command("merge")
def themes_merge(
    themes: Annotated[list[str], typer.Argument(metavar="THEME...", help="The themes that go.")],
    into: Annotated[str, typer.Option(metavar="THEME", help="The theme that stays.")],
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Put the statements of themes into another one."""
    from lcsynth.pipeline.curating import merge_themes

    done = merge_themes(opened(workspace), themes, into=into, coder=coder or getpass.getuser(), note=note)
    merged = ", ".join(themes)
    print(f"{merged} merged into {into} (operation {done.id}). `lcsynth run` brings it into the reports.")


@themes_app.command("log")
def themes_log(workspace: WorkspaceOption = HERE) -> None:
    """Show who did what, when and why."""
    from lcsynth.register import read_log

    for one in read_log(opened(workspace).log)[0]:
        shown = {
            key: f"{len(value)} statements" if key == "members" else value
            for key, value in one.arguments.items()
        }
        what = ", ".join(f"{key} {value}" for key, value in shown.items())
        print(
            f"{one.time[:19]}  {one.id}  {one.coder}: {one.operation} {what}"
            + (f" ({one.note})" if one.note else "")
        )
