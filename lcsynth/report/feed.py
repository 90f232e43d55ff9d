"""What is new, for whoever follows it in a reader of feeds: reports/feed.nl.xml."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from lcsynth.report import wording
from lcsynth.report.agenda import audiences
from lcsynth.report.languages import Catalogue
from lcsynth.report.plain import plain
from lcsynth.report.programme import end, reported

if TYPE_CHECKING:
    from lcsynth.register import Operation
    from lcsynth.workspace import Session, Workspace

_ATOM = "http://www.w3.org/2005/Atom"
# An entry has one name for ever; the space these names are in was made once, at random.
_NAMES = uuid.UUID("0f6a7f0a-8f0c-4d6e-8a53-2b8f8f1d9c11")


@dataclass(frozen=True)
class Entry:
    """One item of the feed: a report, or a session that is announced. ``name`` never changes."""

    name: str
    title: str
    updated: dt.datetime
    summary: str
    address: str = ""
    content: str = ""


def feed(
    workspace: Workspace,
    words: Catalogue,
    *,
    coming: Sequence[Session],
    operations: Sequence[Operation],
    updates: Mapping[str, str],
) -> str:
    """Write the feed: reports that are there and sessions still to come, the latest first.

    Parameters
    ----------
    workspace
        Its sessions and reports.
    words
        The language.
    coming
        The sessions still to come.
    operations
        The whole log. Its times, and those of the sessions, are the only ones in the feed: the clock is in
        none, so that the same inputs give the same file.
    updates
        Session id → the text of its update in this language, where there is one.

    Returns
    -------
    str
        As RFC 4287 says; empty when there is nothing to tell, for a feed needs a moment of change.
    """
    entries = [_announcement(workspace, one, words) for one in coming]
    entries += [
        _report(workspace, one, words, operations, updates.get(one.id, ""))
        for one in workspace.sessions
        if workspace.report(one.id, words.language).is_file()
    ]
    if workspace.report(None, words.language).is_file() and operations:
        entries.append(_document(workspace, words, operations))
    if not entries:
        return ""
    entries.sort(key=lambda one: (one.updated, one.name), reverse=True)
    return _written(workspace.settings.name, words, entries)


def _announcement(workspace: Workspace, session: Session, words: Catalogue) -> Entry:
    """Announce a session; as of the last one that was held, because no input tells when it was planned."""
    held = [one for one in workspace.sessions if one.date <= session.date and reported(workspace, one)]
    return Entry(
        name=f"announcement/{session.id}",
        title=words.text("Announced: {title}", title=str(getattr(session.title, words.language))),
        updated=end(held[-1] if held else session),
        summary=_facts(workspace, session, words),
        address="index.html",
    )


def _report(
    workspace: Workspace, session: Session, words: Catalogue, operations: Sequence[Operation], update: str
) -> Entry:
    found = [one.time for one in operations if one.arguments.get("session") == session.id]
    return Entry(
        name=f"report/{session.id}",
        title=words.text("Report: {title}", title=str(getattr(session.title, words.language))),
        updated=max([end(session), *(dt.datetime.fromisoformat(time) for time in found)]),
        summary=_facts(workspace, session, words),
        address=f"{session.id}/report.{words.language}.html",
        # Its first line is the title.
        content=update.partition("\n")[2].strip(),
    )


def _document(workspace: Workspace, words: Catalogue, operations: Sequence[Operation]) -> Entry:
    path = workspace.report(None, words.language)
    return Entry(
        name="report",
        title=words.text("All sessions together"),
        updated=max(dt.datetime.fromisoformat(one.time) for one in operations),
        summary=words.text("What all sessions so far say about the paper, section by section."),
        address=f"{path.parent.name}/{path.name}",
    )


def _facts(workspace: Workspace, session: Session, words: Catalogue) -> str:
    parts = [
        words.date(session.date),
        words.time(session.start, session.end),
        audiences(workspace.settings, session, words),
        wording.mode(words, session.mode),
        session.place,
        words.text("Illustrative: made up as an example.") if session.illustrative else "",
    ]
    return " · ".join(part for part in parts if part)


def _written(title: str, words: Catalogue, entries: Sequence[Entry]) -> str:
    language = words.language
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _add(root, "id", uuid.uuid5(_NAMES, f"{language}/feed/{title}").urn)
    _add(root, "title", title)
    _add(root, "updated", _moment(entries[0].updated))
    _add(_add(root, "author"), "name", title)
    _add(root, "generator", "lcsynth")
    # Addresses without a host: they hold wherever the folder with the reports is put.
    _add(root, "link", rel="self", type="application/atom+xml", href=f"feed.{language}.xml")
    _add(root, "link", rel="alternate", type="text/html", href="index.html")
    for one in entries:
        entry = _add(root, "entry")
        _add(entry, "id", uuid.uuid5(_NAMES, f"{language}/{one.name}").urn)
        _add(entry, "title", one.title)
        _add(entry, "updated", _moment(one.updated))
        _add(entry, "link", rel="alternate", type="text/html", hreflang=language, href=one.address)
        _add(entry, "summary", one.summary)
        if one.content:
            # Of the type text, which a reader shows as it is.
            _add(entry, "content", one.content, type="text")
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    # Line by line: what XML cannot hold is dropped, the lines stay.
    child.text = "\n".join(plain(line) for line in text.split("\n")) or None
    return child


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
