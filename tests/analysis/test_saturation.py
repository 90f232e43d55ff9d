import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.analysis.incidence import Incidence
from lcsynth.analysis.saturation import coverage, curve, expected_new, saturation, unheard

counted = st.integers(5, 30).flatmap(
    lambda people: st.tuples(st.just(people), st.lists(st.integers(1, people), min_size=1, max_size=12))
)


def found(people, themes, singles=()):
    return Incidence(people, np.array(themes, dtype="int64"), np.array(singles, dtype="int64"))


def test_coverage_worked_out_by_hand():
    # Ten people; one thing by one, one by two, one by five: 1 - 1/8 * 9 / (9 + 2).
    assert coverage(np.array([1, 2, 5]), 10) == pytest.approx(1 - 1 / 8 * 9 / 11)
    # Ten more: the same factor to the power of eleven.
    assert coverage(np.array([1, 2, 5]), 10, 10) == pytest.approx(1 - 1 / 8 * (9 / 11) ** 11)
    # Nothing by two people: 1 - 2/7 * 9 / (9 + 2).
    assert coverage(np.array([1, 1, 5]), 10) == pytest.approx(1 - 2 / 7 * 9 / 11)


def test_the_number_of_unheard_things_worked_out_by_hand():
    assert unheard(np.array([1, 1, 1, 2]), 10) == pytest.approx(0.9 * 9 / 2)
    assert unheard(np.array([1, 1, 1]), 10) == pytest.approx(0.9 * 3)
    assert unheard(np.array([2, 3]), 10) == 0


def test_what_one_more_person_adds_is_what_is_not_covered():
    # By definition of coverage: new things of one more person = (1 - coverage) * things a person brings up.
    counts = np.array([1, 1, 1, 1, 2, 2, 5, 9])
    assert expected_new(counts, 10, 1) == pytest.approx(
        (1 - coverage(counts, 10)) * counts.sum() / 10, rel=0.1
    )


def test_all_heard_twice_or_more_is_complete():
    whole = saturation(found(12, [3, 5, 9]))
    assert (whole.coverage, whole.next_coverage, whole.added) == (1, 1, 0)


def test_coverage_and_what_is_added_are_about_right_where_the_truth_is_known():
    random = np.random.default_rng(0)
    chances = np.geomspace(0.5, 0.005, 80)
    errors, surprises = [], []
    for _ in range(100):
        here, next_time = random.random((2, 40, 80)) < chances
        counts = here.sum(axis=0)
        heard = counts > 0
        truth = chances[heard].sum() / chances.sum()
        errors.append(coverage(counts[heard], 40) - truth)
        new = next_time.any(axis=0) & ~heard
        surprises.append(expected_new(counts[heard], 40, 40) - new.sum())
    assert abs(np.mean(errors)) < 0.005
    assert abs(np.mean(surprises)) < 1


def test_the_curve_is_the_mean_over_every_choice_of_people():
    # Who brought up what: theme A by people 0 and 1, theme B by 2, theme C by 0, 3 and 4.
    sets = [{0, 1}, {2}, {0, 3, 4}]
    table = curve(found(5, sorted(len(one) for one in sets)))
    themes = table[table["kind"] == "themes"].set_index("people")["expected"]
    for asked in range(1, 6):
        choices = list(itertools.combinations(range(5), asked))
        mean = sum(sum(bool(one & set(choice)) for one in sets) for choice in choices) / len(choices)
        assert themes[asked] == pytest.approx(mean)


def test_the_curve_goes_on_to_twice_as_many_people_and_says_what_was_observed():
    table = curve(found(8, [2, 4], [1, 1, 1]))
    assert set(table.loc[table["kind"] == "themes", "people"]) == set(range(1, 9))
    whole = table[table["kind"] == "all"].set_index("people")
    assert whole.loc[8, "expected"] == pytest.approx(5)
    assert whole.loc[16, "expected"] == pytest.approx(5 + expected_new(np.array([2, 4, 1, 1, 1]), 8, 8))
    assert whole["observed"].tolist() == [True] * 8 + [False] * 8
    assert whole.loc[9:, ["low", "high"]].isna().all(axis=None)


def test_of_many_people_a_few_numbers_are_worked_out_from_one_to_all():
    numbers = curve(found(2_500, [40, 900], [1] * 5)).query("kind == 'themes'")["people"].tolist()
    assert numbers[:3] == [1, 2, 3]
    assert numbers[-1] == 2_500
    assert len(numbers) <= 30


def test_too_few_people_or_nothing_said_tells_nothing():
    assert saturation(found(4, [2, 3])) is None
    assert saturation(found(9, [])) is None
    assert curve(found(4, [2, 3])).empty
    assert curve(found(9, [])).empty


def test_thousands_of_single_voices_take_no_time_worth_telling():
    whole = saturation(found(2_000, [500, 300, 2], [1] * 8_000))
    assert whole.coverage < 0.2
    assert math.isfinite(whole.added_high)


@settings(max_examples=40)
@given(counted)
def test_coverage_and_what_is_added_stay_within_bounds(drawn):
    people, counts = drawn
    whole = saturation(found(people, sorted(counts)))
    assert 0 <= whole.coverage_low <= whole.coverage <= whole.coverage_high <= 1
    assert whole.coverage <= whole.next_coverage <= 1
    assert 0 <= whole.added_low <= whole.added <= whole.added_high
    assert whole.added <= unheard(np.array(counts), people) + 1e-9


@settings(max_examples=40)
@given(counted)
def test_the_curve_never_falls_and_ends_at_what_was_heard(drawn):
    people, counts = drawn
    table = curve(found(people, sorted(counts)))
    for kind in ("themes", "all"):
        own = table.loc[table["kind"] == kind, "expected"]
        assert (own.diff().dropna() >= -1e-9).all()
    last = table[table["observed"] & (table["people"] == people)]
    assert last["expected"].tolist() == pytest.approx([len(counts)] * 2)


def test_the_same_seed_gives_the_same_interval():
    one = found(20, [2, 9, 14], [1, 1, 1, 2])
    assert saturation(one, seed=1) == saturation(one, seed=1) != saturation(one, seed=2)
