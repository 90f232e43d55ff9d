"""Where several themes ask something of one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document.decisions import linked_voices
from lcsynth.document.grounds import grounds

if TYPE_CHECKING:
    import pandas as pd


def collisions(
    links: pd.DataFrame, assignments: pd.DataFrame, statements: pd.DataFrame, contributions: pd.DataFrame
) -> pd.DataFrame:
    """List the paragraphs on which more than one theme has something to say.

    A theme is at a paragraph when one of its statements was anchored there, names it or was put there by a
    person, or when statements of two people are similar to it.

    Returns
    -------
    pandas.DataFrame
        The collisions table: themes are ids, the most contributors first, with ``, `` between; statements and
        contributors are those of these themes at the paragraph. The most themes first.
    """
    import pandas as pd

    place = ["paper_version", "section", "anchor"]
    paragraphs = links[links["anchor"].str.contains(":", regex=False)]
    tables = assignments, statements, contributions
    voices = linked_voices(grounds(paragraphs, *tables), *tables)
    there = voices.groupby([*place, "theme_id"])["contributor"].nunique().rename("people").reset_index()
    there = there.sort_values(["people", "theme_id"], ascending=[False, True])
    rows = []
    for key, group in there.groupby(place):
        if len(group) > 1:
            own = voices[(voices[place] == pd.Series(key, index=place)).all(axis=1)]
            counts = (own["statement_id"].nunique(), own["contributor"].nunique())
            rows.append((*key, ", ".join(group["theme_id"]), *counts, len(group)))
    names = [*schema.columns("collisions"), "many"]
    found = pd.DataFrame(rows, columns=names).sort_values(
        ["many", "contributors", *place], ascending=[False, False, True, True, True]
    )
    return schema.conform(found, "collisions")
