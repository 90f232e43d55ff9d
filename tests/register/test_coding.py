"""What coders choose blind is kept beside the register and never moves a statement."""

import pytest

from lcsynth.register import append, operation, read_log, replay
from tests.register.operations import by, found, split, undo

START = (found("T001", "a", "b"), found("T002", "c"))


def coded(coder="Anne", **codes):
    return operation("coded", coder=coder, codes=codes)


@pytest.fixture
def log(tmp_path):
    """A function that adds operations to a log and gives the register."""
    path = tmp_path / "log.jsonl"
    append(path, list(START))

    def add(*operations):
        append(path, list(operations))
        return replay(read_log(path)[0])

    add.path = path
    return add


def test_a_code_says_what_a_coder_chose_and_leaves_the_statement_where_it_is(log):
    register = log(coded(a="T002", b="", c="T001"))
    assert register.codes == {"Anne": {"a": "T002", "b": "", "c": "T001"}}
    assert [register.theme_of(name) for name in "abc"] == ["T001", "T001", "T002"]
    assert register.problems == ()


def test_a_later_code_of_the_same_coder_takes_the_place_of_the_earlier_one(log):
    register = log(coded(a="T002", b="T001"), coded(a="T001"), coded("Bo", a=""))
    assert register.codes == {"Anne": {"b": "T001", "a": "T001"}, "Bo": {"a": ""}}


def test_an_undone_coding_brings_back_the_one_before(log):
    log(coded(a="T002"), coded(a="T001"))
    register = log(undo(read_log(log.path)[0][-1]))
    assert register.codes["Anne"] == {"a": "T002"}


def test_a_code_of_a_merged_theme_counts_as_the_one_it_is_now(log):
    register = log(coded(a="T002"), by("Bo", "merge", themes=["T002"], into="T001"))
    assert register.counts_as(register.codes["Anne"]["a"]) == "T001"


def test_when_a_theme_is_undone_only_its_codes_are_left_out_and_that_is_told(log):
    log(split("T001", "a", new="T003"))
    making = read_log(log.path)[0][-1]
    register = log(coded(a="T003", b="T001"), undo(making))
    assert register.codes["Anne"] == {"b": "T001"}
    assert "its other 1 codes count" in register.problems[0].reason


@pytest.mark.parametrize("codes", [{}, [], {"a": 1}])
def test_codes_that_are_none_are_told(log, codes):
    assert len(log(operation("coded", coder="Anne", codes=codes)).problems) == 1


def test_a_code_keeps_meaning_its_theme_when_that_takes_another_number(branches):
    log = branches(found("T001", "a"))
    log.on("left", found("T002", "b", session="s2"))
    (right,) = log.on("right", found("T002", "c", session="s3"))
    meant = {"T002": right.id}
    log.on("right", operation("coded", coder="Anne", codes={"a": "T002"}, of=meant))
    log.merge("left", "right")
    register = log.read()
    coded_as = register.codes["Anne"]["a"]
    assert register.themes[coded_as].made_by == right.id
    assert coded_as == "T003"
