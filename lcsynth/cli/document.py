"""The commands under `lcsynth document` that show the paper and its versions."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.options import HERE, CoderOption, NoteOption, WorkspaceOption, opened
from lcsynth.counting import counted
from lcsynth.errors import CallError, nearest

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document import Mark
    from lcsynth.pipeline.differing import Difference

document_app = typer.Typer(help="The paper: its versions, what was said where, and what is decided.")
_FORMATS = ("text", "json")
_WIDTH = 60  # characters shown of a paragraph in an outline


@document_app.command("outline")
def document_outline(
    version: Annotated[
        str, typer.Argument(metavar="[VERSION]", help="The one last discussed when not given.")
    ] = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Show the sections and paragraphs with their anchors, what was said there, and what is undecided."""
    from lcsynth.pipeline.outlining import outline
    from lcsynth.pipeline.telling import plain

    found = outline(opened(workspace), version)
    print(plain(f"{found.paper.version}  {found.paper.title}".rstrip()))
    for row in found.places.itertuples():
        indent = "" if row.level == "section" else "  "
        text = row.text if len(row.text) <= _WIDTH else f"{row.text[:_WIDTH].rstrip()}…"
        counts = (
            f"p. {row.pages}" if row.pages else "",
            f"{counted(row.statements, 'statement')} of {counted(row.people, 'person', 'people')}, "
            f"{counted(row.themes, 'theme')}"
            if row.statements
            else "",
            counted(row.open_decisions, "open decision") if row.open_decisions else "",
        )
        told = ", ".join(filter(None, counts))
        print(plain(f"{indent}{row.anchor:<{10 - len(indent)}} {text}{f'  [{told}]' if told else ''}"))
    left = found.statements - found.linked
    linked = f"{found.linked} of {counted(found.statements, 'statement')}"
    print(f"{linked} {'is' if found.linked == 1 else 'are'} linked to a place, {left} to none.")
    if found.gone:
        elsewhere = counted(found.gone, "of these is", "of these are")
        print(f"{elsewhere} about places of other versions that {found.paper.version} lacks.")


@document_app.command("import")
def document_import(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The paper, .docx or .md.")],
    version: Annotated[str, typer.Option("--as", metavar="V", help="What to call it, such as v2.")],
    changes: Annotated[
        str,
        typer.Option(metavar="accepted|original", help="How to take tracked changes; else they are refused."),
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a version that nothing was said about yet.")
    ] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Take a version of the paper into the workspace."""
    from lcsynth.pipeline.paper_import import import_paper

    done = import_paper(opened(workspace), file, version, changes=changes, replace=replace)
    paragraphs = sum(len(section.paragraphs) for section in done.paper.sections)
    sections = counted(len(done.paper.sections), "section")
    print(f"{version} is in {done.path}: {sections}, {counted(paragraphs, 'paragraph')}.")
    for notice in done.notices:
        print(f"- {notice}")
    if done.alignment is not None:
        print(f"Paragraphs since {done.before}: {_counted(done.alignment)}.")
        print(f"`lcsynth document diff {done.before} {version}` shows them.")


@document_app.command("link")
def document_link(
    target: Annotated[str, typer.Argument(metavar="STATEMENT|THEME", help="The id of either.")],
    at: Annotated[str, typer.Option("--at", metavar="PLACE", help="A section (2.1) or paragraph (2.1:3).")],
    remove: Annotated[bool, typer.Option("--remove", help="It is not about that place.")] = False,
    version: Annotated[
        str, typer.Option("--version", metavar="V", help="The one last discussed when not given.")
    ] = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Say which place in the paper a statement or a theme is about, or with --remove is not about."""
    from lcsynth.pipeline.curating import curate
    from lcsynth.pipeline.telling import told_operation

    hand = curate(opened(workspace), coder=coder or getpass.getuser())
    done = (hand.unlink if remove else hand.link)(target, at=at, version=version, note=note)
    place = f"{done.arguments['anchor'] or done.arguments['section']} of {done.arguments['paper_version']}"
    print(f"{target} is {'no longer ' if remove else ''}linked to {place}.")
    print(told_operation(done))


@document_app.command("diff")
def document_diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A version, such as v1.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A later version, such as v2.")],
    everything: Annotated[bool, typer.Option("--all", help="Also what is the same.")] = False,
    format: Annotated[str, typer.Option(metavar="text|json", help="For people, or for programs.")] = "text",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Show what changed from one version to another: per section and paragraph, word by word."""
    from lcsynth.pipeline.differing import differ

    if format not in _FORMATS:
        raise CallError(f"There is no format '{format}'", where="--format", mend=nearest(format, _FORMATS))
    found = differ(opened(workspace), old, new)
    if format == "json":
        rows = [row for row in found.rows() if everything or row["change"] != "same"]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for line in _told(found, everything):
        print(line)


def _told(found: Difference, everything: bool) -> list[str]:
    """Put what changed into lines; words taken out stand as [-words-], words put in as {+words+}."""
    from lcsynth.document import shares_nothing

    alignment = found.alignment
    shown = alignment if everything else alignment[alignment["change"] != "same"]
    lines = []
    for row in shown.itertuples():
        places = {"new": row.new_anchor, "gone": row.old_anchor}.get(
            row.change,
            row.old_anchor if row.old_anchor == row.new_anchor else f"{row.old_anchor} → {row.new_anchor}",
        )
        lines.append(f"{'§ ' if row.level == 'section' else '  '}{row.change:<7} {places}")
        marks = found.marks(row.old_anchor, row.new_anchor)
        # Of a text that was cut up, the rest would show as taken out, and it stands elsewhere.
        apart = row.change in ("split", "merged")
        words = _only_new(marks) if apart else _in_words(marks)
        lines.append(f"    {words}")
    lines.append(f"Paragraphs of {found.old.version} and {found.new.version}: {_counted(alignment)}.")
    if shares_nothing(alignment):
        lines.append(
            f"{found.new.version} shares no paragraph with {found.old.version}: nothing that was said about "
            f"the one can be followed to the other. Is it the right file?"
        )
    return lines


def _counted(alignment: pd.DataFrame) -> str:
    """Count the paragraphs per kind of change."""
    from lcsynth.document import CHANGES

    changes = alignment.loc[alignment["level"] == "paragraph", "change"].tolist()
    counts = [f"{changes.count(change)} {change}" for change in CHANGES if change in changes]
    return ", ".join(counts) or "none"


def _only_new(marks: list[Mark]) -> str:
    from lcsynth.pipeline.telling import plain

    return plain(" ".join(mark.words for mark in marks if mark.kind != "out"))


def _in_words(marks: list[Mark]) -> str:
    from lcsynth.pipeline.telling import plain

    around = {"kept": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return plain(" ".join(around[mark.kind].format(mark.words) for mark in marks))
