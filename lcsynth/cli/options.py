"""What several commands share: their options, the workspace they open, the progress they show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lcsynth.pipeline.running import Progress
    from lcsynth.workspace import Workspace

WorkspaceOption = Annotated[
    Path, typer.Option("--workspace", metavar="DIR", help="The workspace; searched upwards from here.")
]
LanguageOption = Annotated[str, typer.Option("--language", metavar="nl,en", help="Languages of the reports.")]
CoderOption = Annotated[
    str, typer.Option("--coder", help="Who does this.", envvar="LCSYNTH_CODER", show_default="your user name")
]
NoteOption = Annotated[str, typer.Option("--note", help="Why, in your own words.")]
HERE = Path()


def opened(folder: Path) -> Workspace:
    """Open the workspace a command is about."""
    from lcsynth.workspace import open_workspace

    return open_workspace(folder)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show progress on standard error; what is yielded is told how far things are."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description:<44}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    bar = Bar(*columns, console=Console(stderr=True))
    task = bar.add_task("")

    def show(what: str, done: int, total: int) -> None:
        bar.start()  # only when there is something to show; a second call does nothing
        bar.update(task, description=what, completed=done, total=total)

    try:
        yield show
    finally:
        if bar.live.is_started:
            bar.stop()
