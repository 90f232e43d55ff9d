"""Numbers in words, as a reader without statistics can take them."""

import pytest

from lcsynth.report import wording
from lcsynth.report.languages import catalogue

NL = catalogue("nl")


@pytest.mark.parametrize(("value", "word"), [(0.9, "nauwelijks"), (0.65, "grotendeels"), (0.3, "flink")])
def test_how_alike_themes_are_when_the_grouping_is_repeated_is_said_in_words(value, word):
    assert word in wording.agreement(NL, value, indicative=False)


@pytest.mark.parametrize(("value", "indicative"), [(float("nan"), False), (0.9, True)])
def test_of_too_few_people_nothing_is_said_about_it(value, indicative):
    assert wording.agreement(NL, value, indicative=indicative) == ""


def test_what_is_not_all_is_never_written_as_all():
    words = catalogue("en")
    assert [wording.nearly(words, share) for share in (1.0, 0.9999, 0.87)] == ["100%", "more than 99%", "87%"]
