"""The commands under `lcsynth document` for who wants to know: the draft, the trace, the codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.cli.decisions import document_app
from lcsynth.cli.options import HERE, WorkspaceOption, opened
from lcsynth.counting import counted
from lcsynth.errors import CallError, nearest

if TYPE_CHECKING:
    from lcsynth.workspace import Workspace

__all__ = ["document_app"]

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
    print(
        f"The draft is in {output}. What authors answer in it comes back with "
        f"`lcsynth add {output} --session ID --paper-version {version}`."
    )


@document_app.command("trace")
def document_trace(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A contributor (P-…), contribution, statement or theme, or a place: 2.1:3, 2.1, v2/2.1:3.",
        ),
    ],
    format: Annotated[
        str, typer.Option(metavar="text|json|html", help="By the file's name when not given.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Standard output when not given.")
    ] = None,
    page: Annotated[
        bool,
        typer.Option(
            "--page",
            help="The page for a participant, by the code they were given: what they said, and nobody else. "
            "In data/private when no file is named.",
        ),
    ] = False,
    language: OneLanguageOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Show the whole chain: what became of a remark, and where a change in the paper came from."""
    from lcsynth.pipeline.tracing import trace, written
    from lcsynth.workspace.files import write_text

    here = opened(workspace)
    if page:
        print(f"The page is in {_page(here, name, format, output, language)}.")
        return
    form = _format(format, output)
    text = written(here, trace(here, name, language=language), form, language=language)
    if output:
        write_text(output, text)
    else:
        print(text, end="")


@document_app.command("codes")
def document_codes(
    session: Annotated[str, typer.Option("--session", metavar="ID", help="The session they took part in.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="In data/private when not given; never a report."
        ),
    ] = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Look up the code of each participant, to give to that person alone."""
    from lcsynth.pipeline.contributors import codes, keep_codes

    here = opened(workspace)
    found = codes(here, session)
    path = keep_codes(here, session, found, output)
    whose = counted(len(found.people), "person", "people")
    print(f"The codes of {whose} are in {path}, which only you may read.")
    if found.anonymous:
        unnamed = counted(found.anonymous, "entry is", "entries are")
        print(f"{unnamed} anonymous: who made them cannot be given a code.")
    print("Give each person their own; `lcsynth document trace CODE --page` then makes their page.")


def _page(here: Workspace, code: str, format: str, output: Path | None, language: str) -> Path:
    from lcsynth.pipeline.contributors import contributor_page, keep_page

    if format not in ("", "html"):
        raise CallError("The page of a participant is html", where="--format")
    made = contributor_page(here, code, language=language)
    return keep_page(here, code, made, output, language=language)


def _format(given: str, output: Path | None) -> str:
    known = ("text", "json", "html")
    by_name = output.suffix.lower().removeprefix(".") if output else ""
    found = given or (by_name if by_name in known else "text")
    if found not in known:
        raise CallError(f"There is no format '{found}'", where="--format", mend=nearest(found, known))
    return found
