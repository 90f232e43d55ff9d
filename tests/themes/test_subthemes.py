import numpy as np

from lcsynth.themes.clustering import distinct_rows
from lcsynth.themes.graphs import Graphs
from lcsynth.themes.subthemes import SMALLEST, find_subthemes


def parts_of(vectors, labels):
    rows, nodes = distinct_rows(vectors)
    return find_subthemes(Graphs.of(rows).whole, nodes, labels, seed=0)


def test_a_large_theme_is_parted_along_its_own_lines(blobs):
    vectors, truth = blobs
    parts = parts_of(vectors, np.zeros(60, dtype=int))
    for part in set(parts[parts >= 0]):
        assert len(set(truth[parts == part])) == 1
    sizes = np.bincount(parts[parts >= 0])
    assert sizes.min() >= SMALLEST
    assert sizes.tolist() == sorted(sizes, reverse=True)


def test_a_small_theme_and_single_voices_are_not(blobs):
    vectors, _ = blobs
    assert set(parts_of(vectors, np.repeat([0, 1, 2, -1], 15))) == {-1}


def test_a_theme_of_one_part_has_no_parts():
    alike = np.eye(3)[np.zeros(30, dtype=int)] + 0.01 * np.random.default_rng(0).normal(size=(30, 3))
    labels = np.zeros(30, dtype=int)
    parts = parts_of(alike.astype(np.float32), labels)
    assert set(parts) == {-1} or len(set(parts[parts >= 0])) > 1


def test_equal_statements_are_in_one_part(blobs):
    vectors, _ = blobs
    parts = parts_of(np.vstack([vectors, vectors]), np.zeros(120, dtype=int))
    assert np.array_equal(parts[:60], parts[60:])
