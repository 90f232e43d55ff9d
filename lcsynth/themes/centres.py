"""Where themes lie among the statements, and which theme a vector fits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

DECIMALS = 6
# A vector fits a group when it is closer to it than this share of the vectors of other groups.
FITS_ABOVE = 0.9
_BLOCK = 1024  # rows


@dataclass(frozen=True)
class Centres:
    """The centres of groups of vectors, as directions seen from the mean of all vectors.

    Seen from the mean, what all texts have in common (being remarks on one subject) no longer makes every
    pair alike.

    Attributes
    ----------
    mean
        Shape (dimensions,).
    sums
        Shape (groups, dimensions): per group the sum of its centred unit vectors.
    threshold
        The similarity above which a vector fits a group; NaN when that was not asked.
    """

    mean: np.ndarray
    sums: np.ndarray
    threshold: float

    @classmethod
    def of(
        cls, vectors: np.ndarray, labels: np.ndarray, *, mean: np.ndarray, fits_above: float | None
    ) -> Centres:
        """Compute the centres of groups and calibrate what fits them.

        Parameters
        ----------
        vectors
            Shape (rows, dimensions).
        labels
            Shape (rows,): 0…groups - 1, or -1 for rows in no group.
        mean
            Shape (dimensions,).
        fits_above
            The threshold is this quantile of the similarities of grouped rows to the groups they are not
            in: what fits is closer than that share of the strangers. With one group it is 0, the average.
            None when only similarities are asked.
        """
        unit = unit_rows(vectors, mean)
        sums = _sums(unit, labels)
        similar = np.empty((0, 0)) if fits_above is None else _cosines(unit, sums)
        return cls(mean, sums, _threshold(similar, labels, fits_above))

    @classmethod
    def with_members(
        cls, vectors: np.ndarray, labels: np.ndarray, *, mean: np.ndarray, fits_above: float | None
    ) -> tuple[Centres, np.ndarray]:
        """Compute centres as `of` does, and compare each vector with them, left out of its own group.

        A member of a small group is otherwise similar to it because the centre is partly itself.

        Returns
        -------
        tuple
            The centres; and cosines, shape (rows, groups).
        """
        unit = unit_rows(vectors, mean)
        sums = _sums(unit, labels)
        similar = _cosines(unit, sums)
        centres = cls(mean, sums, _threshold(similar, labels, fits_above))
        grouped = np.flatnonzero(labels >= 0)
        # A few rows at a time, as in `unit_rows`.
        for start in range(0, len(grouped), _BLOCK):
            rows = grouped[start : start + _BLOCK]
            rest = sums[labels[rows]] - unit[rows]
            lengths = np.linalg.norm(rest, axis=1)
            products = np.einsum("ij,ij->i", unit[rows], rest)
            own = np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 1e-9)
            similar[rows, labels[rows]] = np.round(own, DECIMALS)
        return centres, similar

    def similarities(self, vectors: np.ndarray) -> np.ndarray:
        """Compare vectors with all centres: cosines, shape (rows, groups)."""
        return _cosines(unit_rows(vectors, self.mean), self.sums)

    def assign(self, vectors: np.ndarray) -> np.ndarray:
        """Give every vector the group it fits best, or -1 where it fits none; shape (rows,)."""
        if not len(self.sums):
            return np.full(len(vectors), -1)
        similar = self.similarities(vectors)
        best = similar.argmax(axis=1)
        return np.where(similar.max(axis=1) > self.threshold, best, -1)


def unit_rows(vectors: np.ndarray, mean: np.ndarray, *, double: bool = False) -> np.ndarray:
    """Centre vectors and scale them to length 1; a vector that is the mean itself stays 0.

    Parameters
    ----------
    double
        Do it in float64, whatever the vectors are in.
    """
    vectors = np.asarray(vectors)
    kind = np.float64 if double else np.result_type(vectors, mean)
    unit: np.ndarray = np.zeros(vectors.shape, dtype=kind)
    # A few rows at a time: fetching memory for all of them again at every step takes longer than computing.
    for start in range(0, len(vectors), _BLOCK):
        centred = vectors[start : start + _BLOCK].astype(kind, copy=False) - mean
        lengths = np.linalg.norm(centred, axis=1, keepdims=True)
        np.divide(centred, lengths, out=unit[start : start + _BLOCK], where=lengths > 1e-6)
    return unit


def scale_rows(vectors: np.ndarray) -> None:
    """Scale vectors to length 1 where they stand; one that is nearly 0 becomes 0."""
    for start in range(0, len(vectors), _BLOCK):
        block = vectors[start : start + _BLOCK]
        lengths = np.linalg.norm(block, axis=1, keepdims=True)
        np.divide(block, lengths, out=block, where=lengths > 1e-6)
        block[lengths[:, 0] <= 1e-6] = 0.0


def own_similarity(similar: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Give every grouped row its similarity to its own group; NaN for the others; shape (rows,).

    Parameters
    ----------
    similar
        Shape (grouped rows, groups): the similarities of the rows that are in a group.
    labels
        Shape (rows,): the group of every row, -1 for none.
    """
    own = np.full(len(labels), np.nan)
    grouped = np.flatnonzero(labels >= 0)
    own[grouped] = similar[np.arange(len(grouped)), labels[grouped]]
    return own


def _threshold(similar: np.ndarray, labels: np.ndarray, fits_above: float | None) -> float:
    if fits_above is None:
        return float("nan")
    grouped = np.flatnonzero(labels >= 0)
    strangers = np.ones((len(grouped), similar.shape[1]), dtype=bool)
    strangers[np.arange(len(grouped)), labels[grouped]] = False
    others = similar[grouped][strangers]
    threshold = float(np.quantile(others, fits_above)) if len(others) else 0.0
    return round(max(threshold, 0.0), DECIMALS)


def _sums(unit: np.ndarray, labels: np.ndarray) -> np.ndarray:
    grouped = np.flatnonzero(labels >= 0)
    groups = int(labels.max(initial=-1)) + 1
    member = sparse.csr_matrix(
        (np.ones(len(grouped), unit.dtype), (labels[grouped], grouped)), shape=(groups, len(unit))
    )
    sums: np.ndarray = member @ unit
    return sums


def _cosines(unit: np.ndarray, sums: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    directions = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 1e-9)
    # Rounded, because the last bits of a product depend on how many rows go through it together.
    cosines: np.ndarray = np.round(unit @ directions.T, DECIMALS)
    return cosines
