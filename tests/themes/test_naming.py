"""Groups that exist already are named by what tells them from each other."""

import numpy as np

from lcsynth.themes.naming import name_groups
from tests.themes.conftest import ByLetters


def test_groups_are_named_as_when_they_are_discovered(feedback):
    names = name_groups(
        feedback.texts, feedback.subjects, feedback.languages, ByLetters().encode(feedback.texts)
    )
    assert names[0] == {"nl": "Rooster, werkdruk en tijd", "en": "Workload, schedules and time"}
    assert sorted(names) == [0, 1, 2, 3]


def test_statements_in_no_group_are_left_out(feedback):
    labels = np.where(feedback.subjects == 3, -1, feedback.subjects)
    vectors = ByLetters().encode(feedback.texts)
    assert sorted(name_groups(feedback.texts, labels, feedback.languages, vectors)) == [0, 1, 2]
