import numpy as np
from scipy import sparse

from lcsynth.themes import neighbours
from lcsynth.themes.centres import unit_rows
from lcsynth.themes.neighbours import communities, nearest_rows, neighbourhood_size, shared_neighbour_graph


def test_the_nearest_rows_are_those_of_a_plain_sort(blobs):
    unit = unit_rows(blobs[0], blobs[0].mean(axis=0))
    similar = unit @ unit.T
    np.fill_diagonal(similar, 2)
    expected = np.sort(np.argsort(-similar, axis=1)[:, :8], axis=1)
    assert np.array_equal(nearest_rows(unit, 7), expected)


def test_blocks_change_nothing(blobs, monkeypatch):
    unit = unit_rows(blobs[0], blobs[0].mean(axis=0))
    whole = nearest_rows(unit, 7)
    graph = shared_neighbour_graph(whole)
    monkeypatch.setattr(neighbours, "BLOCK_CELLS", 200)
    assert np.array_equal(nearest_rows(unit, 7), whole)
    assert (shared_neighbour_graph(whole) != graph).nnz == 0


def test_a_link_weighs_the_jaccard_index_of_two_lists():
    lists = np.array([[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]], dtype=np.int32)
    graph = shared_neighbour_graph(lists).toarray()
    np.testing.assert_allclose(graph, 0.5 * (1 - np.eye(4)))


def test_the_number_of_neighbours_grows_with_the_root_and_is_bounded():
    assert [neighbourhood_size(rows) for rows in (3, 15, 300, 2000, 100_000)] == [2, 5, 11, 29, 50]


def test_a_graph_without_links_is_as_many_communities_as_rows():
    assert communities(sparse.csr_matrix((4, 4)), resolution=1.0, seed=0).tolist() == [0, 1, 2, 3]
