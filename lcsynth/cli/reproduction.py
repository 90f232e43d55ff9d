"""What `lcsynth check --reproduce` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.options import progress_bar
from lcsynth.errors import DataError

if TYPE_CHECKING:
    from lcsynth.workspace import Workspace

ReproduceOption = Annotated[
    str,
    typer.Option(
        "--reproduce",
        metavar="SESSION",
        help="Make a session (or living-document) again elsewhere, from sources and log, and compare.",
    ),
]


def compare(workspace: Workspace, name: str) -> None:
    """Say of everything that was made whether it comes out the same.

    Raises
    ------
    DataError
        Naming what does not.
    """
    from lcsynth.pipeline.reproducing import reproduce

    with progress_bar() as progress:
        found = reproduce(workspace, name, progress)
    for part in found.parts:
        print(f"{'different' if part.difference else 'equal':<10} {part.what}{_behind(part.difference)}")
    if found.different:
        raise DataError(
            f"{name} does not come out the same: {', '.join(part.what for part in found.different)}",
            mend="The passport beside the report tells what it was made from; `lcsynth run` makes it anew",
        )
    print(f"{name} comes out the same, letter for letter; only the moment of making was left out.")


def _behind(difference: str) -> str:
    return f": {difference}" if difference else ""
