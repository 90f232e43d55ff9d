"""What was said at each place of a version of the paper, and which themes meet there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.analysis.people import hidden_groups

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


def audiences_of(voices: pd.DataFrame, *, smallest_cell: int) -> dict[str, int]:
    """Count the people of each audience among some voices, the largest first; small groups are left out.

    Audiences that would give away the number of a small one are left out with it
    (`people.hidden_groups`), and so are people of whom no audience is known.
    """
    hidden = hidden_groups(voices, by="audience", smallest_cell=smallest_cell) | {""}
    counts = voices[~voices["audience"].isin(hidden)].groupby("audience")["contributor"].nunique()
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    return {str(name): int(count) for name, count in ranked}


def _ordered(hows: pd.Series) -> str:
    return ", ".join(how for how in HOWS if how in set(hows))
