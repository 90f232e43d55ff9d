"""The sheet that every figure is drawn on: rows with their label above, on a page of any width and colour.

A label stands above its row instead of beside it, so that a figure needs no room at the left and reads the
same on a phone and on a desk. The y axis counts pixels from the top of the drawing.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

# Readable on white and on near-black. On a page with `STYLE` the text follows the page instead.
INK = "#757575"
GRID = "rgba(128,128,128,0.28)"
EMPTY = "rgba(128,128,128,0.10)"
STYLE = """
.js-plotly-plot .main-svg text { fill: currentColor !important; }
.js-plotly-plot .main-svg .hoverlayer text { fill: #fff !important; }
.js-plotly-plot .main-svg .errorbars path { stroke: currentColor !important; }
"""

FONT_SIZE = 13
LINE = 18
TITLE_SIZE = 16
TITLE_LINE = 22
# Letters that fit on a line of 340 pixels.
LABEL_WIDTH = 44
TITLE_WIDTH = 36
LABEL_GAP = 6
ROW_GAP = 14
# The label of the first tick, at the very left, is dropped when it does not fit.
SIDE = 14
AIR = 8


_AT_LEFT = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left", "showarrow": False, "borderpad": 0}


@dataclass(frozen=True)
class Row:
    """Where one row is drawn: its label, and the top and bottom of its marks in pixels from the top.

    ``indent`` is how many pixels the label stands from the left.
    """

    label: str
    label_top: int
    top: int
    bottom: int
    indent: int = 0

    @property
    def middle(self) -> float:
        """The height at which a single mark stands."""
        return (self.top + self.bottom) / 2


def inert(text: str) -> str:
    """Make a text mean nothing but itself to plotly, which reads tags, entities and ``$formulas$`` in it."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    return html.escape(" ".join(visible.split()), quote=False).replace("$", "&#36;")


def short(text: str, width: int = 70) -> str:
    """Cut a text that is to stand inside a sentence."""
    return "".join(textwrap.wrap(" ".join(text.split()), width, max_lines=1, placeholder=" …"))


def wrap(text: str, width: int = LABEL_WIDTH, lines: int = 2) -> str:
    """Break a text over lines, make it inert, and say with ``…`` that there is more."""
    flat = " ".join(text.split())
    parts = textwrap.wrap(flat, width, max_lines=lines, placeholder=" …") or [""]
    return "<br>".join(inert(part) for part in parts)


def rows(labels: Iterable[str], height: int) -> list[Row]:
    """Lay out one row per label, each with marks of so many pixels high."""
    laid: list[Row] = []
    y = 0
    for label in labels:
        written = wrap(label)
        top = y + LINE * _lines(written) + LABEL_GAP
        laid.append(Row(written, y, top, top + height))
        y = top + height + ROW_GAP
    return laid


def sheet(
    title: str,
    laid: Sequence[Row],
    *,
    head: int = 0,
    foot: int = 0,
    right: int = SIDE,
    note: str = "",
    shapes: Sequence[Mapping[str, Any]] = (),
    letters: Sequence[Mapping[str, Any]] = (),
) -> Figure:
    """Make a figure with its title and the labels of its rows; the marks are for the caller.

    Parameters
    ----------
    title
        The finding, in a sentence.
    laid
        The rows.
    head, foot, right
        Room in pixels above, below and right of the rows, for axes and for numbers beside the marks.
    note
        What the reader must know about the figure as a whole, written below it.
    shapes, letters
        What else is drawn and written, as plotly's shapes and annotations. Given at once: plotly checks all
        of them again for each that is added later.
    """
    import plotly.graph_objects as go

    depth = laid[-1].bottom + ROW_GAP
    below = wrap(note) if note else ""
    under = foot + (LINE * _lines(below) + AIR if below else 0)
    written = wrap(title, TITLE_WIDTH, 4)
    above = TITLE_LINE * _lines(written) + 12
    written_beside = [
        {"text": row.label, "y": row.label_top, "yanchor": "top", "xshift": row.indent, **_AT_LEFT}
        for row in laid
    ]
    if below:
        written_beside.append(
            {"text": below, "y": 0, "yref": "paper", "yanchor": "top", "yshift": -foot, **_AT_LEFT}
        )
    layout = {
        "template": go.layout.Template(),
        "title": {
            "text": written,
            "x": 0,
            "xanchor": "left",
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            # Plotly lowers a title of one line by the height of its capitals, and forgets to for more.
            "pad": {"l": SIDE, "t": 4 if _lines(written) == 1 else 4 + TITLE_SIZE * 0.7},
            "font": {"size": TITLE_SIZE, "weight": "bold"},
        },
        "font": {"family": "inherit", "size": FONT_SIZE, "color": INK},
        "height": above + head + AIR + depth + under,
        "margin": {"l": SIDE, "r": right, "t": above + head, "b": under, "pad": 0},
        "meta": {"title": title, "title_height": above},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        # A finger that scrolls the page must not zoom the figure.
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "font": {"family": "inherit", "color": "#ffffff"},
            "bgcolor": "#333333",
            "align": "left",
        },
        "xaxis": {"fixedrange": True, "showgrid": False, "zeroline": False},
        "yaxis": {"fixedrange": True, "visible": False, "range": [depth, -AIR]},
        "shapes": shapes,
        "annotations": [*written_beside, *letters],
    }
    return go.Figure(layout=layout)


def sentence(text: str) -> Figure:
    """Say in a figure why there is nothing to draw."""
    import plotly.graph_objects as go

    written = wrap(text, LABEL_WIDTH, 4)
    layout = {
        "template": go.layout.Template(),
        "font": {"family": "inherit", "size": FONT_SIZE, "color": INK},
        "height": LINE * _lines(written) + 32,
        "margin": {"l": SIDE, "r": SIDE, "t": 0, "b": 0, "pad": 0},
        "meta": {"title": "", "title_height": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "xaxis": {"visible": False, "fixedrange": True},
        "yaxis": {"visible": False, "fixedrange": True},
        "annotations": [{"text": written, "y": 0.5, "yref": "paper", "yanchor": "middle", **_AT_LEFT}],
    }
    return go.Figure(layout=layout)


def untitled(figure: Figure) -> dict[str, Any]:
    """Give a figure as plotly reads it, without its title and the room for it: the page has its own."""
    bare: dict[str, Any] = figure.to_plotly_json()
    layout = bare["layout"]
    layout.pop("title", None)
    room = layout["meta"]["title_height"]
    layout["height"] -= room
    layout["margin"]["t"] -= room
    return bare


def caption(figure: Figure) -> str:
    """Give the whole title of a figure as plain text: "" for a figure that only says why it is empty."""
    return str(figure.layout.meta["title"])


def _lines(written: str) -> int:
    return written.count("<br>") + 1
