"""What stands in the comments of a draft: per place of the paper, the themes that authors have to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lcsynth.ingest.draft_notes import Reference, sealed
from lcsynth.report import wording
from lcsynth.report.page import Page

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document import Paper
    from lcsynth.report.source import Synthesised

QUOTES = 2  # in one comment


@dataclass(frozen=True)
class Note:
    """One comment: its first line names it, its last one is the sealed reference."""

    lines: tuple[str, ...]


class Draft(Page):
    """The comments beside one version of the paper, in one language.

    Parameters
    ----------
    synthesis
        The tables of the whole workspace.
    paper
        The version that the draft is of.

    Raises
    ------
    CallError
        If the language is unknown.
    DataError
        If a quote is not literally in its contribution.
    """

    def __init__(self, synthesis: Synthesised, paper: Paper, language: str) -> None:
        self.paper = paper
        super().__init__(synthesis, language)

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links to the version that the draft is of, as far as authors are asked to decide on them."""
        from lcsynth.document import grounds

        tables = self.synthesis
        links = grounds(tables.links, tables.assignments, tables.statements, tables.contributions)
        return links[links["paper_version"] == self.paper.version]

    @cached_property
    def beside(self) -> pd.DataFrame:
        """The themes at each place, the most people first."""
        from lcsynth.analysis.beside import beside

        return beside(self.links, self.voices)

    def notes(self) -> dict[str, tuple[Note, ...]]:
        """Write the comments, by the anchor of a paragraph or the number of a section.

        Where several themes meet, the first comment says so and names them.
        """
        found = {}
        for anchor, there in self.beside.groupby("anchor", sort=False):
            rows = there.to_dict("records")
            together = (self._collision(str(anchor), rows),) if len(rows) > 1 else ()
            found[str(anchor)] = (*together, *(self._note(row) for row in rows))
        return found

    def _collision(self, anchor: str, rows: list[dict[Any, Any]]) -> Note:
        first = self.words.text("{n} themes collide here", n=len(rows))
        named = [f"{self.named(row['theme_id'])} ({self._people(row['contributors'])})" for row in rows]
        return self._sealed((first, *named), "", anchor)

    def _note(self, row: dict[Any, Any]) -> Note:
        text, theme, anchor = self.words.text, str(row["theme_id"]), str(row["anchor"])
        said = self.voices[self.voices["theme_id"] == theme]
        lines = [
            self.named(theme),
            text(
                "At this place: {people}. In all: {all}.",
                people=self._people(row["contributors"]),
                all=self._people(int(said["contributor"].nunique()), self._audiences(said)),
            ),
            text(
                "Stability: {stability}. Linked because {how}.",
                stability=self._stability(theme),
                how=self.words.join([wording.linked(self.words, one) for one in row["how"].split(", ")]),
            ),
            *self._quotes(theme, anchor),
            self._told(theme, anchor),
        ]
        return self._sealed(tuple(lines), theme, anchor)

    def _sealed(self, lines: tuple[str, ...], theme: str, anchor: str) -> Note:
        flat = tuple(" ".join(line.split()) for line in lines)
        return Note((*flat, sealed("\n".join(flat), Reference(theme, anchor, self.paper.version))))

    def _people(self, contributors: int, audiences: str = "") -> str:
        smallest = self.settings.thresholds.smallest_cell
        if contributors < smallest:
            return self.words.text("fewer than {n} people", n=smallest)
        people = wording.people_said(self.words, contributors)
        return f"{people} ({audiences})" if audiences else people

    def _audiences(self, said: pd.DataFrame) -> str:
        from lcsynth.analysis.beside import audiences_of

        counts = audiences_of(said, smallest_cell=self.settings.thresholds.smallest_cell)
        return ", ".join(f"{self.audience(name)} {self.words.number(n)}" for name, n in counts.items())

    def _stability(self, theme: str) -> str:
        themes = self.synthesis.themes
        (value,) = themes.loc[themes["theme_id"] == theme, "stability"]
        return wording.stability(self.words, value, indicative=self.indicative)

    def _quotes(self, theme: str, anchor: str) -> list[str]:
        found = []
        for row in self._chosen.get((theme, anchor), ()):
            who = self.audience(row["audience"]) if row["audience"] else ""
            found.append(f"“{row['text']}” ({', '.join(filter(None, [who, row['statement_id']]))})")
        return found

    @cached_property
    def _chosen(self) -> Mapping[tuple[str, str], list[dict[Any, Any]]]:
        """Theme and place → the quotes that stand for it there, checked all at once."""
        from lcsynth.analysis.quotes import representative, verify

        there = self.links[["statement_id", "anchor"]].drop_duplicates().merge(self.voices, on="statement_id")
        # What is said in a theme at a place is quoted as if that were a theme of its own.
        apart = there.assign(theme_id=there["theme_id"] + " " + there["anchor"])
        quotes = representative(apart, per_theme=QUOTES, hidden_audiences=self.hidden_audiences)
        tables = self.synthesis
        verify(
            quotes,
            statements=tables.statements,
            contributions=tables.contributions,
            assignments=tables.assignments,
        )
        found: dict[tuple[str, str], list[dict[Any, Any]]] = {}
        for row in quotes.to_dict("records"):
            theme, _, anchor = str(row["theme_id"]).partition(" ")
            found.setdefault((theme, anchor), []).append(row)
        return found

    def _told(self, theme: str, anchor: str) -> str:
        """Say what was decided on a theme at a place."""
        row = self._decisions.get((theme, anchor), {"decision": "open", "in_version": "", "reason": ""})
        return self.words.text("Decision: {decision}.", decision=wording.decided(self.words, row))

    @cached_property
    def _decisions(self) -> Mapping[tuple[str, str], dict[Any, Any]]:
        decisions = self.synthesis.decisions
        here = decisions[decisions["paper_version"] == self.paper.version]
        return {(row["theme_id"], row["anchor"] or row["section"]): row for row in here.to_dict("records")}
