"""Which themes lie side by side on the map of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NEIGHBOUR_COLUMNS = ["theme_id", "statements", "among_own", "neighbour", "beside"]


def neighbours(points: pd.DataFrame) -> pd.DataFrame:
    """Say of each theme how many of its statements lie among their own, and beside which theme the others do.

    Only who is nearest counts, because on such a map a distance means little beyond that.

    Parameters
    ----------
    points
        ``statement_id``, ``theme_id`` (empty for a single voice), ``x``, ``y``. Of points in the same place
        the smallest id is nearest.

    Returns
    -------
    pandas.DataFrame
        By theme, single voices left out: ``theme_id``, ``statements``, ``among_own`` (how many have one of
        the same theme as their nearest), ``neighbour`` (the other theme that is nearest most often, empty for
        none), ``beside`` (how often it is).
    """
    import numpy as np
    import pandas as pd

    own = points[points["theme_id"] != ""].sort_values("statement_id", ignore_index=True)
    if own.empty:
        return pd.DataFrame({name: [] for name in NEIGHBOUR_COLUMNS})
    plane = own[["x", "y"]].to_numpy(dtype="float64")
    apart = ((plane[:, None, :] - plane[None, :, :]) ** 2).sum(axis=2)
    np.fill_diagonal(apart, np.inf)
    # The only point is next to nothing; argmin would take it for its own neighbour.
    nearest = own["theme_id"].to_numpy()[apart.argmin(axis=1)] if len(own) > 1 else [""]
    pairs = pd.DataFrame({"theme_id": own["theme_id"], "nearest": nearest})
    rows = []
    for theme_id, of_theme in pairs.groupby("theme_id"):
        elsewhere = of_theme.loc[~of_theme["nearest"].isin(["", theme_id]), "nearest"]
        counts = elsewhere.value_counts(sort=False).sort_index()
        first = str(counts.idxmax()) if len(counts) else ""
        rows.append(
            (
                theme_id,
                len(of_theme),
                int((of_theme["nearest"] == theme_id).sum()),
                first,
                int(counts.max()) if len(counts) else 0,
            )
        )
    return pd.DataFrame(rows, columns=NEIGHBOUR_COLUMNS)
