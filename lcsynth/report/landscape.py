"""The themes side by side: the parts they fall into, and the map of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.report.chart import chart
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import Table, table

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup


def landscape(page: Page) -> Fragment:
    """Give the section with the parts of themes and the map; nothing without themes."""
    charts = [] if page.small or page.overview.empty else [*_hierarchy(page), *_map(page)]
    if not charts:
        return Fragment("")
    return page.section(
        "landscape", page.words.text("The themes side by side"), "charts.html.j2", sentences=[], charts=charts
    )


def _hierarchy(page: Page) -> list[Markup]:
    from lcsynth.report.figures import theme_hierarchy

    words, parts = page.words, page.synthesis.subthemes
    order = {theme: place for place, theme in enumerate(page.overview["theme_id"])}
    own = [row for row in parts.to_dict("records") if row["theme_id"] in order]
    if not own:
        return []
    rows = [
        (
            page.named(row["theme_id"]),
            str(row[f"label_{page.language}"] or row["subtheme_id"]),
            words.number(row["statements"]),
            words.number(row["contributors"]),
        )
        for row in sorted(
            own, key=lambda row: (order[row["theme_id"]], -row["statements"], row["subtheme_id"])
        )
    ]
    headings = (words.text("Theme"), words.text("Part"), words.text("Statements"), words.text("People"))
    drawn = chart(
        theme_hierarchy(parts, page.overview, page.language),
        table(words.text("Themes and their parts"), headings, rows, words=2),
        words.text(
            "Under each theme that is large enough stand its parts, counted in statements. What is in no "
            "part is in the theme only."
        ),
        "chart-hierarchy",
        words,
    )
    return [drawn]


def _map(page: Page) -> list[Markup]:
    from lcsynth.analysis.neighbours import neighbours
    from lcsynth.report.figures import theme_map

    words, points = page.words, _points(page)
    if not (points["theme_id"] != "").any():
        return []
    beside = neighbours(points)
    reading = words.text(
        "Each dot is a statement; what lies close together means about the same, and far apart says nothing. "
        "A number stands in the middle of its theme. Point at a dot to read it."
    )
    everything = int((page.synthesis.statements["content"]).sum())
    if len(points) < everything:
        sample = words.text(
            "{n} of {all} statements are drawn: each text once, and of many a sample.",
            n=len(points),
            all=everything,
        )
        reading = f"{reading} {sample}"
    return [
        chart(theme_map(points, page.language, beside), _beside(page, beside), reading, "chart-map", words)
    ]


def _points(page: Page) -> pd.DataFrame:
    """Give the statements that may be shown, with their place and theme."""
    from lcsynth.analysis.quotes import verify
    from lcsynth.schema import UNQUOTED

    tables = page.synthesis
    main = tables.assignments.loc[tables.assignments["rank"] == 1, ["statement_id", "theme_id", "quote"]]
    said = tables.statements[["statement_id", "contribution_id", "text"]]
    placed = tables.positions.merge(said, on="statement_id").merge(main, on="statement_id")
    shown = placed[~placed["quote"].isin(UNQUOTED)].reset_index(drop=True)
    verify(
        quotes=shown,
        statements=tables.statements,
        contributions=tables.contributions,
        assignments=tables.assignments,
    )
    return shown.assign(theme=[page.labels.get(theme, "") for theme in shown["theme_id"]])


def _beside(page: Page, beside: pd.DataFrame) -> Table:
    words = page.words
    rows = [
        (
            page.named(row["theme_id"]),
            page.named(row["neighbour"]) if row["neighbour"] else "–",
            words.number(row["statements"]),
            words.number(row["among_own"]),
            words.number(row["beside"]),
        )
        for row in beside.to_dict("records")
    ]
    headings = (
        words.text("Theme"),
        words.text("Lies beside"),
        words.text("Statements drawn"),
        words.text("Next to one of their own theme"),
        words.text("Next to one of the theme beside"),
    )
    return table(words.text("Which themes lie beside each other"), headings, rows, words=2)
