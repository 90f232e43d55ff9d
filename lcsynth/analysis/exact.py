"""Exact tests for counts of people, and what to do when there are many of them.

Written out with SciPy's special functions: `scipy.stats` and statsmodels take a second and a half to import,
which every reader of every report would wait for. The tests hold them against `scipy.stats`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.errors import DataError

if TYPE_CHECKING:
    import numpy as np

# Up to so many divisions all are gone through, beyond that some are drawn.
MOST_DIVISIONS = 100_000
DRAWS = 9_999
# Rounding alone makes chances that are the same differ by less than this part.
_SAME = 1e-7


def association(counts: Sequence[int], sizes: Sequence[int], *, seed: int = 0) -> float:
    """Test whether groups differ in how many of their people did something.

    All margins are taken as given. The p-value is the chance, if groups did not matter, of a division over
    the groups that is at most as likely as the one that was found: Fisher's exact test, and for more than two
    groups that of Freeman and Halton. It goes through all divisions, or where there are too many through
    9,999 drawn at random, and then it is never 0.

    Parameters
    ----------
    counts
        How many people of each group did, shape (groups,).
    sizes
        How many people each group has, shape (groups,).
    seed
        Of the draws. Their result does not depend on the order of the groups.

    Returns
    -------
    float
        The p-value, 0 to 1; 1 with fewer than two groups, or when all or nobody did.

    Raises
    ------
    DataError
        If a count is negative or larger than its group.

    References
    ----------
    Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98(1).
    Freeman and Halton (1951), Note on an exact treatment of contingency, goodness of fit and other problems
    of significance, Biometrika 38(1/2). Phipson and Smyth (2010), Permutation p-values should never be zero,
    Statistical Applications in Genetics and Molecular Biology 9(1).
    """
    import numpy as np

    _check(counts, sizes)
    pairs = sorted(zip(sizes, counts, strict=True))
    size, found = np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs])
    did = int(found.sum())
    if len(pairs) < 2 or did in (0, int(size.sum())):
        return 1.0
    reachable = np.minimum(size, did) + 1
    if reachable[:-1].prod(dtype=float) > MOST_DIVISIONS:
        drawn = np.random.default_rng(seed).multivariate_hypergeometric(size, did, size=DRAWS)
        rare = _log_chance(drawn, size) <= _log_chance(found, size) + _SAME
        return float((1 + rare.sum()) / (1 + DRAWS))
    chances = _log_chance(_divisions(reachable, size, did), size)
    likely = np.exp(chances - chances.max())
    rare = chances <= _log_chance(found, size) + _SAME
    return float(min(1.0, likely[rare].sum() / likely.sum()))


def adjusted(p_values: Sequence[float]) -> list[float]:
    """Adjust p-values for their number: keep those up to q, and in expectation a part q of those is chance.

    Returns
    -------
    list of float
        In the same order, each at least its p-value and at most 1.

    References
    ----------
    Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical
    Society B 57(1).
    """
    import numpy as np

    values = np.array(p_values, dtype=float)
    order = np.argsort(-values, kind="stable")
    ranks = np.arange(len(values), 0, -1)
    lowest = np.minimum.accumulate(values[order] * len(values) / ranks)
    found = np.empty(len(values))
    found[order] = np.minimum(lowest, 1.0)
    return [float(value) for value in found]


def cohen_h(share: float, other: float) -> float:
    """Give how far apart two shares are, 0 to π: about 0.2 is small, 0.5 middling, 0.8 large.

    References
    ----------
    Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6.
    """
    first, second = (2 * math.asin(math.sqrt(value)) for value in (share, other))
    return abs(first - second)


def cramer_v(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Give how much it matters in which group somebody is, 0 to 1: 0.1 is small, 0.3 middling, 0.5 large.

    0 when all or nobody did, or a single group has people.

    References
    ----------
    Cramér (1946), Mathematical Methods of Statistics, chapter 21. The words for its size: Cohen (1988),
    chapter 7.
    """
    _check(counts, sizes)
    people, did = sum(sizes), sum(counts)
    if did in (0, people):
        return 0.0
    share = did / people
    squares = [
        (count - size * share) ** 2 / (size * share * (1 - share))
        for count, size in zip(counts, sizes, strict=True)
        if size
    ]
    # The exact sum: that of rounded steps would depend on the order of the groups.
    return float(min(1.0, (math.fsum(squares) / people) ** 0.5))


def _divisions(reachable: np.ndarray, size: np.ndarray, did: int) -> np.ndarray:
    """Give every division of those who did over the groups; shape (divisions, groups)."""
    import numpy as np

    before = np.indices(tuple(int(number) for number in reachable[:-1])).reshape(len(size) - 1, -1)
    last = did - before.sum(axis=0)
    possible = (last >= 0) & (last <= size[-1])
    every: np.ndarray = np.vstack([before, last])[:, possible].T
    return every


def _log_chance(division: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Give the logarithm of the chance of divisions over groups, but for a constant; shape (..., groups)."""
    from scipy.special import gammaln

    ways = -gammaln(division + 1) - gammaln(size - division + 1)
    chance: np.ndarray = ways.sum(axis=-1)
    return chance


def _check(counts: Sequence[int], sizes: Sequence[int]) -> None:
    for count, size in zip(counts, sizes, strict=True):
        if not 0 <= count <= size:
            raise DataError(
                f"{count} people are counted in a group of {size}",
                expected="at most as many people as the group has",
            )
