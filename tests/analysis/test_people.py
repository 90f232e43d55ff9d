from hypothesis import given
from hypothesis import strategies as st

from lcsynth.analysis.people import hidden_groups, participation


def _people(make_contributions, **groups):
    return make_contributions([(f"P-{g}{n}", g, "") for g, size in groups.items() for n in range(size)])


def test_people_and_contributions_are_counted_per_group_largest_first(make_contributions):
    found = participation(
        make_contributions([("P-1", "a", ""), ("P-1", "a", ""), ("P-2", "a", ""), ("P-3", "b", "")]),
        by="audience",
        smallest_cell=1,
    )
    assert found.to_numpy().tolist() == [["a", 2, 3, False], ["b", 1, 1, False]]
    assert list(found.columns) == ["group", "contributors", "contributions", "suppressed"]
    assert str(found["contributors"].dtype) == "Int64"


def test_when_one_group_is_too_small_the_next_smallest_is_hidden_with_it(make_contributions):
    found = participation(_people(make_contributions, x=9, y=7, z=3), by="audience", smallest_cell=5)
    assert found["group"].tolist() == ["x", "y", "z"]
    assert found["suppressed"].tolist() == [False, True, True]
    assert found["contributors"].isna().tolist() == [False, True, True]
    assert found["contributions"].isna().tolist() == [False, True, True]


def test_two_small_groups_that_can_be_worked_out_from_the_total_take_a_third_along(make_contributions):
    people = _people(make_contributions, w=20, x=6, y=1, z=1)
    assert hidden_groups(people, by="audience", smallest_cell=5) == {"x", "y", "z"}


def test_hidden_groups_stand_in_order_of_their_name_not_of_their_size(make_contributions):
    found = participation(_people(make_contributions, z=4, y=3, w=20), by="audience", smallest_cell=5)
    assert found["group"].tolist() == ["w", "y", "z"]


def test_no_group_is_hidden_when_all_are_large_enough(make_contributions):
    assert not hidden_groups(_people(make_contributions, x=5, y=6), by="audience", smallest_cell=5)


def test_a_session_without_contributions_has_no_groups(make_contributions):
    assert participation(make_contributions([]), by="audience", smallest_cell=5).empty


@given(st.lists(st.integers(1, 12), min_size=2, max_size=6))
def test_what_is_hidden_is_never_one_group_nor_too_few_people(counts):
    import pandas as pd

    frame = pd.DataFrame(
        [(f"g{g}", f"P-{g}-{n}") for g, size in enumerate(counts) for n in range(size)],
        columns=["audience", "contributor"],
    )
    hidden = hidden_groups(frame, by="audience", smallest_cell=5)
    assert all(f"g{g}" in hidden for g, size in enumerate(counts) if size < 5)
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(counts[int(group[1:])] for group in hidden) >= 5
