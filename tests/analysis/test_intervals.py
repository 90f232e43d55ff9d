import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.analysis.intervals import wilson
from lcsynth.errors import DataError


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_0_and_1(counted):
    count, size = counted
    row = wilson(pd.Series([count]), pd.Series([size])).iloc[0]
    assert 0 <= row["low"] <= row["share"] <= row["high"] <= 1
    assert row["low"] < row["high"]


@pytest.mark.parametrize(("count", "size"), [(0, 1), (1, 1), (12, 34), (0, 30), (30, 30), (499, 1000)])
def test_the_interval_is_that_of_scipy(count, size):
    from scipy.stats import binomtest

    row = wilson(pd.Series([count]), pd.Series([size])).iloc[0]
    theirs = binomtest(count, size).proportion_ci(method="wilson")
    assert (row["low"], row["high"]) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_a_group_without_people_has_no_share():
    assert wilson(pd.Series([0]), pd.Series([0])).isna().all(axis=None)


def test_more_people_than_the_group_has_is_refused():
    with pytest.raises(DataError, match="3 people are counted in a group of 2"):
        wilson(pd.Series([3]), pd.Series([2]))
