"""Clusterers in the manner of scikit-learn: found by Leiden, or given by people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils.validation import check_is_fitted, validate_data

from lcsynth.themes.centres import FITS_ABOVE, Centres
from lcsynth.themes.neighbours import communities, nearest_points, neighbour_graph, neighbourhood_size
from lcsynth.themes.space import joint_space

FLOAT = np.float32
# The share of nodes in a bootstrap resample of many: 1 - 1/e.
DRAWN = 0.632


class LeidenClusterer(ClusterMixin, BaseEstimator):  # type: ignore[misc]
    """Leiden communities of the neighbour graph of statements, placed by their meaning and their words.

    The result does not depend on the order of the rows: equal rows are one node, and nodes are put in an
    order of their own before anything is computed.

    The granularity is that of modularity: a cluster holds more of its members' links than it would by
    chance, and √n neighbours a node set the scale. Choosing the resolution by the agreement of resamples, and
    graphs of shared neighbours, did worse; consensus over resolutions did a hundredth better for nine times
    the clusterings (see `tests/benchmarks/theme_variants.py`).

    Parameters
    ----------
    words
        Sparse, shape (rows, terms): which words each row uses. None to go by the vectors alone.
    neighbours
        How many a row has; None for √n between 5 and 30.
    resolution
        Of the modularity; higher gives more clusters.
    smallest
        Different rows a cluster must have; the rows of a smaller one join another or stand alone.
    cluster_from
        Different rows there must be for any clustering; below it every row is -1.
    fits_above
        A row fits a cluster when it is closer to it than this share of the rows of other clusters.
    seed
        Of Leiden.

    Attributes
    ----------
    labels_
        Shape (rows,): clusters from 0 by falling size, -1 for a row that fits none.
    centres_
        Of the clusters, with the calibrated threshold.
    graphs_
        Of the different rows; without links when there are fewer than ``cluster_from``.
    nodes_
        Shape (rows,): the node of the graph that each row is.
    """

    def __init__(
        self,
        *,
        words: sparse.csr_matrix | None = None,
        neighbours: int | None = None,
        resolution: float = 1.0,
        smallest: int = 3,
        cluster_from: int = 15,
        fits_above: float = FITS_ABOVE,
        seed: int = 0,
    ) -> None:
        self.words = words
        self.neighbours = neighbours
        self.resolution = resolution
        self.smallest = smallest
        self.cluster_from = cluster_from
        self.fits_above = fits_above
        self.seed = seed

    def fit(self, X: np.ndarray, y: object = None) -> Self:  # noqa: N803, ARG002 - the names scikit-learn calls by
        """Find clusters in vectors of shape (rows, dimensions)."""
        vectors = validate_data(self, X, dtype=FLOAT)
        nodes, self.nodes_ = distinct_rows(vectors)
        mean = nodes.mean(axis=0)
        self.graphs_ = Graphs.of(
            nodes,
            words_of_nodes(self.words, self.nodes_),
            neighbours=self.neighbours,
            least=self.cluster_from,
        )
        if len(nodes) < self.cluster_from:
            found = np.full(len(nodes), -1)
        else:
            found = communities(self.graphs_.whole, resolution=self.resolution, seed=self.seed)
            found = self._settle(nodes, _without_small(found, self.smallest), mean)
        found = _by_size(found, np.bincount(self.nodes_, minlength=len(nodes)))
        self.centres_ = Centres.of(nodes, found, mean=mean, fits_above=self.fits_above)
        self.labels_ = found[self.nodes_]
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:  # noqa: N803 - the name scikit-learn calls by
        """Give new vectors the cluster they fit best, or -1; shape (rows,)."""
        check_is_fitted(self)
        return self.centres_.assign(validate_data(self, X, dtype=FLOAT, reset=False))

    def _settle(self, nodes: np.ndarray, labels: np.ndarray, mean: np.ndarray) -> np.ndarray:
        """Move the rows that do not fit their cluster to one they fit, or to none."""
        if labels.max() < 0:
            return labels
        centres, similar = Centres.with_members(nodes, labels, mean=mean, fits_above=self.fits_above)
        own = similar[np.arange(len(nodes)), np.maximum(labels, 0)]
        stays = (labels >= 0) & (own > centres.threshold)
        best = np.where(similar.max(axis=1) > centres.threshold, similar.argmax(axis=1), -1)
        return _without_small(np.where(stays, labels, best), self.smallest)


class GivenGroups(ClusterMixin, BaseEstimator):  # type: ignore[misc]
    """Groups that exist already, handed over as ``y``; new vectors join the nearest one they fit.

    Parameters
    ----------
    fits_above
        As for `LeidenClusterer`.
    """

    def __init__(self, *, fits_above: float = FITS_ABOVE) -> None:
        self.fits_above = fits_above

    def fit(self, X: np.ndarray, y: np.ndarray) -> Self:  # noqa: N803 - the name scikit-learn calls by
        """Take over the groups ``y``: 0…groups - 1, or -1 for a row in none."""
        vectors = validate_data(self, X, dtype=FLOAT)
        self.labels_ = np.asarray(y)
        self.centres_ = Centres.of(
            vectors, self.labels_, mean=vectors.mean(axis=0), fits_above=self.fits_above
        )
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:  # noqa: N803 - the name scikit-learn calls by
        """Give new vectors the group they fit best, or -1; shape (rows,)."""
        check_is_fitted(self)
        return self.centres_.assign(validate_data(self, X, dtype=FLOAT, reset=False))


def distinct_rows(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fold equal rows, and put the different ones in an order that their values decide.

    Returns
    -------
    tuple of numpy.ndarray
        The different rows; and per row of ``vectors`` which of them it is.
    """
    # Adding 0 turns -0 into 0, which has other bytes.
    solid = np.ascontiguousarray(vectors + 0)
    written = [row.tobytes() for row in solid]
    # As plain bytes they are sorted much sooner than as an array of them.
    first: dict[bytes, int] = {}
    for row, one in enumerate(written):
        first.setdefault(one, row)
    number = {one: place for place, one in enumerate(sorted(first))}
    inverse = np.array([number[one] for one in written], dtype=np.int64)
    return solid[[first[one] for one in number]], inverse


def words_of_nodes(words: sparse.csr_matrix | None, nodes: np.ndarray) -> sparse.csr_matrix | None:
    """Give per node the words that any of its rows uses; shape (nodes, terms)."""
    if words is None:
        return None
    member = sparse.csr_matrix((np.ones(len(nodes)), (nodes, np.arange(len(nodes)))))
    return (member @ words).tocsr()


@dataclass(frozen=True)
class Graphs:
    """Two neighbour graphs of the same nodes, each made when first asked for.

    Attributes
    ----------
    points
        Shape (nodes, dimensions): where the nodes lie, see `joint_space`.
    nearest, products
        Shape (nodes, neighbours), as `nearest_points` gives them; no neighbours where nothing is linked.
    usual
        How many neighbours count in the graph of all nodes.
    """

    points: np.ndarray
    nearest: np.ndarray
    products: np.ndarray
    usual: int

    @classmethod
    def of(
        cls,
        nodes: np.ndarray,
        words: sparse.csr_matrix | None = None,
        *,
        neighbours: int | None = None,
        least: int = 0,
    ) -> Graphs:
        """Link nodes with their nearest; there are no links when there are fewer nodes than ``least``."""
        points = joint_space(nodes, nodes.mean(axis=0), words)
        if len(nodes) < max(least, 2):
            return cls(points, np.empty((len(nodes), 0), np.int32), np.empty((len(nodes), 0), FLOAT), 0)
        size = neighbourhood_size(len(nodes)) if neighbours is None else min(neighbours, len(nodes) - 1)
        nearest, products = nearest_points(points, min(round(size / DRAWN), len(nodes) - 1))
        return cls(points, nearest, products, size)

    @cached_property
    def whole(self) -> sparse.csr_matrix:
        """Link each node with its usual neighbours: in this graph the clusters of all nodes are found.

        Sparse, shape (nodes, nodes).
        """
        return neighbour_graph(self.nearest[:, : self.usual], self.products[:, : self.usual])

    @cached_property
    def resampled(self) -> sparse.csr_matrix:
        """Link each node with more neighbours, so that a resample, which draws 63 % of them, keeps as many.

        Sparse, shape (nodes, nodes).
        """
        return neighbour_graph(self.nearest, self.products)


def _without_small(labels: np.ndarray, smallest: int) -> np.ndarray:
    """Dissolve clusters below a size and number the others from 0."""
    values, inverse, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    keep = (values >= 0) & (sizes >= smallest)
    numbers = np.where(keep, np.cumsum(keep) - 1, -1)
    renumbered: np.ndarray = numbers[inverse.ravel()]
    return renumbered


def _by_size(labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Number clusters by falling weight of their nodes; among equals, by their first node."""
    clusters = np.unique(labels[labels >= 0])
    order = sorted(
        clusters.tolist(), key=lambda one: (-weights[labels == one].sum(), np.flatnonzero(labels == one)[0])
    )
    numbers = np.full(len(labels) + 1, -1)
    for number, cluster in enumerate(order):
        numbers[cluster] = number
    renumbered: np.ndarray = numbers[labels]
    return renumbered
