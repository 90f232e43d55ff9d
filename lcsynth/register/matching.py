"""Which new statements belong to a theme that is there already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lcsynth.themes.centres import Centres

Vectors = npt.NDArray[np.float32]


def match(members: Sequence[Vectors], new: Vectors, *, above: float) -> npt.NDArray[np.int64]:
    """Find for each new statement the theme it is close enough to.

    Parameters
    ----------
    members
        Per theme, the vectors of its members, (n_i, d).
    new
        Vectors of the new statements, (m, d).
    above
        A statement is close enough when it is closer to the theme than this share of the statements of
        other themes.

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
    joined: npt.NDArray[np.int64] = Centres.of(known, labels, mean=mean, fits_above=above).assign(new)
    return joined
