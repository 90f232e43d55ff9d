"""The account of one source while it is read: what was said, refused, empty, or only agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lcsynth.ingest.cells import clean, excerpt, printable, unstorable
from lcsynth.ingest.contribution import RawContribution, Reading, Refusal, Vote
from lcsynth.ingest.vocabulary import NOBODY, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Source


class Entries:
    """Collects the entries of a source that is no survey and keeps count, so that none gets lost.

    Parameters
    ----------
    source, session
        The file and the session it belongs to; a session with one audience gives it to everybody.
    kind
        What its entries are, one of `lcsynth.schema.KINDS`, unless said otherwise per entry.
    """

    def __init__(self, source: Source, session: Session, kind: str) -> None:
        self._source, self._session, self._kind = source, session, kind
        asked = {normal(question): section for question, section in session.questions.items()}
        self._sections = {question: section for question, section in asked.items() if question}
        self._audience = session.audiences[0] if len(session.audiences) == 1 else ""
        self._contributions: list[RawContribution] = []
        self._refusals: list[Refusal] = []
        self._votes: list[Vote] = []
        self._empty = self._reactions = 0
        self._paper_versions: set[str] = set()

    def say(
        self,
        text: str,
        *,
        locator: str,
        author: str = "",
        identity: str = "",
        question: str = "",
        subject: str = "",
        said_at: str = "",
        anchor: str = "",
        parent: str = "",
        kind: str = "",
        support: int = 0,
        opposition: int = 0,
    ) -> None:
        """Add one entry: a contribution, or counted as empty, or refused when it cannot be stored.

        Parameters
        ----------
        text
            As it was received; cleaned here.
        locator
            Where it stands in the source, different for every entry: "row 12", "00:01:10", "comment 3".
        author
            The name of whoever said it; masked in everybody's text. "anonymous" and the like are nobody.
        identity
            What tells people apart when it is not their name: an e-mail address, a number.
        question
            What it answers: a question, a heading above it, the name of a board's column.
        subject
            What its writer put above it; it stands behind the question, between brackets.
        said_at
            ISO 8601, or empty.
        anchor
            The words of the paper that it is about.
        parent
            The locator of the entry in this source that it replies to.
        """
        cleaned = clean(text)
        if not cleaned:
            self._empty += 1
            return
        if reason := unstorable(cleaned):
            self.refuse(locator, reason, cleaned)
            return
        name = somebody(author)
        asked, above = _on_one_line(question), _on_one_line(subject)
        heading = f"{asked} [{above}]" if asked and above else asked or above
        self._contributions.append(
            RawContribution(
                session_id=self._session.id,
                source=self._source.file,
                locator=locator,
                identity=somebody(identity) or name,
                names=(name,) if is_name(name) else (),
                audience=self._audience,
                organisation_type="",
                question=heading,
                section_hint=self._sections.get(normal(heading)) or self._sections.get(normal(asked), ""),
                text=cleaned,
                said_at=said_at,
                kind=kind or self._kind,
                anchor=printable(clean(anchor)),
                parent=parent,
                support=support,
                opposition=opposition,
            )
        )

    def refuse(self, locator: str, reason: str, text: str = "") -> None:
        """Refuse one entry for one of the fixed `lcsynth.ingest.reasons.REASONS`; it goes to quarantine."""
        self._refusals.append(Refusal(self._source.file, locator, reason, excerpt(text)))

    def count_empty(self, entries: int = 1) -> None:
        """Count entries in which nothing was said."""
        self._empty += entries

    def note_paper(self, version: str) -> None:
        """Note that the source itself says which version of the paper it is about."""
        self._paper_versions.add(version)

    def vote(self, locator: str, author: str, *, against: bool = False) -> None:
        """Note that somebody agrees (or disagrees) with the entry at a locator."""
        self._votes.append(Vote(locator, somebody(author), against))

    def count_reactions(self, rows: int = 1) -> None:
        """Count rows that hold only a reaction, also one taken back."""
        self._reactions += rows

    def reading(
        self, format_name: str, *, rows: int | None = None, columns: Mapping[str, str] | None = None
    ) -> Reading:
        """Close the account.

        Parameters
        ----------
        rows
            What the source is made of, when that is more than its entries and reactions: cues, paragraphs.
        columns
            The role of each column, for formats that have columns.
        """
        read = len(self._contributions) + len(self._refusals) + self._empty
        return Reading(
            source=self._source.file,
            format=format_name,
            rows=read + self._reactions if rows is None else rows,
            read=read,
            empty=self._empty,
            contributions=tuple(self._contributions),
            refusals=tuple(self._refusals),
            columns=dict(columns or {}),
            reactions=self._reactions,
            votes=tuple(self._votes),
            paper_versions=frozenset(self._paper_versions),
        )


def somebody(value: str) -> str:
    """Give a name or address on one line; empty when it says that it is nobody's."""
    flat = _on_one_line(value)
    return "" if flat.casefold() in NOBODY else flat


def _on_one_line(value: str) -> str:
    return " ".join(printable(clean(value)).split())


def is_name(value: str) -> bool:
    """Tell whether this can be a person's name, and not a number, address or login."""
    letters = sum(map(str.isalpha, value))
    return letters >= 2 and not any(c.isdigit() or c in "@_/" for c in value) and len(value.split()) <= 6
