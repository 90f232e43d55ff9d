"""People say which place in the paper a statement or theme is about; the last word holds."""

from lcsynth.register import replay
from lcsynth.register.linking import HandLink
from tests.register.operations import by, found

PLACE = {"paper_version": "v1", "section": "2.1", "anchor": "2.1:3"}


def test_links_are_kept_in_order_with_who_made_them():
    register = replay(
        [
            found("T001", "s1"),
            by("Anne", "link", statement="s1", **PLACE),
            by("Bram", "unlink", theme="T001", **PLACE | {"anchor": ""}),
        ]
    )
    assert register.problems == ()
    assert register.links == (
        HandLink("", "s1", "v1", "2.1", "2.1:3", True, "Anne"),
        HandLink("T001", "", "v1", "2.1", "", False, "Bram"),
    )


def test_an_operation_that_names_no_target_no_place_or_an_unknown_theme_does_not_apply():
    register = replay(
        [
            by("Anne", "link", **PLACE),
            by("Anne", "link", statement="s1", theme="T001", **PLACE),
            by("Anne", "link", theme="T009", **PLACE),
            by("Anne", "link", statement="s1", **PLACE | {"section": ""}),
            by("Anne", "link", statement="", **PLACE),
        ]
    )
    assert register.links == ()
    assert len(register.problems) == 5
