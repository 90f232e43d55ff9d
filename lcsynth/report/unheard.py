"""How much has been heard, and what one more session would likely add."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.chart import chart
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import Table, table

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.analysis.saturation import Saturation

# Which parts of the people who took part have a row in the table.
_PARTS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)


def unheard(page: Page) -> Fragment:
    """Give the section on saturation; nothing where so few took part that a count could point at one."""
    from lcsynth.analysis.saturation import curve
    from lcsynth.report.figures import saturation_curve

    words = page.words
    if page.small:
        return Fragment("")
    whole, points = page.heard_of_all, curve(page.incidence)
    heading = words.text("How much has been heard")
    if whole is None:
        none = words.text("Too little was said to tell how much is still unheard.")
        return page.section("saturation", heading, "charts.html.j2", sentences=[none], charts=[])
    drawn = chart(
        saturation_curve(points, whole, page.language),
        _table(page, points),
        words.text(
            "Each line is how many so many of these people bring up on average; the band shows how much that "
            "hangs on who they are. The dotted part goes on to twice as many people, and is an estimate."
        ),
        "chart-saturation",
        words,
    )
    return page.section(
        "saturation",
        heading,
        "charts.html.j2",
        sentences=[_covered(page, whole), *_added(page, whole), *_careful(page)],
        charts=[drawn],
    )


def _covered(page: Page, whole: Saturation) -> str:
    words = page.words
    return words.text(
        "Of all that people like these would say, an estimated {coverage} has been heard (between {low} and "
        "{high}). Asking as many people again would bring that to {next}.",
        coverage=wording.nearly(words, whole.coverage),
        low=wording.nearly(words, whole.coverage_low),
        high=wording.nearly(words, whole.coverage_high),
        next=wording.nearly(words, whole.next_coverage),
    )


def _added(page: Page, whole: Saturation) -> list[str]:
    words = page.words
    if not round(whole.added):
        return [words.text("One more session of the same size would likely add nothing new.")]
    return [
        words.plural(
            "One more session of the same size would likely add about 1 thing that nobody said yet (between "
            "{low} and {high}).",
            "One more session of the same size would likely add about {n} things that nobody said yet "
            "(between {low} and {high}), most of them single voices at first.",
            round(whole.added),
            low=math.floor(whole.added_low),
            high=math.ceil(whole.added_high),
        )
    ]


def _careful(page: Page) -> list[str]:
    text = page.words.text
    return [
        text(
            "A single voice counts as something by itself, for a theme is always what several people share. "
            "Some single voices are about the same, so more may have been heard than this says."
        )
    ]


def _table(page: Page, points: pd.DataFrame) -> Table:
    words = page.words
    every = points[points["kind"] == "all"].set_index("people")
    themes = points[points["kind"] == "themes"].set_index("people")
    shown = list(dict.fromkeys(_nearest(every.index, page.people * part) for part in _PARTS))
    rows = [
        (
            words.number(people),
            _cell(page, themes, people),
            _cell(page, every, people),
            "" if every.loc[people, "observed"] else words.text("estimate"),
        )
        for people in shown
    ]
    headings = (
        words.text("People"),
        words.text("Themes"),
        words.text("Themes and single voices"),
        words.text("Note"),
    )
    return table(words.text("What so many people bring up on average"), headings, rows)


def _nearest(index: pd.Index[int], people: float) -> int:
    return min((int(one) for one in index), key=lambda one: (abs(one - people), one))


def _cell(page: Page, own: pd.DataFrame, people: int) -> str:
    words = page.words
    if people not in own.index:
        return "–"
    row = own.loc[people]
    if math.isnan(row["low"]):
        return words.number(row["expected"], 1)
    return words.text(
        "{expected} ({low}–{high})",
        expected=words.number(row["expected"], 1),
        low=words.number(row["low"], 1),
        high=words.number(row["high"], 1),
    )
