"""The report of one session, section by section."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from lcsynth.errors import CallError
from lcsynth.report import about, charts, key_findings, leftovers, wording
from lcsynth.report.cards import cards
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import table

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.analysis.findings import Finding
    from lcsynth.workspace import Session


class SessionPage(Page):
    """What was said in one session, by whom, how sure that is, and what is new.

    Each method gives a section; a notebook shows them one by one.

    Raises
    ------
    CallError
        If the synthesis is of the whole workspace, or the language is unknown.
    DataError
        If a quote is not literally in its contribution.
    """

    @property
    def session(self) -> Session:
        """The session that is reported on."""
        if self.synthesis.session is None:
            raise CallError(
                "This synthesis is of the whole workspace",
                expected="one session",
                mend='Call `synthesise(workspace, session="…")`, or make a DocumentPage',
            )
        return self.synthesis.session

    @cached_property
    def changes(self) -> pd.DataFrame:
        """What happened to each theme since the earlier sessions; no rows in the first session."""
        from lcsynth.analysis.themes import changes, voices

        before = voices(
            statements=self.synthesis.earlier_statements,
            contributions=self.synthesis.earlier_contributions,
            assignments=self.synthesis.earlier_assignments,
        )
        asleep = self.synthesis.earlier_themes["status"] == "dormant"
        dormant = self.synthesis.earlier_themes.loc[asleep, "theme_id"]
        return changes(voices=self.voices, earlier_voices=before, dormant=frozenset(dormant))

    @property
    def first(self) -> bool:
        """Whether no session came before this one."""
        return bool(self.synthesis.earlier_statements.empty)

    def header(self) -> Fragment:
        """Give the title, the facts of the session and the main counts."""
        return about.session_header(self, self.session)

    def told(self, name: Callable[[str], str] = str) -> list[tuple[Finding, str]]:
        """Give the key findings, by rule, each with its sentence; ``name`` writes every label in them."""
        from lcsynth.analysis.findings import findings
        from lcsynth.report.comparing import clearest

        first = clearest(self.compared)
        found = findings(
            self.overview.head(0) if self.small else self.overview,
            first.groups if first else None,
            first.differences if first else None,
            self.changes.head(0) if self.small else self.changes,
            self.voted.head(0) if self.small else self.voted,
            self.single,
            self.heard_of_all,
            people=self.people,
            indicative_below=self.settings.thresholds.indicative_below,
        )
        group = first.label if first else self.audience
        labels = {theme_id: name(label) for theme_id, label in self.labels.items()}
        return [
            (one, key_findings.sentence(one, self.words, labels, lambda of: name(group(of)))) for one in found
        ]

    def findings(self) -> Fragment:
        """Give the key findings as sentences."""
        sentences = [(sentence, one.theme_id) for one, sentence in self.told()]
        return self.section(
            "findings", self.words.text("Key findings"), "findings.html.j2", sentences=sentences
        )

    def themes(self) -> Fragment:
        """Show every theme: the overview in a figure, then a card each."""
        tags = {} if self.first else dict(zip(self.changes["theme_id"], self.changes["change"], strict=True))
        named = {theme: wording.change(self.words, str(kind)) for theme, kind in tags.items()}
        if self.small:
            return leftovers.everything(self)
        return self.section(
            "themes",
            self.words.text("Themes"),
            "themes.html.j2",
            sentences=[self._themes_sentence()],
            chart=charts.overview(self),
            cards=cards(self, named),
        )

    def paper(self) -> Fragment:
        """Show which themes touch which sections of the paper."""
        return charts.paper_section(self) if not self.small else Fragment("")

    def news(self) -> Fragment:
        """Say what is new since the earlier sessions."""
        words = self.words
        heading = words.text("What is new")
        if self.small:
            return Fragment("")
        if self.first:
            first = words.text("This is the first session, so everything in it is new.")
            return self.section("news", heading, "plain.html.j2", sentences=[first], tables=[])
        rows = [
            (
                self.named(row["theme_id"]),
                wording.change(words, row["change"]),
                words.number(row["statements"]),
                words.number(row["earlier_statements"]),
            )
            for row in self.changes.sort_values(["statements", "theme_id"], ascending=[False, True]).to_dict(
                "records"
            )
        ]
        headings = (
            words.text("Theme"),
            words.text("Change"),
            words.text("Statements now"),
            words.text("Earlier"),
        )
        shown = table(words.text("Themes compared with the earlier sessions"), headings, rows, words=2)
        return self.section("news", heading, "plain.html.j2", sentences=[], tables=[shown] if rows else [])

    def _themes_sentence(self) -> str:
        if self.overview.empty:
            return self.words.text("There are no themes: what was said is listed under the single voices.")
        agreement = self.synthesis.passport.get("agreement")
        whole = wording.agreement(
            self.words,
            agreement if isinstance(agreement, float) else float("nan"),
            indicative=self.indicative,
        )
        told = self.words.text(
            "A theme is a group of statements with about the same meaning. The largest comes first, "
            "counted in "
            "people; the percentage is of the {people} people who took part. The word for its stability says "
            "how often it returns when the grouping is repeated with other people drawn from the same group: "
            "solid nearly always, fair mostly, fragile often not.",
            people=self.people,
        )
        return " ".join(part for part in (told, whole, self._few_statements()) if part)

    def _few_statements(self) -> str:
        """Warn where the themes were found among few statements, those of earlier sessions included."""
        known = (self.synthesis.statements, self.synthesis.earlier_statements)
        count = sum(int(table["content"].sum()) for table in known)
        if count > self.settings.thresholds.indicative_up_to:
            return ""
        return self.words.plural(
            "They come from no more than 1 statement: take them as indicative.",
            "They come from no more than {n} statements: take them as indicative.",
            count,
        )
