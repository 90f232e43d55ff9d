"""How many themes, and how many things in all, so many people bring up."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lcsynth.report.canvas import GRID, INK, Row, inert, sentence, sheet
from lcsynth.report.colours import tint
from lcsynth.report.figures.parts import SMALL
from lcsynth.report.languages import Catalogue, catalogue
from lcsynth.report.wording import nearly

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

    from lcsynth.analysis.saturation import Saturation

HEIGHT = 260
HEAD = 22  # pixels above the highest line, for its number and the name of a curve
TICKS = 4
# No curve is a theme, so none may be taken for one: both are grey, and have their name beside them.
GREY = "#757575"
_LINE = {
    "type": "line",
    "xref": "paper",
    "x0": 0,
    "x1": 1,
    "line": {"color": GRID, "width": 1},
    "layer": "below",
}
_AT_LINE = {
    "x": 0,
    "xref": "paper",
    "xanchor": "left",
    "yanchor": "bottom",
    "showarrow": False,
    "borderpad": 0,
    "font": {"size": SMALL},
}


def saturation_curve(curve: pd.DataFrame, whole: Saturation | None, language: str) -> Figure:
    """Draw how what is heard grows with the number of people, and how it would go on.

    Parameters
    ----------
    curve
        As made by `analysis.saturation.curve`.
    whole
        As made by `analysis.saturation.saturation`; None when there is too little to tell.
    language
        ``"nl"`` or ``"en"``.
    """
    words = catalogue(language)
    if curve.empty or whole is None:
        return sentence(words.text("Too few people took part to say how much is still unheard."))
    highest = max(float(curve["expected"].max()), float(curve["high"].max()), 1.0)
    step = _step(highest)
    top = math.ceil(highest / step) * step
    title = words.text(
        "Heard so far: {coverage} of what such people would say, by estimate",
        coverage=nearly(words, whole.coverage),
    )
    lines = {
        HEAD + HEIGHT - count / top * HEIGHT: words.number(count) for count in range(0, int(top) + 1, step)
    }
    kinds = {kind: curve[curve["kind"] == kind].sort_values("people") for kind in ("all", "themes")}
    figure = sheet(
        title,
        [Row("", 0, 0, HEAD + HEIGHT)],
        foot=46,
        shapes=[{**_LINE, "y0": y, "y1": y} for y in lines],
        letters=[
            *({**_AT_LINE, "text": label, "y": y} for y, label in lines.items()),
            *(_named(own, kind, top, words) for kind, own in kinds.items() if len(own)),
        ],
    )
    for kind, own in kinds.items():
        _curve(figure, own, kind, top, words)
    last = int(curve["people"].max())
    ticks = sorted({1, whole.people, last})
    return figure.update_xaxes(
        range=[0, last * 1.02],
        tickvals=ticks,
        ticktext=[words.number(tick) for tick in ticks],
        tickangle=0,
        tickfont={"size": SMALL, "color": INK},
        title={"text": words.text("number of people"), "font": {"size": SMALL}, "standoff": 6},
    )


def _curve(figure: Figure, own: pd.DataFrame, kind: str, top: float, words: Catalogue) -> None:
    import plotly.graph_objects as go

    if own.empty:
        return
    heard, further = own[own["observed"]], own[~own["observed"]]
    strength = 0.28 if kind == "themes" else 0.12
    figure.add_trace(
        go.Scatter(
            x=[*heard["people"], *heard["people"][::-1]],
            y=[_height(value, top) for value in [*heard["high"], *heard["low"][::-1]]],
            fill="toself",
            fillcolor=tint(GREY, strength),
            line={"width": 0},
            mode="lines",
            hoverinfo="skip",
        )
    )
    parts = [(heard, "solid")]
    if len(further):
        # Joined to where the people who took part end.
        parts.append((own[own["people"] >= heard["people"].iloc[-1]], "dot"))
    for part, dash in parts:
        figure.add_trace(
            go.Scatter(
                x=part["people"].tolist(),
                y=[_height(value, top) for value in part["expected"]],
                mode="lines",
                line={"color": INK, "width": 3 if kind == "themes" else 1.5, "dash": dash},
                hoverinfo="text",
                hovertext=[_told(row.people, row.expected, kind, words) for row in part.itertuples()],
            )
        )


def _named(own: pd.DataFrame, kind: str, top: float, words: Catalogue) -> dict[str, Any]:
    """Give the name of a curve, at its end."""
    themes = kind == "themes"
    last = own.iloc[-1]
    return {
        "text": f"<b>{inert(words.text('themes') if themes else words.text('themes and single voices'))}</b>",
        "x": int(last["people"]),
        "y": _height(float(last["expected"]), top),
        # Right of the curve that ends half-way; above the end of the one that goes on.
        "xanchor": "left" if themes else "right",
        "yanchor": "middle" if themes else "bottom",
        "xshift": 6 if themes else 0,
        "yshift": 0 if themes else 6,
        "showarrow": False,
        "borderpad": 0,
    }


def _height(value: float, top: float) -> float:
    return round(HEAD + HEIGHT - min(value, top) / top * HEIGHT, 1)


def _told(people: int, expected: float, kind: str, words: Catalogue) -> str:
    who = words.plural("1 person", "{n} people", people)
    number = words.number(expected, 1)
    if kind == "themes":
        return words.text("{who}: {number} themes", who=who, number=number)
    return words.text("{who}: {number} themes and single voices", who=who, number=number)


def _step(highest: float) -> int:
    """Choose a round distance between the lines."""
    steps: Iterator[int] = (factor * 10**power for power in itertools.count() for factor in (1, 2, 5))
    return next(step for step in steps if highest / step <= TICKS)
