"""What the figures share: how themes are named, and the axis of shares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lcsynth.report.canvas import FONT_SIZE, GRID, INK
from lcsynth.report.languages import Catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

# More rows than this nobody reads in a figure; the table beside it has them all.
MOST_THEMES = 15
SMALL = FONT_SIZE - 1


def label(row: Mapping[str, object] | pd.Series, language: str) -> str:
    """Give the label of a theme in the language, else in the other one, else its id."""
    own, other = ("label_nl", "label_en") if language == "nl" else ("label_en", "label_nl")
    return str(row[own] or row[other] or row["theme_id"])


def labels(table: pd.DataFrame, language: str) -> list[str]:
    """Give the label of the theme of each row."""
    return [label(row, language) for row in table.to_dict("records")]


def only_the_largest(themes: int, words: Catalogue, most: int = MOST_THEMES) -> str:
    """Say how many themes are drawn, when that is not all of them."""
    if themes <= most:
        return ""
    return words.text("{n} of {themes} themes are drawn; the table has them all.", n=most, themes=themes)


def share_axis(figure: Figure, words: Catalogue, title: str, top: float, *, before: float = 0.0) -> Figure:
    """Give a figure an axis of shares, up to ``top``, with room before 0 as a part of that."""
    step = next(step for step in (0.05, 0.1, 0.2, 0.25) if top / step <= 5 or step == 0.25)
    ticks = [step * place for place in range(int(top / step) + 1)]
    return figure.update_xaxes(
        range=[-before * top, top],
        tickvals=ticks,
        ticktext=[words.percent(tick) for tick in ticks],
        showgrid=True,
        gridcolor=GRID,
        tickangle=0,
        tickfont={"size": SMALL, "color": INK},
        title={"text": title, "font": {"size": SMALL}, "standoff": 6},
    )
