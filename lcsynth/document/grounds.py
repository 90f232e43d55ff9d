"""The links that put a theme at a paragraph: one statement that is merely similar to it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.document.decisions import linked_voices

if TYPE_CHECKING:
    import pandas as pd

_FEWEST_PEOPLE = 2


def grounds(
    links: pd.DataFrame, assignments: pd.DataFrame, statements: pd.DataFrame, contributions: pd.DataFrame
) -> pd.DataFrame:
    """Leave out similar links where they alone would put a theme at a paragraph, by one person.

    One link in four or five that is made by similarity is wrong; two people of one theme at one paragraph
    seldom are. Authors are not asked to decide on less.

    Returns
    -------
    pandas.DataFrame
        The links table without those.
    """
    import pandas as pd

    place = ["theme_id", "paper_version", "section", "anchor"]
    similar = links["how"] == "similar"
    if not similar.any():
        return links
    tables = assignments, statements, contributions
    certain = linked_voices(links[~similar], *tables)[place].drop_duplicates()
    voices = linked_voices(links[similar], *tables)
    people = voices.groupby(place)["contributor"].nunique()
    several = people[people >= _FEWEST_PEOPLE].reset_index()[place]
    reached = pd.concat([certain, several]).drop_duplicates()
    keep = voices.merge(reached, on=place)[["statement_id", "paper_version", "anchor"]]
    kept = links.merge(keep.drop_duplicates().assign(kept=True), how="left", on=list(keep.columns))["kept"]
    return links[(~similar) | kept.eq(True).to_numpy()]
