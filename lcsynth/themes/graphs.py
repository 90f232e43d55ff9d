"""The neighbour graphs of statements: which lie nearest to each other in meaning and words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from lcsynth.themes.neighbours import nearest_points, neighbour_graph, neighbourhood_size
from lcsynth.themes.space import joint_space

# The share of nodes in a bootstrap resample of many: 1 - 1/e.
DRAWN = 0.632


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
            return cls(points, np.empty((len(nodes), 0), np.int32), np.empty((len(nodes), 0), np.float32), 0)
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
