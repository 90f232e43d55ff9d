"""The steps that `theme_variants.py` puts together in other ways than the library. No script by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from unittest import mock

import numpy as np
from labelled_sets import LabelledSet
from scipy import sparse

from lcsynth.themes import space
from lcsynth.themes.clustering import SMALLEST, distinct_rows, settle, without_small, words_of_nodes
from lcsynth.themes.graphs import Graphs
from lcsynth.themes.neighbours import communities, nearest_points, neighbour_graph, neighbourhood_size
from lcsynth.themes.space import joint_space
from lcsynth.themes.stability import bootstrap, by_clustering
from lcsynth.themes.usage import Usage

EVERY_DIMENSION = 10_000


@dataclass(frozen=True)
class Parts:
    """What every variant starts from: the different statements of a set.

    Attributes
    ----------
    nodes
        Shape (nodes, dimensions): the different vectors.
    place
        Shape (texts,): the node of each text.
    words
        Shape (nodes, terms).
    points
        Shape (nodes, 64): where the library places them.
    """

    nodes: np.ndarray
    place: np.ndarray
    words: sparse.csr_matrix
    points: np.ndarray

    @classmethod
    def of(cls, one: LabelledSet, vectors: np.ndarray) -> Parts:
        nodes, place = distinct_rows(vectors)
        words = words_of_nodes(Usage.of(one.texts).lemmas(), place)
        return cls(nodes, place, words, joint_space(nodes, nodes.mean(axis=0), words))


def placed(parts: Parts, *, words: float = 1.0, dimensions: int = space.DIMENSIONS) -> np.ndarray:
    """Place the nodes as the library does, with words weighing more or less than meaning."""
    meaning = space.unit_rows(parts.nodes.astype(np.float64), parts.nodes.mean(axis=0))
    both = np.hstack([meaning, words * space._by_words(meaning, parts.words)])
    with mock.patch.object(space, "DIMENSIONS", dimensions):
        leading = both @ space._leading_directions([both])
    unit = space.unit_rows(leading, np.zeros(leading.shape[1]))
    return np.rint(unit * space.GRID).astype(np.float32)


def nearest(points: np.ndarray, *, share: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Find the neighbours of every node, so many times the usual number of them."""
    return nearest_points(points, min(round(share * neighbourhood_size(len(points))), len(points) - 1))


def plain_graph(points: np.ndarray, *, share: float = 1.0) -> sparse.csr_matrix:
    return neighbour_graph(*nearest(points, share=share))


def named_by(found: np.ndarray, *, itself: bool = False) -> sparse.csr_matrix:
    """Write neighbours as a matrix of ones; shape (nodes, nodes)."""
    nodes, neighbours = found.shape
    named = sparse.csr_matrix(
        (np.ones(found.size), found.ravel(), np.arange(nodes + 1) * neighbours), shape=(nodes, nodes)
    )
    return (named + sparse.identity(nodes)).tocsr() if itself else named


def mutual_graph(points: np.ndarray) -> sparse.csr_matrix:
    """Keep the links of two that name each other."""
    found, products = nearest(points)
    named = named_by(found)
    return ordered(neighbour_graph(found, products).multiply(named.multiply(named.T)))


def evenly_linked(points: np.ndarray) -> sparse.csr_matrix:
    """Let every link weigh the same, whatever its cosine."""
    named = named_by(nearest(points)[0])
    return ordered(named + named.T)


def shared_graph(points: np.ndarray, *, share: float = 1.0, only_links: bool = False) -> sparse.csr_matrix:
    """Weigh pairs by the Jaccard index of their neighbours (Jarvis and Patrick 1973), from 1/15 on."""
    named = named_by(nearest(points, share=share)[0], itself=True)
    shared = (named @ named.T).tocoo()
    length = named[0].nnz
    weights = shared.data / (2 * length - shared.data)
    keep = (weights >= 1 / 15) & (shared.row != shared.col)
    graph = sparse.csr_matrix((weights[keep], (shared.row[keep], shared.col[keep])), shape=shared.shape)
    return ordered(graph.multiply((named + named.T) > 0)) if only_links else ordered(graph)


def word_graph(parts: Parts) -> sparse.csr_matrix:
    """Link the nodes whose lemmas are most alike: cosine of TF-IDF."""
    used_by = np.asarray(parts.words.sum(axis=0)).ravel()
    weighed = parts.words.multiply(np.log1p(len(parts.nodes) / np.maximum(used_by, 1))).toarray()
    return plain_graph(space.unit_rows(weighed, np.zeros(weighed.shape[1])).astype(np.float32))


def ordered(graph: sparse.spmatrix) -> sparse.csr_matrix:
    rows = graph.tocsr()
    rows.eliminate_zeros()
    rows.sort_indices()
    return rows


def leiden(graph: sparse.csr_matrix, resolution: float = 1.0, seed: int = 0) -> np.ndarray:
    return communities(graph, resolution=resolution, seed=seed)


def settled(parts: Parts, found: np.ndarray, *, fits_above: float = 0.9) -> np.ndarray:
    """Move nodes that do not fit their cluster, as the library does; shape (nodes,), -1 for none."""
    mean = parts.nodes.mean(axis=0)
    return settle(parts.nodes, found, mean=mean, smallest=SMALLEST, fits_above=fits_above)


def not_settled(found: np.ndarray) -> np.ndarray:
    return without_small(found, SMALLEST)


def consensus(
    points: np.ndarray, *, shares: Sequence[float], resolutions: Sequence[float], only_links: bool
) -> np.ndarray:
    """Cluster the share of partitions that put two nodes together (Lancichinetti and Fortunato 2012).

    Pairs that are together in less than half of the partitions are not linked; with ``only_links``, nor are
    those that no graph links.
    """
    graphs = [plain_graph(points, share=share) for share in shares]
    partitions = [leiden(graph, resolution) for graph in graphs for resolution in resolutions]
    member = sparse.hstack(
        [sparse.csr_matrix((np.ones(len(one)), (np.arange(len(one)), one))) for one in partitions]
    ).tocsr()
    together = (member @ member.T).tocoo()
    keep = (together.data >= len(partitions) / 2) & (together.row != together.col)
    agreed = sparse.csr_matrix(
        (together.data[keep] / len(partitions), (together.row[keep], together.col[keep])),
        shape=together.shape,
    )
    return leiden(ordered(agreed.multiply(sum(graphs) > 0)) if only_links else ordered(agreed))


def merged_upward(graph: sparse.csr_matrix, *, fine: float) -> np.ndarray:
    """Take a fine level and join two communities at a time as long as modularity rises."""
    found = leiden(graph, fine)
    between, share = _between(graph, found)
    groups = {group: [group] for group in range(len(between))}
    while len(groups) > 1:
        gains = {
            (one, other): between[one, other] - share[one] * share[other]
            for one, other in combinations(groups, 2)
        }
        one, other = max(gains, key=gains.__getitem__)
        if gains[one, other] <= 0:
            break
        groups[one] += groups.pop(other)
        between[one] += between[other]
        between[:, one] += between[:, other]
        share[one] += share[other]
    numbers = {old: new for new, members in enumerate(groups.values()) for old in members}
    return np.array([numbers[group] for group in found.tolist()])


def split_downward(graph: sparse.csr_matrix, *, coarse: float) -> np.ndarray:
    """Take a coarse level and part each community where that raises the modularity of the whole."""
    found = leiden(graph, coarse)
    for community in range(int(found.max()) + 1):
        rows = np.flatnonzero(found == community)
        tried = found.copy()
        tried[rows] = found.max() + 1 + leiden(graph[rows][:, rows])
        # A number that nobody has any more counts as an empty community.
        if modularity(graph, tried) > modularity(graph, found):
            found = tried
    return found


def modularity(graph: sparse.csr_matrix, found: np.ndarray) -> float:
    between, share = _between(graph, found)
    return float(np.trace(between) - (share**2).sum())


def _between(graph: sparse.csr_matrix, found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the share of all links between communities, and the share of link ends in each."""
    member = sparse.csr_matrix((np.ones(len(found)), (np.arange(len(found)), found)))
    links = (member.T @ graph @ member).toarray()
    return links / links.sum(), links.sum(axis=1) / links.sum()


def most_stable(parts: Parts, *, resolutions: Sequence[float]) -> np.ndarray:
    """Choose the resolution whose partition comes back best in resamples; of equals the lower one."""
    graphs = Graphs.of(parts.nodes, parts.words)
    every = np.arange(len(parts.nodes))
    found = [leiden(graphs.whole, resolution) for resolution in resolutions]
    agreements = [
        bootstrap(
            partition,
            by_clustering(graphs.resampled, every, resolution=resolution, seed=0),
            resamples=10,
        ).agreement
        for partition, resolution in zip(found, resolutions, strict=True)
    ]
    return found[int(np.argmax(agreements))]
