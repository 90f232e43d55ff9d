"""What stands beside each paragraph of the latest version."""

import pandas as pd
import pytest

from lcsynth.document import Versions, parse_paper
from lcsynth.document.margins import margins, reasons

FIRST = """# Paper
## 1 Begin
Dit gaat over de tijd die een groep nodig heeft om elkaar te leren kennen.

Hier staat iets over geld en over de vraag wie dat op tafel legt in een regio.
## 2 Eind
Aan het eind wordt er samen teruggekeken op wat de deelnemers hebben geleerd.
"""
SECOND = FIRST.replace("over geld en", "over geld, over uren en")
THIRD = SECOND.replace(
    "## 2 Eind\n", "## 2 Eind\nEen heel nieuwe alinea over bestuurders en toezichthouders.\n\n"
)


@pytest.fixture
def versions():
    return Versions([parse_paper(text, version=f"v{n}") for n, text in enumerate((FIRST, SECOND, THIRD), 1)])


def decided(*rows):
    names = ["theme_id", "paper_version", "section", "anchor", "decision", "in_version"]
    return pd.DataFrame(rows, columns=names)


def test_a_theme_stands_beside_the_paragraph_as_it_is_now(versions):
    beside = margins(decided(("T001", "v1", "2", "2:1", "open", "")), versions)
    assert beside[["new_section", "new_anchor"]].values.tolist() == [["2", "2:2"]]


def test_a_theme_about_a_section_as_a_whole_stands_with_the_section(versions):
    beside = margins(decided(("T001", "v1", "2", "", "open", "")), versions)
    assert beside[["new_section", "new_anchor"]].values.tolist() == [["2", ""]]


def test_a_place_in_the_latest_version_stays_where_it_is(versions):
    beside = margins(decided(("T001", "v3", "2", "2:1", "open", "")), versions)
    assert beside["new_anchor"].tolist() == ["2:1"]


@pytest.mark.parametrize("place", [("v9", "1", "1:1"), ("v3", "7", "7:1"), ("v1", "1", "1:9")])
def test_a_place_that_is_not_there_has_none_now(versions, place):
    beside = margins(decided(("T001", *place, "open", "")), versions)
    assert beside[["new_section", "new_anchor"]].values.tolist() == [["", ""]]


def test_the_history_of_a_paragraph_tells_every_change_the_last_first(versions):
    history = versions.history()
    assert history["1:1"] == []
    assert [(one.new_version, one.change, one.anchors) for one in history["1:2"]] == [
        ("v2", "edited", ("1:2",))
    ]
    assert [(one.new_version, one.change) for one in history["2:1"]] == [("v3", "new")]


def test_a_change_has_the_decisions_behind_it_that_were_worked_in_in_that_version():
    two = Versions([parse_paper(FIRST, version="v1"), parse_paper(SECOND, version="v2")])
    rows = decided(
        ("T001", "v1", "1", "1:2", "adopted", "v2"),
        ("T002", "v1", "1", "1:2", "rejected", ""),
        ("T003", "v1", "1", "", "partly", "v2"),
        ("T004", "v1", "1", "1:2", "adopted", "v3"),
    )
    beside, aligned = margins(rows, two), two.aligned("v1", "v2")
    found = reasons(aligned, beside, two.latest)
    named = {
        row["new_anchor"]: why["theme_id"].tolist()
        for row, why in zip(aligned.to_dict("records"), found, strict=True)
    }
    assert named["1:2"] == ["T001"]
    assert named["1:1"] == ["T003"]
    assert named["2:1"] == []
