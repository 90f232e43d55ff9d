"""What the authors decided, and what waits for them, as a section of a page and as words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from lcsynth.report import wording
from lcsynth.report.fragment import Fragment
from lcsynth.report.languages import Catalogue
from lcsynth.report.page import Page
from lcsynth.report.table import table


def decisions(page: Page) -> Fragment:
    """List what waits for the authors, and below it what they decided."""
    words, decided = page.words, page.synthesis.decisions
    open_ones = int((decided["decision"] == "open").sum())
    ordered = decided.assign(decided=decided["decision"] != "open").sort_values(
        ["decided", "contributors", "theme_id", "paper_version", "section", "anchor"],
        ascending=[True, False, True, True, True, True],
    )
    rows = [
        (
            page.named(row["theme_id"]),
            place(row),
            _state(words, row),
            " – ".join(part for part in (reason(words, row), who_and_when(words, row)) if part),
            words.number(row["statements"]),
            words.number(row["contributors"]),
        )
        for row in ordered.to_dict("records")
    ]
    headings = (
        words.text("Theme"),
        words.text("Place"),
        words.text("Decision"),
        words.text("Reason"),
        words.text("Statements"),
        words.text("People"),
    )
    sentence = words.plural(
        "1 decision is open: a theme at a place in the paper on which the authors have not decided yet.",
        "{n} decisions are open: themes at places in the paper on which the authors have not decided yet.",
        open_ones,
    )
    caption = words.text("Decisions, the open ones first and of those the most mentioned themes")
    return page.section(
        "decisions",
        words.text("Decisions"),
        "plain.html.j2",
        sentences=[sentence if open_ones else words.text("No decision is open.")],
        tables=[table(caption, headings, rows, words=4)] if rows else [],
    )


def _state(words: Catalogue, row: Mapping[Any, Any]) -> str:
    """Write the decision, and the version in which it is worked in."""
    parts = [wording.decision(words, row["decision"])]
    if row["in_version"]:
        parts.append(words.text("in version {version}", version=row["in_version"]))
    return ", ".join(parts)


def place(row: Mapping[Any, Any]) -> str:
    """Write where a decision is about: ``v1 § 2.1`` or ``v1 § 2.1:3``."""
    return f"{row['paper_version']} §\u00a0{row['anchor'] or row['section']}"


def reason(words: Catalogue, row: Mapping[Any, Any]) -> str:
    """Write why, and say where the decision was made when that is not on this theme at this very place."""
    parts = [str(row["reason"])]
    if row["anchor"] and row["decided_for"] == row["section"]:
        parts.append(words.text("(decided for the whole section)"))
    if row["followed_from"]:
        parts.append(words.text("(decided on {theme}, merged since)", theme=row["followed_from"]))
    return " ".join(part for part in parts if part)


def who_and_when(words: Catalogue, row: Mapping[Any, Any]) -> str:
    """Write who decided on which day; nothing while it is open."""
    if not row["operation"]:
        return ""
    day = datetime.datetime.fromisoformat(row["decided_at"]).date()
    return words.text("{who}, {date}", who=row["decided_by"], date=words.date(day))
