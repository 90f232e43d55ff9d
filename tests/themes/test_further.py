import numpy as np
import pytest

from lcsynth.themes.centres import Centres
from lcsynth.themes.further import further_themes


@pytest.fixture
def groups():
    """Three groups along an axis each, and a last row halfway between the first two."""
    random = np.random.default_rng(0)
    labels = np.repeat([0, 1, 2], 20)
    vectors = np.eye(8)[labels] + 0.05 * random.normal(size=(60, 8))
    between = np.eye(8)[0] + 0.9 * np.eye(8)[1]
    return np.vstack([vectors, between]), np.append(labels, 0)


def found_in(vectors, labels):
    centres = Centres.of(vectors, labels, mean=vectors.mean(axis=0), fits_above=None)
    return further_themes(centres.similarities(vectors[labels >= 0]), labels, centres)


def test_a_statement_on_two_subjects_has_a_further_theme(groups):
    found = found_in(*groups)
    assert [theme for theme, _ in found[60]] == [1]
    assert 0 < found[60][0][1] < 1


def test_a_statement_on_one_subject_has_none(groups):
    assert set(found_in(*groups)) == {60}


def test_a_single_voice_and_an_only_theme_have_none(groups):
    vectors, labels = groups
    assert 60 not in found_in(vectors, np.where(np.arange(61) == 60, -1, labels))
    assert found_in(vectors, np.zeros(61, dtype=int)) == {}
    assert found_in(vectors, np.full(61, -1)) == {}
