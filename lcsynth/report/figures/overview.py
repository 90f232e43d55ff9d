"""How many people spoke about each theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lcsynth.report.canvas import INK, rows, sentence, sheet, short
from lcsynth.report.colours import colour, tint
from lcsynth.report.figures.parts import MOST_THEMES, label, labels, only_the_largest, share_axis
from lcsynth.report.languages import Catalogue, catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure


def theme_overview(overview: pd.DataFrame, language: str) -> Figure:
    """Draw how many people spoke about each theme, with how sure that is.

    Parameters
    ----------
    overview
        As made by `analysis.themes.overview`.
    language
        ``"nl"`` or ``"en"``.
    """
    import plotly.graph_objects as go

    words = catalogue(language)
    if overview.empty:
        return sentence(words.text("There are no themes yet: too little was said to find any."))
    table = overview.head(MOST_THEMES)
    first = table.iloc[0]
    people = round(first["contributors"] / first["share"])
    laid = rows(labels(table, language), height=16)
    title = words.text(
        "{theme}: mentioned by {n} of {people} participants",
        theme=short(label(first, language)),
        n=int(first["contributors"]),
        people=people,
    )
    figure = sheet(title, laid, foot=50, right=88, note=only_the_largest(len(overview), words))
    colours = [colour(theme) for theme in table["theme_id"]]
    middles = [row.middle for row in laid]
    figure.add_trace(
        go.Bar(
            orientation="h",
            x=table["share"].tolist(),
            y=middles,
            width=16,
            marker={
                "color": [tint(shade, 0.45) for shade in colours],
                "line": {"color": colours, "width": 1.5},
            },
            error_x={
                "type": "data",
                "symmetric": False,
                "array": (table["high"] - table["share"]).tolist(),
                "arrayminus": (table["share"] - table["low"]).tolist(),
                "color": INK,
                "thickness": 1.5,
                "width": 4,
            },
            hoverinfo="text",
            hovertext=[_sure(row, words) for row in table.to_dict("records")],
        )
    )
    figure.add_trace(
        go.Scatter(
            x=table["high"].tolist(),
            y=middles,
            mode="text",
            text=[
                f"  <b>{words.number(row.contributors)}</b>  {words.percent(row.share)}"
                for row in table.itertuples()
            ],
            textposition="middle right",
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    return share_axis(figure, words, words.text("share of the participants"), float(table["high"].max()))


def _sure(row: Mapping[str, float], words: Catalogue) -> str:
    return words.text(
        "{share} of the participants; with 95% certainty between {low} and {high}",
        share=words.percent(row["share"]),
        low=words.percent(row["low"]),
        high=words.percent(row["high"]),
    )
