"""Who was heard on which section of the paper."""

import pandas as pd
import pytest

from lcsynth.analysis.coverage import coverage, unheard

LINKS = pd.DataFrame(
    [("u1", "1.1"), ("u1", "1.1"), ("u1", "2.1"), ("u2", "1.1"), ("u3", "2.1"), ("u4", "9.9")],
    columns=["statement_id", "section"],
)
STATEMENTS = pd.DataFrame(
    [("u1", "c1"), ("u2", "c2"), ("u3", "c3"), ("u4", "c3")], columns=["statement_id", "contribution_id"]
)
CONTRIBUTIONS = pd.DataFrame(
    [("c1", "p1", "onderzoekers"), ("c2", "p1", "onderzoekers"), ("c3", "p2", "praktijk")],
    columns=["contribution_id", "contributor", "audience"],
)


@pytest.fixture
def covered():
    return coverage(
        LINKS,
        STATEMENTS,
        CONTRIBUTIONS,
        sections=["1.1", "2.1", "2.2"],
        audiences=["onderzoekers", "praktijk", "beleid"],
    )


def test_people_and_statements_are_counted_once_per_section_and_audience(covered):
    cells = covered.set_index(["section", "audience"])
    assert cells.loc[("1.1", "onderzoekers")].tolist() == [1, 2]
    assert cells.loc[("2.1", "onderzoekers")].tolist() == [1, 1]
    assert cells.loc[("2.1", "praktijk")].tolist() == [1, 1]


def test_every_section_and_audience_has_a_row_with_nobody_as_zero(covered):
    assert len(covered) == 9
    assert covered.loc[covered["audience"] == "beleid", "contributors"].tolist() == [0, 0, 0]


def test_the_audience_that_was_heard_least_comes_first(covered):
    silent = unheard(covered)
    assert silent["audience"].tolist() == ["beleid", "praktijk", "onderzoekers"]
    assert silent["sections"].tolist() == [("1.1", "2.1", "2.2"), ("1.1", "2.2"), ("2.2",)]


def test_without_links_nobody_was_heard():
    covered = coverage(LINKS.head(0), STATEMENTS, CONTRIBUTIONS, sections=["1.1"], audiences=["onderzoekers"])
    assert covered["contributors"].tolist() == [0]
