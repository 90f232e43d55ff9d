"""Links made on one version of the paper, taken to a later one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document.alignment import follow
from lcsynth.document.by_hand import in_order

if TYPE_CHECKING:
    import pandas as pd


def carry(
    links: pd.DataFrame, alignments: Sequence[pd.DataFrame], *, to: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Take links to where their places are in a later version.

    Parameters
    ----------
    links
        The links table, of one version.
    alignments
        From that version to the next and so on, as `align` makes them; none when it is the same version.
    to
        The version they end at.

    Returns
    -------
    tuple of pandas.DataFrame
        The links table of the later version, ``how`` and all else preserved: a place that was split gives
        every part, places that were merged give one. And the links, as they were, of which the place is gone:
        a person has to say what they are about now.
    """
    import pandas as pd

    if not alignments:
        return links, links.head(0)
    places = {anchor: follow(anchor, alignments) for anchor in links["anchor"].unique()}
    rows, gone = [], []
    for row in links.to_dict("records"):
        found = places[row["anchor"]]
        rows += [
            {**row, "paper_version": to, "section": place.section, "anchor": place.anchor} for place in found
        ]
        gone.append(not found)
    carried = pd.DataFrame(rows, columns=schema.columns("links"))
    same = ["statement_id", "section", "anchor", "how"]
    carried = carried.sort_values("similarity", ascending=False, kind="stable").drop_duplicates(same)
    return in_order(carried), links[pd.Series(gone, index=links.index, dtype=bool)].reset_index(drop=True)
