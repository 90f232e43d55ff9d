"""What share of each group spoke about each theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lcsynth.report.canvas import FONT_SIZE, GRID, INK, inert, rows, sentence, sheet, short
from lcsynth.report.colours import colour
from lcsynth.report.figures.parts import MOST_THEMES, labels, only_the_largest, share_axis
from lcsynth.report.languages import Catalogue, catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

# Groups differ in shape, because colour says which theme it is. Outlines are larger: they stay visible around
# a filled mark at the same place.
SYMBOLS = (("circle", 11), ("circle-open", 16), ("diamond", 12), ("square-open", 16), ("x-thin-open", 9))
KEY_LINE = 20


def audience_comparison(by_group: pd.DataFrame, language: str, wording: Mapping[str, str]) -> Figure:
    """Draw what share of each group spoke about each theme, the largest differences first.

    Parameters
    ----------
    by_group
        As made by `analysis.themes.by_group`.
    language
        ``"nl"`` or ``"en"``.
    wording
        Group → its label in that language; its order is the order of the groups.
    """
    import plotly.graph_objects as go

    words = catalogue(language)
    known = [group for group in wording if (by_group["group"] == group).any()]
    groups = known + sorted(set(by_group["group"]) - set(known))
    if len(groups) < 2:
        return sentence(words.text("There are not enough people in each group to compare groups."))
    shares = by_group.pivot_table("share", index="theme_id", columns="group")[groups]
    shares = shares.assign(spread=shares.max(axis=1) - shares.min(axis=1)).reset_index()
    shares = shares.sort_values(["spread", "theme_id"], ascending=[False, True]).head(MOST_THEMES)
    named = dict(zip(by_group["theme_id"], labels(by_group, language), strict=True))
    names = {group: wording.get(group, group) for group in groups}
    laid = rows([named[theme] for theme in shares["theme_id"]], height=18)
    title = _difference(shares.iloc[0], groups, names, named, words)
    note = only_the_largest(by_group["theme_id"].nunique(), words)
    figure = sheet(title, laid, head=KEY_LINE * len(groups), foot=50, right=52, note=note)
    for row, values in zip(laid, shares.to_dict("records"), strict=True):
        _dumbbell(figure, row.middle, values, groups, words)
    for place, group in enumerate(groups):
        symbol, size = SYMBOLS[place % len(SYMBOLS)]
        marker = {"symbol": symbol, "size": size, "line": {"width": 2.5 if "open" in symbol else 0}}
        figure.add_trace(
            go.Scatter(
                x=shares[group].tolist(),
                y=[row.middle for row in laid],
                mode="markers",
                marker={**marker, "color": [colour(theme) for theme in shares["theme_id"]]},
                hoverinfo="text",
                hovertext=[f"{inert(names[group])}: {words.percent(share)}" for share in shares[group]],
                cliponaxis=False,
                showlegend=False,
            )
        )
        # The key shows the shape only: the colour is the theme's.
        key = go.Scatter(
            x=[None], y=[None], mode="markers", marker={**marker, "color": INK}, name=inert(names[group])
        )
        figure.add_trace(key)
    _key(figure)
    top = float(shares[groups].to_numpy().max())
    # Room at the left for the number beside a mark at 0.
    return share_axis(figure, words, words.text("share of each group"), max(top, 0.05), before=0.13)


def _difference(
    first: pd.Series, groups: list[str], names: Mapping[str, str], labels: Mapping[str, str], words: Catalogue
) -> str:
    shares = first[groups].astype("float64")
    most, least = shares.idxmax(), shares.idxmin()
    return words.text(
        "Groups differ most on {theme}: {most} {most_share}, {least} {least_share}",
        theme=short(labels[first["theme_id"]]),
        most=names[most],
        most_share=words.percent(shares[most]),
        least=names[least],
        least_share=words.percent(shares[least]),
    )


def _dumbbell(
    figure: Figure, y: float, values: Mapping[str, float], groups: list[str], words: Catalogue
) -> None:
    low, high = (edge(values[group] for group in groups) for edge in (min, max))
    figure.add_shape(
        type="line", x0=low, x1=high, y0=y, y1=y, line={"color": GRID, "width": 4}, layer="below"
    )
    ends = [(high, "left", 12)] if low == high else [(low, "right", -12), (high, "left", 12)]
    for share, anchor, shift in ends:
        figure.add_annotation(
            text=words.percent(share),
            x=share,
            y=y,
            xanchor=anchor,
            xshift=shift,
            showarrow=False,
            borderpad=0,
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
