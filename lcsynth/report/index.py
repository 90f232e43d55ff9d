"""The overview of all sessions, past and coming, with links to their reports: reports/index.html."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.languages import Catalogue, catalogue
from lcsynth.report.templating import render
from lcsynth.workspace.files import write_text

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Workspace

# Where the report of all sessions goes.


@dataclass(frozen=True)
class Link:
    """A link to a report."""

    address: str
    text: str
    language: str


@dataclass(frozen=True)
class Event:
    """A session in the overview."""

    day: str
    date: str
    time: str
    title: str
    details: str
    past: bool
    links: tuple[Link, ...]


def write_index(workspace: Workspace, *, today: datetime.date) -> Path:
    """Write the overview, in every language of the workspace one below the other.

    Parameters
    ----------
    workspace
        Its sessions are listed; a report is linked when its file is there.
    today
        Sessions from this day on are coming, those before it past.

    Returns
    -------
    Path
        ``reports/index.html``.

    Raises
    ------
    DataError
        If it cannot be written.
    """
    path = workspace.reports("index.html")
    parts = [_part(workspace, catalogue(language), today) for language in workspace.settings.languages]
    write_text(path, render("overview.html.j2", title=workspace.settings.name, parts=parts).lstrip())
    return path


def _part(workspace: Workspace, words: Catalogue, today: datetime.date) -> dict[str, object]:
    text, sessions = words.text, workspace.sessions
    coming = [one for one in sessions if one.date >= today and not _links(workspace, one.id, words)]
    past = [one for one in reversed(sessions) if one not in coming]
    notice = text("Some sessions are illustrative: made up as an example.")
    return {
        "language": words.language,
        "own_name": {"nl": "Nederlands", "en": "English"}[words.language],
        "kind": text("Living document"),
        "skip": text("Skip to the content"),
        "choose": text("Language"),
        "heading": text("Feedback sessions"),
        "notices": [notice] if any(one.illustrative for one in sessions) else [],
        "document": _links(workspace, None, words),
        "document_heading": text("All sessions together"),
        "document_text": text("What all sessions so far say about the paper, section by section."),
        "no_report": text("There is no report yet."),
        "groups": [
            (text("Coming"), _events(workspace, coming, words, past=False), text("No session is planned.")),
            (text("Past"), _events(workspace, past, words, past=True), text("No session has been held yet.")),
        ],
        "footer": text("Made with lcsynth. This page works without a network."),
    }


def _events(
    workspace: Workspace, sessions: Sequence[Session], words: Catalogue, *, past: bool
) -> list[Event]:
    return [
        Event(
            day=one.date.isoformat(),
            date=words.date(one.date),
            time=words.time(one.start, one.end),
            title=str(getattr(one.title, words.language)),
            details=" · ".join(part for part in _details(workspace, one, words) if part),
            past=past,
            links=_links(workspace, one.id, words),
        )
        for one in sessions
    ]


def _details(workspace: Workspace, session: Session, words: Catalogue) -> list[str]:
    labels = workspace.settings.audiences
    audiences = [
        str(getattr(labels[name], words.language)) if name in labels else name for name in session.audiences
    ]
    return [words.join(audiences), wording.mode(words, session.mode), session.place]


def _links(workspace: Workspace, session_id: str | None, words: Catalogue) -> tuple[Link, ...]:
    names = {"nl": words.text("Report in Dutch"), "en": words.text("Report in English")}
    # The language of the reader first.
    languages = sorted(workspace.settings.languages, key=lambda language: language != words.language)
    files = {language: workspace.report(session_id, language) for language in languages}
    return tuple(
        Link(f"{file.parent.name}/{file.name}", names[language], language)
        for language, file in files.items()
        if file.is_file()
    )
