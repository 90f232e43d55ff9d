"""What an author decides gets into the log and the tables; what cannot be is refused and changes nothing."""

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.deciding import WORDS, meant
from lcsynth.pipeline.places import version_named
from lcsynth.pipeline.standing import status
from lcsynth.register import read_log
from lcsynth.schema import DECISIONS


@pytest.fixture
def anne(own_samples):
    return lcsynth.curate(own_samples, coder="Anne")


def test_a_decision_is_in_the_tables_with_all_that_was_said_and_undone_it_is_open_again(anne):
    one = anne.decide(
        "T002",
        at="2.2",
        decision="overgenomen",
        because=" Tijd  hoort erbij. ",
        in_version="v3",
        by="Redactie",
    )
    table = lcsynth.synthesise(anne.workspace).decisions.set_index(["theme_id", "section", "anchor"])
    row = table.loc["T002", "2.2", ""]
    assert row[["decision", "reason", "in_version", "decided_by", "coder", "operation"]].tolist() == [
        "adopted", "Tijd hoort erbij.", "v3", "Redactie", "Anne", one.id,
    ]  # fmt: skip
    assert row["statements"] > 0
    anne.undo(one.id)
    table = lcsynth.synthesise(anne.workspace).decisions
    assert set(table["decision"]) == {"open"}


def test_a_decision_on_a_theme_that_was_merged_is_about_the_one_it_is_now_and_says_so(anne):
    anne.merge(["T003"], into="T001")
    done = anne.decide("T003", at="2.1:2", decision="rejected", because="hoort elders")
    assert done.arguments["theme"] == "T001"
    assert done.arguments["named"] == "T003"
    assert done.arguments["anchor"] == "2.1:2"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"theme": "T077"}, "There is no theme T077"),
        ({"at": "9.9"}, "no section '9.9'"),
        ({"at": "2.1:99"}, "no paragraph '99'. Expected a number from 1 to"),
        ({"decision": "misschien"}, "'misschien' is not a decision"),
        ({"because": "  "}, "explained"),
        ({"because": "a\x07b"}, "cannot be shown"),
        ({"version": "v7"}, "no version 'v7'"),
        ({"in_version": "v1"}, "later version"),
        ({"in_version": "../v2"}, "not a name of a version"),
        ({"in_version": "v9"}, "no version 'v9' yet, and it is not the next one. Expected v3"),
        ({"decision": "rejected", "in_version": "v2"}, "worked into no version"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_is_written(samples, wrong, why):
    before = samples.log.read_bytes()
    given = {"theme": "T001", "at": "2.1", "decision": "adopted", "because": "klopt"} | wrong
    with pytest.raises(CallError, match=why.replace(".", r"\.")):
        lcsynth.curate(samples, coder="Anne").decide(given.pop("theme"), **given)
    assert samples.log.read_bytes() == before


def test_every_decision_has_words_in_both_languages_and_no_word_means_two():
    assert tuple(WORDS) == DECISIONS
    said = [word for words in WORDS.values() for word in words]
    assert len(said) == len(set(said))
    assert [meant(word) for word in ("Deels  Overgenomen", "REJECTED", "uitgesteld")] == [
        "partly", "rejected", "deferred",
    ]  # fmt: skip


def test_status_tells_how_many_are_open_and_what_does_not_fit(anne):
    before = lcsynth.synthesise(anne.workspace).passport["counts"]["open_decisions"]
    anne.decide("T002", at="2.2", decision="rejected", because="staat er al")
    anne.set_status("T002", "rejected")
    lcsynth.synthesise(anne.workspace)
    waiting = status(anne.workspace).waiting
    assert any("T002 was set aside after the decision at §\u00a02.2 of v1" in one for one in waiting)
    (line,) = [one for one in waiting if "decisions for the authors" in one]
    assert int(line.split()[0]) < before
    assert len(read_log(anne.workspace.log)[0]) > 2


@pytest.mark.parametrize(
    ("known", "named"),
    [
        (["v1"], "v2"),
        (["v9"], "v10"),
        (["v1", "v1.2"], "v1.3"),
        (["v1", "v1.2"], "v2"),
        (["v1", "v1.2"], "v2.0"),
        (["concept"], "eindversie"),
        (["v1", "v2"], "v2"),
        (["v1"], ""),
    ],
)
def test_a_version_in_which_something_is_worked_in_is_there_or_the_next_one(known, named):
    assert version_named(named, known[0], known) == named


@pytest.mark.parametrize("named", ["v4", "v22", "concept"])
def test_a_version_that_is_further_away_is_refused_with_the_next_one(named):
    with pytest.raises(CallError, match="Expected v3, a version that is there"):
        version_named(named, "v1", ["v1", "v2"])
