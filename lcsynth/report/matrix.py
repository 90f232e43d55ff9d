"""The reply matrix in words: per place of the paper and per theme what was said and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lcsynth.report import decided, wording
from lcsynth.report.colours import colour
from lcsynth.report.page import Page
from lcsynth.report.quoted import Quote, quotes_of
from lcsynth.report.source import Synthesised
from lcsynth.report.spoken import rule
from lcsynth.report.unsettled_words import told

if TYPE_CHECKING:
    import pandas as pd


_OPENING = 12  # words of a paragraph by which it is recognised


@dataclass(frozen=True)
class Reply:
    """A theme at a place: what was said, and what the authors did with it.

    Attributes
    ----------
    key
        Theme, version, section and anchor (empty for the whole section).
    people, statements
        How many.
    said_by
        How many people of which audiences, in words.
    quotes
        Two at most, checked to be what was said.
    decision
        A value of `schema.DECISIONS`; ``decided`` is the same in words.
    answer, plain_reason
        The reason, with and without a note on where it was decided.
    decided_for
        That it was decided for the whole section of the paragraph; empty when it was not.
    who
        Who decided and when; ``decided_by`` is the name alone.
    operation
        The id of the operation in the log; empty while nothing was decided.
    """

    key: tuple[str, str, str, str]
    label: str
    colour: str
    place: str
    opening: str
    people: int
    statements: int
    said_by: str
    quotes: tuple[Quote, ...]
    decision: str
    decided: str
    answer: str
    plain_reason: str
    decided_for: str
    in_version: str
    decided_by: str
    who: str
    operation: str

    @property
    def theme_id(self) -> str:
        """The theme."""
        return self.key[0]

    @property
    def open(self) -> bool:
        """Whether the authors have still to decide."""
        return self.decision == "open"


@dataclass(frozen=True)
class Group:
    """A section of the paper, or a theme, with the replies to it; the open ones first."""

    anchor: str
    number: str
    title: str
    colour: str
    state: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Matrix:
    """The whole reply matrix."""

    title: str
    subtitle: str
    illustrative: bool
    counts: tuple[tuple[int, str], ...]
    sections: tuple[Group, ...]
    themes: tuple[Group, ...]
    unsettled: tuple[str, ...]
    suppression: str


class MatrixPage(Page):
    """What all sessions said at every place of the paper, and what the authors did with it.

    Parameters
    ----------
    synthesis
        The tables of the whole workspace.
    language
        ``"nl"`` or ``"en"``.
    unsettled
        What does not fit together, as made by `document.unsettled`.

    Raises
    ------
    CallError
        If the language is unknown.
    DataError
        If a quote is not literally in its contribution.
    """

    def __init__(self, synthesis: Synthesised, language: str, unsettled: pd.DataFrame) -> None:
        super().__init__(synthesis, language)
        self._papers = synthesis.versions.papers
        self._unsettled = unsettled

    @cached_property
    def matrix(self) -> Matrix:
        """The matrix."""
        words, replies = self.words, self.replies
        still_open = sum(one.open for one in replies)
        sections: dict[tuple[str, str], list[Reply]] = {}
        themes: dict[str, list[Reply]] = {}
        for one in replies:
            sections.setdefault(one.key[1:3], []).append(one)
            themes.setdefault(one.theme_id, []).append(one)
        paper, held = self.synthesis.paper, set(self.synthesis.contributions["session_id"])
        return Matrix(
            title=words.text("Reply matrix"),
            subtitle=paper.title if paper and paper.title else self.settings.name,
            illustrative=any(one.illustrative for one in self.synthesis.workspace.sessions if one.id in held),
            counts=(
                (len(replies), words.plural("theme at a place", "themes at a place", len(replies))),
                (still_open, words.text("open")),
                (len(replies) - still_open, words.text("decided")),
            ),
            sections=tuple(self._section(*place, found) for place, found in sections.items()),
            themes=tuple(self._theme(theme, found) for theme, found in _most_open_first(themes)),
            unsettled=tuple(told(words, row) for row in self._unsettled.to_dict("records")),
            suppression=rule(words, self.settings.thresholds.smallest_cell),
        )

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """A reply per row of the decisions table, in the order of the paper."""
        rows = self.synthesis.decisions.to_dict("records")
        return tuple(self._reply(row) for row in sorted(rows, key=self._reading_order))

    @cached_property
    def _quotes(self) -> dict[tuple[str, ...], tuple[Quote, ...]]:
        from lcsynth.analysis.quotes import verify
        from lcsynth.analysis.replies import PLACE_COLUMNS, quoted

        found = quoted(self.heard, hidden=self.hidden_audiences)
        tables = self.synthesis
        verify(
            found,
            statements=tables.statements,
            contributions=tables.contributions,
            assignments=tables.assignments,
        )
        return {place: quotes_of(self, rows) for place, rows in found.groupby(PLACE_COLUMNS)}

    def _reading_order(self, row: Mapping[Any, Any]) -> tuple[Any, ...]:
        """Put rows in the order of the paper, a whole section before its paragraphs."""
        version, section = str(row["paper_version"]), str(row["section"])
        versions, paper = list(self._papers), self._papers.get(version)
        numbers = [one.number for one in paper.sections] if paper else []
        return (
            versions.index(version) if version in versions else len(versions),
            version,
            numbers.index(section) if section in numbers else len(numbers),
            section,
            _number_in(str(row["anchor"])),
            row["decision"] != "open",
            -int(row["contributors"]),
            str(row["theme_id"]),
        )

    def _reply(self, row: Mapping[Any, Any]) -> Reply:
        theme, version, section, anchor = key = (
            str(row["theme_id"]), str(row["paper_version"]), str(row["section"]), str(row["anchor"]),
        )  # fmt: skip
        opening = self._opening(version, section, anchor)
        return Reply(
            key=key,
            label=self.labels.get(theme, theme),
            colour=colour(theme),
            place=self._place(version, section, anchor),
            opening=opening,
            people=int(row["contributors"]),
            statements=int(row["statements"]),
            said_by=self.spoke_at.get(key, ""),
            quotes=self._quotes.get(key, ()),
            decision=str(row["decision"]),
            decided=wording.decision(self.words, row["decision"]),
            answer=decided.reason(self.words, row),
            plain_reason=str(row["reason"]),
            decided_for=decided.decided_for(self.words, row),
            in_version=str(row["in_version"]),
            decided_by=str(row["decided_by"]),
            who=decided.who_and_when(self.words, row),
            operation=str(row["operation"]),
        )

    def _place(self, version: str, section: str, anchor: str) -> str:
        place = (
            self.words.text(
                "§ {section}, paragraph {number}", section=section, number=str(_number_in(anchor))
            )
            if anchor
            else self.words.text("§ {section} as a whole", section=section)
        )
        return f"{version} {place}"

    def _opening(self, version: str, section: str, anchor: str) -> str:
        paper = self._papers.get(version)
        found = paper.section(section) if paper else None
        text = next((one.text for one in found.paragraphs if one.anchor == anchor), "") if found else ""
        words = text.split()
        return " ".join(words[:_OPENING]) + ("…" if len(words) > _OPENING else "")

    def _section(self, version: str, section: str, replies: Sequence[Reply]) -> Group:
        paper = self._papers.get(version)
        found = paper.section(section) if paper else None
        several = len({key[1] for key in (one.key for one in self.replies)}) > 1
        number = f"{version} § {section}" if several else f"§ {section}"
        title = found.title if found else ""
        anchor = f"{version}-{section}".replace(".", "-")
        return Group(f"place-{anchor}", number, title, "", self._state(replies), tuple(_open_first(replies)))

    def _theme(self, theme: str, replies: Sequence[Reply]) -> Group:
        title = self.labels.get(theme, "")
        ordered = tuple(_open_first(replies))
        return Group(f"theme-{theme}", theme, title, colour(theme), self._state(replies), ordered)

    def _state(self, replies: Sequence[Reply]) -> str:
        number = sum(one.open for one in replies)
        return self.words.text("{open} of {all} open", open=number, all=len(replies))


def _open_first(replies: Iterable[Reply]) -> list[Reply]:
    return sorted(replies, key=lambda one: not one.open)


def _most_open_first(themes: Mapping[str, Sequence[Reply]]) -> list[tuple[str, Sequence[Reply]]]:
    return sorted(themes.items(), key=lambda item: (-sum(one.open for one in item[1]), item[0]))


def _number_in(anchor: str) -> int:
    return int(anchor.rpartition(":")[2] or 0)
