"""What was said at each place of the paper about each theme: who spoke, and which words stand for it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from lcsynth.analysis.people import hidden_groups, sizes
from lcsynth.analysis.quotes import QUOTE_COLUMNS, representative

if TYPE_CHECKING:
    import pandas as pd

PLACE_COLUMNS = ["theme_id", "paper_version", "section", "anchor"]


def heard(voices: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Put every voice at the places of the paper that it is linked to.

    Parameters
    ----------
    voices
        As made by `themes.voices`.
    links
        The links table, of any number of versions.

    Returns
    -------
    pandas.DataFrame
        The columns of ``voices`` with ``paper_version``, ``section`` and ``anchor`` (empty for a link to the
        section as a whole); a statement once per place.
    """
    places = links.assign(anchor=links["anchor"].mask(links["anchor"] == links["section"], ""))
    columns = ["statement_id", *PLACE_COLUMNS[1:]]
    return voices.merge(places[columns].drop_duplicates(), on="statement_id")


def audiences(spoke: pd.DataFrame, *, smallest_cell: int, hidden: Collection[str] = ()) -> pd.DataFrame:
    """Count the people of each audience who spoke about a theme at a place.

    Parameters
    ----------
    spoke
        As made by `heard`.
    hidden
        Audiences that are too small to be named at all; they are left out.

    Returns
    -------
    pandas.DataFrame
        `PLACE_COLUMNS`, ``audience``, ``contributors`` (Int64; NA where the number, or one that follows from
        it, would tell about single people: see `people.hidden_groups`). The largest first, those without a
        number last and by name.
    """
    import pandas as pd

    found = []
    for place, rows in spoke.groupby(PLACE_COLUMNS):
        counts = (
            sizes(rows, by="audience").rename_axis("audience").reset_index().astype({"contributors": "Int64"})
        )
        small = hidden_groups(rows, by="audience", smallest_cell=smallest_cell)
        counts.loc[counts["audience"].isin(small), "contributors"] = None
        counts = counts[~counts["audience"].isin(hidden)]
        ordered = counts.sort_values(["contributors", "audience"], ascending=[False, True])
        found.append(ordered.assign(**dict(zip(PLACE_COLUMNS, place, strict=True))))
    columns = [*PLACE_COLUMNS, "audience", "contributors"]
    if not found:
        return pd.DataFrame(columns=columns)
    return pd.concat(found, ignore_index=True)[columns]


def quoted(spoke: pd.DataFrame, *, per_place: int = 2, hidden: Collection[str] = ()) -> pd.DataFrame:
    """Choose the words that stand for a theme at a place, as `quotes.representative` does for a theme.

    Parameters
    ----------
    spoke
        As made by `heard`.
    per_place
        Quotes per theme and place, at most.
    hidden
        Audiences that are too small to be named: quoted, with an empty ``audience``.

    Returns
    -------
    pandas.DataFrame
        By place and theme: `PLACE_COLUMNS` and the columns of a quote.
    """
    places = spoke[PLACE_COLUMNS].drop_duplicates().sort_values(PLACE_COLUMNS, ignore_index=True)
    numbered = places.assign(key=[f"{number:09d}" for number in places.index])
    keyed = spoke.merge(numbered, on=PLACE_COLUMNS).drop(columns=PLACE_COLUMNS)
    chosen = representative(
        keyed.rename(columns={"key": "theme_id"}), per_theme=per_place, hidden_audiences=hidden
    ).rename(columns={"theme_id": "key"})
    columns = [*PLACE_COLUMNS, *(name for name in QUOTE_COLUMNS if name != "theme_id")]
    return chosen.merge(numbered, on="key").sort_values(["key", "place"], ignore_index=True)[columns]
