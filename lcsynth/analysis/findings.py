"""What a reader should know first, by rule from the tables. The report puts it into words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.analysis.saturation import Saturation

Kind = Literal[
    "no theme",
    "largest",
    "difference",
    "shared",
    "new",
    "divided",
    "second",
    "single",
    "heard",
    "indicative",
]
MOST = 5


@dataclass(frozen=True)
class Finding:
    """One thing worth saying.

    ``numbers`` per ``kind`` (shares are 0 to 1):

    - "no theme": ``people``
    - "largest": ``contributors``, ``people``, ``share``, ``low``, ``high``; ``tied`` is 1 where another
      theme is as large, else 0
    - "second": the same numbers without ``tied``
    - "difference": ``group``, ``contributors``, ``size``, ``share``, and of the group that spoke about it
      least ``other_group``, ``other_contributors``, ``other_size``, ``other_share``
    - "shared": ``groups`` (how many), ``share`` and ``group`` of the group that spoke about it least; no
      group when several did so equally little
    - "new": ``themes`` (how many new ones), ``statements`` of the largest of them, which ``theme_id`` names
    - "divided": ``statements`` on which votes divide, and ``support`` and ``opposition`` of the one with the
      most votes, which is in ``theme_id``
    - "single": ``statements``
    - "heard": ``coverage``, ``low``, ``high``, of all that such people would say
    - "indicative": ``people``, ``below``
    """

    kind: Kind
    theme_id: str = ""
    numbers: dict[str, float | int | str] = field(default_factory=dict)


def findings(
    overview: pd.DataFrame,
    by_group: pd.DataFrame | None,
    differences: pd.DataFrame | None,
    changes: pd.DataFrame,
    voted: pd.DataFrame,
    single: pd.DataFrame,
    heard: Saturation | None = None,
    *,
    people: int,
    indicative_below: int = 30,
) -> list[Finding]:
    """Choose at most five findings, most important first.

    Parameters
    ----------
    overview, by_group, changes
        As made by `themes.overview`, `themes.by_group` (None when there are no two groups to compare) and
        `themes.changes`.
    differences
        As made by `differences.differences` of the same groups: a difference is told only when it "differs".
    voted, single
        As made by `votes.voted` and `quotes.single_voices`.
    heard
        As made by `saturation.saturation`.
    people
        How many people took part.
    indicative_below
        With fewer people than this, the numbers are called indicative.

    Returns
    -------
    list[Finding]
        The largest theme; the clearest difference between two groups or else the theme that all groups share;
        the largest new theme, when there were earlier sessions; the statement on which most votes divide; the
        number of single voices; that the numbers are indicative. What does not apply is left out. The second
        largest theme is told where there is room, and then how much has been heard; without any room the
        number of single voices is not told.
    """
    # By the order in which they are read, with how soon each gives way where there are too many.
    found = [
        (0, _largest(overview, people)),
        (0, _difference(differences) or _shared(by_group)),
        (0, _new(changes)),
        (0, _divided(voted)),
        (2, _second(overview, people)),
        (1, Finding("single", "", {"statements": len(single)}) if len(single) else None),
        (3, _heard(heard)),
        (0, _indicative(people, indicative_below)),
    ]
    told = [(gives_way, finding) for gives_way, finding in found if finding is not None]
    stays = sorted(range(len(told)), key=lambda place: told[place][0])[:MOST]
    return [told[place][1] for place in sorted(stays)]


def _largest(overview: pd.DataFrame, people: int) -> Finding:
    if overview.empty:
        return Finding("no theme", "", {"people": people})
    tied = int((overview["contributors"] == overview["contributors"].iloc[0]).sum() > 1)
    return Finding("largest", str(overview["theme_id"].iloc[0]), _size(overview, 0, people) | {"tied": tied})


def _second(overview: pd.DataFrame, people: int) -> Finding | None:
    """Give the theme after the largest, where one theme alone is that."""
    sizes = overview["contributors"].tolist()
    if len(sizes) < 2 or sizes[0] == sizes[1] or sizes[1] in sizes[2:]:
        return None
    return Finding("second", str(overview["theme_id"].iloc[1]), _size(overview, 1, people))


def _size(overview: pd.DataFrame, place: int, people: int) -> dict[str, float | int | str]:
    theme = overview.iloc[place]
    shares = {name: float(theme[name]) for name in ("share", "low", "high")}
    return {"contributors": int(theme["contributors"]), "people": people, **shares}


def _difference(differences: pd.DataFrame | None) -> Finding | None:
    """Give the surest difference between groups, if any is more than chance would give."""
    if differences is None or differences.empty or differences.iloc[0]["outcome"] != "differs":
        return None
    first = differences.iloc[0]
    names = ("group", "contributors", "size", "share")
    numbers = {name: first[name] for part in names for name in (part, f"other_{part}")}
    return Finding("difference", str(first["theme_id"]), numbers)


def _shared(by_group: pd.DataFrame | None) -> Finding | None:
    if by_group is None or by_group["group"].nunique() < 2:
        return None
    least = by_group.sort_values(["share", "group"]).drop_duplicates("theme_id")
    first = least.sort_values(["share", "theme_id"], ascending=[False, True]).iloc[0]
    if not first["contributors"]:
        return None
    shares = by_group.loc[by_group["theme_id"] == first["theme_id"], "share"]
    alone = int((shares == first["share"]).sum()) == 1
    return Finding(
        "shared",
        str(first["theme_id"]),
        {
            "groups": int(by_group["group"].nunique()),
            "group": str(first["group"]) if alone else "",
            "share": float(first["share"]),
        },
    )


def _new(changes: pd.DataFrame) -> Finding | None:
    new = changes[changes["change"] == "new"]
    if new.empty or not changes["earlier_statements"].any():
        return None
    first = new.sort_values(["statements", "theme_id"], ascending=[False, True]).iloc[0]
    return Finding(
        "new", str(first["theme_id"]), {"themes": len(new), "statements": int(first["statements"])}
    )


def _heard(heard: Saturation | None) -> Finding | None:
    if heard is None:
        return None
    numbers: dict[str, float | int | str] = {
        "coverage": heard.coverage,
        "low": heard.coverage_low,
        "high": heard.coverage_high,
    }
    return Finding("heard", "", numbers)


def _indicative(people: int, below: int) -> Finding | None:
    return Finding("indicative", "", {"people": people, "below": below}) if people < below else None


def _divided(voted: pd.DataFrame) -> Finding | None:
    from lcsynth.analysis.votes import telling

    first = telling(voted, "divided", 1)
    if first.empty:
        return None
    number = voted.loc[voted["side"] == "divided", "contribution_id"].nunique()
    counts = {name: int(first.loc[0, name]) for name in ("support", "opposition")}
    return Finding("divided", str(first.loc[0, "theme_id"]), {"statements": int(number), **counts})
