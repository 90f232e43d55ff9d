"""Which decision holds, also when themes were merged since."""

import pytest

from lcsynth.document.holding import Spot, held
from lcsynth.register import append, read_log, replay
from tests.register.operations import by, found
from tests.register.test_deciding import decide

MERGE = by("Anne", "merge", themes=["T002"], into="T001")


@pytest.fixture
def held_of(tmp_path):
    def make(*operations):
        path = tmp_path / "log.jsonl"
        path.unlink(missing_ok=True)
        append(path, [found("T001", "a"), found("T002", "b"), found("T003", "c"), *operations])
        return held(replay(read_log(path)[0]))

    return make


def words(found):
    """Spot's theme → the decision that holds and those of others."""
    return {
        spot.theme: (one.decision and one.decision.decision, [other.decision for other in one.others])
        for spot, one in found.items()
    }


def test_the_last_decision_at_a_place_holds(held_of):
    found = held_of(decide(), decide(decision="rejected"), decide(section="3"))
    assert {spot: one.decision.decision for spot, one in found.items()} == {
        Spot("T001", "v1", "2.1", ""): "rejected",
        Spot("T001", "v1", "3", ""): "adopted",
    }


def test_a_decision_follows_a_theme_that_was_merged(held_of):
    found = held_of(decide("T002"), MERGE)
    assert words(found) == {"T001": ("adopted", [])}
    assert found[Spot("T001", "v1", "2.1", "")].decision.theme == "T002"


def test_the_decision_on_the_theme_itself_holds_and_another_one_of_a_merged_theme_is_told(held_of):
    assert words(held_of(decide("T001"), decide("T002", decision="rejected"), MERGE)) == {
        "T001": ("adopted", ["rejected"])
    }


def test_of_merged_themes_that_were_decided_on_differently_none_holds(held_of):
    both = by("Anne", "merge", themes=["T002", "T003"], into="T001")
    found = held_of(decide("T002"), decide("T003", decision="rejected"), both)
    assert words(found) == {"T001": (None, ["adopted", "rejected"])}


def test_a_decision_after_the_merge_settles_it(held_of):
    found = held_of(decide("T001"), decide("T002", decision="rejected"), MERGE, decide(decision="partly"))
    assert words(found) == {"T001": ("partly", [])}


def test_merged_themes_that_were_decided_on_alike_agree(held_of):
    assert words(held_of(decide("T001"), decide("T002"), MERGE)) == {"T001": ("adopted", [])}
