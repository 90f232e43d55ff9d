"""What the authors decided on themes is in the register, in order, and what cannot be is told."""

import pytest

from lcsynth.register import append, read_log, replay
from tests.register.operations import by, found, undo

START = (found("T001", "a", "b"), found("T002", "c"))


def decide(theme="T001", coder="Anne", **more):
    given = {
        "paper_version": "v1", "section": "2.1", "anchor": "", "decision": "adopted", "reason": "klopt",
        "in_version": "", "by": "",
    }  # fmt: skip
    return by(coder, "decide", theme=theme, **(given | more))


@pytest.fixture
def register_of(tmp_path):
    def make(*operations):
        path = tmp_path / "log.jsonl"
        path.unlink(missing_ok=True)
        written = append(path, [*START, *operations])
        return replay(read_log(path)[0]), written[len(START) :]

    return make


def test_a_decision_says_what_where_why_and_who(register_of):
    register, (one,) = register_of(decide(anchor="2.1:3", in_version="v2", by="Redactie"))
    (decision,) = register.decisions
    assert (decision.theme, *decision.place) == ("T001", "v1", "2.1", "2.1:3")
    assert decision.said == ("adopted", "klopt", "v2", "Redactie")
    assert (decision.coder, decision.operation, decision.time) == ("Anne", one.id, one.time)


def test_who_wrote_it_down_decided_when_nobody_else_is_named(register_of):
    register, _ = register_of(decide())
    assert register.decisions[0].by == "Anne"


def test_every_decision_is_kept_in_order(register_of):
    register, _ = register_of(decide(decision="deferred"), decide(decision="rejected", coder="Bo"))
    assert [one.decision for one in register.decisions] == ["deferred", "rejected"]


def test_an_undone_decision_counts_no_more(register_of, tmp_path):
    _, (first, second) = register_of(decide(decision="deferred"), decide())
    append(tmp_path / "log.jsonl", [undo(second)])
    left = replay(read_log(tmp_path / "log.jsonl")[0]).decisions
    assert [one.operation for one in left] == [first.id]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"theme": "T009"}, "there is no theme T009"),
        ({"decision": "yes"}, "a decision is one of"),
        ({"reason": " "}, "no reason"),
        ({"section": ""}, "'section' is empty"),
        ({"paper_version": 1}, "'paper_version' is not a text"),
        ({"decision": "rejected", "in_version": "v2"}, "only what is adopted"),
    ],
)
def test_a_decision_that_says_nothing_does_not_apply(register_of, wrong, why):
    register, _ = register_of(decide(**wrong))
    assert not register.decisions
    assert why in register.problems[0].reason


def test_open_needs_no_reason(register_of):
    register, _ = register_of(decide(), decide(decision="open", reason=""))
    assert not register.problems
    assert register.decisions[-1].decision == "open"


def test_a_rejected_theme_takes_no_decision_and_keeps_those_it_had(register_of):
    rejects = by("Anne", "status", theme="T001", status="rejected")
    register, _ = register_of(decide(), rejects, decide(decision="deferred"))
    assert [one.decision for one in register.decisions] == ["adopted"]
    assert "was rejected" in register.problems[0].reason


def test_coders_who_decide_differently_not_knowing_of_each_other_are_told(branches):
    log = branches(*START)
    log.on("one", decide(decision="adopted"))
    log.on("two", decide(decision="rejected", coder="Bo"))
    log.on("two", decide(decision="rejected", coder="Bo", section="3"))
    log.merge("one", "two")
    (conflict,) = log.read().conflicts
    assert (conflict.kind, conflict.target) == ("decide", "T001 at §2.1 of v1")
    assert [one.coder for one in conflict.sides] == ["Anne", "Bo"]
    log.on("one", decide(decision="partly"))
    log.merge("one")
    assert not log.read().conflicts


def test_coders_who_decide_the_same_agree(branches):
    log = branches(*START)
    log.on("one", decide())
    log.on("two", decide(coder="Bo", reason="om een andere reden"))
    log.merge("one", "two")
    assert not log.read().conflicts
