"""A refit of the sample sessions: proposed, applied only when a person accepts it, and then done."""

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.refitting import accept_refit, propose_refit
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.register import read_log, replay


@pytest.fixture(scope="module")
def proposed(samples):
    """What is proposed for the sample sessions."""
    before = samples.log.read_bytes()
    found = propose_refit(samples)
    assert samples.log.read_bytes() == before
    return found


@pytest.fixture
def known(proposed, monkeypatch):
    """The same, without clustering once more."""
    monkeypatch.setattr("lcsynth.pipeline.refitting.propose_refit", lambda _: proposed)
    return proposed


def test_a_refit_proposes_with_literal_quotes(proposed, samples):
    made = synthesise(samples)
    texts = dict(zip(made.statements["statement_id"], made.statements["text"], strict=True))
    assert proposed
    for one in proposed:
        assert 1 <= len(one.examples) <= 3
        assert one.examples.items() <= texts.items()


def test_what_is_accepted_is_of_a_person_and_is_not_proposed_again(call, own_samples):
    here = ("--workspace", own_samples.root)
    before = replay(read_log(own_samples.log)[0])
    count = len(read_log(own_samples.log)[0])
    code, out, _ = call("themes", "refit", "--accept", "all", "--coder", "Anne", *here)
    operations = read_log(own_samples.log)[0][count:]
    assert code == 0
    assert all(one.id in out for one in operations)
    assert {one.operation for one in operations} <= {"merge", "split", "move"}
    assert {one.coder for one in operations} == {"Anne"}
    assert all(one.note == f"refit {one.arguments['refit']}" for one in operations)
    after = replay(read_log(own_samples.log)[0])
    assert after.problems == ()
    assert any(after.theme_of(name) != before.theme_of(name) for name in after.members)
    code, out, _ = call("themes", "refit", *here)
    assert (code, "Nothing to propose" in out) == (0, True)


def test_a_hidden_statement_has_no_part_in_it(proposed, own_samples):
    shown = {name for one in proposed for name in one.examples}
    for name in shown:
        lcsynth.curate(own_samples, coder="Anne").hide(name, reason="herkenbaar")
    again = propose_refit(own_samples)
    assert not shown & {name for one in again for name in one.examples}
    assert not shown & {name for one in again for step in one.steps for name in step.statements}


def test_one_proposal_is_accepted_and_an_unknown_one_changes_nothing(known, own_samples):
    first, *_ = known
    before = own_samples.log.read_bytes()
    with pytest.raises(CallError, match="no proposal P000000"):
        accept_refit(own_samples, [first.id, "P000000"], coder="Anne")
    assert own_samples.log.read_bytes() == before
    assert list(accept_refit(own_samples, [first.id], coder="Anne", note="beter zo")) == [first.id]
    assert read_log(own_samples.log)[0][-1].note == "beter zo"


def test_an_empty_workspace_has_nothing_to_propose_or_accept(call, workspace):
    here = ("--workspace", workspace.root)
    assert "Nothing to propose" in call("themes", "refit", *here)[1]
    assert "Nothing to accept" in call("themes", "refit", "--accept", "all", "--coder", "Anne", *here)[1]


def test_the_command_shows_every_proposal_and_changes_nothing(call, known, own_samples):
    before = own_samples.log.read_bytes()
    code, out, _ = call("themes", "refit", "--workspace", own_samples.root)
    assert code == 0
    for one in known:
        assert one.id in out
        assert all(name in out for name in one.examples)
    assert "Nothing is changed" in out
    assert own_samples.log.read_bytes() == before


def test_it_must_be_clear_what_is_accepted(call, workspace):
    for given in (["P1a2b3"], ["--accept"]):
        code, _, err = call("themes", "refit", *given, "--workspace", workspace.root)
        assert (code, err.count("\n")) == (2, 1)
