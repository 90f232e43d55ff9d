"""An undo is an operation: what it names does not count, and can be done again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.prepare.overrules import Everywhere
from lcsynth.register import append, read_log, replay
from lcsynth.register.overruling import arguments_of, overrules_in
from lcsynth.register.undoing import undone
from tests.register.operations import by, found, move, split, undo

START = (found("T001", "a", "b"), found("T002", "c"))


def logged(folder, *steps):
    """Append one after the other; a function is given what was logged so far."""
    path = folder / "log.jsonl"
    for step in (START, *steps):
        operations, _ = read_log(path)
        append(path, step(operations) if callable(step) else list(step))
    return read_log(path)[0]


def last(operations):
    return [undo(operations[-1])]


def test_an_undone_operation_does_not_count(tmp_path):
    register = replay(logged(tmp_path, [move("a", to="T002")], last))
    assert (register.theme_of("a"), register.problems) == ("T001", ())


def test_undoing_an_undo_does_it_again(tmp_path):
    register = replay(logged(tmp_path, [move("a", to="T002")], last, last))
    assert register.theme_of("a") == "T002"


def test_what_others_built_on_it_is_told_and_comes_back_with_it(tmp_path):
    steps = [
        [split("T001", "a", new="T003")],
        [by("Bo", "rename", theme="T003", label_nl="Uren")],
        lambda operations: [undo(operations[-2])],
    ]
    operations = logged(tmp_path, *steps)
    register = replay(operations)
    (problem,) = register.problems
    assert problem.operation == operations[-2].id
    assert problem.reason == "there is no theme T003"
    assert "T003" not in register.themes
    append(tmp_path / "log.jsonl", last(operations))
    again = replay(read_log(tmp_path / "log.jsonl")[0])
    assert (again.problems, again.themes["T003"].label_nl) == ((), "Uren")


def test_the_number_of_a_theme_that_was_undone_is_not_given_again(tmp_path):
    register = replay(logged(tmp_path, [split("T001", "a", new="T003")], last))
    assert register.next_ids(1) == ["T004"]


def test_what_the_machine_found_is_not_undone(tmp_path):
    operations = logged(tmp_path, lambda operations: [undo(operations[0])])
    register = replay(operations)
    assert "overruled but not undone" in register.problems[0].reason
    assert register.theme_of("a") == "T001"


def test_an_undo_of_what_is_not_there_is_told(tmp_path):
    (problem,) = replay(logged(tmp_path, [undo("o000000000000")])).problems
    assert problem.reason == "there is no operation o000000000000"


def test_an_overruled_mask_is_undone_too(tmp_path):
    word = arguments_of(Everywhere("0" * 64, 1, "name"), b"key")
    operations = logged(tmp_path, [by("Anne", "mask", **word)], last)
    assert replay(operations).overrules.made == overrules_in(operations).made == ()


STEPS = st.lists(st.one_of(st.sampled_from("abc"), st.integers(0, 6)), max_size=10)


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_undone_operations_might_as_well_not_be_there(tmp_path_factory, steps):
    """A letter is moved; a number undoes what a person did so many operations before."""
    folder = tmp_path_factory.mktemp("log")
    operations = logged(folder)
    for step in steps:
        people = [one for one in operations if one.coder != "machine"]
        if isinstance(step, str):
            append(folder / "log.jsonl", [move(step, to="T002")])
        elif step < len(people):
            append(folder / "log.jsonl", [undo(people[-1 - step])])
        operations, _ = read_log(folder / "log.jsonl")
    off = undone(operations)
    counting = [one for one in operations if one.id not in off and one.operation != "undo"]
    assert replay(operations).members == replay(counting).members
