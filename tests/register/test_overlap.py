"""Which cluster goes on as which theme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.register.overlap import continuing


def matched(*pairs):
    """Match from statements given as theme and cluster."""
    names = [f"s{at:02d}" for at in range(len(pairs))]
    themes, clusters = zip(*pairs, strict=True)
    return continuing(dict(zip(names, themes, strict=True)), dict(zip(names, clusters, strict=True)))


def test_a_theme_goes_on_where_most_of_its_statements_are():
    assert matched(*[("T1", 0)] * 5, *[("T1", 1)] * 3, *[("T2", 0)] * 3) == {0: "T1"}


@pytest.mark.parametrize(("count", "found"), [(4, {0: "T1"}), (3, {})])
def test_a_cluster_that_shares_less_than_half_is_something_else(count, found):
    rest = 8 - count
    assert matched(*[("T1", 0)] * count, *[("T1", -1)] * rest, *[("", 0)] * rest) == found


@given(st.lists(st.tuples(st.sampled_from(["", "T1", "T2", "T3"]), st.integers(-1, 3)), min_size=1))
def test_no_theme_goes_on_twice_and_none_is_matched_with_nothing(pairs):
    found = matched(*pairs)
    assert len(set(found.values())) == len(found)
    assert "" not in found.values()
    assert -1 not in found
    assert {(theme, cluster) for cluster, theme in found.items()} <= set(pairs)
