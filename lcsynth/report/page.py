"""What both kinds of pages share: the tables behind them, checked quotes, and the shape of a section."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.fragment import Fragment
from lcsynth.report.languages import Catalogue, catalogue
from lcsynth.report.source import Synthesised
from lcsynth.report.templating import render
from lcsynth.schema import UNQUOTED

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.analysis.incidence import Incidence
    from lcsynth.analysis.saturation import Saturation
    from lcsynth.document import Paper
    from lcsynth.report.comparing import Compared


class Page:
    """A report in one language.

    Parameters
    ----------
    synthesis
        The tables.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    CallError
        If the language is unknown.
    DataError
        If a quote or a single voice is not literally in its contribution, or a summary names statements that
        are not in its theme: such a page is not made.
    """

    def __init__(self, synthesis: Synthesised, language: str) -> None:
        self.words: Catalogue = catalogue(language)
        self.language = language
        self.synthesis = synthesis
        self.settings = synthesis.workspace.settings
        self._verify()

    def _verify(self) -> None:
        from lcsynth.analysis.quotes import HIDDEN, verify
        from lcsynth.analysis.summaries import verify_summaries

        verify_summaries(self.synthesis.summaries, assignments=self.synthesis.assignments)
        # What is listed because everything is may hold what was excluded as a quote.
        lists = [(self.quotes, UNQUOTED), (self.single, (HIDDEN,)), (self.cited, UNQUOTED)]
        for quoted, refused in lists:
            verify(
                quotes=quoted,
                refused=refused,
                statements=self.synthesis.statements,
                contributions=self.synthesis.contributions,
                assignments=self.synthesis.assignments,
            )

    def participation(self) -> Fragment:
        """Say who took part, with small groups suppressed."""
        from lcsynth.report import participation

        return participation.participation(self)

    def comparison(self) -> Fragment:
        """Show where audiences and types of organisation differ, where they are large enough."""
        from lcsynth.report import comparing

        return comparing.comparison(self, self.compared)

    def votes(self) -> Fragment:
        """Show agreement and tension; nothing where the data has no votes or reactions."""
        from lcsynth.report import voting

        return voting.voting(self)

    def landscape(self) -> Fragment:
        """Show the themes side by side: their parts, and the map of statements."""
        from lcsynth.report import landscape

        return landscape.landscape(self)

    def saturation(self) -> Fragment:
        """Say how much has been heard, and what one more session would likely add."""
        from lcsynth.report import unheard

        return unheard.unheard(self)

    def single_voices(self) -> Fragment:
        """List what was said and is in no theme."""
        from lcsynth.report import leftovers

        return leftovers.single_voices(self)

    def left_out(self) -> Fragment:
        """Account for everything that was received and is not in a theme."""
        from lcsynth.report import leftovers

        return leftovers.left_out(self)

    def method(self) -> Fragment:
        """Say in plain words how the report was made."""
        from lcsynth.report import about

        return about.method(self)

    def passport(self) -> Fragment:
        """Give what is needed to make the report again, folded."""
        from lcsynth.report.passport import passport

        return passport(self)

    @cached_property
    def incidence(self) -> Incidence:
        """Who brought up what; see `incidence.incidence`."""
        from lcsynth.analysis.incidence import incidence

        return incidence(self.voices, self.single, people=self.people)

    @cached_property
    def heard_of_all(self) -> Saturation | None:
        """How much of what such people would say has been heard; None where too few took part."""
        from lcsynth.analysis.saturation import saturation

        return None if self.small else saturation(self.incidence, seed=self.settings.seed)

    @cached_property
    def people(self) -> int:
        """How many contributors there are."""
        return int(self.synthesis.contributions["contributor"].nunique())

    @property
    def indicative(self) -> bool:
        """Whether there are too few people to call a share more than an indication."""
        return self.people < self.settings.thresholds.indicative_below

    @cached_property
    def hidden_audiences(self) -> frozenset[str]:
        """Audiences with so few people that naming one beside a quote would point at somebody."""
        from lcsynth.analysis.people import hidden_groups

        return hidden_groups(
            self.synthesis.contributions,
            by="audience",
            smallest_cell=self.settings.thresholds.smallest_cell,
        )

    @cached_property
    def voices(self) -> pd.DataFrame:
        """One row per statement that has a main theme."""
        from lcsynth.analysis.themes import voices

        return voices(
            statements=self.synthesis.statements,
            contributions=self.synthesis.contributions,
            assignments=self.synthesis.assignments,
        )

    @cached_property
    def overview(self) -> pd.DataFrame:
        """One row per theme that was heard here, the most people first."""
        from lcsynth.analysis.themes import overview

        return overview(themes=self.synthesis.themes, voices=self.voices, contributors=self.people)

    @property
    def shown_paper(self) -> Paper | None:
        """The version of the paper that this page is about."""
        return self.synthesis.paper

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links to the version of the paper that is shown; §2 of another may be about something else."""
        links = self.synthesis.links
        shown = self.shown_paper.version if self.shown_paper else ""
        return links[links["paper_version"] == shown]

    @property
    def grounds(self) -> pd.DataFrame:
        """The links, of any version, that put a theme at a place: what the decisions rest on."""
        from lcsynth.document import grounds

        tables = self.synthesis
        return grounds(tables.links, tables.assignments, tables.statements, tables.contributions)

    @cached_property
    def theme_links(self) -> pd.DataFrame:
        """Of these, the ones to the version of the paper that is shown."""
        shown = self.shown_paper.version if self.shown_paper else ""
        found = self.grounds
        return found[found["paper_version"] == shown]

    @cached_property
    def heard(self) -> pd.DataFrame:
        """What was said, at the places it is about: what the decisions table counts."""
        from lcsynth.analysis.replies import heard

        return heard(self.voices, self.grounds)

    @cached_property
    def spoke_at(self) -> Mapping[tuple[str, ...], str]:
        """Theme, version, section and anchor → the audiences of those who spoke there, in words."""
        from lcsynth.analysis.replies import PLACE_COLUMNS
        from lcsynth.report.spoken import audiences_told

        return audiences_told(self, self.heard, PLACE_COLUMNS)

    @property
    def small(self) -> bool:
        """Whether so few people took part that a count could point at one of them."""
        return self.people < self.settings.thresholds.smallest_cell

    @cached_property
    def by_section(self) -> pd.DataFrame:
        """How often a theme was heard about a section of the paper."""
        from lcsynth.analysis.themes import by_section

        return by_section(voices=self.voices, links=self.theme_links)

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """The groups that can be compared: of audiences, of types of organisation."""
        from lcsynth.report.comparing import compare

        return compare(self)

    @cached_property
    def voted(self) -> pd.DataFrame:
        """The statements in a theme that people voted on; no rows where the data has no votes."""
        from lcsynth.analysis.votes import voted

        return voted(
            voices=self.voices,
            contributions=self.synthesis.contributions,
            fewest=self.settings.thresholds.smallest_cell,
        )

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """A few statements per theme, the title quote first."""
        from lcsynth.analysis.quotes import representative

        return representative(voices=self.voices, hidden_audiences=self.hidden_audiences)

    @cached_property
    def single(self) -> pd.DataFrame:
        """The statements in no theme."""
        from lcsynth.analysis.quotes import single_voices

        return single_voices(
            statements=self.synthesis.statements,
            contributions=self.synthesis.contributions,
            assignments=self.synthesis.assignments,
            hidden_audiences=self.hidden_audiences,
        )

    @property
    def summaries(self) -> pd.DataFrame:
        """What a language model wrote in the language of the page; no rows unless one was asked."""
        summaries = self.synthesis.summaries
        return summaries[summaries["language"] == self.language]

    @cached_property
    def cited(self) -> pd.DataFrame:
        """The statements that those summaries name, in that order, with their theme."""
        from lcsynth.analysis.summaries import cited

        voices = self.voices.assign(
            audience=self.voices["audience"].mask(self.voices["audience"].isin(self.hidden_audiences), "")
        )
        return cited(self.summaries).merge(voices, on=["theme_id", "statement_id"], how="left")

    @cached_property
    def labels(self) -> dict[str, str]:
        """Theme id → its label in the language of the page."""
        found = {}
        tables = (self.synthesis.earlier_themes, self.synthesis.themes)
        for theme in (row for themes in tables for row in themes.itertuples()):
            own, other = (theme.label_nl, theme.label_en)[:: 1 if self.language == "nl" else -1]
            found[str(theme.theme_id)] = str(own or other or theme.keywords or theme.theme_id)
        return found

    @cached_property
    def section_titles(self) -> dict[str, str]:
        """Section number → its title in the paper."""
        paper = self.shown_paper
        return {one.number: wording.section_title(self.words, one) for one in paper.sections} if paper else {}

    def borrowed(self, theme_id: str) -> str:
        """Give the language of a label that the other language lends; empty for a label of the page's own."""
        theme = self.synthesis.themes.set_index("theme_id").loc[theme_id]
        same = theme["label_nl"] == theme["label_en"]
        return "nl" if same and self.language == "en" else ""

    def named(self, theme_id: str) -> str:
        """Give a theme with its id: ``T001 Travel time``."""
        return f"{theme_id} {self.labels.get(theme_id, '')}".strip()

    def audience(self, name: str) -> str:
        """Give the label of an audience in the language of the page."""
        wording = self.settings.audiences.get(name)
        return str(getattr(wording, self.language)) if wording else name or self.words.text("not stated")

    def organisation_type(self, name: str) -> str:
        """Give the label of a type of organisation in the language of the page."""
        wording = self.settings.organisation_types.get(name)
        return str(getattr(wording, self.language)) if wording else name or self.words.text("not stated")

    def spoken(self, language: str) -> str | None:
        """Give the ``lang`` of a quote: None in the language of the page, empty where it is not known."""
        if language == self.language:
            return None
        return language if language in ("nl", "en") else ""

    def section(self, anchor: str, heading: str, template: str, **values: object) -> Fragment:
        """Fill in the template of a section under its heading."""
        body = render(template, words=self.words, **values)
        markup = render("section.html.j2", anchor=anchor, heading=heading, body=body)
        return Fragment(str(markup), anchor, heading)
