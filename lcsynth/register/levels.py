"""Beside the main theme of a statement: the part of it that it is in, and what it is also about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.register.assignments import Description, clusterable, originals_of

if TYPE_CHECKING:
    import pandas as pd


# What a statement is also about is the machine's to say; it stays hidden or excluded as it is.
_ALSO = {"how": "also", "placed_by": "machine"}


def with_levels(
    assignments: pd.DataFrame, statements: pd.DataFrame, described: Description, order: Sequence[str]
) -> pd.DataFrame:
    """Fill in the sub-theme of every statement, and add a row for each further theme that it is about.

    Parameters
    ----------
    assignments
        With one row per statement, its main theme.
    described, order
        What `describe` gave for these statements.

    Returns
    -------
    pandas.DataFrame
        The assignments table: of every statement the main theme (rank 1) first, then what it is also about
        (rank 2 and 3, ``how`` is ``also``). A duplicate follows its original.
    """
    import pandas as pd

    if described.found is None:
        return assignments
    places = {name: place for place, name in enumerate(clusterable(statements)["statement_id"].tolist())}
    originals = originals_of(statements)
    rows = []
    for row in assignments.to_dict("records"):
        place = places.get(originals[row["statement_id"]], -1)
        if place < 0 or not row["theme_id"]:
            rows.append(row)
            continue
        part = int(described.found.subthemes[place])
        rows.append(row | {"subtheme": _subtheme(row["theme_id"], part) if part >= 0 else ""})
        rows += [
            row | {"theme_id": order[theme], "similarity": similarity, "rank": rank} | _ALSO
            for rank, (theme, similarity) in enumerate(described.found.also.get(place, ()), start=2)
        ]
    return schema.conform(pd.DataFrame(rows, columns=schema.columns("assignments")), "assignments")


def subthemes_table(
    assignments: pd.DataFrame,
    statements: pd.DataFrame,
    contributions: pd.DataFrame,
    described: Description,
    order: Sequence[str],
) -> pd.DataFrame:
    """Make the table of sub-themes, counting only these statements; those nobody spoke of are left out.

    A sub-theme is made anew from the members of its theme at every run: its number is by size, not for ever.
    """
    import pandas as pd

    placed = assignments[assignments["subtheme"] != ""]
    said = placed.merge(statements[["statement_id", "contribution_id"]], on="statement_id").merge(
        contributions[["contribution_id", "contributor"]], on="contribution_id"
    )
    counts = said.groupby("subtheme").agg(
        statements=("statement_id", "nunique"), contributors=("contributor", "nunique")
    )
    rows = [
        {
            "subtheme_id": name,
            "theme_id": order[theme],
            "label_nl": labels["nl"],
            "label_en": labels["en"],
            **counts.loc[name].to_dict(),
        }
        for (theme, part), labels in (described.found.subtheme_names if described.found else {}).items()
        if (name := _subtheme(order[theme], part)) in counts.index
    ]
    return schema.conform(pd.DataFrame(rows, columns=schema.columns("subthemes")), "subthemes")


def _subtheme(theme_id: str, part: int) -> str:
    return f"{theme_id}.{part + 1}"
