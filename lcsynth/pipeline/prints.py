"""The reports as PDF, beside the pages, where somebody asked for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.pipeline.freshness import read_state
from lcsynth.pipeline.outgoing import write_overview
from lcsynth.pipeline.synthesis import folder
from lcsynth.pipeline.targets import Target, targets
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import explained, hash_file, only_writer, write_text

if TYPE_CHECKING:
    from lcsynth.pipeline.running import Progress


def print_reports(
    workspace: Workspace,
    sessions: Sequence[str] = (),
    *,
    languages: Sequence[str] = (),
    progress: Progress = lambda *_: None,
) -> list[Path]:
    """Print the reports that have no PDF of what they say now.

    Parameters
    ----------
    sessions, languages
        As of `running.run`, which made the reports.
    progress
        Told what is being done.

    Returns
    -------
    list of Path
        The PDF of every report, those that were fresh too.

    Raises
    ------
    DataError
        When there is no browser on this machine, or it prints nothing.
    """
    from lcsynth.report.printing import find_browser, print_pdf

    wanted = [
        (target, language)
        for target in targets(workspace, sessions, languages)
        for language in target.languages
    ]
    stale = [(target, language) for target, language in wanted if not _is_fresh(target, language)]
    browser = find_browser()
    if stale and browser is None:
        raise DataError(
            "There is no browser here that can print a PDF, so only the reports themselves were made",
            expected="Chromium, Google Chrome or Microsoft Edge, where programs are looked for",
            mend="Install one and run it again, or open a report in any browser and print it",
        )
    for place, (target, language) in enumerate(stale):
        progress(f"{target.name}: pdf.{language}", place, len(stale))
        page, pdf = target.report(language), target.printed(language)
        if browser is not None:
            made_from = hash_file(page)
            print_pdf(browser, page, pdf)
            _note(target, language, made_from)
    if stale:
        progress("done", len(stale), len(stale))
        write_overview(workspace)
    return [target.printed(language) for target, language in wanted]


def remove_stale(targets_: Sequence[Target]) -> None:
    """Remove every PDF of a report that says something else now: the two would be sent around together."""
    for target in targets_:
        for language in target.languages:
            if not _is_fresh(target, language):
                pdf = target.printed(language)
                with explained(pdf, "removed"):
                    pdf.unlink(missing_ok=True)


def _is_fresh(target: Target, language: str) -> bool:
    page, pdf = target.report(language), target.printed(language)
    return pdf.is_file() and read_state(_notes(target)).get(language) == hash_file(page)


def _note(target: Target, language: str, made_from: str) -> None:
    with only_writer(target.workspace.lock):
        before = read_state(_notes(target))
        write_text(_notes(target), json.dumps(before | {language: made_from}))


def _notes(target: Target) -> Path:
    return folder(target.workspace, target.session) / "prints.json"
