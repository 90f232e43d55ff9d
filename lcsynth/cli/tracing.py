"""The commands under `lcsynth document` for authors and contributors: the draft, and what became of a remark."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lcsynth.cli.document import document_app
from lcsynth.cli.options import HERE, WorkspaceOption, opened
from lcsynth.errors import CallError

OneLanguageOption = Annotated[
    str,
    typer.Option("--language", metavar="nl|en", help="The first of the workspace when not given."),
]


@document_app.command("draft")
def document_draft(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Such as v1.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Such as voorstel.docx.")],
    language: OneLanguageOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Write the paper in Word with, at each place, what was said there as comments."""
    from lcsynth.pipeline.drafting import draft
    from lcsynth.workspace.files import write_atomically

    if output.suffix.lower() != ".docx":
        raise CallError("A draft is a Word document", where=str(output), expected="a name that ends in .docx")
    content = draft(opened(workspace), version, language=language)
    write_atomically(output, lambda part: part.write_bytes(content))
    print(f"The draft is in {output}. What authors answer in it comes back with `lcsynth add {output.name}`.")
