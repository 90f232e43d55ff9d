"""The report of the living document: all sessions together, and what they mean for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lcsynth.document import Paper, Versions
from lcsynth.document.margins import margins
from lcsynth.report import about, charts
from lcsynth.report.colours import colour
from lcsynth.report.fragment import Fragment
from lcsynth.report.linked import linked_sentences
from lcsynth.report.machine_summary import MachineSummary, machine_summary
from lcsynth.report.page import Page
from lcsynth.report.spoken import rule
from lcsynth.report.table import table

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

    from lcsynth.workspace import Session


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
    def versions(self) -> Versions | None:
        """All versions of the paper; None while there is none."""
        return self.synthesis.versions if self.synthesis.versions.papers else None

    @property
    def shown_paper(self) -> Paper | None:
        """The latest version of the paper."""
        return self.versions.latest if self.versions else None

    @cached_property
    def beside(self) -> pd.DataFrame:
        """The decisions table, with the place of each row in the latest version."""
        assert self.versions is not None
        return margins(self.synthesis.decisions, self.versions)

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links to any version of the paper, taken to the latest."""
        return self._carried[0]

    @cached_property
    def theme_links(self) -> pd.DataFrame:
        """The links that put a theme at a place, taken to the latest version."""
        if self.versions is None:
            return self.synthesis.links.head(0)
        return self.versions.carried(self.grounds, self.versions.latest.version)[0]

    @cached_property
    def _carried(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The links in the latest version, and those of which the place is gone."""
        links = self.synthesis.links
        if self.versions is None:
            return links.head(0), links.head(0)
        return self.versions.carried(links, self.versions.latest.version)

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
        """Show the latest version of the paper, with themes, decisions and history beside each paragraph."""
        from lcsynth.report.paper_page import paper_section

        words = self.words
        if self.versions is None:
            none = words.text("There is no version of the paper in this workspace yet.")
            heading = words.text("The paper, paragraph by paragraph")
            return self.section("sections", heading, "plain.html.j2", sentences=[none], tables=[])
        return paper_section(
            self, self.versions.latest, self.beside, self.versions.history(), self._reading()
        )

    def changed(self) -> Fragment:
        """Tell what changed since the version before, and why; nothing while there is one version."""
        from lcsynth.document.margins import reasons
        from lcsynth.report.changed import changed_section

        if self.versions is None or len(self.versions.papers) < 2:
            return Fragment("")
        old, new = list(self.versions.papers.values())[-2:]
        alignment = self.versions.aligned(old.version, new.version)
        return changed_section(self, old, new, alignment, reasons(alignment, self.beside, new))

    def next_session(self) -> Fragment:
        """Give what to ask next, and who was not heard yet on which section."""
        from lcsynth.analysis.coverage import coverage
        from lcsynth.report.next_session import next_session

        if self.versions is None:
            return Fragment("")
        paper = self.versions.latest
        covered = coverage(
            self.links,
            self.synthesis.statements,
            self.synthesis.contributions,
            sections=[one.number for one in paper.sections if one.paragraphs],
            audiences=list(self.settings.audiences),
        )
        return next_session(self, self.beside, covered)

    def decisions(self) -> Fragment:
        """List what waits for the authors and what they decided."""
        from lcsynth.report import decided

        return decided.decisions(self)

    def _reading(self) -> list[str]:
        """Say how to read the margin, and how much is about places that are not there any more."""
        words = self.words
        told = [
            words.text(
                "This is version {version}. Beside a paragraph stand the themes that are about it, how many "
                "people said so there, and what the authors decided.",
                version=self.versions.latest.version if self.versions else "",
            )
        ]
        told.append(rule(words, self.settings.thresholds.smallest_cell))
        told += linked_sentences(words, self.links, len(self.synthesis.statements))
        gone = self._carried[1]["statement_id"].nunique()
        if gone:
            told.append(
                words.plural(
                    "1 statement is about a place that this version does not have any more.",
                    "{n} statements are about places that this version does not have any more.",
                    int(gone),
                )
            )
        return told

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
