"""Where statements lie on the map of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.register.assignments import Description, clusterable

if TYPE_CHECKING:
    import pandas as pd

# More points than this cover each other on a screen, and would make a report large and slow.
MOST_POSITIONS = 600
_DIGITS = 4  # of a coordinate between -1 and 1: finer than the eye


def positions(statements: pd.DataFrame, known: pd.DataFrame, described: Description) -> pd.DataFrame:
    """Lay out statements in the plane, those with a like meaning near each other.

    Parameters
    ----------
    statements
        The statements to lay out: those of one session, or of all.
    known
        The statements that were described: these and those of the sessions before.
    described
        What `assignments.describe` gave for ``known``.

    Returns
    -------
    pandas.DataFrame
        The positions table, by statement: ``x`` and ``y`` from -1 to 1. Statements without content and
        repeats are not in it. Of many there is a sample of 600: the first ones by id, which says nothing
        about them.
    """
    import numpy as np
    import pandas as pd

    names = clusterable(known)["statement_id"]
    chosen = np.flatnonzero(names.isin(clusterable(statements)["statement_id"]))
    if described.found is None or not len(chosen):
        return schema.empty("positions")
    from lcsynth.themes.layout import coordinates

    chosen = chosen[np.argsort(names.iloc[chosen].to_numpy(dtype="str"))][:MOST_POSITIONS]
    plane = coordinates(described.found.points[chosen]).astype("float64")
    plane -= plane.mean(axis=0)
    plane /= np.abs(plane).max() or 1.0
    x, y = plane.round(_DIGITS).T
    return schema.conform(
        pd.DataFrame({"statement_id": names.iloc[chosen].to_numpy(), "x": x, "y": y}), "positions"
    )
