"""The shared-nearest-neighbour graph of a set of vectors, and its communities."""

from __future__ import annotations

import graspologic_native
import numpy as np
from scipy import sparse

# Cells of one block of similarities: 64 MB in float32. Memory stays linear in the number of rows.
BLOCK_CELLS = 2**24
# Similarities that differ by less are ties, decided by position: the last bits of a product are not ours.
DECIMALS = 6
# Pairs that share less of their neighbours are not linked; the customary cut-off of this graph in Seurat.
WEAKEST_LINK = 1 / 15


def neighbourhood_size(rows: int) -> int:
    """Choose how many neighbours a row gets: √n/1.5, at least 5, at most 50."""
    return min(rows - 1, max(5, min(50, int(rows**0.5 / 1.5))))


def nearest_rows(unit: np.ndarray, neighbours: int) -> np.ndarray:
    """Find every row's exact nearest rows by cosine, itself among them.

    Parameters
    ----------
    unit
        Shape (rows, dimensions), rows of length 1 or 0.
    neighbours
        How many to find, below the number of rows.

    Returns
    -------
    numpy.ndarray
        Shape (rows, neighbours + 1), int32 row numbers, ascending within a row.
    """
    rows = len(unit)
    found = np.empty((rows, neighbours + 1), dtype=np.int32)
    columns = np.arange(rows)
    step = max(1, BLOCK_CELLS // rows)
    for start in range(0, rows, step):
        similar = unit[start : start + step] @ unit.T
        inside = np.arange(len(similar))
        similar[inside, start + inside] = 2.0
        # Whole numbers without ties: which rows are nearest does not hang on how a library partitions.
        rank = np.rint(similar * 10.0**DECIMALS).astype(np.int64) * rows - columns
        nearest = np.argpartition(rank, rows - neighbours - 1, axis=1)[:, rows - neighbours - 1 :]
        found[start : start + step] = np.sort(nearest, axis=1)
    return found


def shared_neighbour_graph(nearest: np.ndarray) -> sparse.csr_matrix:
    """Link rows by the Jaccard index of their neighbour lists (Jarvis and Patrick 1973).

    Parameters
    ----------
    nearest
        Shape (rows, list length), as `nearest_rows` gives it.

    Returns
    -------
    scipy.sparse.csr_matrix
        Shape (rows, rows), symmetric, weights in (0, 1], empty diagonal, sorted indices.
    """
    rows, length = nearest.shape
    lists = sparse.csr_matrix(
        (np.ones(nearest.size, np.float32), nearest.ravel(), np.arange(rows + 1) * length), shape=(rows, rows)
    )
    listed_by = lists.T.tocsr()
    step = max(1, BLOCK_CELLS // length**2)
    blocks = []
    for start in range(0, rows, step):
        shared = (lists[start : start + step] @ listed_by).tocoo()
        weight = shared.data / (2 * length - shared.data)
        keep = (weight >= WEAKEST_LINK) & (shared.row + start != shared.col)
        block = sparse.csr_matrix(
            (weight[keep].astype(np.float64), (shared.row[keep], shared.col[keep])), shape=shared.shape
        )
        block.sort_indices()
        blocks.append(block)
    return sparse.vstack(blocks, format="csr")


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
