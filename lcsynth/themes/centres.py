"""Where themes lie among the statements, and which theme a vector fits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

DECIMALS = 6
# A vector fits a group when it is closer to it than this share of the vectors of other groups.
FITS_ABOVE = 0.9


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
        The similarity above which a vector fits a group.
    """

    mean: np.ndarray
    sums: np.ndarray
    threshold: float

    @classmethod
    def of(cls, vectors: np.ndarray, labels: np.ndarray, *, mean: np.ndarray, fits_above: float) -> Centres:
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
        """
        unit = unit_rows(vectors, mean)
        sums = _sums(unit, labels)
        similar = _cosines(unit, sums)
        grouped = np.flatnonzero(labels >= 0)
        strangers = np.ones((len(grouped), len(sums)), dtype=bool)
        strangers[np.arange(len(grouped)), labels[grouped]] = False
        others = similar[grouped][strangers]
        threshold = float(np.quantile(others, fits_above)) if len(others) else 0.0
        return cls(mean=mean, sums=sums, threshold=round(max(threshold, 0.0), DECIMALS))

    def similarities(self, vectors: np.ndarray) -> np.ndarray:
        """Compare vectors with all centres: cosines, shape (rows, groups)."""
        return _cosines(unit_rows(vectors, self.mean), self.sums)

    def similarities_left_out(self, vectors: np.ndarray, labels: np.ndarray) -> np.ndarray:
        """Compare as `similarities` does, each row with its own group as that is without the row.

        A member of a small group is otherwise similar to it because the centre is partly itself.
        """
        unit = unit_rows(vectors, self.mean)
        similar = _cosines(unit, self.sums)
        grouped = np.flatnonzero(labels >= 0)
        rest = self.sums[labels[grouped]] - unit[grouped]
        lengths = np.linalg.norm(rest, axis=1)
        products = np.einsum("ij,ij->i", unit[grouped], rest)
        own = np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 1e-9)
        similar[grouped, labels[grouped]] = np.round(own, DECIMALS)
        return similar

    def assign(self, vectors: np.ndarray) -> np.ndarray:
        """Give every vector the group it fits best, or -1 where it fits none; shape (rows,)."""
        if not len(self.sums):
            return np.full(len(vectors), -1)
        similar = self.similarities(vectors)
        best = similar.argmax(axis=1)
        return np.where(similar.max(axis=1) > self.threshold, best, -1)


def unit_rows(vectors: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Centre vectors and scale them to length 1; a vector that is the mean itself stays 0."""
    centred = vectors - mean
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    unit: np.ndarray = np.divide(centred, lengths, out=np.zeros_like(centred), where=lengths > 1e-6)
    return unit


def own_similarity(vectors: np.ndarray, labels: np.ndarray, centres: Centres) -> np.ndarray:
    """Compare every grouped vector with the centre of its group; NaN for the others; shape (rows,)."""
    own = np.full(len(vectors), np.nan)
    grouped = np.flatnonzero(labels >= 0)
    if len(grouped):
        own[grouped] = centres.similarities(vectors[grouped])[np.arange(len(grouped)), labels[grouped]]
    return own


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
