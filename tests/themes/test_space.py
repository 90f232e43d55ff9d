import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from lcsynth.themes.space import DIMENSIONS, GRID, joint_space


def cosine(points, one, two):
    return points[one] @ points[two] / (np.linalg.norm(points[one]) * np.linalg.norm(points[two]))


def random_vectors(rows, dimensions=16):
    return np.random.default_rng(rows).normal(size=(rows, dimensions)).astype(np.float32)


def test_statements_that_share_a_rare_word_come_closer():
    vectors = random_vectors(40)
    own = np.eye(40)
    together = own.copy()
    together[[0, 1], 0] = 1
    plain = joint_space(vectors, vectors.mean(axis=0), sparse.csr_matrix(own))
    shared = joint_space(vectors, vectors.mean(axis=0), sparse.csr_matrix(together))
    assert cosine(shared, 0, 1) > cosine(plain, 0, 1) + 0.05


@pytest.mark.parametrize("rows", [2, 3, 15, 63, 64, 65, 300])
def test_any_number_of_rows_has_a_place(rows):
    points = joint_space(random_vectors(rows, 100), random_vectors(rows, 100).mean(axis=0))
    assert points.shape == (rows, min(DIMENSIONS, rows, 100))
    assert np.isfinite(points).all()


def test_points_are_whole_numbers_of_one_length():
    vectors = random_vectors(200, 100)
    points = joint_space(vectors, vectors.mean(axis=0))
    assert np.array_equal(points, np.rint(points))
    np.testing.assert_allclose(np.linalg.norm(points, axis=1), GRID, rtol=0.02)


def test_equal_rows_and_rows_without_words_are_no_trouble():
    vectors = np.repeat(random_vectors(2), 20, axis=0)
    points = joint_space(vectors, vectors.mean(axis=0), sparse.csr_matrix((40, 5)))
    assert np.isfinite(points).all()
    assert not joint_space(np.ones((5, 4)), np.ones(4)).any()


def test_the_small_and_the_large_side_give_the_same_angles():
    vectors = random_vectors(99, 100)
    small = joint_space(vectors, vectors.mean(axis=0))
    large = joint_space(np.vstack([vectors, vectors]), vectors.mean(axis=0))[:99]
    assert np.abs(small @ small.T - large @ large.T).max() < 0.02 * GRID**2


@settings(max_examples=20)
@given(st.permutations(range(30)))
def test_the_order_of_rows_changes_no_distance(order):
    vectors = random_vectors(30)
    mean = vectors.mean(axis=0)
    points, permuted = joint_space(vectors, mean), joint_space(vectors[list(order)], mean)
    apart = (points @ points.T)[np.ix_(order, order)] - permuted @ permuted.T
    assert np.abs(apart).max() < 0.01 * GRID**2
