"""New statements join a theme when they are closer to it than statements of other themes are."""

import numpy as np
import pytest

from lcsynth.register import matching

DIMENSIONS = 16


def match(members, new):
    known = np.concatenate([*members, np.empty((0, new.shape[1]), dtype=np.float32)])
    labels = np.repeat(np.arange(len(members)), [len(group) for group in members])
    return matching.match(known, labels, new, above=0.95)


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
    joined = match(themes, np.concatenate([near, far]))
    assert joined.tolist() == [0] * 4 + [1] * 4 + [2] * 4 + [-1] * 4


def test_each_theme_reaches_as_far_as_its_own_members():
    tight, loose = around(0, 30, seed=1, spread=0.03), around(1, 30, seed=2, spread=0.25)
    strangers = around(2, 30, seed=3)
    as_far = [around(axis, 12, seed=8, spread=0.2) for axis in (0, 1)]
    joined = match([tight, loose, strangers], np.concatenate(as_far))
    assert set(joined[:12]) == {-1}
    assert (joined[12:] == 1).mean() > 0.9


@pytest.mark.parametrize("seed", range(5))
def test_what_lies_between_two_themes_joins_one_of_them_or_none(themes, seed):
    between = around(0, 1, seed=seed) + around(1, 1, seed=seed + 50)
    assert set(match(themes, between / np.linalg.norm(between))) <= {0, 1, -1}


def test_members_that_come_again_join_their_own_theme_or_none(themes):
    joined = match(themes, np.concatenate(themes))
    own = np.repeat([0, 1, 2], 12)
    assert ((joined == own) | (joined == -1)).all()
    assert (joined == own).mean() > 0.9


def test_with_one_theme_only_what_is_more_like_it_than_the_average_joins(themes):
    near, far = around(0, 4, seed=9, spread=0.02), around(7, 4, seed=9, spread=0.02)
    assert match(themes[:1], np.concatenate([near, far])).tolist() == [0] * 4 + [-1] * 4


def test_the_order_of_new_statements_changes_nothing(themes):
    new = np.concatenate([around(axis, 6, seed=9) for axis in (0, 1, 2, 7)])
    order = np.random.default_rng(0).permutation(len(new))
    assert match(themes, new[order]).tolist() == match(themes, new)[order].tolist()


def test_the_order_of_themes_and_members_changes_nothing(themes):
    new = np.concatenate([around(axis, 6, seed=9) for axis in (0, 1, 2, 7)])
    turned = match([theme[::-1] for theme in reversed(themes)], new)
    assert [2 - place if place >= 0 else -1 for place in turned] == match(themes, new).tolist()


def test_statements_that_are_all_the_same_join_nothing_by_accident(themes):
    same = around(0, 1, seed=1).repeat(5, axis=0)
    assert match([same], same).tolist() == [-1] * 5


def test_without_themes_nothing_is_joined():
    assert match([], around(0, 3, seed=1)).tolist() == [-1, -1, -1]


def test_without_new_statements_there_is_nothing_to_say(themes):
    assert len(match(themes, np.empty((0, DIMENSIONS), dtype=np.float32))) == 0


def test_a_theme_of_one_statement_is_joined_by_the_same_words_alone():
    one, other = np.eye(4, dtype=np.float32)[:2]
    near = ((one + 0.2 * other) / np.linalg.norm(one + 0.2 * other)).astype(np.float32)
    assert match([one[None]], np.stack([one, near, other])).tolist() == [0, -1, -1]
