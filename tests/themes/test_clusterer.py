import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.metrics import adjusted_rand_score
from sklearn.utils.estimator_checks import parametrize_with_checks

from lcsynth.themes.clusterer import GivenGroups, LeidenClusterer


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
@parametrize_with_checks([LeidenClusterer()])
def test_it_behaves_as_a_scikit_learn_clusterer(estimator, check):
    check(estimator)


def test_it_finds_plain_groups_and_numbers_them_by_size(blobs):
    vectors, truth = blobs
    found = LeidenClusterer().fit_predict(vectors)
    assert adjusted_rand_score(truth, found) > 0.95
    sizes = np.bincount(found[found >= 0])
    assert sizes.tolist() == sorted(sizes, reverse=True)


@settings(max_examples=25)
@given(st.permutations(range(60)))
def test_the_order_of_the_rows_changes_nothing(blobs, order):
    vectors, _ = blobs
    found = LeidenClusterer().fit_predict(vectors)
    assert np.array_equal(LeidenClusterer().fit_predict(vectors[list(order)]), found[list(order)])


def test_equal_rows_are_never_parted(blobs):
    vectors, _ = blobs
    found = LeidenClusterer().fit_predict(np.vstack([vectors, vectors]))
    assert np.array_equal(found[:60], found[60:])


def test_below_the_least_number_of_different_rows_every_row_is_alone(blobs):
    vectors, _ = blobs
    assert set(LeidenClusterer().fit_predict(vectors[:14])) == {-1}
    assert set(LeidenClusterer().fit_predict(np.repeat(vectors[:2], 30, axis=0))) == {-1}


def test_no_cluster_is_smaller_than_the_smallest(blobs):
    vectors, _ = blobs
    clusterer = LeidenClusterer(smallest=12).fit(vectors)
    sizes = np.bincount(clusterer.labels_[clusterer.labels_ >= 0])
    assert sizes.min() >= 12


def test_a_row_unlike_all_others_is_a_single_voice():
    # Seven groups with some overlap, along an axis each; the last row points along an axis of its own.
    random = np.random.default_rng(0)
    axes = np.repeat(np.arange(7), 10)
    members = np.eye(8)[axes] + 0.3 * random.normal(size=(70, 8)) * (np.arange(8) < 7)
    stranger = members.mean(axis=0) + np.eye(8)[7]
    found = LeidenClusterer().fit_predict(np.vstack([members, stranger]))
    assert found[-1] == -1
    assert (found[:-1] >= 0).mean() > 0.8


def test_new_rows_join_the_cluster_they_fit_or_none(blobs):
    vectors, _ = blobs
    clusterer = LeidenClusterer().fit(vectors)
    agree = clusterer.predict(vectors) == clusterer.labels_
    assert agree.mean() > 0.95
    assert clusterer.predict(clusterer.centres_.mean[None, :])[0] == -1


def test_given_groups_are_taken_over_as_they_are(blobs):
    vectors, truth = blobs
    given_groups = np.where(truth == 2, -1, truth)
    grouper = clone(GivenGroups()).fit(vectors, given_groups)
    assert np.array_equal(grouper.labels_, given_groups)
    assert set(grouper.predict(vectors[truth == 0])) == {0}
