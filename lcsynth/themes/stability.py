"""How far a theme would come back if other people had spoken."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from lcsynth.themes.neighbours import communities

_NODES_DRAWN = 40_000  # in all resamples together


def bootstrap_stability(
    graph: sparse.csr_matrix,
    nodes: np.ndarray,
    labels: np.ndarray,
    *,
    groups: np.ndarray | None = None,
    resamples: int | None = None,
    resolution: float = 1.0,
    seed: int = 0,
) -> dict[int, float]:
    """Measure per theme the mean Jaccard similarity with its best match in bootstrap resamples (Hennig 2007).

    Each resample draws rows, or whole groups of rows, with replacement, and clusters the part of the graph
    that was drawn. Rows in no theme are drawn too, but do not count in the comparison.

    Parameters
    ----------
    graph
        Of the nodes, as the clusterer built it.
    nodes
        Shape (rows,): the node of every row.
    labels
        Shape (rows,): the theme of every row, -1 for none.
    groups
        Shape (rows,): who said it; when given, contributors are drawn instead of rows.
    resamples
        None for 20, and fewer from 2,000 nodes on, at least 5: themes are larger there.

    Returns
    -------
    dict
        Theme → stability from 0 to 1; NaN where the graph has no links to cluster by.
    """
    themes = np.unique(labels[labels >= 0])
    if not len(themes) or graph.nnz == 0:
        return {int(theme): float("nan") for theme in themes}
    resamples = resamples or max(5, min(20, _NODES_DRAWN // graph.shape[0]))
    random = np.random.default_rng(seed)
    units = np.arange(len(labels)) if groups is None else _by_appearance(groups)
    scores = np.full((resamples, int(themes.max()) + 1), np.nan)
    for resample in range(resamples):
        drawn = np.bincount(random.integers(units.max() + 1, size=units.max() + 1), minlength=units.max() + 1)
        rows = np.flatnonzero(drawn[units] > 0)
        present, place = np.unique(nodes[rows], return_inverse=True)
        part = graph[present][:, present]
        found = communities(part, resolution=resolution, seed=seed)[place.ravel()]
        _compare(labels[rows], found, scores[resample])
    seen = ~np.isnan(scores)
    means = np.where(seen, scores, 0.0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return {int(theme): float(means[theme]) if seen[:, theme].any() else float("nan") for theme in themes}


def _by_appearance(groups: np.ndarray) -> np.ndarray:
    """Number groups by where they first occur: a pseudonym hangs on a secret, so its order may not count."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse.ravel()]


def _compare(labels: np.ndarray, found: np.ndarray, scores: np.ndarray) -> None:
    """Write, for every theme that was drawn, its Jaccard similarity with the cluster most like it."""
    grouped = labels >= 0
    if not grouped.any():
        return
    both = sparse.coo_matrix((np.ones(int(grouped.sum())), (labels[grouped], found[grouped]))).tocsr().tocoo()
    theme_sizes = np.bincount(labels[grouped])
    found_sizes = np.bincount(found[grouped])
    jaccard = both.data / (theme_sizes[both.row] + found_sizes[both.col] - both.data)
    drawn = np.flatnonzero(theme_sizes)
    scores[drawn] = 0.0
    np.maximum.at(scores, both.row, jaccard)
