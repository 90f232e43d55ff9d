"""`lcsynth themes agreement`: a sheet to code on, reading it back, and how well coders agree."""

from __future__ import annotations

import getpass
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lcsynth.cli.curation import themes_app
from lcsynth.cli.options import HERE, CoderOption, NoteOption, WorkspaceOption, opened
from lcsynth.counting import counted

if TYPE_CHECKING:
    from lcsynth.pipeline.agreeing import Compared
    from lcsynth.workspace import Workspace

__all__ = ["themes_app"]


@themes_app.command("agreement")
def themes_agreement(
    sample: Annotated[
        int | None, typer.Option("--sample", metavar="N", help="Make a sheet of so many statements to code.")
    ] = None,
    coded: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Read a sheet that was filled in.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The sheet; coding-CODER.xlsx here.")
    ] = None,
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Code a sample blind (--sample, then --import), and see how well coders and machine agree."""
    from lcsynth.errors import CallError

    if sample is not None and coded is not None:
        raise CallError("A sheet is made or read", expected="either --sample or --import")
    if output is not None and sample is None:
        raise CallError("Only a sheet is written to a file", expected="--output together with --sample")
    who = coder or getpass.getuser()
    here = opened(workspace)
    if sample is not None:
        _make(here, sample, who, output)
    elif coded is not None:
        _read(here, coded, coder, note)
    else:
        _compare(here)


def _make(workspace: Workspace, sample: int, coder: str, output: Path | None) -> None:
    from lcsynth.pipeline.agreeing import write_coding_sheet

    named = re.sub(r"[^\w-]+", "-", coder)
    path = output or Path(f"coding-{named}.xlsx")
    count = write_coding_sheet(workspace, path, coder=coder, sample=sample)
    few = f", all there are of the {sample} asked for" if count < sample else ""
    print(f"{path}: {counted(count, 'statement')} to code{few}.")
    print(f"Filled in? `lcsynth themes agreement --import {path} --coder {coder}`")


def _read(workspace: Workspace, path: Path, coder: str, note: str) -> None:
    from lcsynth.pipeline.agreeing import import_codes

    found = import_codes(workspace, path, coder=coder, note=note, unnamed=getpass.getuser())
    for error in found.wrong:
        print(error, file=sys.stderr)
    left = f"; {counted(found.uncoded, 'is', 'are')} not coded yet" if found.uncoded else ""
    before = ""
    if found.replaced or found.same:
        before = f", {found.replaced} in the place of another, {found.same} as before"
    logged = f" (operation {found.done.id})" if found.done else ", so nothing is added to the log"
    kept = counted(found.kept, f"code of {found.coder} is kept", f"codes of {found.coder} are kept")
    print(f"{kept}{before}{left}{logged}.")
    if found.wrong:
        raise typer.Exit(1)


def _compare(workspace: Workspace) -> None:
    from lcsynth.pipeline.agreeing import agreement
    from lcsynth.register.agreement import LEAST, RESAMPLES

    found = agreement(workspace)
    alphas = found.agreement.alphas
    people = alphas[alphas["kind"] != "machine"]
    print("Coded: " + ", ".join(f"{coder} {count}" for coder, count in found.coded.items()) + " statements.")
    if people["statements"].max() >= LEAST or alphas["statements"].max() >= LEAST:
        print(
            f"Krippendorff's alpha (nominal), with the 95% interval of {RESAMPLES} resamples of statements:"
        )
        for row in alphas.itertuples():
            print(f"  {_alpha(row)}")
        print("An alpha from .800 is reliable, from .667 tentative, below that not (Krippendorff 2004).")
    if len(people) == 0 or people["statements"].max() < LEAST:
        print(
            f"Fewer than {LEAST} statements were coded by two coders: too few to measure how well they agree."
        )
    for line in [*_themes(found), *_disagreements(found)]:
        print(line)


def _alpha(row: Any) -> str:
    from lcsynth.register.agreement import LEAST, meaning

    if row.statements < LEAST:
        return f"{row.between}: {counted(row.statements, 'statement')}, too few"
    if row.alpha != row.alpha:
        return f"{row.between}: {row.statements} statements, all in one theme: there is nothing to tell apart"
    return (
        f"{row.between}: {row.alpha:.2f} [{row.low:.2f}, {row.high:.2f}], {row.statements} statements; "
        f"{meaning(row.alpha)}"
    )


def _themes(found: Compared) -> list[str]:
    """Tell the agreement on each theme, between coders and with the machine."""
    kinds = {"coders": "coders", "machine": "with machine"}
    lines = [
        f"  {_named(row.theme_id, found)}, {kinds[row.kind]}: {row.agreement:.2f}{_interval(row)}"
        for row in found.agreement.themes.sort_values(["theme_id", "kind"], kind="stable").itertuples()
    ]
    heading = "Per theme: of those who chose it, how often the other did too (positive specific agreement)"
    return [heading, *lines] if lines else []


def _interval(row: Any) -> str:
    some = counted(row.statements, "statement")
    if row.low != row.low:
        return f", {some}, too few for an interval"
    return f" [{row.low:.2f}, {row.high:.2f}], {some}"


def _disagreements(found: Compared) -> list[str]:
    """List what was coded differently, to talk about."""
    from lcsynth.pipeline.telling import plain

    lines = []
    hidden = 0
    for row in found.agreement.disagreements.to_dict("records"):
        name = row.pop("statement_id")
        if name not in found.texts:
            hidden += 1
            continue
        lines.append(f"  {name}  {plain(found.texts[name])}")
        lines += [
            f"    {coder}: {_named(theme, found)}" for coder, theme in row.items() if isinstance(theme, str)
        ]
    if not lines and not hidden:
        return ["Nothing was coded differently."]
    more = [f"  and {hidden} that are hidden"] if hidden else []
    return ["Coded differently, to discuss:", *lines, *more]


def _named(theme: str, found: Compared) -> str:
    return f"{theme} {found.labels.get(theme, '')}".strip() if theme else "none: single voice"
