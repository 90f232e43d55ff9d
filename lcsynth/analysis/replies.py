"""What was said at each place of the paper about each theme: who spoke, and which words stand for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from lcsynth.analysis.people import hidden_sizes
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


def audiences(
    spoke: pd.DataFrame,
    *,
    smallest_cell: int,
    hidden: Collection[str] = (),
    per: Sequence[str] = PLACE_COLUMNS,
) -> dict[tuple[str, ...], list[tuple[str, int | None]]]:
    """Count the people of each audience who spoke: the only way in which what was said is broken down.

    How many people spoke is a total and no breakdown, so that it is shown whatever it is. A total of fewer
    people than the smallest cell is not broken down at all.

    Parameters
    ----------
    spoke
        As made by `heard`, or with at least ``per``, contributor and audience.
    hidden
        Audiences that are too small to be named at all; they are left out.
    per
        The columns that tell whose counts stand together: by default a theme at a place.

    Returns
    -------
    dict
        The values of ``per`` → audience and number; None where the number, or one that follows from it, would
        tell about single people: see `people.hidden_sizes`. The largest first, those without a number last
        and by name.
    """
    columns = list(per)
    totals: dict[tuple[str, ...], set[str]] = {}
    people: dict[tuple[str, ...], dict[str, int]] = {}
    distinct = spoke[[*columns, "audience", "contributor"]].drop_duplicates()
    for *key, audience, contributor in distinct.itertuples(index=False, name=None):
        of = tuple(key)
        totals.setdefault(of, set()).add(contributor)
        counts = people.setdefault(of, {})
        counts[audience] = counts.get(audience, 0) + 1
    found: dict[tuple[str, ...], list[tuple[str, int | None]]] = {}
    for of, counts in people.items():
        if len(totals[of]) < smallest_cell:
            continue
        small = hidden_sizes(counts, smallest_cell)
        ranked = sorted(
            counts.items(), key=lambda one: (one[0] in small, 0 if one[0] in small else -one[1], one[0])
        )
        found[of] = [(name, None if name in small else n) for name, n in ranked if name not in hidden]
    return found


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
