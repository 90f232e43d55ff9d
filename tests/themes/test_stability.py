import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from lcsynth.themes.clusterer import LeidenClusterer
from lcsynth.themes.stability import _compare, bootstrap, by_centres, by_clustering, unknown


def clustering(vectors):
    fitted = LeidenClusterer().fit(vectors)
    return fitted, by_clustering(fitted.graphs_.resampled, fitted.nodes_, resolution=1.0, seed=0)


def points_of(vectors):
    fitted = LeidenClusterer().fit(vectors)
    return fitted.graphs_.points[fitted.nodes_]


def test_a_plain_group_is_stable_and_a_random_one_is_not(blobs):
    vectors, truth = blobs
    _, regroup = clustering(vectors)
    plain, mixed = bootstrap(truth, regroup), bootstrap(np.arange(60) % 3, regroup)
    assert min(plain.of_theme.values()) > 0.9
    assert max(mixed.of_theme.values()) < 0.5
    assert plain.agreement > 0.9
    assert abs(mixed.agreement) < 0.1


def test_given_groups_are_stable_where_their_members_are_nearest_to_their_own(blobs):
    vectors, truth = blobs
    points = points_of(vectors)
    plain = bootstrap(truth, by_centres(points, truth))
    mixed = bootstrap(np.arange(60) % 3, by_centres(points, np.arange(60) % 3))
    assert min(plain.of_theme.values()) > 0.9
    assert max(mixed.of_theme.values()) < 0.6


def test_rows_in_no_theme_do_not_count(blobs):
    vectors, truth = blobs
    points = points_of(vectors)
    labels = np.where(truth == 2, -1, truth)
    assert set(bootstrap(labels, by_centres(points, labels)).of_theme) == {0, 1}


def test_the_same_seed_gives_the_same_numbers(blobs):
    fitted, regroup = clustering(blobs[0])
    assert bootstrap(fitted.labels_, regroup, seed=3) == bootstrap(fitted.labels_, regroup, seed=3)


def test_contributors_are_drawn_whole(blobs):
    vectors, truth = blobs
    _, regroup = clustering(vectors)
    groups = np.where(truth == 0, "one person", np.arange(60).astype(str))
    stability = bootstrap(truth, regroup, groups=groups).of_theme
    assert set(stability) == {0, 1, 2}
    assert all(0 <= value <= 1 for value in stability.values())


def test_where_nothing_tells_the_answer_is_no_number():
    judged = unknown(np.array([0, 0, -1]))
    assert list(judged.of_theme) == [0]
    assert math.isnan(judged.of_theme[0])
    assert math.isnan(judged.agreement)


def two_partitions():
    rows = st.tuples(st.integers(0, 4), st.integers(0, 4))
    return st.lists(rows, min_size=1, max_size=40).map(np.array)


@given(two_partitions())
def test_the_agreement_of_two_partitions_is_that_of_scikit_learn(pairs):
    scores = np.full(5, np.nan)
    agreement = _compare(pairs[:, 0], pairs[:, 1], scores)
    assert agreement == pytest.approx(adjusted_rand_score(pairs[:, 0], pairs[:, 1]))
