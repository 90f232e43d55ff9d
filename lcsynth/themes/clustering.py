"""Clusters of statements by Leiden: what `LeidenClusterer` does, without scikit-learn.

Scikit-learn takes a second to import, which who only asks for themes need not wait for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from lcsynth.themes.centres import FITS_ABOVE, Centres
from lcsynth.themes.graphs import Graphs
from lcsynth.themes.neighbours import communities

RESOLUTION = 1.0  # of the modularity
SMALLEST = 3  # different rows of a cluster


@dataclass(frozen=True)
class Clustering:
    """Clusters that were found; see the attributes of `LeidenClusterer`."""

    labels: np.ndarray
    centres: Centres
    graphs: Graphs
    nodes: np.ndarray


def find_clusters(
    vectors: np.ndarray,
    words: sparse.csr_matrix | None = None,
    *,
    cluster_from: int,
    seed: int,
    neighbours: int | None = None,
    resolution: float = RESOLUTION,
    smallest: int = SMALLEST,
    fits_above: float = FITS_ABOVE,
) -> Clustering:
    """Find clusters in vectors of shape (rows, dimensions), float32.

    How, and what the arguments mean, is told by `LeidenClusterer`.
    """
    nodes, node_of_row = distinct_rows(vectors)
    mean = nodes.mean(axis=0)
    graphs = Graphs.of(nodes, words_of_nodes(words, node_of_row), neighbours=neighbours, least=cluster_from)
    if len(nodes) < cluster_from:
        found = np.full(len(nodes), -1)
    else:
        found = communities(graphs.whole, resolution=resolution, seed=seed)
        found = settle(nodes, found, mean=mean, smallest=smallest, fits_above=fits_above)
    found = _by_size(found, np.bincount(node_of_row, minlength=len(nodes)))
    centres = Centres.of(nodes, found, mean=mean, fits_above=fits_above)
    return Clustering(found[node_of_row], centres, graphs, node_of_row)


def settle(
    nodes: np.ndarray, labels: np.ndarray, *, mean: np.ndarray, smallest: int, fits_above: float
) -> np.ndarray:
    """Move the nodes that do not fit their cluster to one they fit, or to none, and drop small clusters.

    Returns
    -------
    numpy.ndarray
        Shape (nodes,): clusters from 0, -1 for none.
    """
    labels = without_small(labels, smallest)
    if labels.max() < 0:
        return labels
    centres, similar = Centres.with_members(nodes, labels, mean=mean, fits_above=fits_above)
    own = similar[np.arange(len(nodes)), np.maximum(labels, 0)]
    stays = (labels >= 0) & (own > centres.threshold)
    best = np.where(similar.max(axis=1) > centres.threshold, similar.argmax(axis=1), -1)
    return without_small(np.where(stays, labels, best), smallest)


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


def without_small(labels: np.ndarray, smallest: int) -> np.ndarray:
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
