"""The paper as it reads now, with in the margin of each paragraph what was said and decided about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lcsynth.analysis.replies import PLACE_COLUMNS
from lcsynth.document import Paper
from lcsynth.document.versions import Step
from lcsynth.report import wording
from lcsynth.report.colours import colour
from lcsynth.report.decided import place, reason
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.paper_text import Notes, paragraph_html
from lcsynth.report.spoken import people
from lcsynth.report.word_notes import notes_in

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

SHOWN = 3  # themes beside a paragraph; the others are folded


@dataclass(frozen=True)
class Beside:
    """A theme in the margin: its size there, its decision, and where it was asked for."""

    theme_id: str
    label: str
    language: str
    colour: str
    size: str
    decision: str
    kind: str
    why: str


@dataclass(frozen=True)
class Margin:
    """The themes at a place, the most people first: those that are shown, and those that are folded."""

    shown: tuple[Beside, ...]
    more: tuple[Beside, ...]
    more_heading: str


@dataclass(frozen=True)
class Passage:
    """A paragraph as HTML with its margin; ``together`` says how many themes meet there."""

    anchor: str
    name: str
    markup: Markup
    together: str
    themes: Margin
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A section with what is about it as a whole; ``note`` is said where a section with text has no theme."""

    number: str
    title: str
    level: int
    themes: Margin
    note: str
    passages: tuple[Passage, ...]


def paper_section(
    page: Page, paper: Paper, beside: pd.DataFrame, history: Mapping[str, Sequence[Step]], notes: list[str]
) -> Fragment:
    """Give the section of a page that shows the paper whole.

    Parameters
    ----------
    beside
        As `document.margins.margins` gives it.
    history
        Anchor → what happened to it, as `Versions.history` gives it.
    notes
        Sentences above the paper.
    """
    by_place: dict[tuple[str, str], list[Beside]] = {}
    ordered = beside.sort_values(["contributors", "theme_id"], ascending=[False, True], kind="stable")
    for row in ordered.to_dict("records"):
        by_place.setdefault((row["new_section"], row["new_anchor"]), []).append(_beside(page, row))
    names = {name: number for number, name in enumerate(notes_in(paper), start=1)}
    footnotes = Notes(names, page.words.text("note"), page.words.text("back to the text"))
    parts = tuple(_part(page, one, by_place, history, footnotes) for one in paper.sections)
    return page.section(
        "sections",
        page.words.text("The paper, paragraph by paragraph"),
        "paper.html.j2",
        sentences=notes,
        parts=parts,
        # The paper is written in the first language of the workspace.
        spoken=page.spoken(page.settings.languages[0]),
    )


def _part(
    page: Page,
    section: Any,
    by_place: Mapping[tuple[str, str], Sequence[Beside]],
    history: Mapping[str, Sequence[Step]],
    footnotes: Notes,
) -> Part:
    passages = tuple(
        _passage(
            page,
            one,
            by_place.get((section.number, one.anchor), ()),
            history.get(one.anchor, ()),
            footnotes,
        )
        for one in section.paragraphs
    )
    whole = _margin(page, by_place.get((section.number, ""), ()))
    touched = whole.shown or any(one.themes.shown for one in passages)
    note = "" if touched or not passages else page.words.text("No theme is linked to this section.")
    title = wording.section_title(page.words, section)
    return Part(section.number, title, section.level, whole, note, passages)


def _passage(
    page: Page, paragraph: Any, themes: Sequence[Beside], steps: Sequence[Step], footnotes: Notes
) -> Passage:
    words = page.words
    together = words.plural("1 theme meets here", "{n} themes meet here", len(themes))
    return Passage(
        anchor=paragraph.anchor,
        name=words.text("Beside §\u00a0{anchor}", anchor=paragraph.anchor),
        markup=paragraph_html(
            paragraph.text, image=words.text("image"), table=words.text("Table"), notes=footnotes
        ),
        together=together if len(themes) > 1 else "",
        themes=_margin(page, themes),
        steps=tuple(_step(page, one) for one in steps),
    )


def _margin(page: Page, themes: Sequence[Beside]) -> Margin:
    more = tuple(themes[SHOWN:])
    heading = page.words.plural("1 more theme", "{n} more themes", len(more))
    return Margin(tuple(themes[:SHOWN]), more, heading)


def _beside(page: Page, row: Mapping[Any, Any]) -> Beside:
    theme, key = str(row["theme_id"]), tuple(row[name] for name in PLACE_COLUMNS)
    moved = page.words.text("asked at {place}", place=place(row))
    same = (row["new_section"], row["new_anchor"]) == (row["section"], row["anchor"])
    parts = [reason(page.words, row), "" if same else moved]
    return Beside(
        theme_id=theme,
        label=page.labels.get(theme, ""),
        language=page.borrowed(theme) if theme in page.labels else "",
        colour=colour(theme),
        size=people(page.words, row["contributors"], page.spoke_at.get(key, "")),
        decision=wording.decision(page.words, row["decision"]),
        kind=str(row["decision"]),
        why=" · ".join(part for part in parts if part),
    )


def _step(page: Page, step: Step) -> str:
    """Say what happened to a paragraph in a version."""
    text = page.words.text
    before = page.words.join([f"§\u00a0{anchor}" for anchor in step.anchors])
    named = {"new": step.new_version, "old": step.old_version, "before": before}
    return {
        "edited": text("{new}: edited (was {before} in {old})", **named),
        "moved": text("{new}: moved (was {before} in {old})", **named),
        "split": text("{new}: split off from {before} in {old}", **named),
        "merged": text("{new}: joined from {before} in {old}", **named),
        "new": text("{new}: new", **named),
    }[step.change]
