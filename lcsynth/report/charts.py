"""The figures of the pages, each with its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.report.chart import chart
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import table

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup


def overview(page: Page) -> Markup | str:
    """Give the figure of all themes with their intervals; empty without themes."""
    from lcsynth.report.figures import theme_overview

    if page.overview.empty:
        return ""
    words = page.words
    rows = [
        (
            page.named(row["theme_id"]),
            words.number(row["contributors"]),
            words.percent(row["share"]),
            words.percent_range(row["low"], row["high"]),
            words.number(row["statements"]),
        )
        for row in page.overview.to_dict("records")
    ]
    headings = (
        words.text("Theme"),
        words.text("People"),
        words.text("Share"),
        words.text("Allowing for chance"),
        words.text("Statements"),
    )
    reading = words.text(
        "The bar is the share of the people who spoke about a theme; the thin line shows between "
        "which values it "
        "lies once chance is allowed for."
    )
    return chart(
        theme_overview(page.overview, page.language),
        table(words.text("Themes by number of people"), headings, rows),
        reading,
        "chart-themes",
        words,
    )


def paper_section(page: Page) -> Fragment:
    """Give the section that shows which themes touch which sections of the paper."""
    words = page.words
    linked = not page.by_section.empty
    none = words.text("No statement could be linked to a section of the paper.")
    return page.section(
        "paper",
        words.text("Themes and the paper"),
        "charts.html.j2",
        sentences=[] if linked else [none],
        charts=[_by_section(page)] if linked else [],
    )


def _by_section(page: Page) -> Markup:
    from lcsynth.report.figures import theme_by_section
    from lcsynth.report.linked import ways_found

    words = page.words
    order = {number: place for place, number in enumerate(page.section_titles)}
    rows = [
        (
            f"§\u00a0{row['section']} {page.section_titles.get(row['section'], '')}".strip(),
            page.named(row["theme_id"]),
            words.number(row["statements"]),
            words.number(row["contributors"]),
        )
        for row in sorted(
            page.by_section.to_dict("records"),
            key=lambda row: (order.get(row["section"], len(order)), -row["statements"], row["theme_id"]),
        )
    ]
    headings = (words.text("Section"), words.text("Theme"), words.text("Statements"), words.text("People"))
    reading = words.text(
        "The number in a cell is how many statements of a theme are linked to a section of the paper. That "
        "is known by {ways}. A theme of which one person alone said something similar to a place is not "
        "shown there.",
        ways=ways_found(words, page.theme_links),
    )
    return chart(
        theme_by_section(page.by_section, page.labels, page.section_titles, page.language),
        table(words.text("Themes by section of the paper"), headings, rows, words=2),
        reading,
        "chart-paper",
        words,
    )


def over_sessions(page: Page, followed: pd.DataFrame, titles: dict[str, str]) -> Markup:
    """Give the figure of the themes over the sessions.

    Parameters
    ----------
    followed
        As made by `analysis.themes.over_sessions`.
    titles
        Session id → how its column is headed.
    """
    from lcsynth.report.figures import themes_over_sessions

    words = page.words
    cells = followed.set_index(["theme_id", "session_id"])["contributors"]
    rows = [
        (page.named(str(theme)), *(words.number(int(cells[theme, session])) for session in titles))
        for theme in page.overview["theme_id"]
    ]
    reading = words.text("How many people spoke about each theme in each session.")
    return chart(
        themes_over_sessions(followed, page.language),
        table(words.text("People by theme and session"), (words.text("Theme"), *titles.values()), rows),
        reading,
        "chart-sessions",
        words,
    )
