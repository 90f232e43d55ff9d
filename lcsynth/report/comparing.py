"""Where groups of people differ, per audience and per type of organisation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from lcsynth.report import wording
from lcsynth.report.chart import chart
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import Table, table

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

By = Literal["audience", "organisation_type"]
KINDS: tuple[By, By] = ("audience", "organisation_type")
# A p-value below this is written as being below it.
_SMALLEST_P = 0.001


@dataclass(frozen=True)
class Compared:
    """The groups of one kind that are large enough to compare, at least two.

    Attributes
    ----------
    groups, differences
        As made by `analysis.themes.by_group` and `analysis.differences.differences`.
    label
        Group → what it is called in the language of the page.
    """

    by: By
    groups: pd.DataFrame
    differences: pd.DataFrame
    label: Callable[[str], str]


def compare(page: Page) -> tuple[Compared, ...]:
    """Compare the audiences and the types of organisation; a kind with fewer than two groups is left out."""
    from lcsynth.analysis.differences import differences
    from lcsynth.analysis.themes import by_group

    found = []
    for by in KINDS:
        groups = by_group(
            themes=page.synthesis.themes,
            voices=page.voices,
            contributions=page.synthesis.contributions,
            by=by,
            smallest_cell=page.settings.thresholds.smallest_cell,
        )
        tested = differences(
            groups,
            indicative_below=page.settings.thresholds.indicative_below,
            seed=page.settings.seed,
        )
        if len(tested):
            label = page.audience if by == "audience" else page.organisation_type
            found.append(Compared(by, groups, tested, label))
    return tuple(found)


def clearest(compared: tuple[Compared, ...]) -> Compared | None:
    """Choose the comparison to tell of first: the first with a difference that is more than chance."""
    sure = [one for one in compared if (one.differences["outcome"] == "differs").any()]
    return next(iter(sure or compared), None)


def comparison(page: Page, compared: tuple[Compared, ...]) -> Fragment:
    """Give the section that shows where groups differ, or says that none can be compared."""
    words = page.words
    none = words.text(
        "There are no two groups of at least {smallest} people to compare.",
        smallest=page.settings.thresholds.smallest_cell,
    )
    parts = [
        (
            words.text("Audiences") if one.by == "audience" else words.text("Types of organisation"),
            _sentences(page, one),
            _chart(page, one),
        )
        for one in compared
    ]
    return page.section(
        "comparison",
        words.text("Where groups differ"),
        "parts.html.j2",
        sentences=[] if parts else [none],
        parts=parts,
    )


def _sentences(page: Page, one: Compared) -> list[str]:
    words, found = page.words, one.differences
    themes, sure = len(found), found[found["outcome"] == "differs"]
    possible = int((found["outcome"] == "may differ").sum())
    sentences = []
    if len(sure):
        named = words.join([f"“{page.labels[theme]}”" for theme in sure["theme_id"].head(3)])
        sentences.append(
            words.plural(
                "On 1 of {themes} themes the groups differ by more than chance would give: {named}.",
                "On {n} of {themes} themes the groups differ by more than chance would give, most clearly on "
                "{named}.",
                len(sure),
                themes=themes,
                named=named,
            )
        )
    else:
        sentences.append(
            words.plural(
                "On the only theme the groups do not differ by more than chance would give.",
                "On none of {n} themes do the groups differ by more than chance would give.",
                themes,
            )
        )
    if possible:
        sentences.append(
            words.plural(
                "On 1 theme they may differ: by itself the difference is hard to get by chance, but one in "
                "so many comparisons is not.",
                "On {n} themes they may differ: by itself each difference is hard to get by chance, but a "
                "few in so many comparisons are not.",
                possible,
            )
        )
    if bool(found["indicative"].any()):
        sentences.append(
            words.text(
                "Fewer than {below} people are compared, so this is an indication: real differences can stay "
                "unseen.",
                below=page.settings.thresholds.indicative_below,
            )
        )
    return sentences


def _chart(page: Page, one: Compared) -> Markup:
    from lcsynth.report.figures import audience_comparison

    words = page.words
    names = {name: one.label(name) for name in dict.fromkeys(one.groups["group"])}
    reading = words.text(
        "Each mark is the share of the people in a group who spoke about the theme; the thin line shows "
        "between which values it lies once chance is allowed for. Behind the theme stands what a test says "
        "(exact, and adjusted for the number of themes)."
    )
    return chart(
        audience_comparison(one.groups, one.differences, page.language, names),
        _table(page, one, names),
        reading,
        f"chart-comparison-{one.by.replace('_', '-')}",
        words,
    )


def _table(page: Page, one: Compared, names: Mapping[str, str]) -> Table:
    words = page.words
    cells = {(row["theme_id"], row["group"]): row for row in one.groups.to_dict("records")}
    rows = [
        (
            page.named(row["theme_id"]),
            wording.outcome(words, row["outcome"]),
            *(_share(page, cells[row["theme_id"], name]) for name in names),
            _effect(page, row),
            _chance(page, row["p_value"]),
            _chance(page, row["adjusted"]),
        )
        for row in one.differences.to_dict("records")
    ]
    headings = (
        words.text("Theme"),
        words.text("Outcome"),
        *names.values(),
        words.text("Size of the difference"),
        words.text("Chance of it without a difference (p)"),
        words.text("Adjusted p"),
    )
    return table(words.text("Share of the people in each group"), headings, rows, words=2)


def _share(page: Page, cell: Mapping[Any, Any]) -> str:
    return page.words.text(
        "{share} ({contributors} of {size})",
        share=page.words.percent(cell["share"]),
        contributors=int(cell["contributors"]),
        size=int(cell["size"]),
    )


def _effect(page: Page, row: Mapping[Any, Any]) -> str:
    from lcsynth.analysis.differences import effect_size

    size = wording.effect(page.words, effect_size(row["effect"], row["measure"]))
    measure = "h" if row["measure"] == "h" else "V"
    return f"{size} ({measure}\u00a0=\u00a0{page.words.number(row['effect'], 2)})"


def _chance(page: Page, value: float) -> str:
    if value < _SMALLEST_P:
        return f"<\u00a0{page.words.number(_SMALLEST_P, 3)}"
    return page.words.number(value, 3)
