"""What stands in the comments of a draft: per place of the paper, the themes that authors have to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lcsynth.ingest.draft_notes import Reference, sealed
from lcsynth.report import wording
from lcsynth.report.decided import place
from lcsynth.report.page import Page
from lcsynth.report.spoken import audiences_told, people

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document import Paper
    from lcsynth.report.source import Synthesised

QUOTES = 2  # in one comment
_PLACE = ["theme_id", "paper_version", "section", "anchor"]


@dataclass(frozen=True)
class Note:
    """One comment: its first line names it, its last one is the sealed reference."""

    lines: tuple[str, ...]


class Draft(Page):
    """The comments beside one version of the paper, in one language.

    What was said about the versions before comes along as long as authors are not done with it.

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
    def asked(self) -> pd.DataFrame:
        """The themes at the places of this version on which authors are asked to decide."""
        from lcsynth.document.margins import to_look_at

        return to_look_at(self.synthesis.decisions, self.synthesis.versions, self.paper.version)

    @cached_property
    def links(self) -> pd.DataFrame:
        """The links behind these themes, at their places in the version that the draft is of."""
        links = self.grounds
        places = links.assign(anchor=links["anchor"].mask(links["anchor"] == links["section"], ""))
        moved = self.asked[[*_PLACE, "new_section", "new_anchor"]]
        found = places.merge(self.voices[["statement_id", "theme_id"]], on="statement_id").merge(
            moved, on=_PLACE
        )
        whole = found["new_anchor"] == ""
        here = found.assign(
            paper_version=self.paper.version,
            section=found["new_section"],
            anchor=found["new_anchor"].mask(whole, found["new_section"]),
        )
        # Said of two versions, it is one remark on one place.
        return here[links.columns].drop_duplicates(["statement_id", "section", "anchor", "how"])

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
        named = [f"{self.named(row['theme_id'])} ({self._people(row)})" for row in rows]
        return self._sealed((first, *named), "", anchor)

    def _note(self, row: dict[Any, Any]) -> Note:
        text, theme, anchor = self.words.text, str(row["theme_id"]), str(row["anchor"])
        said = self.voices[self.voices["theme_id"] == theme]
        lines = [
            self.named(theme),
            text(
                "At this place: {people}. In all: {all}.",
                people=self._people(row),
                all=people(
                    self.words, int(said["contributor"].nunique()), self._everywhere.get((theme,), "")
                ),
            ),
            text(
                "Stability: {stability}. Linked because {how}.",
                stability=self._stability(theme),
                how=self.words.join([wording.linked(self.words, one) for one in row["how"].split(", ")]),
            ),
            *self._quotes(theme, anchor),
            *self._told(theme, anchor),
        ]
        return self._sealed(tuple(lines), theme, anchor)

    def _sealed(self, lines: tuple[str, ...], theme: str, anchor: str) -> Note:
        flat = tuple(" ".join(line.split()) for line in lines)
        return Note((*flat, sealed("\n".join(flat), Reference(theme, anchor, self.paper.version))))

    @cached_property
    def _here(self) -> Mapping[tuple[str, ...], str]:
        """Place and theme → the audiences of those who spoke there, in words."""
        spoke = self.links[["statement_id", "anchor"]].drop_duplicates().merge(self.voices, on="statement_id")
        return audiences_told(self, spoke, ("anchor", "theme_id"))

    @cached_property
    def _everywhere(self) -> Mapping[tuple[str, ...], str]:
        """Theme → the audiences of all who spoke about it, in words."""
        return audiences_told(self, self.voices, ("theme_id",))

    def _people(self, row: Mapping[Any, Any]) -> str:
        """Say how many people spoke about a theme at a place."""
        told = self._here.get((row["anchor"], row["theme_id"]), "")
        return people(self.words, row["contributors"], told)

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

    def _told(self, theme: str, anchor: str) -> list[str]:
        """Say what was decided on a theme at a place, and on the same in the versions before."""
        text = self.words.text
        told: list[str] = []
        for row in self._decisions[theme, anchor]:
            decision = wording.decided(self.words, row)
            if row["paper_version"] == self.paper.version:
                told.insert(0, text("Decision: {decision}.", decision=decision))
            else:
                told.append(
                    text("Said about {place}. Decision: {decision}.", place=place(row), decision=decision)
                )
        return told

    @cached_property
    def _decisions(self) -> Mapping[tuple[str, str], list[dict[Any, Any]]]:
        found: dict[tuple[str, str], list[dict[Any, Any]]] = {}
        for row in self.asked.to_dict("records"):
            here = found.setdefault((row["theme_id"], row["new_anchor"] or row["new_section"]), [])
            here.append(row)
        return found
