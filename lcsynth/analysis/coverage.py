"""Which audience has been heard on which section of the paper, and which has not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ["section", "audience", "contributors", "statements"]


def coverage(
    links: pd.DataFrame,
    statements: pd.DataFrame,
    contributions: pd.DataFrame,
    *,
    sections: Sequence[str],
    audiences: Sequence[str],
) -> pd.DataFrame:
    """Count who spoke about each section.

    Parameters
    ----------
    links
        The links table, of one version of the paper.
    statements, contributions
        Tables of the schema.
    sections
        Numbers of the sections that have text, in order.
    audiences
        Those that are to be heard.

    Returns
    -------
    pandas.DataFrame
        ``section``, ``audience``, ``contributors`` and ``statements``: a row for every section and audience,
        with 0 where nobody was heard. A statement counts once per section, however often it is linked to it.
    """
    import pandas as pd

    said = (
        links[["statement_id", "section"]]
        .drop_duplicates()
        .merge(statements[["statement_id", "contribution_id"]], on="statement_id")
        .merge(contributions[["contribution_id", "contributor", "audience"]], on="contribution_id")
    )
    counts = said.groupby(["section", "audience"]).agg(
        contributors=("contributor", "nunique"), statements=("statement_id", "nunique")
    )
    wanted = pd.MultiIndex.from_product([sections, audiences], names=["section", "audience"])
    return counts.reindex(wanted, fill_value=0).reset_index()[COLUMNS]


def unheard(covered: pd.DataFrame) -> pd.DataFrame:
    """Give per audience the sections on which nobody of it was heard, the audience with the most first.

    Returns
    -------
    pandas.DataFrame
        ``audience`` and ``sections`` (a tuple, in order); an audience that was heard on all is not in it.
    """
    import pandas as pd

    silent = covered[covered["contributors"] == 0]
    order = {name: place for place, name in enumerate(covered["audience"].unique())}
    found = [(str(name), tuple(rows["section"])) for name, rows in silent.groupby("audience", sort=False)]
    found.sort(key=lambda one: (-len(one[1]), order[one[0]]))
    return pd.DataFrame(found, columns=["audience", "sections"])
