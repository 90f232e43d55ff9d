"""Clusterers in the manner of scikit-learn: found by Leiden, or given by people."""

from __future__ import annotations

from typing import Self

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.utils.validation import check_is_fitted, validate_data

from lcsynth.themes.centres import FITS_ABOVE, Centres
from lcsynth.themes.clustering import RESOLUTION, SMALLEST, Clustering, find_clusters
from lcsynth.themes.discovery import CLUSTER_FROM

FLOAT = np.float32


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
        resolution: float = RESOLUTION,
        smallest: int = SMALLEST,
        cluster_from: int = CLUSTER_FROM,
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
        return self.hold(
            find_clusters(
                vectors,
                self.words,
                neighbours=self.neighbours,
                resolution=self.resolution,
                smallest=self.smallest,
                cluster_from=self.cluster_from,
                fits_above=self.fits_above,
                seed=self.seed,
            )
        )

    def hold(self, found: Clustering) -> Self:
        """Be fitted by what was found with the same parameters already."""
        self.labels_, self.centres_ = found.labels, found.centres
        self.graphs_, self.nodes_ = found.graphs, found.nodes
        self.n_features_in_ = len(found.centres.mean)
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:  # noqa: N803 - the name scikit-learn calls by
        """Give new vectors the cluster they fit best, or -1; shape (rows,)."""
        check_is_fitted(self)
        return self.centres_.assign(validate_data(self, X, dtype=FLOAT, reset=False))


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
