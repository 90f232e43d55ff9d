"""Themes and the parts they fall into, each with its label beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.report.canvas import INK, LINE, Row, sentence, sheet, short, wrap
from lcsynth.report.colours import colour, tint
from lcsynth.report.figures.parts import SMALL, label, only_the_largest
from lcsynth.report.languages import Catalogue, catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

# More than this nobody reads in a figure; the table beside it has them all.
MOST_THEMES, MOST_PARTS = 6, 5
THEME_HEIGHT, PART_HEIGHT = 14, 8
INDENT = 16  # pixels that the parts stand to the right of their theme


@dataclass(frozen=True)
class _Bar:
    """One row of the figure: a theme, or a part of the theme above it."""

    theme_id: str
    label: str
    statements: int
    part: bool


def theme_hierarchy(subthemes: pd.DataFrame, overview: pd.DataFrame, language: str) -> Figure:
    """Draw the themes that fall into parts, and those parts, in statements.

    Parameters
    ----------
    subthemes
        The table of sub-themes.
    overview
        As made by `analysis.themes.overview`: it gives the order and the whole size of the themes.
    language
        ``"nl"`` or ``"en"``.
    """
    import plotly.graph_objects as go

    words = catalogue(language)
    parted = overview[overview["theme_id"].isin(subthemes["theme_id"])]
    if parted.empty:
        return sentence(words.text("No theme is large enough to fall into parts."))
    bars = _bars(subthemes, parted.head(MOST_THEMES), language)
    laid = _rows(bars)
    title = _finding(bars, words)
    note = only_the_largest(len(parted), words, MOST_THEMES)
    figure = sheet(title, laid, right=44, note=note)
    figure.add_trace(
        go.Bar(
            orientation="h",
            x=[bar.statements for bar in bars],
            y=[row.middle for row in laid],
            width=[row.bottom - row.top for row in laid],
            marker={
                "color": [tint(colour(bar.theme_id), 0.35 if bar.part else 0.8) for bar in bars],
                "line": {"color": [colour(bar.theme_id) for bar in bars], "width": 1},
            },
            text=[words.number(bar.statements) for bar in bars],
            textposition="outside",
            constraintext="none",
            textfont={"color": INK, "size": SMALL},
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    most = max(bar.statements for bar in bars)
    return figure.update_xaxes(range=[0, most], visible=False)


def _bars(subthemes: pd.DataFrame, parted: pd.DataFrame, language: str) -> list[_Bar]:
    found = []
    for theme in parted.to_dict("records"):
        theme_id = str(theme["theme_id"])
        found.append(_Bar(theme_id, label(theme, language), int(theme["statements"]), part=False))
        parts = subthemes[subthemes["theme_id"] == theme_id].sort_values(
            ["statements", "subtheme_id"], ascending=[False, True]
        )
        found += [
            _Bar(theme_id, label(part, language), int(part["statements"]), part=True)
            for part in parts.head(MOST_PARTS).to_dict("records")
        ]
    return found


def _rows(bars: list[_Bar]) -> list[Row]:
    """Lay out the rows, the parts close below their theme."""
    laid: list[Row] = []
    y = 0
    for place, bar in enumerate(bars):
        written = wrap(f"· {bar.label}" if bar.part else bar.label)
        top = y + LINE * (written.count("<br>") + 1) + 4
        bottom = top + (PART_HEIGHT if bar.part else THEME_HEIGHT)
        laid.append(Row(written, y, top, bottom, INDENT if bar.part else 0))
        last = place + 1 == len(bars) or not bars[place + 1].part
        y = bottom + (22 if last else 6)
    return laid


def _finding(bars: list[_Bar], words: Catalogue) -> str:
    first, part = bars[0], bars[1]
    return words.plural(
        "Within “{theme}”, most is about “{part}”: 1 of {of} statements",
        "Within “{theme}”, most is about “{part}”: {n} of {of} statements",
        part.statements,
        theme=short(first.label, 60),
        part=short(part.label, 60),
        of=first.statements,
    )
