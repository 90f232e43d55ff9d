"""The neighbour graph of a set of points, and its communities."""

from __future__ import annotations

import graspologic_native
import numpy as np
from scipy import sparse

# Up to so many points all pairs are compared; beyond, an index is faster.
EXACT_UP_TO = 20_000
# Cells of one block of products: 64 MB in float32. Memory stays linear in the number of points.
BLOCK_CELLS = 2**24
# Neighbours found beyond those that are kept, so that ties at the edge are decided by position.
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
    rows = len(points)
    found = np.empty((rows, neighbours), dtype=np.int32)
    products = np.empty((rows, neighbours), dtype=np.float32)
    taken = min(neighbours + _SPARE, rows - 1)
    step = max(1, BLOCK_CELLS // rows)
    for start in range(0, rows, step):
        similar = points[start : start + step] @ points.T
        inside = np.arange(len(similar))
        similar[inside, start + inside] = -np.inf
        candidates = np.argpartition(similar, rows - taken, axis=1)[:, rows - taken :]
        block = slice(start, start + len(similar))
        found[block], products[block] = _first(
            candidates, np.take_along_axis(similar, candidates, axis=1), neighbours
        )
    return found, products


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
