"""What the authors decided, and what waits for them, as a section of a page and as words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from lcsynth.register.deciding import OPEN
from lcsynth.report import wording
from lcsynth.report.fragment import Fragment
from lcsynth.report.languages import Catalogue
from lcsynth.report.page import Page
from lcsynth.report.table import Table, table


def decisions(page: Page) -> Fragment:
    """List what the authors decided, and folded below it what waits for them."""
    words, every = page.words, page.synthesis.decisions
    ordered = every.sort_values(
        ["contributors", "theme_id", "paper_version", "section", "anchor"],
        ascending=[False, True, True, True, True],
    ).to_dict("records")
    made = [row for row in ordered if row["decision"] != OPEN]
    waiting = [row for row in ordered if row["decision"] == OPEN]
    sentence = words.plural(
        "1 decision is open: a theme at a place in the paper on which the authors have not decided yet.",
        "{n} decisions are open: themes at places in the paper on which the authors have not decided yet.",
        len(waiting),
    )
    return page.section(
        "decisions",
        words.text("Decisions"),
        "decisions.html.j2",
        sentences=[sentence if waiting else words.text("No decision is open.")],
        made=_made(page, made) if made else None,
        waiting_heading=words.plural("The open one", "All {n} open ones", len(waiting)),
        waiting=_waiting(page, waiting) if waiting else None,
    )


def _made(page: Page, rows: Sequence[Mapping[Any, Any]]) -> Table:
    words = page.words
    headings = (
        words.text("Theme"),
        words.text("Place"),
        words.text("Decision"),
        words.text("Reason"),
        words.text("Statements"),
        words.text("People"),
    )
    cells = [
        (
            page.named(row["theme_id"]),
            place(row),
            _state(words, row),
            " – ".join(part for part in (reason(words, row), who_and_when(words, row)) if part),
            words.number(row["statements"]),
            words.number(row["contributors"]),
        )
        for row in rows
    ]
    return table(
        words.text("What was decided, the most mentioned themes first"), headings, cells, words=4, long=3
    )


def _waiting(page: Page, rows: Sequence[Mapping[Any, Any]]) -> Table:
    words = page.words
    headings = (words.text("Theme"), words.text("Place"), words.text("Statements"), words.text("People"))
    cells = [
        (
            page.named(row["theme_id"]),
            place(row),
            words.number(row["statements"]),
            words.number(row["contributors"]),
        )
        for row in rows
    ]
    return table(words.text("What waits for a decision, the most mentioned first"), headings, cells, words=2)


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
    if whole := decided_for(words, row):
        parts.append(f"({whole})")
    if row["followed_from"]:
        parts.append(words.text("(decided on {theme}, merged since)", theme=row["followed_from"]))
    return " ".join(part for part in parts if part)


def decided_for(words: Catalogue, row: Mapping[Any, Any]) -> str:
    """Say that a decision was made on the section that a paragraph is in; nothing when it was not."""
    if not row["anchor"] or row["decided_for"] != row["section"]:
        return ""
    return words.text("decided for the whole of section {section}", section=row["section"])


def who_and_when(words: Catalogue, row: Mapping[Any, Any]) -> str:
    """Write who decided on which day; nothing while it is open."""
    if not row["operation"]:
        return ""
    day = datetime.datetime.fromisoformat(row["decided_at"]).date()
    return words.text("{who}, {date}", who=row["decided_by"], date=words.date(day))
