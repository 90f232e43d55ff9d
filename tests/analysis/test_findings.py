import numpy as np
import pandas as pd

from lcsynth.analysis.differences import differences
from lcsynth.analysis.findings import findings
from lcsynth.analysis.incidence import Incidence
from lcsynth.analysis.intervals import wilson
from lcsynth.analysis.saturation import saturation


def _overview(*rows):
    frame = pd.DataFrame(list(rows), columns=["theme_id", "contributors", "people"])
    return frame.join(wilson(frame["contributors"], frame["people"]))


def _groups(*rows):
    frame = pd.DataFrame(list(rows), columns=["theme_id", "group", "contributors", "size"])
    return frame.join(wilson(frame["contributors"], frame["size"]))


def _changes(*rows):
    return pd.DataFrame(list(rows), columns=["theme_id", "change", "statements", "earlier_statements"])


def _single(count):
    return pd.DataFrame({"statement_id": [f"s{n}" for n in range(count)]})


def _voted(*rows):
    names = ["statement_id", "contribution_id", "theme_id", "support", "opposition", "votes", "side"]
    frame = pd.DataFrame(
        [(f"s{n}", f"c{n}", *row[:3], row[1] + row[2], row[3]) for n, row in enumerate(rows)], columns=names
    )
    return frame.join(wilson(frame["support"], frame["votes"]))


def _found(overview, groups, changes, single, voted=None, **more):
    return findings(
        overview, groups, differences(groups), changes, _voted() if voted is None else voted, single, **more
    )


def test_the_largest_theme_comes_first_with_its_numbers():
    found = _found(_overview(("T002", 12, 40)), _groups(), _changes(), _single(0), people=40)
    assert [finding.kind for finding in found] == ["largest"]
    assert found[0].theme_id == "T002"
    assert found[0].numbers["contributors"] == 12
    assert found[0].numbers["share"] == 0.3


def test_a_difference_that_chance_does_not_give_is_told():
    groups = _groups(("T001", "a", 28, 30), ("T001", "b", 3, 30), ("T002", "a", 9, 30), ("T002", "b", 8, 30))
    found = _found(_overview(("T001", 31, 60)), groups, _changes(), _single(0), people=60)[1]
    assert (found.kind, found.theme_id) == ("difference", "T001")
    assert (found.numbers["group"], found.numbers["other_group"]) == ("a", "b")
    assert (found.numbers["contributors"], found.numbers["other_size"]) == (28, 30)


def test_when_no_difference_is_clear_the_most_shared_theme_is_told_instead():
    groups = _groups(("T001", "a", 3, 8), ("T001", "b", 1, 8), ("T002", "a", 5, 8), ("T002", "b", 4, 8))
    found = _found(_overview(("T001", 4, 40)), groups, _changes(), _single(0), people=40)[1]
    assert (found.kind, found.theme_id, found.numbers) == (
        "shared",
        "T002",
        {"groups": 2, "group": "b", "share": 0.5},
    )


def test_of_groups_that_spoke_about_a_theme_equally_little_none_is_named():
    groups = _groups(("T001", "a", 4, 8), ("T001", "b", 4, 8), ("T001", "c", 5, 8))
    found = _found(_overview(("T001", 13, 40)), groups, _changes(), _single(0), people=40)[1]
    assert found.numbers == {"groups": 3, "group": "", "share": 0.5}


def test_one_group_gives_nothing_to_compare():
    found = _found(
        _overview(("T001", 4, 40)), _groups(("T001", "a", 4, 40)), _changes(), _single(0), people=40
    )
    assert [finding.kind for finding in found] == ["largest"]


def test_new_themes_are_told_only_when_there_was_something_before():
    new = ("T003", "new", 4, 0)
    first = _found(_overview(), _groups(), _changes(new), _single(0), people=40)
    later = _found(_overview(), _groups(), _changes(new, ("T001", "absent", 0, 7)), _single(0), people=40)
    assert [finding.kind for finding in first] == ["no theme"]
    assert later[1].numbers == {"themes": 1, "statements": 4}


def test_with_few_people_the_numbers_are_called_indicative_and_there_are_at_most_five():
    groups = _groups(("T001", "a", 3, 8), ("T001", "b", 1, 8))
    changed = _changes(("T003", "new", 4, 0), ("T001", "grown", 2, 7))
    found = _found(_overview(("T001", 4, 16)), groups, changed, _single(3), people=16)
    assert [finding.kind for finding in found] == ["largest", "shared", "new", "single", "indicative"]
    assert found[3].numbers == {"statements": 3}
    assert found[4].numbers == {"people": 16, "below": 30}


def test_a_difference_that_does_not_stay_after_adjusting_is_not_told():
    others = [(f"T{n:03}", group, 5, 20) for n in range(2, 9) for group in "ab"]
    groups = _groups(("T001", "a", 4, 20), ("T001", "b", 11, 20), *others)
    assert differences(groups).loc[0, "outcome"] == "may differ"
    found = _found(_overview(("T001", 15, 40)), groups, _changes(), _single(0), people=40)
    assert found[1].kind == "shared"


def test_the_remark_on_which_most_votes_divide_is_told():
    voted = _voted(("T001", 9, 8, "divided"), ("T002", 20, 19, "divided"), ("T003", 90, 2, "supported"))
    found = _found(_overview(("T001", 4, 40)), _groups(), _changes(), _single(0), voted, people=40)
    assert (found[1].kind, found[1].theme_id) == ("divided", "T002")
    assert found[1].numbers == {"statements": 2, "support": 20, "opposition": 19}


def test_without_groups_there_is_nothing_to_compare():
    found = findings(_overview(("T001", 4, 40)), None, None, _changes(), _voted(), _single(0), people=40)
    assert [finding.kind for finding in found] == ["largest"]


def test_where_there_is_room_the_second_theme_is_told_too():
    overview = _overview(("T001", 9, 40), ("T002", 7, 40), ("T003", 5, 40))
    found = _found(overview, _groups(), _changes(), _single(2), people=40)
    assert [finding.kind for finding in found] == ["largest", "second", "single"]
    assert (found[1].theme_id, found[1].numbers["contributors"]) == ("T002", 7)


def test_how_much_has_been_heard_is_told_last_of_all_and_only_where_there_is_room():
    heard = saturation(Incidence(40, np.array([7, 9]), np.array([1, 1])))
    overview = _overview(("T001", 9, 40), ("T002", 7, 40))
    found = _found(overview, _groups(), _changes(), _single(2), heard=heard, people=40)
    assert [finding.kind for finding in found] == ["largest", "second", "single", "heard"]
    assert found[3].numbers["coverage"] == heard.coverage
    groups = _groups(("T001", "a", 3, 8), ("T001", "b", 1, 8))
    changed = _changes(("T003", "new", 4, 0), ("T001", "grown", 2, 7))
    full = _found(overview, groups, changed, _single(2), heard=heard, people=40)
    assert [finding.kind for finding in full] == ["largest", "shared", "new", "second", "single"]


def test_of_themes_that_are_equally_large_none_is_called_the_largest_or_the_second():
    first = _found(_overview(("T001", 9, 40), ("T002", 9, 40)), _groups(), _changes(), _single(0), people=40)
    second = _found(
        _overview(("T001", 9, 40), ("T002", 7, 40), ("T003", 7, 40)),
        _groups(),
        _changes(),
        _single(0),
        people=40,
    )
    assert [(finding.kind, finding.numbers["tied"]) for finding in [*first, *second]] == [
        ("largest", 1),
        ("largest", 0),
    ]


def test_that_numbers_are_indicative_is_told_before_how_many_single_voices_there_are():
    groups = _groups(("T001", "a", 3, 8), ("T001", "b", 1, 8))
    changed = _changes(("T003", "new", 4, 0), ("T001", "grown", 2, 7))
    voted = _voted(("T001", 9, 8, "divided"))
    found = _found(_overview(("T001", 4, 16)), groups, changed, _single(3), voted, people=16)
    assert [finding.kind for finding in found] == ["largest", "shared", "new", "divided", "indicative"]
