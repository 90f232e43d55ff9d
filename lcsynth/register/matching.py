"""Which new statements belong to a theme that is there already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

# A new statement joins a theme when it is closer to its centre than this share of its own members is.
JOIN_QUANTILE = 0.25
# A theme of fewer members says too little about how close is close enough.
FEWEST_MEMBERS = 3


def match(members: Sequence[Vectors], new: Vectors) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Find for each new statement the theme it is close enough to.

    Vectors are centred on the mean of all of them and scaled to length 1. A statement joins the theme with
    the nearest centre when its cosine to that centre is not below the theme's own threshold: the first
    quartile of its members' cosines to the centre of the other members.

    Parameters
    ----------
    members
        Per theme, the vectors of its members, (n_i, d).
    new
        Vectors of the new statements, (m, d).

    Returns
    -------
    tuple of numpy.ndarray
        The index of the theme joined, -1 for none, (m,); and the cosine to the nearest centre, (m,), NaN
        when there are no themes.
    """
    if not len(new) or not members:
        return np.full(len(new), -1), np.full(len(new), np.nan, dtype=np.float32)
    mean = np.concatenate([*members, new]).mean(axis=0)
    groups = [_unit(group - mean) for group in members]
    centres = np.stack([_unit(group.sum(axis=0, keepdims=True))[0] for group in groups])
    thresholds = np.array([_threshold(group) for group in groups])
    cosines = _unit(new - mean) @ centres.T
    nearest = cosines.argmax(axis=1)
    similarity = cosines[np.arange(len(new)), nearest]
    return np.where(similarity >= thresholds[nearest], nearest, -1), similarity


def _threshold(group: Vectors) -> float:
    """Give the cosine above which a statement is as close as the members themselves."""
    if len(group) < FEWEST_MEMBERS:
        return np.inf
    others = _unit(group.sum(axis=0) - group)
    return float(np.quantile((group * others).sum(axis=1), JOIN_QUANTILE))


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
