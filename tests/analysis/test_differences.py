import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.analysis.differences import DIFFERENCE_COLUMNS, differences, effect_size


def by_group(**themes):
    """Theme → (people, size) of group a, b, c…"""
    rows = [
        (theme, group, count, size, count / size)
        for theme, cells in themes.items()
        for group, (count, size) in zip("abcd", cells, strict=False)
    ]
    return pd.DataFrame(rows, columns=["theme_id", "group", "contributors", "size", "share"])


def test_a_difference_that_stays_after_adjusting_is_claimed_with_both_groups_and_its_size():
    table = differences(by_group(T001=[(2, 20), (15, 20)], T002=[(9, 20), (10, 20)]))
    first = table.iloc[0]
    assert list(table.columns) == DIFFERENCE_COLUMNS
    assert first[["theme_id", "group", "other_group", "outcome", "measure"]].tolist() == [
        "T001",
        "b",
        "a",
        "differs",
        "h",
    ]
    assert first["p_value"] == pytest.approx(6.8e-05, rel=0.01)
    assert first["adjusted"] == pytest.approx(2 * first["p_value"])
    assert first["effect"] == pytest.approx(1.451, abs=0.001)
    assert table["outcome"].tolist() == ["differs", "no sign"]


def test_what_does_not_stay_after_adjusting_only_may_differ():
    cells = {f"T{n:03}": [(5, 20), (5, 20)] for n in range(2, 9)}
    table = differences(by_group(T001=[(4, 20), (11, 20)], **cells))
    assert table.loc[0, "p_value"] < 0.05 < table.loc[0, "adjusted"]
    assert table.loc[0, "outcome"] == "may differ"


def test_three_groups_are_compared_at_once():
    table = differences(by_group(T001=[(1, 20), (2, 20), (16, 20)]))
    assert table.loc[0, ["groups", "measure", "group", "other_group"]].tolist() == [3, "v", "c", "a"]
    assert table.loc[0, "p_value"] <= 0.001


def test_with_few_people_an_outcome_is_indicative():
    assert differences(by_group(T001=[(1, 14), (2, 15)]))["indicative"].tolist() == [True]
    assert differences(by_group(T001=[(1, 15), (2, 15)]))["indicative"].tolist() == [False]


def test_one_group_cannot_be_compared():
    assert differences(by_group(T001=[(1, 14)])).empty
    assert differences(by_group()).empty


@pytest.mark.parametrize(
    ("effect", "measure", "called"),
    [
        (0.19, "h", "none"),
        (0.2, "h", "small"),
        (0.5, "h", "middling"),
        (0.8, "h", "large"),
        (0.3, "v", "middling"),
    ],
)
def test_an_effect_is_called_as_cohen_does(effect, measure, called):
    assert effect_size(effect, measure) == called


@settings(max_examples=25)
@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=5), st.randoms())
def test_the_order_of_rows_does_not_matter(counts, random):
    table = by_group(**{f"T{n:03}": [(count, 9) for count in row] for n, row in enumerate(counts)})
    order = list(range(len(table)))
    random.shuffle(order)
    pd.testing.assert_frame_equal(differences(table), differences(table.iloc[order]))
