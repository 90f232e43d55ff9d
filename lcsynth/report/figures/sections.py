"""Which themes touch which sections of the paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lcsynth.report.canvas import EMPTY, INK, inert, rows, sentence, sheet, short, wrap
from lcsynth.report.colours import colour, tint
from lcsynth.report.figures.parts import MOST_THEMES, SMALL, only_the_largest
from lcsynth.report.languages import Catalogue, catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

# The strongest tint of a cell that dark and light letters can both be read on.
STRONGEST, WEAKEST = 0.6, 0.12
# With more columns than this, their numbers fit on a phone only when they lie on their side.
UPRIGHT = 14


def theme_by_section(
    by_section: pd.DataFrame, labels: Mapping[str, str], sections: Mapping[str, str], language: str
) -> Figure:
    """Draw how much was said about each theme at each section of the paper, in statements.

    Parameters
    ----------
    by_section
        As made by `analysis.themes.by_section`.
    labels
        Theme id → its label in the language.
    sections
        Section number → its title, in the order of the paper. Sections nobody spoke about are left out.
    language
        ``"nl"`` or ``"en"``.
    """
    import plotly.graph_objects as go

    words = catalogue(language)
    if by_section.empty:
        return sentence(words.text("Nothing that was said is linked to a section of the paper."))
    heard = set(by_section["section"])
    columns = [section for section in sections if section in heard] + sorted(heard - set(sections))
    size = by_section.groupby("theme_id")["statements"].sum().reset_index()
    shown = size.sort_values(["statements", "theme_id"], ascending=[False, True]).head(MOST_THEMES)[
        "theme_id"
    ]
    laid = dict(zip(shown, rows([labels.get(theme, theme) for theme in shown], height=26), strict=True))
    cells = by_section[by_section["theme_id"].isin(laid)]
    most = cells.sort_values(["statements", "theme_id", "section"], ascending=[False, True, True]).iloc[0]
    title = words.plural(
        "{theme} came up most in section {section}: {n} statement",
        "{theme} came up most in section {section}: {n} statements",
        int(most["statements"]),
        theme=short(labels.get(most["theme_id"], most["theme_id"])),
        section=most["section"],
    )
    band = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "line": {"width": 0}, "fillcolor": EMPTY}
    shapes = [{**band, "y0": row.top, "y1": row.bottom} for row in laid.values()]
    note = only_the_largest(len(size), words)
    figure = sheet(title, list(laid.values()), head=40, note=note, shapes=shapes)
    strength = cells["statements"] / most["statements"] * (STRONGEST - WEAKEST) + WEAKEST
    figure.add_trace(
        go.Bar(
            x=[columns.index(section) for section in cells["section"]],
            base=[laid[theme].top for theme in cells["theme_id"]],
            y=[laid[theme].bottom - laid[theme].top for theme in cells["theme_id"]],
            width=0.94,
            marker={
                "color": [
                    tint(colour(theme), share)
                    for theme, share in zip(cells["theme_id"], strength, strict=True)
                ],
                "line": {"width": 0},
            },
            text=[words.number(count) for count in cells["statements"]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": SMALL if len(columns) <= UPRIGHT else 9, "color": INK},
            hoverinfo="text",
            hovertext=[_cell(row, labels, sections, words) for row in cells.to_dict("records")],
        )
    )
    return figure.update_xaxes(
        range=[-0.5, len(columns) - 0.5],
        tickvals=list(range(len(columns))),
        ticktext=[inert(section) for section in columns],
        tickangle=0 if len(columns) <= UPRIGHT else -90,
        tickfont={"size": SMALL, "color": INK},
        side="top",
        title={"text": words.text("section of the paper"), "font": {"size": SMALL}, "standoff": 4},
    )


def _cell(
    row: Mapping[str, object], labels: Mapping[str, str], sections: Mapping[str, str], words: Catalogue
) -> str:
    section, theme = str(row["section"]), str(row["theme_id"])
    said = words.plural("{n} statement", "{n} statements", int(str(row["statements"])))
    by = words.plural("{n} person", "{n} people", int(str(row["contributors"])))
    return "<br>".join(
        [wrap(f"{section} {sections.get(section, '')}"), wrap(labels.get(theme, theme)), f"{said}, {by}"]
    )
