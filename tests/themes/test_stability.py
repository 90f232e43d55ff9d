import math

import numpy as np
from scipy import sparse

from lcsynth.themes.clusterer import LeidenClusterer
from lcsynth.themes.stability import bootstrap_stability


def test_a_plain_group_is_stable_and_a_random_one_is_not(blobs):
    vectors, truth = blobs
    fitted = LeidenClusterer().fit(vectors)
    plain = bootstrap_stability(fitted.graphs_.resampled, fitted.nodes_, truth)
    mixed = bootstrap_stability(fitted.graphs_.resampled, fitted.nodes_, np.arange(60) % 3)
    assert min(plain.values()) > 0.9
    assert max(mixed.values()) < 0.5


def test_the_same_seed_gives_the_same_numbers(blobs):
    fitted = LeidenClusterer().fit(blobs[0])
    one, two = (
        bootstrap_stability(fitted.graphs_.resampled, fitted.nodes_, fitted.labels_, seed=3) for _ in range(2)
    )
    assert one == two


def test_contributors_are_drawn_whole(blobs):
    vectors, truth = blobs
    fitted = LeidenClusterer().fit(vectors)
    groups = np.where(truth == 0, "one person", np.arange(60).astype(str))
    stability = bootstrap_stability(fitted.graphs_.resampled, fitted.nodes_, truth, groups=groups)
    assert set(stability) == {0, 1, 2}
    assert all(0 <= value <= 1 for value in stability.values())


def test_without_a_graph_there_is_no_judgement():
    stability = bootstrap_stability(sparse.csr_matrix((3, 3)), np.arange(3), np.array([0, 0, -1]))
    assert list(stability) == [0]
    assert math.isnan(stability[0])
