"""The commands: argument parsing and printing, nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lcsynth.cli.added import account, told
from lcsynth.cli.options import (
    HERE,
    CoderOption,
    LanguageOption,
    NoteOption,
    WorkspaceOption,
    opened,
    progress_bar,
)
from lcsynth.cli.privacy import (
    InOption,
    KindOption,
    MaskOption,
    PrivacyCall,
    PrivacyOption,
    ReviewFileOption,
    ReviewSessionOption,
    UnmaskOption,
    ValuesOption,
    answer,
)
from lcsynth.cli.refit import themes_app
from lcsynth.cli.reproduction import ReproduceOption, compare
from lcsynth.cli.tracing import document_app
from lcsynth.counting import counted
from lcsynth.errors import CallError
from lcsynth.themes import DEFAULT_EMBEDDER

if TYPE_CHECKING:
    from lcsynth.pipeline.running import Done
    from lcsynth.workspace import Workspace

_COUNTS = {
    "contributions": ("contribution",),
    "statements": ("statement",),
    "linked": ("linked", "linked"),
    "themes": ("theme",),
}

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="From feedback sessions to themes, decisions and the next version of a living document.",
)
app.add_typer(themes_app, name="themes")
app.add_typer(document_app, name="document")


@app.command()
def demo(
    language: LanguageOption = "",
    workspace: Annotated[
        Path | None,
        typer.Option("--workspace", metavar="DIR", help="Another workspace than the shipped one."),
    ] = None,
) -> None:
    """Run the shipped sample sessions, end to end, and print where the reports are."""
    from lcsynth.workspace.layout import shipped_workspace

    _run(opened(workspace) if workspace else shipped_workspace(), (), language)


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    embedder: Annotated[
        str, typer.Option(metavar="NAME", help="What turns statements into vectors; see data/workspace.yaml.")
    ] = DEFAULT_EMBEDDER,
) -> None:
    """Make an empty workspace."""
    from lcsynth.themes import load_embedder
    from lcsynth.workspace import init_workspace

    load_embedder(embedder)  # refuses what is unknown or not installed, before anything is made
    made = init_workspace(folder, embedder=embedder)
    print(f"An empty workspace is in {made.root}.")
    print("Next: look at data/workspace.yaml, then `lcsynth add FILE --session ID` and `lcsynth run`.")


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files as they were received.")],
    session: Annotated[str, typer.Option("--session", metavar="ID", help="The session they belong to.")],
    title: Annotated[str, typer.Option(help="Title of the session.")] = "",
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Date of the session.")] = "",
    start: Annotated[str, typer.Option(metavar="HH:MM", help="When it starts.")] = "",
    end: Annotated[str, typer.Option(metavar="HH:MM", help="When it ends.")] = "",
    audience: Annotated[
        list[str] | None, typer.Option(help="Who it was for; may be given more than once.")
    ] = None,
    mode: Annotated[str, typer.Option(help="online, on site, hybrid or survey.")] = "",
    place: Annotated[str, typer.Option(help="Where it is held.")] = "",
    paper_version: Annotated[str, typer.Option(help="The version that is discussed, such as v1.")] = "",
    format: Annotated[str, typer.Option(help="Format of the files; recognised when not given.")] = "",
    text_column: Annotated[
        list[str] | None, typer.Option(help="Column with what was said; may be given more than once.")
    ] = None,
    contributor_column: Annotated[str, typer.Option(help="Column that tells contributors apart.")] = "",
    name_column: Annotated[str, typer.Option(help="Column with names; masked wherever they occur.")] = "",
    audience_column: Annotated[str, typer.Option(help="Column with the audience of a contributor.")] = "",
    organisation_type_column: Annotated[str, typer.Option(help="Column with the kind of organisation.")] = "",
    said_at_column: Annotated[str, typer.Option(help="Column with the moment.")] = "",
    id_column: Annotated[str, typer.Option(help="Column with the row's own id.")] = "",
    section_column: Annotated[str, typer.Option(help="Column with the section of the paper.")] = "",
    heading: Annotated[
        list[str] | None,
        typer.Option(
            help="A text on a board that is a title of what is below it; may be given more than once."
        ),
    ] = None,
    replaces: Annotated[
        str, typer.Option(metavar="FILE", help="The source it takes the place of; recognised when not given.")
    ] = "",
    keep_both: Annotated[
        bool, typer.Option("--keep-both", help="Replace nothing, even if it looks like a later export.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Change nothing; show what would happen.")
    ] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Add the files of a session, and account for every row in them."""
    from lcsynth.pipeline.adding import add as add_files

    changes = {
        "title": {"nl": title, "en": title} if title else None,
        "date": _date(date),
        "start": start,
        "end": end,
        "audiences": audience,
        "mode": mode,
        "place": place,
        "paper_version": paper_version,
    }
    options = {
        "format": format,
        "text_columns": text_column,
        "contributor_column": contributor_column,
        "name_column": name_column,
        "audience_column": audience_column,
        "organisation_type_column": organisation_type_column,
        "said_at_column": said_at_column,
        "id_column": id_column,
        "section_column": section_column,
        "headings": heading,
    }
    done = add_files(
        opened(workspace),
        files,
        session,
        changes={name: value for name, value in changes.items() if value},
        options=options,
        replaces=replaces,
        keep_both=keep_both,
        dry_run=dry_run,
    )
    for line in told(done):
        print(line)
    if dry_run:
        print("Nothing was changed, because of --dry-run.")


@app.command()
def run(
    sessions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SESSION...]", help="Sessions, or living-document; everything stale when none."
        ),
    ] = None,
    language: LanguageOption = "",
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Also print every report to a PDF, by a browser that is here.")
    ] = False,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Make the tables and reports of everything that is stale."""
    here = opened(workspace)
    _run(here, sessions or (), language)
    if pdf:
        _print_pdfs(here, sessions or (), language)


@app.command()
def status(workspace: WorkspaceOption = HERE) -> None:
    """Say what is there, what is stale, and what waits for a person."""
    from lcsynth.pipeline.standing import status as standing_of

    found = standing_of(opened(workspace))
    for line in found.standings:
        counts = ", ".join(
            counted(line.counts[name], *words) for name, words in _COUNTS.items() if name in line.counts
        )
        print(f"{line.name:<32} {line.date:<12} {line.state:<12} {counts}".rstrip())
        for row in line.ledger:
            print(f"  {account(row)}")
    if found.endpoint:
        print(found.endpoint)
    print("Waiting for a person:" if found.waiting else "Nothing waits for a person.")
    for sentence in found.waiting:
        print(f"- {sentence}")


@app.command()
def export(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE",
            help="contributions, statements, themes, theme_sessions, subthemes, assignments, summaries, "
            "positions, links, decisions, collisions, needs_person, quarantine, ledger, duplicates, "
            "attributes or masks.",
        ),
    ],
    session: Annotated[
        str,
        typer.Option(
            "--session",
            metavar="ID",
            help="One session, in the themes as they were found until then; all sessions, as they are now, "
            "when not given.",
        ),
    ] = "",
    format: Annotated[
        str, typer.Option(metavar="csv|json|parquet|xlsx", help="By the file's name when not given.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Standard output when not given.")
    ] = None,
    workspace: WorkspaceOption = HERE,
) -> None:
    """Write a table for other programs."""
    from lcsynth.pipeline import exporting
    from lcsynth.workspace.files import write_atomically

    form = exporting.known_format(format) if format else exporting.format_of(output) if output else "csv"
    content = exporting.export(opened(workspace), table, session=session or None, format=form)
    if form == "csv" and (count := exporting.formulas(content)):
        begin = counted(count, "text begins", "texts begin")
        print(
            f"{begin} with = + - or @, which a spreadsheet program may run as a formula. What was said is "
            "left as it is; for a spreadsheet use --format xlsx, where it is text.",
            file=sys.stderr,
        )
    if output:
        write_atomically(output, lambda part: part.write_bytes(content))
    else:
        sys.stdout.buffer.write(content)


@app.command()
def check(
    privacy: PrivacyOption = False,
    session: ReviewSessionOption = "",
    output: ReviewFileOption = None,
    values: ValuesOption = False,
    mask: MaskOption = "",
    unmask: UnmaskOption = "",
    contribution: InOption = "",
    kind: KindOption = "",
    coder: CoderOption = "",
    note: NoteOption = "",
    reproduce: ReproduceOption = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Validate the whole workspace and say what to mend; with --privacy review the masking."""
    from lcsynth.pipeline.checking import check as check_workspace
    from lcsynth.pipeline.namesakes import namesakes_in

    call = PrivacyCall(privacy, session, output, values, mask, unmask, contribution, kind, coder, note)
    call.check()
    here = opened(workspace)
    if reproduce:
        if privacy:
            raise CallError("--reproduce does not go with --privacy")
        compare(here, reproduce)
        return
    if privacy:
        answer(here, call)
        return
    problems = check_workspace(here)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise typer.Exit(1)
    print(f"All is well in {here.root}.")
    for sentence in namesakes_in(here):
        print(f"- {sentence}")


@app.command()
def lab(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on this machine.")] = 8888,
    browser: Annotated[bool, typer.Option(help="Open it in a browser.")] = True,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Share it on this address (0.0.0.0: every one) behind a password, which is asked for or "
            "read from LCSYNTH_LAB_PASSWORD. Only this machine when not given.",
        ),
    ] = "",
    workspace: WorkspaceOption = HERE,
) -> None:
    """Start JupyterLab with real-time collaboration, for this machine behind a token unless shared."""
    from lcsynth.pipeline.lab import LOOPBACK, start_lab

    here = opened(workspace)
    host = host or LOOPBACK
    password = _password() if host != LOOPBACK else ""
    raise typer.Exit(start_lab(here, port=port, browser=browser, host=host, password=password))


def _password() -> str:
    """Ask for the password where somebody can type it; empty when there is none."""
    from lcsynth.pipeline.lab_settings import PASSWORD

    given = os.environ.get(PASSWORD, "")
    if given or not sys.stdin.isatty():
        return given
    return str(
        typer.prompt("Password for those you share it with", hide_input=True, confirmation_prompt=True)
    )


def _date(text: str) -> Any:
    import datetime as dt

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CallError(f"'{text}' is not a date", where="--date", expected="YYYY-MM-DD") from error


def _run(workspace: Workspace, sessions: Sequence[str], language: str) -> None:
    from lcsynth.pipeline.running import run as run_pipeline
    from lcsynth.pipeline.standing import endpoint_problems, log_problems, without_paper

    languages = _languages(language)
    with progress_bar() as progress:
        done = run_pipeline(workspace, sessions, languages=languages, progress=progress)
    for problem in log_problems(workspace):
        print(f"Left out: {problem}", file=sys.stderr)
    names = [one.name for one in done]
    for problem in (*without_paper(workspace, names), *endpoint_problems(workspace, names)):
        print(problem, file=sys.stderr)
    _print_reports(workspace, done)


def _print_pdfs(workspace: Workspace, sessions: Sequence[str], language: str) -> None:
    from lcsynth.pipeline.prints import print_reports

    with progress_bar() as progress:
        printed = print_reports(workspace, sessions, languages=_languages(language), progress=progress)
    for path in printed:
        print(f"pdf    {path}")


def _languages(language: str) -> list[str]:
    return [name.strip() for name in language.split(",") if name.strip()]


def _print_reports(workspace: Workspace, done: Sequence[Done]) -> None:
    if not done:
        print("There are no sources yet. Add a file with `lcsynth add FILE --session ID`.")
        return
    if all(one.fresh for one in done):
        print("Everything is fresh; nothing had to be made.")
    for one in done:
        for report in one.reports:
            print(f"{'fresh' if one.fresh else 'made ':<6} {report}")
    print(f"       {workspace.reports('index.html')}")
