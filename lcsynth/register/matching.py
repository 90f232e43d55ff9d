"""Which new statements belong to a theme that is there already."""

from __future__ import annotations

from collections.abc import Sequence

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


def match(members: Sequence[Vectors], new: Vectors, *, above: float) -> npt.NDArray[np.int64]:
    """Find for each new statement the theme it is close enough to.

    Close enough is a matter of each theme: closer than what belongs elsewhere, and no farther than nearly all
    of the theme's own members, each compared with the theme as that is without it.

    Parameters
    ----------
    members
        Per theme, the vectors of its members, (n_i, d).
    new
        Vectors of the new statements, (m, d).
    above
        A statement must be closer to the theme than this share of the statements of other themes.

    Returns
    -------
    numpy.ndarray
        The index of the theme joined, -1 for none, (m,).
    """
    if not len(new) or not members:
        return np.full(len(new), -1)
    known = np.concatenate(members)
    labels = np.repeat(np.arange(len(members)), [len(group) for group in members])
    mean = np.concatenate([known, new]).mean(axis=0)
    centres, own = Centres.with_members(known, labels, mean=mean, fits_above=above)
    farthest = [np.quantile(own[labels == at, at], FARTHEST) for at in range(len(members))]
    alone = [len(group) == 1 for group in members]
    reach = np.minimum(np.where(alone, SAME, farthest), SAME)
    similar = centres.similarities(new)
    similar[similar <= np.maximum(centres.threshold, reach)] = -np.inf
    joined: npt.NDArray[np.int64] = np.where(np.isfinite(similar.max(axis=1)), similar.argmax(axis=1), -1)
    return joined
