"""Look-ups along the chain from what somebody said to what was changed in the paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lcsynth.document.anchors import Place
from lcsynth.document.versions import Versions

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document.paper import Paper

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Chain:
    """The tables of a workspace, ready to be followed from one to the next.

    Attributes
    ----------
    contributions, statements, assignments, themes, links, decisions
        Tables of the schema. An audience that is too small to be named is empty.
    papers
        Version → the paper, the oldest first.
    dates
        Session → its date.
    language
        Of the labels of themes.
    discussed
        The version that is meant where none is named; empty for the latest.
    """

    contributions: pd.DataFrame
    statements: pd.DataFrame
    assignments: pd.DataFrame
    themes: pd.DataFrame
    links: pd.DataFrame
    decisions: pd.DataFrame
    papers: Mapping[str, Paper]
    dates: Mapping[str, str]
    language: str
    discussed: str = ""

    @cached_property
    def contribution(self) -> Mapping[str, Row]:
        """Contribution id → its row."""
        return _by(self.contributions, "contribution_id")

    @cached_property
    def statement(self) -> Mapping[str, Row]:
        """Statement id → its row."""
        return _by(self.statements, "statement_id")

    @cached_property
    def theme(self) -> Mapping[str, Row]:
        """Theme id → its row."""
        return _by(self.themes, "theme_id")

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The statements that people hid, and the contributions that hold one."""
        rows = self.assignments[self.assignments["quote"] == "hidden"]
        names = set(rows["statement_id"])
        return frozenset(names | {self.statement[name]["contribution_id"] for name in names})

    @cached_property
    def said_by(self) -> Mapping[str, Sequence[str]]:
        """Contributor → their contributions, in order of session and moment."""
        ordered = self.contributions.assign(date=self.contributions["session_id"].map(self.dates).fillna(""))
        return _many(
            ordered.sort_values(["date", "said_at", "contribution_id"]), "contributor", "contribution_id"
        )

    @cached_property
    def statements_in(self) -> Mapping[str, Sequence[str]]:
        """Contribution → its statements, as they stand in it."""
        return _many(self.statements.sort_values("start"), "contribution_id", "statement_id")

    @cached_property
    def placed(self) -> Mapping[str, Sequence[Row]]:
        """Statement → its rows of the assignments, the main theme first; none for a single voice."""
        rows = self.assignments[self.assignments["theme_id"] != ""].sort_values(["statement_id", "rank"])
        return _grouped(rows, "statement_id")

    @cached_property
    def statements_about(self) -> Mapping[str, Sequence[str]]:
        """Theme → the statements of which it is the main theme, the closest first."""
        main = self.assignments[self.assignments["rank"] == 1]
        ordered = main.sort_values(["similarity", "statement_id"], ascending=[False, True])
        return _many(ordered, "theme_id", "statement_id")

    @cached_property
    def linked(self) -> Mapping[str, Sequence[Row]]:
        """Statement → its links."""
        return _grouped(self.links, "statement_id")

    @cached_property
    def linked_to(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Version and anchor → the statements that are linked to it."""
        found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for row in self.links.to_dict("records"):
            found[row["paper_version"], row["anchor"]][row["statement_id"]] = None
        return {place: tuple(names) for place, names in found.items()}

    @cached_property
    def decided(self) -> Mapping[tuple[str, str, str], Row]:
        """Theme, version and anchor (of a section its number) → the decision there."""
        return {
            (row["theme_id"], row["paper_version"], row["anchor"] or row["section"]): row
            for row in self.decisions.to_dict("records")
        }

    @cached_property
    def settled(self) -> Mapping[tuple[str, str, str], Row]:
        """Those of `decided` that are no longer open and were made on that very place, not on its section."""
        return {
            place: row
            for place, row in self.decided.items()
            if row["decision"] != "open" and row["decided_for"] in ("", place[2])
        }

    def label(self, theme: str) -> str:
        """Give the label of a theme."""
        row = self.theme.get(theme, {})
        own, other = ("label_nl", "label_en")[:: 1 if self.language == "nl" else -1]
        return str(row.get(own) or row.get(other) or row.get("keywords") or "")

    def text(self, version: str, anchor: str) -> str:
        """Give the text of a paragraph or the title of a section; empty when it is not there."""
        return self.papers[version].texts.get(anchor, "") if version in self.papers else ""

    @cached_property
    def _versions(self) -> Versions:
        return Versions(list(self.papers.values()))

    def changes(self, version: str, place: Place, target: str = "") -> list[Row]:
        """Say what became of a place in another version: rows of the alignment.

        Of a section as a whole these are its paragraphs, those that stayed the same left out.

        Parameters
        ----------
        target
            The version; the one after this when it is empty or not there.
        """
        later = self.later(version, target)
        if not later:
            return []
        rows = self._versions.aligned(version, later)
        if place.anchor != place.section:
            return _records(rows[(rows["level"] == "paragraph") & (rows["old_anchor"] == place.anchor)])
        heads = rows[(rows["level"] == "section") & (rows["old_section"] == place.section)]
        into = set(heads["new_section"]) - {""}
        within = (rows["old_section"] == place.section) | (
            (rows["old_section"] == "") & rows["new_section"].isin(into)
        )
        changed = rows[(rows["level"] == "paragraph") & within & (rows["change"] != "same")]
        return _records(heads[heads["change"] == "gone"]) + _records(changed)

    def later(self, version: str, target: str = "") -> str:
        """Name the version that `changes` compares with."""
        return target if target in self.papers and target != version else self._next(version)

    def origins(self, version: str, anchor: str) -> list[tuple[str, Row]]:
        """Say where a place came from: the version before, and the rows of the alignment."""
        names = list(self.papers)
        place = names.index(version)
        if not place:
            return []
        before = names[place - 1]
        rows = self._versions.aligned(before, version)
        came = rows[(rows["new_anchor"] == anchor) & (rows["old_anchor"] != "")]
        return [(before, row) for row in _records(came)]

    def _next(self, version: str) -> str:
        names = list(self.papers)
        place = names.index(version) + 1 if version in names else len(names)
        return names[place] if place < len(names) else ""


def _records(frame: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _by(frame: pd.DataFrame, name: str) -> dict[str, Row]:
    return {str(row[name]): row for row in _records(frame)}


def _many(frame: pd.DataFrame, name: str, value: str) -> dict[str, Sequence[str]]:
    return _collected(zip(frame[name], frame[value], strict=True))


def _grouped(frame: pd.DataFrame, name: str) -> dict[str, Sequence[Row]]:
    return _collected((str(row[name]), row) for row in _records(frame))


def _collected(pairs: Iterable[tuple[str, Any]]) -> dict[str, Sequence[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
