"""The comments of a draft: what was said about its version, and what it inherits from those before."""

from dataclasses import replace

import pytest

from lcsynth.document import parse_paper
from lcsynth.ingest.draft_notes import reference_in
from lcsynth.report.draft import Draft
from tests.report.conftest import PAPER

LATER = PAPER.replace("## 2 Hoe het werkt", "## 1.2 Nieuw\n\nVan ons.\n\n## 2 Hoe het werkt")


def told(tables, version, language="nl"):
    """Place → the comments there, one text each."""
    notes = Draft(tables, tables.versions.papers[version], language).notes()
    return {anchor: ["\n".join(one.lines) for one in here] for anchor, here in notes.items()}


def decided(tables, theme, **said):
    table = tables.decisions.copy()
    for name, value in said.items():
        table.loc[table["theme_id"] == theme, name] = value
    return replace(tables, decisions=table)


@pytest.fixture
def revised(whole):
    """A second version, about which nobody said anything yet."""
    return replace(whole, later=(parse_paper(LATER, version="v2"),))


def test_a_version_about_which_nothing_was_said_has_what_is_unfinished_of_the_one_before(revised):
    first, second = told(revised, "v1"), told(revised, "v2")
    assert list(first) == list(second) == ["1.1", "2.2"]
    (note,) = second["2.2"]
    assert note.startswith("T001 Tijd en uren\nOp deze plaats: ")
    assert "Gezegd over v1 § 2.2. Besluit: open." in note
    assert "\nBesluit:" not in note
    assert reference_in(note) == ("T001", "2.2", "v2")


@pytest.mark.parametrize(
    ("decision", "comes"), [("deferred", 1), ("partly", 1), ("adopted", 0), ("rejected", 0)]
)
def test_what_is_settled_does_not_come_along(revised, decision, comes):
    second = told(decided(revised, "T001", decision=decision, reason="Daarom."), "v2")
    assert len(second.get("2.2", ())) == comes
    assert all("Daarom" in note for note in second.get("2.2", ()))
    assert len(told(revised, "v1")["2.2"]) == 1


def test_said_about_both_versions_it_stands_there_once(revised):
    again = revised.links.assign(paper_version="v2")
    asked = revised.decisions.assign(paper_version="v2")
    both = replace(
        revised,
        links=revised.links.merge(again, how="outer"),
        decisions=revised.decisions.merge(asked, how="outer"),
    )
    (note,) = told(both, "v2")["2.2"]
    assert note.index("Besluit: open.\nGezegd over v1 § 2.2.") > 0
    people = "Op deze plaats: " + told(revised, "v1")["2.2"][0].split("Op deze plaats: ")[1].split(".")[0]
    assert people in note
    settled = both.decisions["paper_version"] == "v2"
    done = both.decisions.assign(decision=both.decisions["decision"].mask(settled, "rejected"))
    (note,) = told(replace(both, decisions=done), "v2")["2.2"]
    assert "Gezegd over v1" not in note


def test_a_place_that_is_gone_gives_nothing(revised):
    gone = parse_paper("## 7 Iets anders\n\nGeheel nieuw geschreven zonder wat er stond.\n", version="v2")
    assert told(replace(revised, later=(gone,)), "v2") == {}
