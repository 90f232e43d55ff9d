"""What was said at each place of a version of the paper, and which themes meet there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

HOWS = ("person", "anchored", "said", "asked", "similar")  # the surest first


def beside(links: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """Count who said what at each place, per theme.

    Parameters
    ----------
    links
        Links of one version of the paper.
    voices
        As made by `themes.voices`.

    Returns
    -------
    pandas.DataFrame
        By place, the most people first: ``section``, ``anchor`` (of a paragraph, or the section again where
        all of it is meant), ``theme_id``, ``contributors`` (people), ``statements``, ``how`` (the ways in
        which they are linked, the surest first, with commas).
    """
    joined = links.merge(voices, on="statement_id", suffixes=("", "_theme"))
    table = (
        joined.groupby(["section", "anchor", "theme_id"])
        .agg(
            contributors=("contributor", "nunique"),
            statements=("statement_id", "nunique"),
            how=("how", _ordered),
        )
        .reset_index()
    )
    return table.sort_values(
        ["section", "anchor", "contributors", "statements", "theme_id"],
        ascending=[True, True, False, False, True],
        ignore_index=True,
    )


def _ordered(hows: pd.Series) -> str:
    return ", ".join(how for how in HOWS if how in set(hows))
