"""The second level: what a large theme is made of."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from lcsynth.themes.neighbours import communities

# Different statements a theme needs before it is looked into, and a part of it before it is shown.
LARGE = 20
SMALLEST = 5


def find_subthemes(
    graph: sparse.csr_matrix, nodes: np.ndarray, labels: np.ndarray, *, seed: int
) -> np.ndarray:
    """Part the themes that are large enough, by the communities of their own links.

    Parameters
    ----------
    graph
        Of the nodes, as the themes were found in it.
    nodes
        Shape (rows,): the node of every row.
    labels
        Shape (rows,): the theme of every row, -1 for none.

    Returns
    -------
    numpy.ndarray
        Shape (rows,), int: within each theme from 0 by falling number of statements; -1 for a row in no
        theme, in a theme that is not parted, or in a part too small to be shown.
    """
    found = np.full(len(labels), -1)
    for theme in np.unique(labels[labels >= 0]):
        rows = np.flatnonzero(labels == theme)
        present, place = np.unique(nodes[rows], return_inverse=True)
        if len(present) < LARGE:
            continue
        parts = communities(graph[present][:, present], resolution=1.0, seed=seed)
        sizes = np.bincount(parts)
        shown = sorted(np.flatnonzero(sizes >= SMALLEST), key=lambda part: (-sizes[part], part))
        if len(shown) < 2:
            continue
        numbers = np.full(len(sizes), -1)
        numbers[shown] = np.arange(len(shown))
        found[rows] = numbers[parts][place.ravel()]
    return found
