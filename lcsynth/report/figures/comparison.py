"""What share of each group spoke about each theme, and whether chance would do as much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lcsynth.report.canvas import EMPTY, FONT_SIZE, INK, Row, inert, rows, sentence, sheet, short
from lcsynth.report.colours import colour
from lcsynth.report.figures.parts import MOST_THEMES, SMALL, labels, only_the_largest, share_axis
from lcsynth.report.languages import Catalogue, catalogue
from lcsynth.report.wording import outcome

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

# Groups differ in shape, because colour says which theme it is.
SYMBOLS = (
    ("circle", 11),
    ("circle-open", 11),
    ("diamond", 11),
    ("square-open", 10),
    ("x-thin-open", 9),
    ("triangle-up", 11),
    ("diamond-open", 11),
    ("square", 10),
    ("triangle-down-open", 11),
    ("cross-thin-open", 9),
)
# Many groups make many lines; of more than these nobody keeps track.
MOST_LINES, FEWEST_THEMES = 60, 3
KEY_LINE = 20
GROUP_LINE = 17  # pixels that a group has in the row of a theme


def audience_comparison(
    by_group: pd.DataFrame, differences: pd.DataFrame, language: str, wording: Mapping[str, str]
) -> Figure:
    """Draw what share of each group spoke about each theme with its interval, the surest differences first.

    Parameters
    ----------
    by_group
        As made by `analysis.themes.by_group`.
    differences
        As made by `analysis.differences.differences` of the same groups.
    language
        ``"nl"`` or ``"en"``.
    wording
        Group → its label in that language; its order is the order of the groups.
    """
    words = catalogue(language)
    known = [group for group in wording if (by_group["group"] == group).any()]
    groups = known + sorted(set(by_group["group"]) - set(known))
    if len(groups) < 2:
        return sentence(words.text("There are not enough people in each group to compare groups."))
    cells = {(row["theme_id"], row["group"]): row for row in by_group.to_dict("records")}
    named = dict(zip(by_group["theme_id"], labels(by_group, language), strict=True))
    names = {group: wording.get(group, group) for group in groups}
    most = min(MOST_THEMES, max(FEWEST_THEMES, MOST_LINES // len(groups)))
    shown = differences.head(most).to_dict("records")
    laid = rows(
        [f"{named[one['theme_id']]} – {outcome(words, one['outcome'])}" for one in shown],
        height=GROUP_LINE * len(groups),
    )
    title = _finding(shown[0], names, named, words)
    note = only_the_largest(len(differences), words, most)
    joins = [
        _join(row, [cells[one["theme_id"], group] for group in groups])
        for one, row in zip(shown, laid, strict=True)
    ]
    head = KEY_LINE * len(groups)
    figure = sheet(title, laid, head=head, foot=50, right=52, note=note, shapes=joins)
    for place, group in enumerate(groups):
        own = [cells[one["theme_id"], group] for one in shown]
        _marks(figure, own, [_height(row, place) for row in laid], place, inert(names[group]), words)
    _key(figure)
    top = max(float(by_group["high"].max()), 0.05)
    return share_axis(figure, words, words.text("share of each group"), top)


def _finding(
    first: Mapping[Any, Any], names: Mapping[str, str], labels: Mapping[str, str], words: Catalogue
) -> str:
    numbers = {
        "theme": short(labels[first["theme_id"]]),
        "most": names[first["group"]],
        "most_share": words.percent(first["share"]),
        "least": names[first["other_group"]],
        "least_share": words.percent(first["other_share"]),
    }
    if first["outcome"] == "differs":
        return words.text(
            "Groups differ most on {theme}: {most} {most_share}, {least} {least_share}", **numbers
        )
    return words.text(
        "No difference between the groups is larger than chance could make it; the clearest is on “{theme}”: "
        "{most} {most_share}, {least} {least_share}",
        **numbers,
    )


def _height(row: Row, place: int) -> float:
    return row.top + GROUP_LINE * (place + 0.5)


def _join(row: Row, cells: Sequence[Mapping[Any, Any]]) -> dict[str, Any]:
    """Give the bar of the dumbbell: from the smallest share to the largest."""
    shares = [cell["share"] for cell in cells]
    return {
        "type": "rect",
        "x0": min(shares),
        "x1": max(shares),
        "y0": row.top,
        "y1": row.bottom,
        "line": {"width": 0},
        "fillcolor": EMPTY,
        "layer": "below",
    }


def _marks(
    figure: Figure,
    cells: Sequence[Mapping[Any, Any]],
    heights: Sequence[float],
    place: int,
    name: str,
    words: Catalogue,
) -> None:
    import plotly.graph_objects as go

    symbol, size = SYMBOLS[place % len(SYMBOLS)]
    marker = {"symbol": symbol, "size": size, "line": {"width": 2.5 if "open" in symbol else 0}}
    figure.add_trace(
        go.Scatter(
            x=[cell["share"] for cell in cells],
            y=list(heights),
            mode="markers",
            marker={**marker, "color": [colour(cell["theme_id"]) for cell in cells]},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [cell["high"] - cell["share"] for cell in cells],
                "arrayminus": [cell["share"] - cell["low"] for cell in cells],
                "color": INK,
                "thickness": 1,
                "width": 0,
            },
            hoverinfo="text",
            hovertext=[
                f"{name}: {words.percent(cell['share'])} ({words.percent_range(cell['low'], cell['high'])})"
                for cell in cells
            ],
            cliponaxis=False,
            showlegend=False,
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[cell["high"] for cell in cells],
            y=list(heights),
            mode="text",
            text=[f" {words.percent(cell['share'])}" for cell in cells],
            textposition="middle right",
            textfont={"size": SMALL},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    )
    # The key shows the shape only: the colour is the theme's.
    figure.add_trace(
        go.Scatter(x=[None], y=[None], mode="markers", marker={**marker, "color": INK}, name=name)
    )


def _key(figure: Figure) -> None:
    figure.update_layout(
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": "rgba(0,0,0,0)",
            "font": {"size": FONT_SIZE},
        },
    )
