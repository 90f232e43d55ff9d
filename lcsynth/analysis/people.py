"""Who took part, and which groups are too small to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

By = Literal["audience", "organisation_type", "session_id"]


def participation(contributions: pd.DataFrame, *, by: By, smallest_cell: int) -> pd.DataFrame:
    """Count the people and their contributions in each group.

    Returns
    -------
    pandas.DataFrame
        One row per group, largest first, hidden ones last (by name, as their order would tell their size):

        - ``group``: the audience or organisation type, "" where it is not known
        - ``contributors``: people (Int64, NA when suppressed)
        - ``contributions``: things they said (Int64, NA when suppressed)
        - ``suppressed``: whether the group is too small to be broken down, see `hidden_groups`
    """
    counts = contributions.groupby(by).agg(
        contributors=("contributor", "nunique"), contributions=("contribution_id", "nunique")
    )
    counts = counts.astype("Int64").rename_axis("group").reset_index()
    counts["suppressed"] = counts["group"].isin(
        hidden_groups(contributions, by=by, smallest_cell=smallest_cell)
    )
    counts.loc[counts["suppressed"], ["contributors", "contributions"]] = None
    order = ["suppressed", "contributors", "contributions", "group"]
    return counts.sort_values(order, ascending=[True, False, False, True], ignore_index=True)


def sizes(contributions: pd.DataFrame, *, by: By) -> pd.Series:
    """Count the people in each group.

    Returns
    -------
    pandas.Series
        ``contributors`` on an index ``group``, in order of the groups' names. Somebody who took part as two
        groups counts in both.
    """
    return contributions.groupby(by)["contributor"].nunique().rename_axis("group").rename("contributors")


def hidden_groups(contributions: pd.DataFrame, *, by: By, smallest_cell: int) -> frozenset[str]:
    """Name the groups that are not broken down, because they would tell about single people.

    As `hidden_sizes` does, of the people in each group.
    """
    people = sizes(contributions, by=by)
    return hidden_sizes({str(group): int(count) for group, count in people.items()}, smallest_cell)


def hidden_sizes(people: Mapping[str, int], smallest_cell: int) -> frozenset[str]:
    """Name the groups that are not broken down, given how many people are in each.

    These are the groups with fewer than ``smallest_cell`` people. The total is shown too, so what is hidden
    can be derived as one number: the next smallest groups are hidden along until at least two groups, with
    together at least ``smallest_cell`` people, share that number (secondary suppression).

    References
    ----------
    Hundepool et al. (2012), Statistical Disclosure Control, chapter 4 (tabular data). Wiley.
    """
    ranked = sorted((count, group) for group, count in people.items())
    hidden = [(count, group) for count, group in ranked if count < smallest_cell]
    if hidden:
        for count, group in ranked[len(hidden) :]:
            if len(hidden) > 1 and sum(size for size, _ in hidden) >= smallest_cell:
                break
            hidden.append((count, group))
    return frozenset(group for _, group in hidden)
