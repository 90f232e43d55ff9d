"""Every statement as a point in the plane, in the colour of its theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.report.canvas import inert, sentence, wrap
from lcsynth.report.colours import colour
from lcsynth.report.languages import catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

HEIGHT = 620
WIDTH_OF_TEXT = 60  # characters on a line of what is shown at a point
SINGLE = "#9a9a9a"


def theme_map(points: pd.DataFrame, language: str) -> Figure:
    """Draw statements in the plane; who points at one reads it, with its id.

    Parameters
    ----------
    points
        ``statement_id``, ``text``, ``theme_id`` (empty for a single voice), ``theme``, ``x``, ``y``.
    language
        ``"nl"`` or ``"en"``.
    """
    import plotly.graph_objects as go

    words = catalogue(language)
    if points.empty:
        return sentence(words.text("There are no statements to show."))
    figure = go.Figure()
    for theme_id, own in points.groupby("theme_id", sort=True):
        name = str(theme_id)
        texts = zip(own["text"], own["statement_id"], strict=True)
        figure.add_trace(
            go.Scatter(
                x=own["x"].tolist(),
                y=own["y"].tolist(),
                mode="markers",
                name=inert(f"{name} {own['theme'].iloc[0]}" if name else words.text("Single voices")),
                marker={"color": colour(name) if name else SINGLE, "size": 8 if name else 5},
                hoverinfo="text",
                hovertext=[f"{wrap(text, WIDTH_OF_TEXT, 12)}<br>{statement}" for text, statement in texts],
            )
        )
    axis = {"visible": False, "zeroline": False}
    figure.update_layout(
        height=HEIGHT,
        xaxis=axis,
        yaxis={**axis, "scaleanchor": "x"},
        plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 0, "r": 0, "t": 10, "b": 0},
    )
    return figure
