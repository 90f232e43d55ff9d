"""Themes as cards: label, quotes, size, stability, keywords, places in the paper, decision, summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lcsynth.report import wording
from lcsynth.report.colours import colour
from lcsynth.report.machine_summary import MachineSummary, machine_summary
from lcsynth.report.page import Page
from lcsynth.report.quoted import Quote, quotes_of

_MOST_PARTS = 5  # of a theme that are named


@dataclass(frozen=True)
class Card:
    """What is shown of one theme."""

    theme_id: str
    label: str
    language: str
    colour: str
    change: str
    title_quote: tuple[Quote, ...]
    size: str
    facts: tuple[tuple[str, str], ...]
    quotes_heading: str
    quotes: tuple[Quote, ...]
    summary: MachineSummary | None


def cards(page: Page, changes: Mapping[str, str]) -> tuple[Card, ...]:
    """Make a card for every theme that was heard, the most people first.

    Parameters
    ----------
    page
        The page they stand on.
    changes
        Theme id → what happened to it since the earlier sessions, in words; a theme not in it gets no tag.
    """
    return tuple(
        _card(page, row, changes.get(row["theme_id"], "")) for row in page.overview.to_dict("records")
    )


def _card(page: Page, row: Mapping[Any, Any], change: str) -> Card:
    theme_id = str(row["theme_id"])
    chosen = page.quotes[page.quotes["theme_id"] == theme_id].sort_values("place")
    summary = machine_summary(page, theme_id, tuple(chosen["statement_id"]))
    named = summary.statement_ids if summary else ()
    quotes = tuple(replace(quote, anchor=quote.statement_id in named) for quote in quotes_of(page, chosen))
    return Card(
        theme_id=theme_id,
        label=page.labels[theme_id],
        language=page.borrowed(theme_id),
        colour=colour(theme_id),
        change=change,
        title_quote=quotes[:1],
        size=wording.size(page.words, row["contributors"], page.people, row["statements"], row),
        facts=_facts(page, theme_id, row),
        quotes_heading=page.words.text("Also said"),
        quotes=quotes[1:],
        summary=summary,
    )


def _facts(page: Page, theme_id: str, row: Mapping[Any, Any]) -> tuple[tuple[str, str], ...]:
    text = page.words.text
    facts = [
        (text("Description"), _description(page, theme_id)),
        (text("Stability"), wording.stability(page.words, row["stability"], indicative=page.indicative)),
        (text("Keywords"), str(row["keywords"])),
        (text("Sub-themes"), "; ".join(_parts(page, theme_id))),
        (text("About the paper"), "; ".join(_places(page, theme_id))),
        (text("Decision"), _decided(page, theme_id)),
    ]
    return tuple((name, value) for name, value in facts if value)


def _description(page: Page, theme_id: str) -> str:
    """Give what researchers wrote about a theme in the language of the page."""
    themes = page.synthesis.themes
    return str(themes.loc[themes["theme_id"] == theme_id, f"description_{page.language}"].iloc[0])


def _parts(page: Page, theme_id: str) -> list[str]:
    """Name the largest parts of a theme."""
    parts = page.synthesis.subthemes
    own = parts[parts["theme_id"] == theme_id].sort_values(
        ["statements", "subtheme_id"], ascending=[False, True]
    )
    return [str(label) for label in own[f"label_{page.language}"].head(_MOST_PARTS)]


def _places(page: Page, theme_id: str) -> list[str]:
    of_theme = page.by_section[page.by_section["theme_id"] == theme_id]
    return [
        f"§\u00a0{row['section']} {page.section_titles.get(str(row['section']), '')}".strip()
        for row in of_theme.sort_values(["statements", "section"], ascending=[False, True]).to_dict("records")
    ]


def _decided(page: Page, theme_id: str) -> str:
    decisions = page.synthesis.decisions
    own = decisions[decisions["theme_id"] == theme_id].drop_duplicates(
        ["paper_version", "section", "decision"]
    )
    counts = own["decision"].value_counts().sort_index()
    if counts.empty:
        return page.words.text("none needed yet: not linked to a section")
    parts = [
        page.words.plural("{decision} for 1 section", "{decision} for {n} sections", int(n), decision=name)
        for name, n in ((wording.decision(page.words, str(kind)), n) for kind, n in counts.items())
    ]
    return page.words.join(parts)
