"""The report of the living document: all sessions together, and what they mean for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lcsynth.report import about, charts, wording
from lcsynth.report.colours import colour
from lcsynth.report.fragment import Fragment
from lcsynth.report.linked import linked_sentences
from lcsynth.report.machine_summary import MachineSummary, machine_summary
from lcsynth.report.page import Page
from lcsynth.report.table import table

if TYPE_CHECKING:
    from markupsafe import Markup

    from lcsynth.workspace import Session


@dataclass(frozen=True)
class Touching:
    """A theme at a section of the paper."""

    theme_id: str
    label: str
    colour: str
    size: str


@dataclass(frozen=True)
class Place:
    """A section of the paper with the themes that touch it; ``text`` is whether it has text of its own."""

    number: str
    title: str
    level: int
    text: bool
    themes: tuple[Touching, ...]


@dataclass(frozen=True)
class SummedUp:
    """A theme with what a language model wrote about it."""

    theme_id: str
    label: str
    language: str
    colour: str
    summary: MachineSummary


class DocumentPage(Page):
    """What all sessions together say about the paper.

    Each method gives a section; a notebook shows them one by one.

    Raises
    ------
    CallError
        If the language is unknown.
    DataError
        If a quote is not literally in its contribution.
    """

    @cached_property
    def held(self) -> tuple[Session, ...]:
        """The sessions of which something was received, in order of date."""
        ids = set(self.synthesis.ledger["session_id"]) | set(self.synthesis.contributions["session_id"])
        return tuple(session for session in self.synthesis.workspace.sessions if session.id in ids)

    @cached_property
    def followed(self) -> tuple[Session, ...]:
        """The sessions that are large enough to be shown apart."""
        from lcsynth.analysis.people import hidden_groups

        hidden = hidden_groups(
            self.synthesis.contributions,
            by="session_id",
            smallest_cell=self.settings.thresholds.smallest_cell,
        )
        return tuple(session for session in self.held if session.id not in hidden)

    def header(self) -> Fragment:
        """Give the title, the period and the main counts."""
        return about.document_header(self, self.held)

    def sessions(self) -> Fragment:
        """List the sessions so far."""
        words = self.words
        counts = self.synthesis.contributions["session_id"].value_counts()
        rows = [
            (
                words.date(session.date),
                str(getattr(session.title, self.language)),
                words.join([self.audience(name) for name in session.audiences]),
                session.paper_version,
                words.number(int(counts.get(session.id, 0)))
                if session in self.followed
                else words.text("not shown"),
            )
            for session in self.held
        ]
        headings = (
            words.text("Date"),
            words.text("Session"),
            words.text("Audience"),
            words.text("Version of the paper"),
            words.text("Contributions"),
        )
        none = words.text("No session has been held yet.")
        return self.section(
            "sessions",
            words.text("Sessions so far"),
            "plain.html.j2",
            sentences=[] if rows else [none],
            tables=[table(words.text("Sessions in order of date"), headings, rows, words=4)] if rows else [],
        )

    def themes(self) -> Fragment:
        """Show the themes of all sessions, and how they went from one session to the next."""
        words = self.words
        drawn = [charts.overview(self)]
        if len(self.followed) > 1 and not self.overview.empty:
            drawn.append(self._over_sessions())
        none = words.text("There are no themes: what was said is listed under the single voices.")
        return self.section(
            "themes",
            words.text("Themes over the sessions"),
            "document_themes.html.j2",
            sentences=[none] if self.overview.empty else [],
            charts=drawn,
            summaries=self._summed_up(),
        )

    def paper(self) -> Fragment:
        """Show which themes touch which sections of the paper."""
        return charts.paper_section(self)

    def sections(self) -> Fragment:
        """Go through the paper, section by section, with the themes that touch each."""
        words, paper = self.words, self.synthesis.paper
        none = words.text("There is no version of the paper in this workspace yet.")
        return self.section(
            "sections",
            words.text("The paper, section by section"),
            "sections.html.j2",
            sentences=[*self._linked(), *self._other_versions()] if paper else [none],
            sections=self._places(),
            untouched=words.text("No theme is linked to this section."),
        )

    def decisions(self) -> Fragment:
        """List what waits for the authors and what they decided."""
        from lcsynth.report import decided

        return decided.decisions(self)

    def _linked(self) -> list[str]:
        return linked_sentences(self.words, self.links, len(self.synthesis.statements))

    def _other_versions(self) -> list[str]:
        """Say how much was said about versions of the paper that are not shown."""
        links = self.synthesis.links
        others = links[~links.index.isin(self.links.index)].groupby("paper_version")["statement_id"].nunique()
        return [
            self.words.plural(
                "1 statement is about version {version}, which is not shown here.",
                "{n} statements are about version {version}, which is not shown here.",
                int(number),
                version=str(version),
            )
            for version, number in others.items()
        ]

    def _summed_up(self) -> tuple[SummedUp, ...]:
        """Give the themes that a language model summed up, the most people first."""
        found = [(str(theme), machine_summary(self, str(theme))) for theme in self.overview["theme_id"]]
        return tuple(
            SummedUp(theme, self.labels[theme], self.borrowed(theme), colour(theme), summary)
            for theme, summary in found
            if summary is not None
        )

    def _over_sessions(self) -> Markup:
        import pandas as pd

        from lcsynth.analysis.themes import over_sessions

        # A session is a group too: where few people took part, a count could point at one of them.
        sessions = pd.DataFrame(
            [(one.id, one.date.isoformat(), one.title.nl, one.title.en) for one in self.followed],
            columns=["session_id", "date", "title_nl", "title_en"],
        )
        followed = over_sessions(themes=self.synthesis.themes, voices=self.voices, sessions=sessions)
        titles = {
            one.id: f"{getattr(one.title, self.language)} ({self.words.date(one.date)})"
            for one in self.followed
        }
        return charts.over_sessions(self, followed, titles)

    def _places(self) -> tuple[Place, ...]:
        paper = self.synthesis.paper
        touched = self.by_section.sort_values(["contributors", "theme_id"], ascending=[False, True])
        by_number: dict[str, list[Touching]] = {}
        for row in touched.to_dict("records"):
            theme = str(row["theme_id"])
            size = self.words.text(
                "{people}, {statements}",
                people=wording.people_said(self.words, row["contributors"]),
                statements=wording.statements_said(self.words, row["statements"]),
            )
            found = Touching(theme, self.labels[theme], colour(theme), size)
            by_number.setdefault(str(row["section"]), []).append(found)
        return tuple(
            Place(
                one.number, one.title, one.level, bool(one.paragraphs), tuple(by_number.get(one.number, ()))
            )
            for one in (paper.sections if paper else ())
        )
