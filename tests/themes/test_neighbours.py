import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from lcsynth.themes import neighbours
from lcsynth.themes.neighbours import communities, nearest_points, neighbour_graph, neighbourhood_size
from lcsynth.themes.space import joint_space


@pytest.fixture
def points(blobs):
    return joint_space(blobs[0], blobs[0].mean(axis=0))


def test_the_nearest_points_are_those_of_a_plain_sort(points):
    similar = points @ points.T
    np.fill_diagonal(similar, -np.inf)
    nearest, products = nearest_points(points, 7)
    assert np.array_equal(nearest, np.argsort(-similar, axis=1, kind="stable")[:, :7])
    assert np.array_equal(products, np.take_along_axis(similar, nearest, axis=1))


@given(st.integers(2, 40), st.integers(1, 12), st.integers(0, 9))
def test_of_equally_near_points_the_first_are_taken_however_many_there_are(rows, neighbours, seed):
    points = np.random.default_rng(seed).integers(-1, 2, size=(rows, 3)).astype(np.float32)
    neighbours = min(neighbours, rows - 1)
    similar = points @ points.T
    np.fill_diagonal(similar, -np.inf)
    nearest, _ = nearest_points(points, neighbours)
    assert np.array_equal(nearest, np.argsort(-similar, axis=1, kind="stable")[:, :neighbours])


def test_blocks_change_nothing(points, monkeypatch):
    whole = nearest_points(points, 7)
    monkeypatch.setattr(neighbours, "BLOCK_CELLS", 200)
    assert all(map(np.array_equal, whole, nearest_points(points, 7)))


def test_the_index_finds_nearly_all_of_them_and_the_same_each_time(monkeypatch):
    random = np.random.default_rng(0)
    centres = random.normal(size=(20, 32))
    vectors = centres[random.integers(20, size=1500)] + 0.7 * random.normal(size=(1500, 32))
    points = joint_space(vectors, vectors.mean(axis=0))
    exact, _ = nearest_points(points, 20)
    monkeypatch.setattr(neighbours, "EXACT_UP_TO", 100)
    monkeypatch.setattr(neighbours, "_SEARCHED", 400)
    found, products = nearest_points(points, 20)
    assert np.mean([len(set(one) & set(two)) / 20 for one, two in zip(exact, found, strict=True)]) > 0.98
    assert not (found == np.arange(1500)[:, None]).any()
    assert np.array_equal(products, np.einsum("id,ijd->ij", points, points[found]))
    assert np.array_equal(nearest_points(points, 20)[0], found)


def test_points_that_name_each_other_are_linked_twice_as_strongly():
    nearest = np.array([[1], [0], [1]], dtype=np.int32)
    graph = neighbour_graph(nearest, np.array([[4.0], [4.0], [2.0]], dtype=np.float32)).toarray()
    np.testing.assert_allclose(graph, [[0, 2, 0], [2, 0, 0.5], [0, 0.5, 0]])


def test_points_that_have_nothing_in_common_keep_a_weak_link():
    nearest = np.array([[1], [0]], dtype=np.int32)
    graph = neighbour_graph(nearest, np.array([[-3.0], [-3.0]], dtype=np.float32))
    assert 0 < graph[0, 1] < 0.01


def test_the_number_of_neighbours_grows_with_the_root_and_is_bounded():
    assert [neighbourhood_size(points) for points in (3, 15, 300, 2000, 100_000)] == [2, 5, 17, 30, 30]


def test_a_graph_without_links_is_as_many_communities_as_rows():
    assert communities(sparse.csr_matrix((4, 4)), resolution=1.0, seed=0).tolist() == [0, 1, 2, 3]
