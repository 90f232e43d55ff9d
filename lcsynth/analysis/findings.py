"""What a reader should know first, by rule from the tables. The report puts it into words."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lcsynth.analysis.intervals import wilson

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["no theme", "largest", "difference", "shared", "new", "single", "indicative"]


@dataclass(frozen=True)
class Finding:
    """One thing worth saying.

    ``numbers`` per ``kind`` (shares are 0 to 1):

    - "no theme": ``people``
    - "largest": ``contributors``, ``people``, ``share``, ``low``, ``high``
    - "difference": ``group``, ``contributors``, ``size``, ``share``, and of the group that spoke about it
      least ``other_group``, ``other_contributors``, ``other_size``, ``other_share``
    - "shared": ``groups`` (how many), ``share`` and ``group`` of the group that spoke about it least
    - "new": ``themes`` (how many new ones), ``statements`` of the largest of them, which ``theme_id`` names
    - "single": ``statements``
    - "indicative": ``people``, ``below``
    """

    kind: Kind
    theme_id: str = ""
    numbers: dict[str, float | int | str] = field(default_factory=dict)


def findings(
    overview: pd.DataFrame,
    by_group: pd.DataFrame,
    changes: pd.DataFrame,
    single: pd.DataFrame,
    *,
    people: int,
    indicative_below: int = 30,
) -> list[Finding]:
    """Choose at most five findings, most important first.

    Parameters
    ----------
    overview, by_group, changes
        As made by `themes.overview`, `themes.by_group` and `themes.changes`.
    single
        As made by `quotes.single_voices`.
    people
        How many people took part.
    indicative_below
        With fewer people than this, the numbers are called indicative.

    Returns
    -------
    list[Finding]
        The largest theme; the clearest difference between two groups or else the theme that all groups share;
        the largest new theme, when there were earlier sessions; the number of single voices; that the numbers
        are indicative. What does not apply is left out.
    """
    found = [
        _largest(overview, people),
        _difference(by_group) or _shared(by_group),
        _new(changes),
        Finding("single", "", {"statements": len(single)}) if len(single) else None,
        Finding("indicative", "", {"people": people, "below": indicative_below})
        if people < indicative_below
        else None,
    ]
    return [finding for finding in found if finding is not None]


def _largest(overview: pd.DataFrame, people: int) -> Finding:
    if overview.empty:
        return Finding("no theme", "", {"people": people})
    first = overview.iloc[0]
    return Finding(
        "largest",
        str(first["theme_id"]),
        {
            "contributors": int(first["contributors"]),
            "people": people,
            **{name: float(first[name]) for name in ("share", "low", "high")},
        },
    )


def _difference(by_group: pd.DataFrame) -> Finding | None:
    """Find the largest difference between two groups that is more than chance would give.

    The difference has Newcombe's interval (Statistics in Medicine 17, 1998, method 10), widened for the
    number of comparisons (Bonferroni), because the largest of many differences is large by chance alone.
    """
    groups = by_group["group"].nunique()
    comparisons = by_group["theme_id"].nunique() * groups * (groups - 1) // 2
    if not comparisons:
        return None
    wide = wilson(by_group["contributors"], by_group["size"], confidence=1 - 0.05 / comparisons)
    rows = by_group.assign(low=wide["low"], high=wide["high"])
    best: Finding | None = None
    largest = 0.0
    for theme_id, of_theme in rows.groupby("theme_id"):
        for one, other in itertools.permutations(of_theme.to_dict("records"), 2):
            apart = one["share"] - other["share"]
            reach = ((one["share"] - one["low"]) ** 2 + (other["high"] - other["share"]) ** 2) ** 0.5
            if apart - reach > 0 and apart > largest:
                largest = apart
                names = ("group", "contributors", "size", "share")
                numbers = {name: one[name] for name in names}
                numbers |= {f"other_{name}": other[name] for name in names}
                best = Finding("difference", str(theme_id), numbers)
    return best


def _shared(by_group: pd.DataFrame) -> Finding | None:
    groups = by_group["group"].nunique()
    if groups < 2:
        return None
    least = by_group.sort_values(["share", "group"]).drop_duplicates("theme_id")
    first = least.sort_values(["share", "theme_id"], ascending=[False, True]).iloc[0]
    if not first["contributors"]:
        return None
    return Finding(
        "shared",
        str(first["theme_id"]),
        {"groups": groups, "group": str(first["group"]), "share": float(first["share"])},
    )


def _new(changes: pd.DataFrame) -> Finding | None:
    new = changes[changes["change"] == "new"]
    if new.empty or not changes["earlier_statements"].any():
        return None
    first = new.sort_values(["statements", "theme_id"], ascending=[False, True]).iloc[0]
    return Finding(
        "new", str(first["theme_id"]), {"themes": len(new), "statements": int(first["statements"])}
    )
