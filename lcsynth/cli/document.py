"""The commands under `lcsynth document` that show the paper and its versions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.options import HERE, WorkspaceOption, opened
from lcsynth.errors import CallError, nearest

if TYPE_CHECKING:
    from lcsynth.document import Mark
    from lcsynth.pipeline.differing import Difference

document_app = typer.Typer(help="The paper: its versions, what was said where, and what is decided.")
_FORMATS = ("text", "json")


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
    from lcsynth.document import CHANGES, shares_nothing

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
    changes = alignment.loc[alignment["level"] == "paragraph", "change"].tolist()
    told = ", ".join(f"{changes.count(change)} {change}" for change in CHANGES if change in changes)
    lines.append(f"Paragraphs of {found.old.version} and {found.new.version}: {told or 'none'}.")
    if shares_nothing(alignment):
        lines.append(
            f"{found.new.version} shares no paragraph with {found.old.version}: nothing that was said about "
            f"the one can be followed to the other. Is it the right file?"
        )
    return lines


def _only_new(marks: list[Mark]) -> str:
    from lcsynth.pipeline.telling import plain

    return plain(" ".join(mark.words for mark in marks if mark.kind != "out"))


def _in_words(marks: list[Mark]) -> str:
    from lcsynth.pipeline.telling import plain

    around = {"kept": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return plain(" ".join(around[mark.kind].format(mark.words) for mark in marks))
