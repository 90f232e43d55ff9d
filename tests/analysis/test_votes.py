import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lcsynth.analysis.votes import VOTED_COLUMNS, telling, voted, votes_by_theme


def cast(make_contributions, make_voices, votes, **more):
    """One statement a contribution, all in T001 unless said otherwise, with (support, opposition)."""
    contributions = make_contributions([(f"P-{n}", "researchers", "") for n in range(len(votes))])
    contributions["support"] = [support for support, _ in votes]
    contributions["opposition"] = [opposition for _, opposition in votes]
    rows = [{name: values[n] for name, values in more.items()} for n in range(len(votes))]
    return make_voices(rows), contributions


def test_sides_are_told_by_the_interval_and_by_the_smaller_side(make_contributions, make_voices):
    votes = [(18, 2), (2, 18), (10, 9), (6, 3), (2, 1), (13, 5), (0, 0)]
    table = voted(*cast(make_contributions, make_voices, votes)).set_index("statement_id")
    assert list(table.reset_index().columns) == VOTED_COLUMNS
    assert table["side"].to_dict() == {
        "s00": "supported",
        "s05": "undecided",  # 72 %, and chance could give it, but fewer than a third are against
        "s02": "divided",
        "s03": "divided",
        "s01": "opposed",
        "s04": "undecided",  # three votes tell nothing
    }
    assert table.loc["s00", ["votes", "share"]].tolist() == [20, 0.9]
    assert table.loc["s00", "low"] == pytest.approx(0.699, abs=0.001)


def test_likes_alone_tell_no_side(make_contributions, make_voices):
    table = voted(*cast(make_contributions, make_voices, [(18, 0), (3, 0)]))
    assert table["side"].tolist() == ["undecided", "undecided"]
    assert table["support"].tolist() == [18, 3]


def test_without_votes_there_is_nothing(make_contributions, make_voices):
    table = voted(*cast(make_contributions, make_voices, [(0, 0), (0, 0)]))
    assert table.empty
    assert votes_by_theme(table).empty
    assert telling(table, "divided").empty


def test_what_people_hid_or_excluded_is_not_listed(make_contributions, make_voices):
    table = voted(
        *cast(make_contributions, make_voices, [(9, 1)] * 3, quote=["hidden", "excluded", "pinned"])
    )
    assert table["statement_id"].tolist() == ["s02"]


def test_votes_on_a_contribution_count_once_in_a_theme(make_contributions, make_voices):
    voices, contributions = cast(
        make_contributions,
        make_voices,
        [(18, 2), (4, 3), (5, 5)],
        contribution_id=["c00", "c00", "c02"],
        theme_id=["T001", "T001", "T002"],
    )
    by_theme = votes_by_theme(voted(voices, contributions))
    assert by_theme.to_dict("records") == [
        {
            "theme_id": "T001",
            "contributions": 1,
            "support": 18,
            "opposition": 2,
            "supported": 1,
            "opposed": 0,
            "divided": 0,
        },
        {
            "theme_id": "T002",
            "contributions": 1,
            "support": 5,
            "opposition": 5,
            "supported": 0,
            "opposed": 0,
            "divided": 1,
        },
    ]


def test_the_surest_support_comes_first_and_one_statement_speaks_for_a_contribution(
    make_contributions, make_voices
):
    voices, contributions = cast(
        make_contributions,
        make_voices,
        [(6, 0), (90, 10), (0, 0), (0, 9)],
        contribution_id=["c00", "c01", "c01", "c03"],
    )
    table = voted(voices, contributions)
    assert telling(table, "supported")["statement_id"].tolist() == ["s01", "s00"]
    assert telling(table, "supported", 1)["statement_id"].tolist() == ["s01"]
    assert telling(table, "opposed")["statement_id"].tolist() == ["s03"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=8), st.randoms())
def test_the_order_of_rows_does_not_matter(make_contributions, make_voices, votes, random):
    voices, contributions = cast(make_contributions, make_voices, votes)
    order = list(range(len(votes)))
    random.shuffle(order)
    pd.testing.assert_frame_equal(
        voted(voices, contributions), voted(voices.iloc[order], contributions.iloc[order])
    )
