import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.analysis import exact
from lcsynth.analysis.exact import adjusted, association, cohen_h, cramer_v
from lcsynth.errors import DataError

groups = st.lists(
    st.integers(0, 25).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size))),
    min_size=2,
    max_size=4,
)


def test_the_tea_tasting_lady_has_the_p_value_of_fisher():
    # Three of four cups of each kind told right: 2 * (16 + 1) / 70.
    assert association([3, 1], [4, 4]) == pytest.approx(34 / 70)


def test_a_difference_worked_out_by_hand():
    # All of three did and none of two: one of the ten ways to choose three of five.
    assert association([3, 0], [3, 2]) == pytest.approx(1 / 10)


@settings(max_examples=25)
@given(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(12, 14), st.integers(12, 30)))
def test_with_two_groups_it_is_fishers_test_of_scipy(numbers):
    from scipy.stats import fisher_exact

    one, other, size, other_size = numbers
    expected = fisher_exact([[one, other], [size - one, other_size - other]]).pvalue
    assert association([one, other], [size, other_size]) == pytest.approx(expected, rel=1e-6)


def test_with_more_groups_it_is_the_test_of_freeman_and_halton():
    # Two each of three groups, all of one group and nobody else: 3 of the 15 ways to choose two of six.
    assert association([2, 0, 0], [2, 2, 2]) == pytest.approx(3 / 15)


def test_drawing_divisions_comes_near_going_through_all_and_the_seed_decides_it(monkeypatch):
    counts, sizes = [4, 9, 11], [20, 20, 25]
    whole = association(counts, sizes)
    monkeypatch.setattr(exact, "MOST_DIVISIONS", 1)
    assert association(counts, sizes, seed=3) == association(counts, sizes, seed=3) != whole
    assert association(counts, sizes, seed=3) == pytest.approx(whole, abs=0.02)


@settings(max_examples=40)
@given(groups)
def test_a_p_value_lies_between_0_and_1_and_does_not_depend_on_the_order_of_groups(found):
    counts, sizes = [one for one, _ in found], [size for _, size in found]
    p_value = association(counts, sizes)
    assert 0 < p_value <= 1
    assert association(counts[::-1], sizes[::-1]) == p_value


def test_when_all_or_nobody_did_nothing_differs():
    assert association([0, 0], [5, 9]) == association([5, 9], [5, 9]) == 1
    assert cramer_v([0, 0], [5, 9]) == cramer_v([5, 9], [5, 9]) == 0


def test_adjusting_by_hand():
    # 0.01 * 4 / 1, min(0.02 * 4 / 2, ...), 0.03 * 4 / 3, 0.5.
    assert adjusted([0.02, 0.5, 0.01, 0.03]) == pytest.approx([0.04, 0.5, 0.04, 0.04])
    assert adjusted([]) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_adjusting_is_that_of_scipy(p_values):
    from scipy.stats import false_discovery_control

    assert adjusted(p_values) == pytest.approx(false_discovery_control(p_values).tolist())


def test_effect_sizes_of_the_book():
    # Cohen (1988), table 6.2.2: the arcsine of .50 is 1.571 and of .25 is 1.047.
    assert cohen_h(0.5, 0.25) == pytest.approx(0.524, abs=0.001)
    assert cohen_h(0, 1) == pytest.approx(math.pi)
    assert cramer_v([10, 0], [10, 10]) == pytest.approx(1)
    # Chi-square of [[8, 2], [4, 6]] is 10/3, divided by 20 people.
    assert cramer_v([8, 4], [10, 10]) == pytest.approx((10 / 3 / 20) ** 0.5)


@given(groups)
def test_cramers_v_lies_between_0_and_1(found):
    assert 0 <= cramer_v([one for one, _ in found], [size for _, size in found]) <= 1


@pytest.mark.parametrize("measure", [association, cramer_v])
def test_more_people_than_the_group_has_are_refused(measure):
    with pytest.raises(DataError, match="6 people are counted in a group of 5"):
        measure([6, 1], [5, 5])
