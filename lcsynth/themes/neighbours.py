"""The neighbour graph of a set of points, and its communities."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import graspologic_native
import numpy as np
from scipy import sparse

# Up to so many points all pairs are compared; beyond, an index is faster.
EXACT_UP_TO = 50_000
# Cells of one block of products: 16 MB in float32. Memory stays linear in the number of points.
BLOCK_CELLS = 2**22
# Of this many groups of points the nearest tell how near the last neighbour is at least.
_GROUPS = 512
# Neighbours found by the index beyond those that are kept, so that ties at the edge are decided by position.
_SPARE = 8
# Of the index: links of a point, and how many candidates are weighed when adding and when searching.
_LINKS, _WEIGHED_ADDING, _WEIGHED_SEARCHING = 16, 64, 96
_SEARCHED = 4096  # points at a time
# A point and one at a right angle, or further: linked as weakly as can be.
_WEAKEST = 1e-3


def neighbourhood_size(points: int) -> int:
    """Choose how many neighbours a point gets: √n, at least 5, at most 30."""
    return min(points - 1, max(5, min(30, int(points**0.5))))


def nearest_points(points: np.ndarray, neighbours: int) -> tuple[np.ndarray, np.ndarray]:
    """Find the points with the largest inner product, exactly or, among many, nearly always.

    Parameters
    ----------
    points
        Shape (points, dimensions), float32 whole numbers as `joint_space` gives them: their products are
        exact, whatever the machine.
    neighbours
        How many to find, below the number of points.

    Returns
    -------
    tuple of numpy.ndarray
        Shape (points, neighbours): numbers of the nearest points, the nearest first, of equals the one that
        comes first; and their products. No point is its own neighbour.
    """
    return (_exactly if len(points) <= EXACT_UP_TO else _by_index)(points, neighbours)


def _exactly(points: np.ndarray, neighbours: int) -> tuple[np.ndarray, np.ndarray]:
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    rows = len(points)
    step = max(1, BLOCK_CELLS // rows)

    def nearest_of(start: int) -> tuple[np.ndarray, np.ndarray]:
        similar = points[start : start + step] @ points.T
        inside = np.arange(len(similar))
        similar[inside, start + inside] = -np.inf
        return _largest_of(similar, neighbours)

    # Whole blocks side by side: of a block only the products could be divided among threads.
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(os.cpu_count()) as threads:
        found, products = zip(*threads.map(nearest_of, range(0, rows, step)), strict=True)
    return np.vstack(found), np.vstack(products)


def _largest_of(similar: np.ndarray, neighbours: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the columns of the largest values of every row, of equals the first; and these values.

    The columns are put in groups. As many groups as there are neighbours hold a value at least as large as
    the least of their maxima, so only the few values from there on need to be sorted.
    """
    rows, points = similar.shape
    groups = max(neighbours, min(_GROUPS, points // 2))
    width = points // groups
    maxima = similar[:, : width * groups].reshape(rows, width, groups).max(axis=1)
    least = np.partition(maxima, groups - neighbours, axis=1)[:, groups - neighbours, None]
    cells = np.flatnonzero(similar >= least)
    row, value = cells // points, similar.ravel()[cells]
    order = np.lexsort((-value, row))
    firsts = np.searchsorted(row, np.arange(rows))[:, None] + np.arange(neighbours)
    taken = order[firsts]
    return (cells[taken] % points).astype(np.int32), value[taken]


def _by_index(points: np.ndarray, neighbours: int) -> tuple[np.ndarray, np.ndarray]:
    """Search a graph of small worlds (Malkov and Yashunin 2020), built point by point in their order."""
    from usearch.index import Index

    index = Index(
        ndim=points.shape[1],
        metric="ip",
        dtype="f32",
        connectivity=_LINKS,
        expansion_add=_WEIGHED_ADDING,
        expansion_search=_WEIGHED_SEARCHING,
    )
    # With more threads the index would hang on which of them is first.
    index.add(np.arange(len(points)), points, threads=1)
    found = np.empty((len(points), neighbours), dtype=np.int32)
    products = np.empty((len(points), neighbours), dtype=np.float32)
    for start in range(0, len(points), _SEARCHED):
        block = slice(start, start + _SEARCHED)
        candidates = index.search(points[block], neighbours + 1 + _SPARE).keys.astype(np.int64)
        similar = np.einsum("id,ijd->ij", points[block], points[candidates], optimize=True)
        similar[candidates == np.arange(start, start + len(candidates))[:, None]] = -np.inf
        found[block], products[block] = _first(candidates, similar, neighbours)
    return found, products


def _first(candidates: np.ndarray, similar: np.ndarray, neighbours: int) -> tuple[np.ndarray, np.ndarray]:
    order = np.lexsort((candidates, -similar), axis=1)[:, :neighbours]
    return np.take_along_axis(candidates, order, axis=1), np.take_along_axis(similar, order, axis=1)


def neighbour_graph(nearest: np.ndarray, products: np.ndarray) -> sparse.csr_matrix:
    """Link every point with its neighbours, by their cosine; two that name each other count twice.

    Parameters
    ----------
    nearest, products
        Shape (points, neighbours), as `nearest_points` gives them.

    Returns
    -------
    scipy.sparse.csr_matrix
        Shape (points, points), symmetric, positive weights, empty diagonal, sorted indices.
    """
    points, neighbours = nearest.shape
    weights = np.maximum(products.ravel().astype(np.float64) / max(products.max(initial=0.0), 1.0), _WEAKEST)
    named = sparse.csr_matrix(
        (weights, nearest.ravel(), np.arange(points + 1) * neighbours), shape=(points, points)
    )
    graph = (named + named.T).tocsr()
    graph.sort_indices()
    return graph


def communities(graph: sparse.csr_matrix, *, resolution: float, seed: int) -> np.ndarray:
    """Partition a graph with the Leiden algorithm on modularity (Traag, Waltman and van Eck 2019).

    Returns
    -------
    numpy.ndarray
        Shape (rows,), int64 community numbers; a row without links is alone.
    """
    rows = graph.shape[0]
    if graph.nnz == 0:
        return np.arange(rows)
    _, found = graspologic_native.leiden_csr(
        graph.indptr.astype(np.int64),
        graph.indices.astype(np.int32),
        graph.data.astype(np.float64),
        rows,
        resolution=resolution,
        iterations=2,
        seed=seed,
    )
    return np.fromiter((found[row] for row in range(rows)), dtype=np.int64, count=rows)
