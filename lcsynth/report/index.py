"""The overview of all sessions, past and coming, with links to what there is of each: reports/index.html."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.report import wording
from lcsynth.report.agenda import audiences
from lcsynth.report.languages import Catalogue, catalogue
from lcsynth.report.programme import coming
from lcsynth.report.templating import render
from lcsynth.workspace.files import read_text, write_text

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Workspace


@dataclass(frozen=True)
class Link:
    """A link to a file beside the overview, with the type of the file where it is no page."""

    address: str
    text: str
    language: str
    type: str = ""


@dataclass(frozen=True)
class Event:
    """A session in the overview."""

    day: str
    date: str
    time: str
    title: str
    details: str
    illustrative: str
    counts: str
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
    planned = coming(workspace, today)
    past = [one for one in reversed(sessions) if one not in planned]
    nothing = text("No session is planned, so there is nothing to put in a calendar.")
    agenda = _link(
        workspace.agenda(words.language), text("Put in your calendar (.ics)"), words, "text/calendar"
    )
    feed = _link(workspace.feed(words.language), text("Feed (Atom)"), words, "application/atom+xml")
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
            (text("Coming"), _events(workspace, planned, words, past=False), nothing, agenda),
            (
                text("Past"),
                _events(workspace, past, words, past=True),
                text("No session has been held yet."),
                (),
            ),
        ],
        "follow": text("Stay informed"),
        "follow_text": text("Put this address in a reader of feeds to be told of new reports and sessions."),
        "feed": feed,
        "alternates": (*feed, *agenda),
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
            illustrative=words.text("Illustrative: made up as an example.") if one.illustrative else "",
            counts=_counts(workspace, one, words),
            past=past,
            links=_links(workspace, one.id, words),
        )
        for one in sessions
    ]


def _details(workspace: Workspace, session: Session, words: Catalogue) -> list[str]:
    paper = words.text("on version {version} of the paper", version=session.paper_version)
    return [
        audiences(workspace.settings, session, words),
        wording.mode(words, session.mode),
        session.place,
        paper if session.paper_version else "",
    ]


def _counts(workspace: Workspace, session: Session, words: Catalogue) -> str:
    """Say how much was said, as the passport beside the report has it; empty where there is none."""
    path = workspace.reports(session.id, "passport.json")
    if not path.is_file():
        return ""
    try:
        counts = json.loads(read_text(path))["counts"]
        contributions, statements, themes = (
            int(counts[name]) for name in ("contributions", "statements", "themes")
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(
            "This is not the passport of a report", where=str(path), mend="Delete it and run `lcsynth run`"
        ) from error
    parts = [
        words.plural("{n} contribution", "{n} contributions", contributions),
        words.plural("{n} statement", "{n} statements", statements),
        words.plural("{n} theme", "{n} themes", themes),
    ]
    return " · ".join(parts)


def _links(workspace: Workspace, session_id: str | None, words: Catalogue) -> tuple[Link, ...]:
    """Link what there is of a session, or of the living document for None, the reader's language first."""
    names = {"nl": words.text("Report in Dutch"), "en": words.text("Report in English")}
    prints = {"nl": words.text("PDF in Dutch"), "en": words.text("PDF in English")}
    updates = {"nl": words.text("Short text in Dutch"), "en": words.text("Short text in English")}
    found: list[Link] = []
    for language in sorted(workspace.settings.languages, key=lambda language: language != words.language):
        files = [
            (workspace.report(session_id, language), names[language], ""),
            (workspace.printed(session_id, language), prints[language], "application/pdf"),
        ]
        if session_id is not None:
            files.append((workspace.update(session_id, language), updates[language], "text/markdown"))
        found += [
            Link(f"{path.parent.name}/{path.name}", text, language, type_)
            for path, text, type_ in files
            if path.is_file()
        ]
    # Reports first, then form by form.
    return tuple(sorted(found, key=lambda link: ("", "application/pdf", "text/markdown").index(link.type)))


def _link(path: Path, text: str, words: Catalogue, type_: str) -> tuple[Link, ...]:
    return (Link(path.name, text, words.language, type_),) if path.is_file() else ()
