"""Agreement and tension inside a theme: what people voted for and against, where the data has votes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from lcsynth.analysis.intervals import wilson

if TYPE_CHECKING:
    import pandas as pd

Side = Literal["supported", "opposed", "divided", "undecided"]

VOTED_COLUMNS = [
    "statement_id",
    "theme_id",
    "contribution_id",
    "text",
    "language",
    "audience",
    "support",
    "opposition",
    "votes",
    "share",
    "low",
    "high",
    "side",
]
# The smaller side of votes that divide has at least this part of them.
_SMALLER_SIDE = 1 / 3


def voted(voices: pd.DataFrame, contributions: pd.DataFrame, *, fewest: int = 5) -> pd.DataFrame:
    """List the statements in a theme that people voted on, or reacted to.

    Votes are cast on a contribution as a whole, so the statements in it have the same ones. What people hid
    or excluded from quoting is left out.

    Parameters
    ----------
    voices
        As made by `themes.voices`.
    contributions
        The contributions table, with ``support`` and ``opposition``: votes, likes and reactions.
    fewest
        With fewer votes than this, or where nobody in the whole table voted against anything (likes and
        reactions, mostly), no side is told.

    Returns
    -------
    pandas.DataFrame
        By theme, then the most support first: `VOTED_COLUMNS`. ``votes`` is support and opposition together,
        ``share`` the part of it that is support (0 to 1) with its Wilson interval ``low`` and ``high`` (95
        %). ``side``: "supported" or "opposed" when the interval lies above or below one half; "divided" when
        it does not and at least a third of the votes is on the smaller side; else "undecided".
    """
    import numpy as np
    import pandas as pd

    from lcsynth.schema import UNQUOTED

    votes = contributions[["contribution_id", "support", "opposition"]]
    quoted = voices[~voices["quote"].isin(UNQUOTED)]
    table = quoted.merge(votes, on="contribution_id", validate="many_to_one")
    table = table.assign(votes=table["support"] + table["opposition"])
    table = table[table["votes"] > 0].reset_index(drop=True)
    table = table.join(wilson(table["support"], table["votes"]))
    told = (table["votes"] >= fewest) & bool(table["opposition"].any())
    smaller = table[["support", "opposition"]].min(axis=1) / table["votes"]
    cases = [told & (table["low"] > 0.5), told & (table["high"] < 0.5), told & (smaller >= _SMALLER_SIDE)]
    sides = np.select(cases, ["supported", "opposed", "divided"], "undecided")
    table["side"] = pd.Series(sides, index=table.index, dtype="str")
    return table.sort_values(
        ["theme_id", "support", "opposition", "statement_id"],
        ascending=[True, False, True, True],
        ignore_index=True,
    )[VOTED_COLUMNS]


def votes_by_theme(voted: pd.DataFrame) -> pd.DataFrame:
    """Add up the votes in each theme, every contribution once.

    No interval is given: the same people vote on many statements, so votes in a theme are not independent.

    Parameters
    ----------
    voted
        As made by `voted`.

    Returns
    -------
    pandas.DataFrame
        The most votes first: ``theme_id``, ``contributions`` (that were voted on), ``support``,
        ``opposition``, and how many of these contributions are ``supported``, ``opposed`` and ``divided``.
    """
    once = voted.drop_duplicates(["theme_id", "contribution_id"])
    sides = {side: once["side"].eq(side) for side in ("supported", "opposed", "divided")}
    table = (
        once.assign(**sides)
        .groupby("theme_id", as_index=False)
        .agg(
            contributions=("contribution_id", "nunique"),
            support=("support", "sum"),
            opposition=("opposition", "sum"),
            supported=("supported", "sum"),
            opposed=("opposed", "sum"),
            divided=("divided", "sum"),
        )
    )
    order = (table["support"] + table["opposition"]).rename("votes")
    table = table.join(order).sort_values(["votes", "theme_id"], ascending=[False, True], ignore_index=True)
    return table.drop(columns="votes")


def telling(voted: pd.DataFrame, side: Side, most: int = 3) -> pd.DataFrame:
    """Choose the statements that show a side best, at most one of a contribution.

    Returns
    -------
    pandas.DataFrame
        Rows of ``voted``: for "supported" the surest support first, for "opposed" the surest opposition, for
        "divided" the most votes; the smallest id first among equals.
    """
    own = voted[voted["side"] == side]
    keys, up = {
        "supported": (["low", "votes"], [False, False]),
        "opposed": (["high", "votes"], [True, False]),
        "divided": (["votes", "share"], [False, False]),
        "undecided": (["votes", "support"], [False, False]),
    }[side]
    ordered = own.sort_values([*keys, "statement_id"], ascending=[*up, True])
    return ordered.drop_duplicates("contribution_id").head(most).reset_index(drop=True)
