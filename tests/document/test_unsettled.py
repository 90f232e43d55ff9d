"""What about decisions and versions does not fit together is listed, and nothing is guessed."""

import pytest

from lcsynth.document import Versions, parse_paper
from lcsynth.document.unsettled import COLUMNS, unsettled
from lcsynth.register import append, read_log, replay
from tests.register.operations import by, found, split
from tests.register.test_deciding import decide

TIME = (
    "Tijd is de meest betwiste afspraak, want roosters laten zich moeilijk op elkaar leggen in de praktijk."
)
ROLES = "Rollen liggen niet vast: een student kan de expert zijn als het om nieuwe software gaat."
TRUST = "Vertrouwen is een voorwaarde en groeit door kleine toezeggingen over en weer na te komen."
MONEY = "De meeste groepen starten met een projectsubsidie die na enkele jaren onherroepelijk afloopt."
ADDED = "Leidinggevenden leggen de vrijgemaakte middag vooraf vast in de jaarplanning van hun afdeling."


def paper(version, one, two):
    texts = ["## 1 Afspraken", *one, "## 2 Verder", *two]
    return parse_paper("\n\n".join(texts), version=version)


V1 = paper("v1", [TIME, ROLES], [TRUST, MONEY])
EDITED = TIME.replace("moeilijk", "alleen met veel moeite en overleg")


@pytest.fixture
def listed(tmp_path):
    """Kind, theme, place and other of what is found after operations, with these versions."""

    def make(papers, *operations):
        path = tmp_path / "log.jsonl"
        path.unlink(missing_ok=True)
        append(path, [found("T001", "a", "b"), found("T002", "c"), *operations])
        table = unsettled(replay(read_log(path)[0]), Versions(papers))
        assert list(table.columns) == list(COLUMNS)
        return [
            (row.kind, row.theme_id, f"{row.paper_version} {row.anchor or row.section}", row.other)
            for row in table.itertuples()
        ]

    return make


def adopted(anchor, section="1", **more):
    return decide(section=section, anchor=anchor, in_version="v2", **more)


def test_an_adopted_decision_whose_paragraph_is_as_it_was_is_listed(listed):
    v2 = paper("v2", [TIME, ROLES], [TRUST, MONEY])
    assert listed([V1, v2], adopted("1:1")) == [("unchanged", "T001", "v1 1:1", "")]
    assert listed([V1, v2], adopted("")) == [("unchanged", "T001", "v1 1", "")]


def test_a_changed_paragraph_without_a_decision_is_listed_and_with_one_is_not(listed):
    v2 = paper("v2", [EDITED, ROLES], [TRUST, MONEY])
    assert listed([V1, v2]) == [("unexplained", "", "v2 1:1", "edited")]
    assert listed([V1, v2], adopted("1:1")) == []
    assert listed([V1, v2], adopted("")) == []


def test_a_decision_that_was_not_worked_in_explains_nothing(listed):
    v2 = paper("v2", [EDITED, ROLES], [TRUST, MONEY])
    for one in (decide(section="1", decision="rejected"), decide(section="1", anchor="1:1")):
        assert listed([V1, v2], one) == [("unexplained", "", "v2 1:1", "edited")]


def test_a_new_paragraph_is_explained_by_a_decision_on_its_whole_section_only(listed):
    v2 = paper("v2", [TIME, ROLES, ADDED], [TRUST, MONEY])
    assert listed([V1, v2], adopted("")) == []
    assert listed([V1, v2], adopted("1:2")) == [
        ("unchanged", "T001", "v1 1:2", ""),
        ("unexplained", "", "v2 1:3", "new"),
    ]


def test_a_paragraph_that_is_gone_is_unexplained_unless_that_was_decided(listed):
    v2 = paper("v2", [TIME], [TRUST, MONEY])
    assert listed([V1, v2]) == [("unexplained", "", "v1 1:2", "gone")]
    assert listed([V1, v2], adopted("1:2")) == []


def test_a_decision_that_waits_on_a_paragraph_that_is_gone_needs_a_person(listed):
    v2 = paper("v2", [TIME], [TRUST, MONEY])
    one = decide(section="1", anchor="1:2", decision="deferred")
    assert ("gone", "T001", "v1 1:2", "") in listed([V1, v2], one)


def test_a_paragraph_that_moved_is_explained_where_it_was_decided(listed):
    v2 = paper("v2", [TIME], [TRUST, MONEY, ROLES])
    assert listed([V1, v2]) == [("unexplained", "", "v2 2:3", "moved")]
    assert listed([V1, v2], adopted("1:2")) == []


def test_a_decision_about_an_older_version_explains_a_change_in_a_later_one(listed):
    v2, v3 = paper("v2", [TIME, ROLES], [TRUST, MONEY]), paper("v3", [EDITED, ROLES], [TRUST, MONEY])
    assert listed([V1, v2, v3], decide(section="1", anchor="1:1", in_version="v3")) == []


def test_a_version_that_is_still_to_be_written_is_waited_for(listed):
    assert listed([V1], adopted("1:1")) == []


@pytest.mark.parametrize("where", [{"section": "9"}, {"anchor": "1:9"}, {"paper_version": "v0"}])
def test_a_place_that_the_paper_does_not_have_needs_a_person(listed, where):
    (row,) = listed([V1], decide(**({"section": "1"} | where)))
    assert row[:2] == ("absent", "T001")


def test_a_theme_that_was_split_or_rejected_after_the_decision_needs_a_person(listed):
    one = decide(section="1")
    cut = split("T001", "a", new="T003")
    assert listed([V1], one, cut) == [("split", "T001", "v1 1", "T003")]
    assert listed([V1], cut, one) == []
    assert listed([V1], one, cut, decide("T003", section="1")) == []
    reject = by("Anne", "status", theme="T001", status="rejected")
    assert listed([V1], one, reject) == [("rejected", "T001", "v1 1", "")]


def test_merged_themes_that_were_decided_on_differently_need_a_person(listed):
    merge = by("Anne", "merge", themes=["T002"], into="T001")
    both = decide(section="1"), decide("T002", section="1", decision="rejected")
    assert listed([V1], *both, merge) == [("disputed", "T001", "v1 1", "T002")]
    assert listed([V1], *both, merge, decide(section="1", decision="partly")) == []
