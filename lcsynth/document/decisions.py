"""What waits for the authors: every theme at every place of the paper that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth import schema

if TYPE_CHECKING:
    import pandas as pd


def decisions(
    links: pd.DataFrame, assignments: pd.DataFrame, statements: pd.DataFrame, contributions: pd.DataFrame
) -> pd.DataFrame:
    """List the themes per section of the paper on which the authors have to decide.

    Parameters
    ----------
    links, assignments, statements, contributions
        Tables of the schema.

    Returns
    -------
    pandas.DataFrame
        The decisions table: a row per theme, version and section, with how many statements and contributors
        ask for it.
    """
    main = assignments[(assignments["rank"] == 1) & (assignments["theme_id"] != "")]
    asked = (
        links[["statement_id", "paper_version", "section"]]
        .drop_duplicates()
        .merge(main[["statement_id", "theme_id"]], on="statement_id")
        .merge(statements[["statement_id", "contribution_id"]], on="statement_id")
        .merge(contributions[["contribution_id", "contributor"]], on="contribution_id")
    )
    if asked.empty:
        return schema.empty("decisions")
    found = (
        asked.groupby(["theme_id", "paper_version", "section"])
        .agg(statements=("statement_id", "nunique"), contributors=("contributor", "nunique"))
        .reset_index()
    )
    return schema.conform(found.assign(decision="open", reason="", coder=""), "decisions")
