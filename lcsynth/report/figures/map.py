"""Every statement as a point in the plane, in the colour and with the number of its theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lcsynth.report.canvas import Row, inert, rows, sentence, sheet, short, wrap
from lcsynth.report.colours import colour, is_second_round, tint
from lcsynth.report.figures.parts import MOST_THEMES, SMALL
from lcsynth.report.languages import Catalogue, catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

HEIGHT = 380
EDGE = 14  # pixels between the outermost points and the edge
DOT = 11  # pixels, of a mark in the key
# Room that the number of a theme takes: part of the width on a phone, and pixels.
NUMBER_WIDTH, NUMBER_HEIGHT = 0.28, 20
KEY_GAP = 20
KEY_LINE = 24
KEY_INDENT = 18
WIDTH_OF_TEXT, LINES_OF_TEXT = 44, 6  # of what is shown at a point
SINGLE = "#9a9a9a"


def theme_map(points: pd.DataFrame, language: str, beside: pd.DataFrame | None = None) -> Figure:
    """Draw statements in the plane; who points at one reads it, with its id.

    Parameters
    ----------
    points
        ``statement_id``, ``text``, ``theme_id`` (empty for a single voice), ``theme``, ``x``, ``y``.
    language
        ``"nl"`` or ``"en"``.
    beside
        As made by `analysis.neighbours.neighbours`, for the title; without it there is none.
    """
    words = catalogue(language)
    if points.empty:
        return sentence(words.text("There are no statements to show."))
    names = {str(row.theme_id): str(row.theme) for row in points.itertuples() if row.theme_id}
    order = points.loc[points["theme_id"] != "", "theme_id"].value_counts(sort=False).sort_index()
    largest = [str(theme) for theme in order.sort_values(ascending=False, kind="stable").index]
    key = _key([f"{theme} {short(names[theme], 60)}" for theme in sorted(largest[:MOST_THEMES])], words)
    title = "" if beside is None else _finding(beside, names, words)
    placed = points.assign(x=_spread(points["x"]), y=_spread(points["y"], top=HEIGHT - EDGE, bottom=EDGE))
    shapes = [
        {
            "type": "rect" if theme_id and is_second_round(theme_id) else "circle",
            "xref": "paper",
            "xsizemode": "pixel",
            "xanchor": 0,
            "x0": 0,
            "x1": DOT,
            "y0": row.label_top + 3,
            "y1": row.label_top + 3 + DOT,
            "line": {"width": 0},
            # A letter would take the colour of the page's text.
            "fillcolor": colour(theme_id) if theme_id else SINGLE,
        }
        for row, theme_id in zip(key, [*sorted(largest[:MOST_THEMES]), ""], strict=True)
    ]
    letters = [_number(*middle) for middle in _middles(placed, largest[:MOST_THEMES])]
    figure = sheet(title, key, shapes=shapes, letters=letters)
    for theme_id, own in sorted(placed.groupby("theme_id"), key=lambda part: str(part[0])):
        _points(figure, str(theme_id), own, names, words)
    return figure.update_xaxes(range=[-1.06, 1.06], visible=False)


def _points(
    figure: Figure, theme_id: str, own: pd.DataFrame, names: Mapping[str, str], words: Catalogue
) -> None:
    import plotly.graph_objects as go

    name = wrap(f"{theme_id} {names[theme_id]}" if theme_id else words.text("Single voices"))
    texts = zip(own["text"], own["statement_id"], strict=True)
    figure.add_trace(
        go.Scatter(
            x=own["x"].round(3).tolist(),
            y=own["y"].round(1).tolist(),
            mode="markers",
            name=name,
            marker={
                "color": colour(theme_id) if theme_id else SINGLE,
                "symbol": "square" if theme_id and is_second_round(theme_id) else "circle",
                "size": 8 if theme_id else 5,
                "opacity": 0.75,
            },
            hoverinfo="text",
            hovertext=[
                f"{wrap(text, WIDTH_OF_TEXT, LINES_OF_TEXT)}<br>{statement}<br><b>{name}</b>"
                for text, statement in texts
            ],
        )
    )


def _middles(placed: pd.DataFrame, themes: list[str]) -> list[tuple[str, float, float]]:
    """Place the number of each theme in the middle of its points, or below a number that stands there."""
    found: list[tuple[str, float, float]] = []
    middles = placed.groupby("theme_id")[["x", "y"]].median()
    for theme_id in sorted(themes, key=lambda theme: (float(middles.loc[theme, "y"]), theme)):
        x, y = (float(value) for value in middles.loc[theme_id])
        while any(
            abs(x - other) < NUMBER_WIDTH and abs(y - height) < NUMBER_HEIGHT for _, other, height in found
        ):
            y += 1
        found.append((theme_id, x, y))
    return found


def _number(theme_id: str, x: float, y: float) -> dict[str, Any]:
    return {
        "text": f"<b>{inert(theme_id)}</b>",
        "x": x,
        "y": y,
        "showarrow": False,
        "borderpad": 2,
        "bgcolor": tint(colour(theme_id), 0.5),
        "bordercolor": colour(theme_id),
        "font": {"size": SMALL - 1},
    }


def _key(labels: list[str], words: Catalogue) -> list[Row]:
    """Lay out the key below the map: a line for each theme, and one for the single voices."""
    laid = rows([*labels, words.text("Single voices")], height=0)
    top = HEIGHT + KEY_GAP
    found = []
    for row in laid:
        lines = row.label.count("<br>")
        height = KEY_LINE + 18 * lines
        found.append(replace(row, label_top=top, top=top + height, bottom=top + height, indent=KEY_INDENT))
        top += height
    return found


def _finding(beside: pd.DataFrame, names: Mapping[str, str], words: Catalogue) -> str:
    mixed = beside[beside["neighbour"] != ""].sort_values(["beside", "theme_id"], ascending=[False, True])
    if mixed.empty:
        return words.text("Every theme lies by itself")
    first = mixed.iloc[0]
    return words.plural(
        "{theme} and {other} run into each other most: 1 of {of} statements lies next to the other theme",
        "{theme} and {other} run into each other most: {n} of {of} statements lie next to the other theme",
        int(first["beside"]),
        theme=short(names[first["theme_id"]], 50),
        other=short(names[first["neighbour"]], 50),
        of=int(first["statements"]),
    )


def _spread(values: pd.Series, top: float = -1.0, bottom: float = 1.0) -> pd.Series:
    """Spread coordinates over a range; all in the middle when they are the same."""
    low, high = float(values.min()), float(values.max())
    if low == high:
        return values * 0 + (top + bottom) / 2
    return top + (values - low) / (high - low) * (bottom - top)
