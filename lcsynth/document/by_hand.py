"""The links that people made or took away, put into the table of links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from lcsynth import schema

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.register.linking import HandLink

_PLACE = ("statement_id", "paper_version", "section", "anchor")


def with_hand_links(
    links: pd.DataFrame,
    by_hand: Sequence[HandLink],
    statements: pd.DataFrame,
    assignments: pd.DataFrame,
    theme_now: Callable[[str], str],
) -> pd.DataFrame:
    """Add the links that people made, and leave out those that they took away.

    Parameters
    ----------
    links, statements, assignments
        Tables of the schema. What holds for a statement holds for those that repeat it.
    by_hand
        In order of time: the last one holds.
    theme_now
        Gives the theme that one was merged into, itself, or an empty text for a rejected one.

    Returns
    -------
    pandas.DataFrame
        The links table.
    """
    import pandas as pd

    if not by_hand:
        return links
    made: dict[tuple[str, ...], str] = {}
    gone = pd.Series(False, index=links.index)
    for one in by_hand:
        anchor = one.anchor or one.section
        meant = set(_statements(one, statements, assignments, theme_now))
        if one.linked:
            places = ((statement, one.paper_version, one.section, anchor) for statement in meant)
            made |= dict.fromkeys(places, one.coder)
            continue
        there = links["statement_id"].isin(meant) & (links["paper_version"] == one.paper_version)
        there &= links["section"] == one.section
        gone |= there & (links["anchor"] == one.anchor) if one.anchor else there
        made = {
            place: coder
            for place, coder in made.items()
            if place[0] not in meant
            or place[1:3] != (one.paper_version, one.section)
            or (one.anchor and place[3] != one.anchor)
        }
    rows: list[dict[str, object]] = [
        {**dict(zip(_PLACE, place, strict=True)), "how": "person", "coder": coder, "similarity": float("nan")}
        for place, coder in made.items()
    ]
    both = pd.concat([links[~gone], pd.DataFrame(rows, columns=schema.columns("links"))])
    return in_order(both)


def in_order(links: pd.DataFrame) -> pd.DataFrame:
    """Sort a table of links so that nothing hangs on how it was made."""
    columns = ["statement_id", "paper_version", "section", "anchor", "how"]
    return schema.conform(links.sort_values(columns, kind="stable"), "links")


def _statements(
    one: HandLink, statements: pd.DataFrame, assignments: pd.DataFrame, theme_now: Callable[[str], str]
) -> Iterator[str]:
    if one.statement:
        meant = (statements["statement_id"] == one.statement) | (statements["duplicate_of"] == one.statement)
        yield from statements.loc[meant, "statement_id"]
        return
    now = theme_now(one.theme)
    if now:
        own = assignments[(assignments["theme_id"] == now) & (assignments["rank"] == 1)]
        yield from own["statement_id"]
