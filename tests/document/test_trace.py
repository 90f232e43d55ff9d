"""A remark is followed to the changed paragraph in the next version, and a change back to the remark."""

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.document import parse_paper
from lcsynth.document.chain import Chain
from lcsynth.document.trace import COLUMNS, backward, forward

V1 = """## 1 Tijd

Tijd is schaars in het rooster.

Geld is er genoeg voor iedereen.

## 2 Slot

Tot ziens.
"""
V2 = V1.replace("schaars in het rooster", "schaars in het rooster, dus plannen we een vaste middag")


def table(name, **columns):
    """A table of the schema from some of its columns; the others are empty."""
    rows = len(next(iter(columns.values())))
    kinds = {"text": "", "int": 1, "float": 0.5, "bool": True}
    blank = {one.name: [kinds[one.kind]] * rows for one in schema.TABLES[name]}
    return schema.conform(pd.DataFrame(blank | columns), name)


@pytest.fixture
def chain():
    """One remark in two statements: one about paragraph 1:1, on which was decided; one a single voice."""
    return Chain(
        contributions=table(
            "contributions",
            contribution_id=["c1", "c2"],
            session_id=["a", "b"],
            contributor=["P-A", "P-B"],
            text=["Geef ons tijd. Dat is het.", "Meer tijd!"],
            audience=["praktijk", ""],
            kind=["comment", "answer"],
            language=["nl", "en"],
        ),
        statements=table(
            "statements",
            statement_id=["s1", "s2", "s3"],
            contribution_id=["c1", "c1", "c2"],
            text=["Geef ons tijd.", "Dat is het.", "Meer tijd!"],
            start=[0, 15, 0],
        ),
        assignments=table(
            "assignments",
            statement_id=["s1", "s2", "s3"],
            theme_id=["T001", "", "T001"],
            how=["found", "single", "joined"],
        ),
        themes=table("themes", theme_id=["T001"], label_nl=["Tijd"], label_en=["Time"], status=["active"]),
        links=table(
            "links",
            statement_id=["s1"],
            paper_version=["v1"],
            section=["1"],
            anchor=["1:1"],
            how=["anchored"],
        ),
        decisions=table(
            "decisions",
            theme_id=["T001"],
            paper_version=["v1"],
            section=["1"],
            anchor=["1:1"],
            decision=["adopted"],
            reason=["Terecht."],
            in_version=["v2"],
            decided_at=["2026-01-05T10:00:00+00:00"],
            operation=["o1"],
        ),
        papers={"v1": parse_paper(V1, version="v1"), "v2": parse_paper(V2, version="v2")},
        dates={"a": "2022-05-17", "b": "2022-06-21"},
        language="nl",
    )


def steps(frame):
    return [(row["depth"], row["kind"], row["id"], row["how"]) for row in frame.to_dict("records")]


def test_a_contribution_is_followed_to_the_paragraph_that_changed(chain):
    found = forward(chain, "contribution", "c1")
    assert steps(found) == [
        (0, "contribution", "c1", "comment"),
        (1, "statement", "s1", ""),
        (2, "theme", "T001", "found"),
        (3, "paragraph", "1:1", "anchored"),
        (4, "decision", "o1", "adopted"),
        (5, "change", "1:1", "edited"),
        (1, "statement", "s2", ""),
        (2, "single voice", "", ""),
    ]
    change = found.iloc[5]
    assert (change["version"], change["before"]) == ("v2", "Tijd is schaars in het rooster.")
    assert "vaste middag" in change["text"]
    assert tuple(found.columns) == COLUMNS


def test_a_statement_without_a_place_goes_where_its_theme_was_decided_on(chain):
    found = steps(forward(chain, "statement", "s3"))
    assert (2, "paragraph", "1:1", "theme") in found
    assert found[-1] == (4, "change", "1:1", "edited")


def test_a_contributor_is_all_that_one_person_said(chain):
    found = forward(chain, "contributor", "P-A")
    assert set(found.loc[found["kind"] == "contribution", "id"]) == {"c1"}
    assert backward(chain, "contributor", "P-A").empty


def test_a_paragraph_of_the_next_version_goes_back_to_the_remark(chain):
    assert steps(backward(chain, "paragraph", "1:1", "v2")) == [
        (0, "paragraph", "1:1", ""),
        (1, "paragraph", "1:1", "edited"),
        (2, "decision", "o1", "adopted"),
        (3, "theme", "T001", ""),
        (4, "statement", "s1", ""),
        (5, "contribution", "c1", "comment"),
    ]


def test_a_theme_goes_both_ways(chain):
    assert (3, "change", "1:1", "edited") in steps(forward(chain, "theme", "T001"))
    told = backward(chain, "theme", "T001")
    assert list(told.loc[told["kind"] == "contribution", "id"]) == ["c1", "c2"]
    assert told.iloc[2]["date"] == "2022-05-17"


def test_a_place_goes_on_to_the_next_version_without_any_decision(chain):
    assert steps(forward(chain, "paragraph", "1:2", "v1"))[1:] == [(1, "change", "1:2", "same")]
    assert steps(forward(chain, "section", "1", "v1"))[1:] == [(1, "change", "1:1", "edited")]
    assert len(forward(chain, "section", "1", "v2")) == 1


def test_what_people_hid_is_told_and_not_shown(chain):
    chain.assignments.loc[0, "quote"] = "hidden"
    found = forward(chain, "contribution", "c1")
    assert list(found.loc[found["how"] == "hidden", "id"]) == ["c1", "s1"]
    assert "Geef ons tijd" not in found.to_json()


def test_a_merged_theme_goes_on_in_its_successor(chain):
    merged = table("themes", theme_id=["T002"], label_nl=["Uren"], status=["merged"], parent=["T001"])
    chain.__dict__["theme"] = {**chain.theme, "T002": merged.to_dict("records")[0]}
    assert steps(forward(chain, "theme", "T002"))[:2] == [
        (0, "theme", "T002", "merged"),
        (1, "theme", "T001", "active"),
    ]


def test_a_decision_on_the_section_is_behind_the_paragraphs_that_changed_and_no_others(chain):
    chain.decisions.loc[0, "anchor"] = ""
    changed = steps(backward(chain, "paragraph", "1:1", "v2"))
    assert (2, "section", "1", "around") in changed
    assert (3, "decision", "o1", "adopted") in changed
    assert steps(backward(chain, "paragraph", "1:2", "v2")) == [
        (0, "paragraph", "1:2", ""),
        (1, "paragraph", "1:2", "same"),
    ]
