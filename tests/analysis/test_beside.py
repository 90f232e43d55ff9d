"""Which themes meet at a place of the paper, and how many people of each audience speak there."""

import pandas as pd

from lcsynth.analysis.beside import audiences_of, beside


def voices(*rows):
    """Voices from rows of statement, theme, person and audience."""
    return pd.DataFrame(rows, columns=["statement_id", "theme_id", "contributor", "audience"])


def links(*rows):
    """Links from rows of statement, section, anchor and how."""
    return pd.DataFrame(rows, columns=["statement_id", "section", "anchor", "how"])


def test_themes_at_a_place_are_counted_in_people_the_most_first():
    said = voices(
        ("s1", "T001", "P-1", "a"),
        ("s2", "T002", "P-1", "a"),
        ("s3", "T002", "P-2", "b"),
        ("s4", "T002", "P-2", "b"),
    )
    found = beside(
        links(
            ("s1", "2.1", "2.1", "asked"),
            ("s2", "2.1", "2.1", "said"),
            ("s3", "2.1", "2.1", "asked"),
            ("s4", "2.1", "2.1", "asked"),
            ("s4", "2.1", "2.1:3", "anchored"),
        ),
        said,
    )
    assert found.to_dict("split")["data"] == [
        ["2.1", "2.1", "T002", 2, 3, "said, asked"],
        ["2.1", "2.1", "T001", 1, 1, "asked"],
        ["2.1", "2.1:3", "T002", 1, 1, "anchored"],
    ]


def test_without_links_there_is_nothing_beside_the_paper():
    assert beside(links(), voices(("s1", "T001", "P-1", "a"))).empty


def test_small_audiences_are_left_out_with_those_that_give_them_away():
    people = [("large", 9), ("middle", 6), ("small", 2)]
    said = voices(
        *((f"s{name}{n}", "T001", f"P-{name}{n}", name) for name, many in people for n in range(many))
    )
    assert audiences_of(said, smallest_cell=5) == {"large": 9}
    assert audiences_of(said[said["audience"] != "small"], smallest_cell=5) == {"large": 9, "middle": 6}
