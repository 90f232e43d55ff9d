"""How far themes would come back if other people had spoken."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from lcsynth.themes.centres import Centres
from lcsynth.themes.neighbours import communities

_NODES_DRAWN = 20_000  # in all resamples together
_MOST_RESAMPLES, _FEWEST_RESAMPLES = 20, 5
_MOST_AT_ONCE = 4  # each holds a part of the graph

Regroup = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Stability:
    """What comes back in resamples.

    Attributes
    ----------
    of_theme
        Theme → 0…1: mean Jaccard similarity with its best match (Hennig 2007); NaN where nothing tells.
    agreement
        Of all themes together: mean adjusted Rand index between the themes and the groups of a resample
        (Hubert and Arabie 1985); 1 is the same, 0 what chance gives. NaN where nothing tells.
    """

    of_theme: dict[int, float]
    agreement: float


def by_clustering(graph: sparse.csr_matrix, nodes: np.ndarray, *, resolution: float, seed: int) -> Regroup:
    """Regroup the rows of a resample by clustering the part of the graph that was drawn.

    Parameters
    ----------
    graph
        Of the nodes, with links.
    nodes
        Shape (rows,): the node of every row.
    """

    def regroup(rows: np.ndarray) -> np.ndarray:
        present, place = np.unique(nodes[rows], return_inverse=True)
        part = graph[present][:, present]
        found: np.ndarray = communities(part, resolution=resolution, seed=seed)[place.ravel()]
        return found

    return regroup


def by_centres(points: np.ndarray, labels: np.ndarray) -> Regroup:
    """Regroup the rows of a resample by the nearest centre, of the members that were drawn with it.

    For themes that were not found by clustering all statements at once: they grew over sessions, or people
    made them. A row does not count for the centre it is compared with.
    """
    nowhere = np.zeros(points.shape[1])

    def regroup(rows: np.ndarray) -> np.ndarray:
        _, drawn = np.unique(labels[rows], return_inverse=True)
        drawn = drawn.ravel() - int((labels[rows] < 0).any())
        _, similar = Centres.with_members(points[rows], drawn, mean=nowhere, fits_above=None)
        return np.asarray(similar.argmax(axis=1))

    return regroup


def bootstrap(
    labels: np.ndarray,
    regroup: Regroup,
    *,
    groups: np.ndarray | None = None,
    resamples: int | None = None,
    seed: int = 0,
) -> Stability:
    """Measure what comes back in bootstrap resamples of the rows, or of whole groups of rows.

    Rows in no theme are drawn too, but do not count in the comparison.

    Parameters
    ----------
    labels
        Shape (rows,): the theme of every row, -1 for none.
    regroup
        Gives the drawn rows their groups in a resample.
    groups
        Shape (rows,): who said it; when given, contributors are drawn instead of rows.
    resamples
        None for 20, and fewer from 1,000 rows on, at least 5: themes are larger there.
    """
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    themes = np.unique(labels[labels >= 0])
    if not len(themes):
        return Stability({}, float("nan"))
    times = resamples or max(_FEWEST_RESAMPLES, min(_MOST_RESAMPLES, _NODES_DRAWN // len(labels)))
    random = np.random.default_rng(seed)
    units = np.arange(len(labels)) if groups is None else _by_appearance(groups)
    count = int(units.max()) + 1
    every = [np.isin(units, random.integers(count, size=count)) for _ in range(times)]
    drawn = [np.flatnonzero(rows) for rows in every if (labels[rows] >= 0).any()]
    scores = np.full((len(drawn), int(themes.max()) + 1), np.nan)
    agreements = []
    # Leiden leaves the interpreter to other threads, and a resample needs nothing of another.
    at_once = min(_MOST_AT_ONCE, os.cpu_count() or 1)
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(at_once) as threads:
        for rows, found, score in zip(drawn, threads.map(regroup, drawn), scores, strict=True):
            grouped = labels[rows] >= 0
            agreements.append(_compare(labels[rows][grouped], found[grouped], score))
    seen = ~np.isnan(scores)
    means = np.where(seen, scores, 0.0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return Stability(
        {int(theme): float(means[theme]) if seen[:, theme].any() else float("nan") for theme in themes},
        float(np.mean(agreements)) if agreements else float("nan"),
    )


def unknown(labels: np.ndarray) -> Stability:
    """Say of every theme that nothing tells how stable it is."""
    return Stability({int(theme): float("nan") for theme in np.unique(labels[labels >= 0])}, float("nan"))


def _by_appearance(groups: np.ndarray) -> np.ndarray:
    """Number groups by where they first occur: a pseudonym hangs on a secret, so its order may not count."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse.ravel()]


def _compare(labels: np.ndarray, found: np.ndarray, scores: np.ndarray) -> float:
    """Write, for every theme that was drawn, its Jaccard similarity with the group most like it.

    Returns
    -------
    float
        The adjusted Rand index of the two partitions (Hubert and Arabie 1985).
    """
    both = sparse.coo_matrix((np.ones(len(labels)), (labels, found))).tocsr().tocoo()
    theme_sizes, found_sizes = np.bincount(labels), np.bincount(found)
    jaccard = both.data / (theme_sizes[both.row] + found_sizes[both.col] - both.data)
    scores[np.flatnonzero(theme_sizes)] = 0.0
    np.maximum.at(scores, both.row, jaccard)
    # Written out: to import scikit-learn's takes a second, and everything needed is here.
    together, in_theme, in_found = _pairs(both.data), _pairs(theme_sizes), _pairs(found_sizes)
    by_chance = in_theme * in_found / max(_pairs(np.array([len(labels)])), 1.0)
    most = (in_theme + in_found) / 2
    return float((together - by_chance) / (most - by_chance)) if most > by_chance else 1.0


def _pairs(sizes: np.ndarray) -> float:
    """Count the pairs within groups of these sizes."""
    return float((sizes * (sizes - 1) / 2).sum())
