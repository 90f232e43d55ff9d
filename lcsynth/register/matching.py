"""Which new statements belong to a theme that is there already."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from lcsynth.themes.centres import Centres

Vectors = npt.NDArray[np.float32]
# A theme reaches as far as its own members do, but for this share of the farthest. On five labelled sets, in
# three sessions each, the mean adjusted Rand index with the known topics was .334 at .02, .332 at .05 and .1,
# and .304 to .320 at .25 to .5; a larger share leaves more single voices.
FARTHEST = 0.02
# What says the same. A theme of one statement has no other member to tell how far it reaches, so only this
# joins it.
SAME = 0.999


def match(
    known: Vectors, labels: npt.NDArray[np.int64], new: Vectors, *, above: float
) -> npt.NDArray[np.int64]:
    """Find for each new statement the theme it is close enough to.

    Close enough is a matter of each theme: closer than what belongs elsewhere, and no farther than nearly all
    of the theme's own members, each compared with the theme as that is without it.

    Parameters
    ----------
    known
        Vectors of the members of themes, (n, d).
    labels
        Per member its theme, from 0; none is skipped, (n,).
    new
        Vectors of the new statements, (m, d).
    above
        A statement must be closer to the theme than this share of the statements of other themes.

    Returns
    -------
    numpy.ndarray
        The index of the theme joined, -1 for none, (m,).
    """
    if not len(new) or not len(known):
        return np.full(len(new), -1)
    total = known.sum(axis=0, dtype=np.float64) + new.sum(axis=0, dtype=np.float64)
    mean = (total / (len(known) + len(new))).astype(known.dtype)
    centres, own = Centres.with_members(known, labels, mean=mean, fits_above=above)
    sizes = np.bincount(labels)
    farthest = [np.quantile(own[labels == at, at], FARTHEST) for at in range(len(sizes))]
    alone = sizes == 1
    reach = np.minimum(np.where(alone, SAME, farthest), SAME)
    similar = centres.similarities(new)
    similar[similar <= np.maximum(centres.threshold, reach)] = -np.inf
    joined: npt.NDArray[np.int64] = np.where(np.isfinite(similar.max(axis=1)), similar.argmax(axis=1), -1)
    return joined
