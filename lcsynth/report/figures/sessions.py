"""How themes come and go from session to session."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from lcsynth.report.canvas import GRID, INK, LINE, rows, sentence, sheet
from lcsynth.report.colours import colour
from lcsynth.report.figures.parts import MOST_THEMES, SMALL, labels, only_the_largest
from lcsynth.report.languages import catalogue

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure


def themes_over_sessions(over_sessions: pd.DataFrame, language: str) -> Figure:
    """Draw how many people spoke about each theme in each session.

    Parameters
    ----------
    over_sessions
        As made by `analysis.themes.over_sessions`.
    language
        ``"nl"`` or ``"en"``.
    """
    import plotly.graph_objects as go

    words = catalogue(language)
    sessions = over_sessions[["date", "session_id"]].drop_duplicates().sort_values(["date", "session_id"])
    if len(sessions) < 2:
        return sentence(words.text("How themes develop can be seen from the second session on."))
    counts = over_sessions.pivot_table("contributors", index="theme_id", columns="session_id")
    counts = counts[sessions["session_id"].tolist()]
    order = (
        counts.assign(total=counts.sum(axis=1))
        .reset_index()
        .sort_values(["total", "theme_id"], ascending=[False, True])
    )
    shown = order["theme_id"].head(MOST_THEMES).tolist()
    named = dict(zip(over_sessions["theme_id"], labels(over_sessions, language), strict=True))
    laid = rows([named[theme] for theme in shown], height=58)
    title = words.plural(
        "{n} of {themes} themes came up in every session",
        "{n} of {themes} themes came up in every session",
        int((counts > 0).all(axis=1).sum()),
        themes=len(counts),
    )
    ground = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": GRID, "width": 1}}
    shapes = [{**ground, "y0": row.bottom, "y1": row.bottom} for row in laid]
    figure = sheet(title, laid, foot=46, note=only_the_largest(len(counts), words), shapes=shapes)
    dates = [datetime.date.fromisoformat(day) for day in sessions["date"]]
    highest = max(int(counts.to_numpy().max()), 1)
    for theme, row in zip(shown, laid, strict=True):
        people = [int(count) for count in counts.loc[theme]]
        figure.add_trace(
            go.Scatter(
                x=list(range(len(people))),
                # The number above the highest mark needs some of the row.
                y=[row.bottom - count / highest * (row.bottom - row.top - LINE) for count in people],
                mode="lines+markers+text",
                line={"color": colour(theme), "width": 2.5},
                marker={"size": 9, "color": colour(theme)},
                text=[words.number(count) for count in people],
                textposition="top center",
                hoverinfo="text",
                hovertext=[
                    f"{words.date(day)}: {words.plural('{n} person', '{n} people', count)}"
                    for day, count in zip(dates, people, strict=True)
                ],
                cliponaxis=False,
            )
        )
    return figure.update_xaxes(
        range=[-0.5, len(dates) - 0.5],
        tickvals=list(range(len(dates))),
        ticktext=["<br>".join(words.date(day).rsplit(" ", 1)) for day in dates],
        tickangle=0,
        tickfont={"size": SMALL, "color": INK},
    )
