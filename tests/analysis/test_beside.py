"""Which themes meet at a place of the paper, and how many people speak there."""

import pandas as pd

from lcsynth.analysis.beside import beside


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
