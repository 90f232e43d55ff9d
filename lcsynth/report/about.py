"""What a report says about itself: its header, its method."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.fragment import Fragment
from lcsynth.report.machine_summary import account
from lcsynth.report.page import Page
from lcsynth.report.templating import render

if TYPE_CHECKING:
    from lcsynth.workspace import Session


def session_header(page: Page, session: Session) -> Fragment:
    """Give the header of the report of one session."""
    words = page.words
    facts = [
        (words.text("Date"), words.date(session.date)),
        (words.text("Time"), words.time(session.start, session.end)),
        (words.text("Audience"), words.join([page.audience(name) for name in session.audiences])),
        (words.text("Form"), wording.mode(words, session.mode)),
        (words.text("Place"), session.place),
        (words.text("Version of the paper"), session.paper_version),
    ]
    return header(
        page,
        kind=words.text("Report of a feedback session"),
        title=str(getattr(session.title, page.language)),
        subtitle=page.shown_paper.title if page.shown_paper else "",
        facts=facts,
        illustrative=session.illustrative,
        sessions=0,
    )


def document_header(page: Page, sessions: Sequence[Session]) -> Fragment:
    """Give the header of the report of all sessions."""
    words, paper = page.words, page.shown_paper
    dates = [words.date(session.date) for session in sessions]
    facts = [
        (words.text("First session"), dates[0] if dates else ""),
        (words.text("Latest session"), dates[-1] if len(dates) > 1 else ""),
        (words.text("Version of the paper"), paper.version if paper else ""),
    ]
    return header(
        page,
        kind=words.text("Report of the living document"),
        title=paper.title if paper and paper.title else page.settings.name,
        subtitle=page.settings.name if paper and paper.title else "",
        facts=facts,
        illustrative=any(session.illustrative for session in sessions),
        sessions=len(sessions),
    )


def header(
    page: Page,
    *,
    kind: str,
    title: str,
    subtitle: str,
    facts: Sequence[tuple[str, str]],
    illustrative: bool,
    sessions: int,
    counts: Sequence[tuple[str, str]] = (),
) -> Fragment:
    """Give a header, with what the page around it has to know; it counts what was said unless told what."""
    words = page.words
    notices = []
    if illustrative:
        notices.append(words.text("Illustrative data: made up as an example. Nobody really said this."))
    if page.indicative:
        below = page.settings.thresholds.indicative_below
        notices.append(
            words.text("Fewer than {below} people took part: read the numbers as an indication.", below=below)
        )
    markup = render(
        "header.html.j2",
        kind=kind,
        title=title,
        subtitle=subtitle,
        notices=notices,
        facts=[(name, value) for name, value in facts if value],
        counts=counts or _counts(page, sessions),
    )
    about = {
        "title": title,
        "language": page.language,
        "contents": words.text("Contents"),
        "skip": words.text("Skip to the content"),
        "footer": _footer(page),
    }
    return Fragment(str(markup), "top", "", about)


def _footer(page: Page) -> str:
    text = page.words.text
    if page.summaries.empty:
        return text(
            "Made with lcsynth from the feedback itself, by fixed rules. Every quote is literal and "
            "carries its number."
        )
    return text(
        "Made with lcsynth from the feedback itself, by fixed rules; the summaries by a language model are "
        "marked. Every quote is literal and carries its number."
    )


def _made_up(page: Page) -> str:
    """Say whether any sentence in the report was made up by a machine."""
    text = page.words.text
    if page.summaries.empty:
        return text(
            "Labels and keywords are words from the statements themselves, or were chosen by people. "
            "No sentence in this report was made up by a machine: the findings follow fixed rules from "
            "the tables."
        )
    return text(
        "Labels and keywords are words from the statements themselves, or were chosen by people. Only the "
        "summaries that are marked were made up by a machine: the findings follow fixed rules from the "
        "tables."
    )


def _counts(page: Page, sessions: int) -> list[tuple[str, str]]:
    words, synthesis = page.words, page.synthesis
    named = [
        (sessions, words.plural("session", "sessions", sessions)),
        (page.people, words.plural("person", "people", page.people)),
        (
            len(synthesis.contributions),
            words.plural("contribution", "contributions", len(synthesis.contributions)),
        ),
        (len(synthesis.statements), words.plural("statement", "statements", len(synthesis.statements))),
        (len(page.overview), words.plural("theme", "themes", len(page.overview))),
    ]
    return [(words.number(number), name) for number, name in named if number]


def method(page: Page) -> Fragment:
    """Say in plain words how the report was made."""
    text = page.words.text
    sentences = [
        text(
            "Every answer is cut into statements of one sentence or one point. Names, e-mail "
            "addresses, phone "
            "numbers and the like are masked; apart from that, not a letter is changed."
        ),
        text(
            "A language model that runs on this computer ({embedder}) compares the meaning of the "
            "statements, "
            "across Dutch and English. Statements that resemble each other form a theme. The same "
            "input always "
            "gives the same themes, and a theme keeps its number over the sessions.",
            embedder=page.settings.embedder,
        ),
        text(
            "A statement is read in the light of the answer it stands in. A new statement joins a theme "
            "that is close enough; what is left forms new themes or stays a single voice. How stable a "
            "theme is was measured by drawing the people again and again and repeating the grouping "
            "(bootstrap, Hennig 2007)."
        ),
        _made_up(page),
        text(
            "Sizes are counted in people, so nobody counts for more by writing more. With a "
            "percentage stand the "
            "values between which it lies once chance is allowed for (95% Wilson interval)."
        ),
        text(
            "Groups of fewer than {smallest} people are not shown apart, nor is a group from which "
            "their number "
            "could be worked out.",
            smallest=page.settings.thresholds.smallest_cell,
        ),
    ]
    sentences += account(page) + _network(page)
    return page.section("method", text("How this was made"), "plain.html.j2", sentences=sentences, tables=[])


def _network(page: Page) -> list[str]:
    """Say what was fetched, and where nothing was sent that this is so."""
    text, network = page.words.text, str(page.synthesis.passport.get("network", ""))
    if network == "off":
        return [text("Everything was worked out on one computer; nothing was sent anywhere.")]
    if not network.startswith("embedder"):
        return []
    if account(page):
        return [
            text(
                "The language model that compares statements was downloaded from a public hub because the "
                "settings name it."
            )
        ]
    return [
        text(
            "The language model was downloaded from a public hub because the settings name it. "
            "Everything was worked out on one computer; no feedback was sent anywhere."
        )
    ]
