"""The space in which statements are compared: what they mean and the words they use, in few dimensions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import linalg, sparse
from scipy.sparse.linalg import eigsh

from lcsynth.themes.centres import scale_rows, unit_rows

# Directions that are kept. On eight labelled sets 32 to 256 of them group as well as all 1,024.
DIMENSIONS = 64
# Points are whole numbers of this part of their length. Products of two points are then exact, so which of
# two neighbours is nearer does not hang on the order in which a machine adds.
GRID = 256
# Statements that use a word, beside those that do: the mean of few says less about a word.
_PRIOR = 1.0
_BLOCK = 4096  # rows
_FEW_OF = 4  # times as many dimensions as are kept, and finding only these is quicker


def joint_space(vectors: np.ndarray, mean: np.ndarray, words: sparse.csr_matrix | None = None) -> np.ndarray:
    """Place statements by their meaning and their words.

    A word lies where the statements that use it lie: at their mean. A statement's words are the mean of its
    words, rare ones counting more (by inverse document frequency). So statements that share a telling word
    come closer, and so do those whose words are used alike, in whatever language. Both halves, meaning and
    words, count the same; then the leading principal components are kept.

    Parameters
    ----------
    vectors
        Shape (rows, dimensions), the embeddings.
    mean
        Shape (dimensions,), of the embeddings.
    words
        Shape (rows, terms): which words each statement uses. None for meaning alone.

    Returns
    -------
    numpy.ndarray
        Shape (rows, at most 64), float32: whole numbers, rows of length about 256, or 0.
    """
    halves = [unit_rows(vectors, mean, double=True)]
    if words is not None:
        halves.append(_by_words(halves[0], words))
    directions = _leading_directions(halves)
    leading = np.vstack([block @ directions for block in _side_by_side(halves)])
    lengths = np.linalg.norm(leading, axis=1, keepdims=True)
    unit = np.divide(leading, lengths, out=np.zeros_like(leading), where=lengths > 1e-6)
    on_grid: np.ndarray = np.rint(unit * GRID).astype(np.float32)
    return on_grid


def _by_words(meaning: np.ndarray, words: sparse.csr_matrix) -> np.ndarray:
    """Place statements at the mean of their words, and words at the mean of the statements that use them."""
    uses = (words > 0).astype(np.float64).tocsr()
    used_by = np.asarray(uses.sum(axis=0)).ravel()
    places = uses.T @ meaning
    places /= (used_by + _PRIOR)[:, None]
    rarity = np.log1p(uses.shape[0] / np.maximum(used_by, 1.0))
    sums: np.ndarray = uses.multiply(rarity).tocsr() @ places
    scale_rows(sums)
    return sums


def _side_by_side(halves: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
    """Give the rows of arrays next to each other, some at a time: all at once are as much memory again."""
    room = np.empty((min(_BLOCK, len(halves[0])), sum(half.shape[1] for half in halves)))
    for start in range(0, len(halves[0]), _BLOCK):
        blocks = [half[start : start + _BLOCK] for half in halves]
        yield np.concatenate(blocks, axis=1, out=room[: len(blocks[0])])


def _leading_directions(halves: Sequence[np.ndarray]) -> np.ndarray:
    """Find the principal directions of centred points, largest first; shape (dimensions, at most 64).

    Parameters
    ----------
    halves
        The coordinates of the points, the first and the further ones: each of shape (rows, some dimensions).
    """
    rows, dimensions = len(halves[0]), sum(half.shape[1] for half in halves)
    kept = min(DIMENSIONS, rows, dimensions)
    if rows < dimensions:
        # The small side: from the products of rows, the same directions at a fraction of the work.
        points = np.hstack(halves)
        weights, found = linalg.eigh(points @ points.T, subset_by_index=(rows - kept, rows - 1))
        lengths = np.sqrt(np.maximum(weights, 0.0))
        directions = points.T @ np.divide(found, lengths, out=np.zeros_like(found), where=lengths > 1e-6)
    else:
        products = np.zeros((dimensions, dimensions))
        for block in _side_by_side(halves):
            products += block.T @ block
        directions = _largest(products, kept)
    largest_first: np.ndarray = directions[:, ::-1]
    return largest_first


def _largest(products: np.ndarray, kept: int) -> np.ndarray:
    """Find the eigenvectors of the largest eigenvalues, in rising order."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    dimensions = len(products)
    # The products are too small to be divided: more threads only wait for one another.
    with threadpool_limits(1, user_api="blas"):
        if dimensions < _FEW_OF * kept:
            return np.asarray(linalg.eigh(products, subset_by_index=(dimensions - kept, dimensions - 1))[1])
        # The first vector is given, because a random one would change the last bits.
        weights, found = eigsh(products, k=kept, v0=np.ones(dimensions))
        return np.asarray(found[:, np.argsort(weights, kind="stable")])
