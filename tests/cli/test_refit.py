"""A refit of the sample sessions: proposed, applied only when a person accepts it, and then done."""

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.refitting import accept_refit, propose_refit
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.register import read_log, replay


def test_a_refit_proposes_with_quotes_and_changes_nothing(own_samples):
    made = synthesise(own_samples)
    before = own_samples.log.read_bytes()
    proposals = propose_refit(own_samples)
    assert proposals
    texts = dict(zip(made.statements["statement_id"], made.statements["text"], strict=True))
    for one in proposals:
        assert 1 <= len(one.examples) <= 3
        assert one.examples.items() <= texts.items()
    assert own_samples.log.read_bytes() == before
    assert propose_refit(own_samples) == proposals or [one.id for one in propose_refit(own_samples)] == [
        one.id for one in proposals
    ]


def test_accepted_proposals_change_the_register_and_are_not_proposed_again(own_samples):
    before = replay(read_log(own_samples.log)[0])
    done = accept_refit(own_samples, ["all"], coder="Anne")
    operations = [one for some in done.values() for one in some]
    assert {one.operation for one in operations} <= {"merge", "split", "move"}
    assert {one.coder for one in operations} == {"Anne"}
    assert all(one.note == f"refit {name}" for name, some in done.items() for one in some)
    after = replay(read_log(own_samples.log)[0])
    assert {name: after.theme_of(name) for name in after.members} != {
        name: before.theme_of(name) for name in before.members
    }
    assert after.problems == ()
    assert propose_refit(own_samples) == []
    assert accept_refit(own_samples, ["all"], coder="Anne") == {}
    lcsynth.synthesise(own_samples)


def test_a_hidden_statement_is_no_example(own_samples):
    shown = {name for one in propose_refit(own_samples) for name in one.examples}
    for name in shown:
        lcsynth.curate(own_samples, coder="Anne").hide(name, reason="herkenbaar")
    again = propose_refit(own_samples)
    assert not shown & {name for one in again for name in one.examples}
    assert not shown & {name for one in again for step in one.steps for name in step.statements}


def test_one_proposal_is_accepted_and_an_unknown_one_changes_nothing(own_samples):
    first, *_ = propose_refit(own_samples)
    before = own_samples.log.read_bytes()
    with pytest.raises(CallError, match="no proposal P000000"):
        accept_refit(own_samples, [first.id, "P000000"], coder="Anne")
    assert own_samples.log.read_bytes() == before
    assert list(accept_refit(own_samples, [first.id], coder="Anne", note="beter zo")) == [first.id]
    assert read_log(own_samples.log)[0][-1].note == "beter zo"


def test_an_empty_workspace_has_nothing_to_propose(workspace):
    assert propose_refit(workspace) == []


def test_the_command_proposes_accepts_and_has_nothing_more(call, own_samples):
    here = ("--workspace", own_samples.root)
    code, out, _ = call("themes", "refit", *here)
    assert (code, "Nothing is changed" in out) == (0, True)
    name = out.split()[0]
    code, _, err = call("themes", "refit", name, *here)
    assert (code, err.count("\n")) == (2, 1)
    code, out, _ = call("themes", "refit", "--accept", "all", "--coder", "Anne", *here)
    assert (code, f"(refit {name})" in out) == (0, True)
    assert "Nothing to propose" in call("themes", "refit", *here)[1]
