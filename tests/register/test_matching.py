"""New statements join a theme when they are as close as its own members are."""

import numpy as np
import pytest

from lcsynth.register.matching import match

DIMENSIONS = 16


def around(axis, count, seed, spread=0.2):
    """Vectors of length 1 around one axis."""
    noise = np.random.default_rng(seed).normal(scale=spread, size=(count, DIMENSIONS))
    vectors = np.eye(DIMENSIONS)[axis] + noise
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def themes():
    return [around(0, 12, seed=1), around(1, 12, seed=2), around(2, 12, seed=3)]


def test_a_statement_near_a_theme_joins_it_and_a_far_one_joins_none(themes):
    near = np.concatenate([around(axis, 4, seed=9, spread=0.02) for axis in (0, 1, 2)])
    far = around(7, 4, seed=9, spread=0.02)
    nearest, similarity = match(themes, np.concatenate([near, far]))
    assert nearest.tolist() == [0] * 4 + [1] * 4 + [2] * 4 + [-1] * 4
    assert similarity[:12].min() > similarity[12:].max()


def test_members_that_come_again_join_their_own_theme_or_none(themes):
    nearest, _ = match(themes, np.concatenate(themes))
    own = np.repeat([0, 1, 2], 12)
    assert ((nearest == own) | (nearest == -1)).all()
    assert (nearest == own).mean() > 0.6


@pytest.mark.parametrize(("members", "joins"), [(1, False), (2, False), (3, True)])
def test_a_theme_of_fewer_than_three_members_takes_none(themes, members, joins):
    small = around(5, 1, seed=4).repeat(members, axis=0)
    nearest, _ = match([*themes, small], small[:1])
    assert (nearest.tolist() == [3]) is joins


def test_a_tighter_theme_takes_only_what_is_closer():
    tight, loose = around(0, 12, seed=1, spread=0.02), around(1, 12, seed=2, spread=0.3)
    new = np.concatenate([around(0, 20, seed=5, spread=0.15), around(1, 20, seed=5, spread=0.15)])
    nearest, _ = match([tight, loose], new)
    assert (nearest[:20] == 0).sum() < (nearest[20:] == 1).sum()


def test_the_order_of_new_statements_changes_nothing(themes):
    new = np.concatenate([around(axis, 6, seed=9) for axis in (0, 1, 2, 7)])
    order = np.random.default_rng(0).permutation(len(new))
    nearest, similarity = match(themes, new)
    shuffled, shuffled_similarity = match(themes, new[order])
    assert shuffled.tolist() == nearest[order].tolist()
    np.testing.assert_allclose(shuffled_similarity, similarity[order], rtol=1e-4, atol=1e-5)


def test_the_order_of_themes_and_members_changes_nothing(themes):
    new = np.concatenate([around(axis, 6, seed=9) for axis in (0, 1, 2, 7)])
    nearest, _ = match(themes, new)
    turned, _ = match([theme[::-1] for theme in reversed(themes)], new)
    assert [2 - place if place >= 0 else -1 for place in turned] == nearest.tolist()


def test_without_themes_nothing_is_joined():
    nearest, similarity = match([], around(0, 3, seed=1))
    assert nearest.tolist() == [-1, -1, -1]
    assert np.isnan(similarity).all()


def test_without_new_statements_there_is_nothing_to_say(themes):
    nearest, similarity = match(themes, np.empty((0, DIMENSIONS), dtype=np.float32))
    assert (len(nearest), len(similarity)) == (0, 0)
