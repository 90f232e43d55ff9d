"""Beside the main theme of a statement: the part of the theme it is in, and what it is also about."""

import numpy as np
import pytest

from lcsynth import schema
from lcsynth.register.assignments import Description
from lcsynth.register.levels import subthemes_table, with_levels

ORDER = ["T003", "T007"]
NAMES = {(0, 0): {"nl": "Geld", "en": "Money"}, (0, 1): {"nl": "Tijd", "en": "Time"}}


class Found:
    """What `discover` would say of four texts: two parts of the first theme, and a text about both."""

    subthemes = np.array([0, 0, 1, -1])
    subtheme_names = NAMES
    also = {0: [(1, 0.4)]}  # noqa: RUF012 - never changed


@pytest.fixture
def statements(statements_of):
    """s02 repeats s00; s04 is of the theme without parts; s05 says nothing."""
    return statements_of(
        ["geld", "geld zat", "geld", "tijd", "rust", "nvt"],
        duplicate_of=["", "", "s00", "", "", ""],
        content=[True] * 5 + [False],
    )


@pytest.fixture
def described():
    return Description(np.ones(4), {}, {}, Found())


@pytest.fixture
def assignments(statements):
    frame = statements[["statement_id"]].assign(
        theme_id=["T003", "T003", "T003", "T003", "T007", ""],
        similarity=0.9,
        rank=1,
        how=["found", "found", "duplicate", "joined", "found", "set aside"],
    )
    return schema.conform(frame, "assignments")


def test_a_statement_that_is_also_about_something_has_a_second_row(assignments, statements, described):
    table = schema.validate(with_levels(assignments, statements, described, ORDER), "assignments")
    further = table[table["rank"] > 1]
    assert further[["statement_id", "theme_id", "similarity", "how"]].values.tolist() == [
        ["s00", "T007", 0.4, "also"],
        ["s02", "T007", 0.4, "also"],
    ]
    assert set(further["subtheme"]) == {""}


def test_main_themes_stay_as_they_were(assignments, statements, described):
    table = with_levels(assignments, statements, described, ORDER)
    main = table[table["rank"] == 1].reset_index(drop=True)
    assert main.drop(columns="subtheme").equals(assignments.drop(columns="subtheme"))


def test_every_statement_of_a_parted_theme_has_its_part(assignments, statements, described):
    table = with_levels(assignments, statements, described, ORDER)
    main = table[table["rank"] == 1]
    assert main["subtheme"].tolist() == ["T003.1", "T003.1", "T003.1", "T003.2", "", ""]


def test_parts_are_counted_in_statements_and_in_people(assignments, statements, described, contributions_of):
    table = with_levels(assignments, statements, described, ORDER)
    people = contributions_of(statements, ["Ann", "Ann", "Bo", "Cas", "Dex", "Eva"])
    parts = schema.validate(subthemes_table(table, statements, people, described, ORDER), "subthemes")
    assert parts.values.tolist() == [
        ["T003.1", "T003", "Geld", "Money", 3, 2],
        ["T003.2", "T003", "Tijd", "Time", 1, 1],
    ]


def test_a_part_that_nobody_here_spoke_of_is_left_out(assignments, statements, described, contributions_of):
    table = with_levels(assignments, statements, described, ORDER)
    here = statements[statements["statement_id"] != "s03"]
    parts = subthemes_table(
        table[table["statement_id"] != "s03"], here, contributions_of(here), described, ORDER
    )
    assert parts["subtheme_id"].tolist() == ["T003.1"]


def test_without_a_description_nothing_is_added(assignments, statements):
    nothing = Description(np.empty(0), {}, {}, None)
    assert with_levels(assignments, statements, nothing, ORDER).equals(assignments)
