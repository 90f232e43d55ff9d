"""The commands under `lcsynth themes` that show themes; those that change them are in `curation`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lcsynth.cli.options import HERE, WorkspaceOption, opened
from lcsynth.counting import counted

if TYPE_CHECKING:
    from lcsynth.pipeline.showing import Shown

themes_app = typer.Typer(help="See and curate themes; every change is one line in the log.")
ThemeArgument = Annotated[str, typer.Argument(metavar="THEME", help="Such as T001.")]
_STATEMENTS = 10  # shown of a theme, unless all are asked for
_STATEMENTS_COLUMN = ("statement ", "statements")  # of one width, so that numbers stay under each other


@themes_app.command("list")
def themes_list(workspace: WorkspaceOption = HERE) -> None:
    """List all themes with their size."""
    from lcsynth.pipeline.current import current

    found = current(opened(workspace))
    suggested = found.summaries.drop_duplicates(["theme_id", "language"])
    for theme in found.themes.itertuples():
        state = f"merged into {theme.parent}" if theme.parent else theme.status
        print(
            f"{theme.theme_id}  {counted(theme.contributors, 'person', 'people'):>11}"
            f"  {counted(theme.statements, *_STATEMENTS_COLUMN):>16}  {state:<18}"
            f"  {theme.label_nl} | {theme.label_en}"
        )
        for one in suggested[suggested["theme_id"] == theme.theme_id].itertuples():
            if one.label:
                print(f"      suggested by {one.model}, --{one.language}: {one.label}")


@themes_app.command("show")
def themes_show(
    theme: ThemeArgument,
    all_statements: Annotated[
        bool, typer.Option("--all", help="All statements, not only those closest to its centre.")
    ] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Show one theme whole: labels, sizes, statements, neighbours, history and memos."""
    from lcsynth.pipeline.showing import show

    for line in _told(show(opened(workspace), theme), most=None if all_statements else _STATEMENTS):
        print(line)


@themes_app.command("log")
def themes_log(
    theme: Annotated[str, typer.Argument(metavar="[THEME]", help="Only what this theme went through.")] = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Show who did what, when and why."""
    from lcsynth.pipeline.showing import history
    from lcsynth.pipeline.telling import told_operation
    from lcsynth.register import read_log
    from lcsynth.register.undoing import undone

    here = opened(workspace)
    operations, _ = read_log(here.log)
    off = undone(operations)
    for one in history(here, theme) if theme else operations:
        print(told_operation(one, off))


def _told(shown: Shown, most: int | None) -> list[str]:
    """Put a theme into lines."""
    from lcsynth.pipeline.telling import plain, told_operation

    theme = shown.theme
    state = f"merged into {theme['parent']}" if theme["parent"] else theme["status"]
    state += f", split from {theme['split_from']}" if theme["split_from"] else ""
    growth = ", ".join(f"{session} +{number}" for session, number in shown.growth.items())
    facts = [
        ("status", state),
        ("size", _size(theme)),
        ("sessions", f"{theme['first_session']} to {theme['last_session']}: {growth}" if growth else ""),
        ("stability", _number(theme["stability"])),
        ("keywords", theme["keywords"]),
        ("labels by", theme["labelled_by"]),
        ("description", theme["description_nl"]),
        ("description (en)", theme["description_en"]),
    ]
    lines = [f"{theme['theme_id']}  {theme['label_nl']} | {theme['label_en']}"]
    lines += [f"  {name:<17} {value}" for name, value in facts if value]
    parts = [
        f"  {part.subtheme_id:<8} {counted(part.statements, *_STATEMENTS_COLUMN):>16}  "
        f"{part.label_nl} | {part.label_en}"
        for part in shown.subthemes.itertuples()
    ]
    near = [
        f"  {name}  {counted(count, *_STATEMENTS_COLUMN):>15} about both  {label}"
        for name, label, count in shown.neighbours
    ]
    said = [
        f"  {one.statement_id}  {_number(one.similarity):>5}  "
        f"{one.placed_by:<7}  {plain(one.text)}{_marked(one.quote, one.reason)}"
        for one in shown.statements.head(most).itertuples()
    ]
    left = len(shown.statements) - len(said)
    said += [f"  and {left} more (--all)"] if left else []
    memos = [f"  {memo.time[:19]}  {memo.coder}, {memo.target}: {plain(memo.text)}" for memo in shown.memos]
    sections = {
        "Sub-themes": parts,
        "Statements, the closest first": said,
        "Neighbours": near,
        "Memos": memos,
        "History": [f"  {told_operation(one)}" for one in shown.history],
    }
    for heading, content in sections.items():
        lines += [heading, *content] if content else []
    return lines


def _size(theme: Mapping[str, Any]) -> str:
    people = counted(theme["contributors"], "person", "people")
    return f"{people}, {counted(theme['statements'], 'statement')}"


def _number(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.2f}"


def _marked(quote: str, reason: str) -> str:
    """Say what people did with a statement."""
    why = f": {reason}" if reason else ""
    return f"  [{quote}{why}]" if quote else ""
