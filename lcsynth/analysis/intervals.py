"""How sure a share is."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING

from lcsynth.errors import DataError

if TYPE_CHECKING:
    import pandas as pd


def wilson(counts: pd.Series, sizes: pd.Series, confidence: float = 0.95) -> pd.DataFrame:
    """Give shares with their Wilson score interval.

    The interval keeps its promise for small groups and for shares near 0 and 1, where the usual one
    (share ± 1.96 standard errors) runs outside 0 to 1.

    Parameters
    ----------
    counts
        How many people of each group, shape (n,).
    sizes
        How many people each group has, shape (n,), on the same index.
    confidence
        How often such intervals hold the true share, 0 to 1.

    Returns
    -------
    pandas.DataFrame
        On the same index: ``share``, ``low``, ``high``, each 0 to 1; NaN where a group is empty.

    Raises
    ------
    DataError
        If a count is negative or larger than its group.

    References
    ----------
    Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22(158).
    """
    import pandas as pd

    wrong = counts[(counts < 0) | (counts > sizes)]
    if len(wrong):
        raise DataError(
            f"{wrong.iloc[0]} people are counted in a group of {sizes[wrong.index[0]]}",
            expected="at most as many people as the group has",
        )
    # Written out: scipy.stats and statsmodels cost about a second to import, and every report needs this.
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    n = sizes.astype("float64").where(sizes > 0)
    share = counts / n
    weight = 1 + z**2 / n
    middle = (share + z**2 / (2 * n)) / weight
    half = z / weight * (share * (1 - share) / n + z**2 / (4 * n**2)) ** 0.5
    # At a share of 0 or 1 one end is exact; rounding would leave it a hair beside it.
    low = (middle - half).mask(share == 0, 0.0).clip(lower=0.0)
    high = (middle + half).mask(share == 1, 1.0).clip(upper=1.0)
    return pd.DataFrame({"share": share, "low": low, "high": high})
