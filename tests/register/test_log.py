"""The log is only added to; what cannot be read in it is told and stays."""

import datetime as dt
import json
import re
import subprocess
import sys
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.errors import CallError, DataError
from lcsynth.register import append, operation, read_log
from lcsynth.register import log as log_module
from lcsynth.workspace.files import only_writer


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register" / "log.jsonl"


def single(*members):
    return operation("single", session="s1", members=list(members))


def test_a_log_that_is_not_there_is_empty(path):
    assert read_log(path) == ([], [])


def test_what_is_appended_is_read_back_with_a_time_and_an_id(path):
    note = "want “dit” past\nbeter\u2028echt 🙂"
    rename = operation("rename", coder=" Anne de Vries ", note=note, theme="T001", label_nl="Tijd")
    written = append(path, [single("a"), rename])
    assert read_log(path) == (written, [])
    assert [one.coder for one in written] == ["machine", "Anne de Vries"]
    assert written[0].time < written[1].time
    assert len({one.id for one in written}) == 2
    assert written[1].note == note


def test_the_log_holds_one_readable_line_an_operation(path):
    append(path, [single("één"), single("b")])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [list(json.loads(line)) for line in lines] == [
        ["id", "time", "coder", "operation", "arguments", "note"]
    ] * 2
    assert "één" in lines[0]


def test_appending_leaves_every_earlier_byte_as_it_was(path):
    append(path, [single("a")])
    before = path.read_bytes()
    append(path, [single("b")])
    assert path.read_bytes().startswith(before)


def test_appending_nothing_makes_no_log(path):
    assert append(path, []) == []
    assert not path.exists()


def test_a_half_written_last_line_is_told_kept_and_the_next_operation_gets_a_line_of_its_own(path):
    first = append(path, [single("a"), single("b")])
    cut = path.read_bytes()[:-20]
    path.write_bytes(cut)
    operations, problems = read_log(path)
    assert operations == first[:1]
    assert [problem.place for problem in problems] == ["line 2"]
    assert "cut off" in problems[0].reason
    added = append(path, [single("c")])
    assert path.read_bytes().startswith(cut + b"\n")
    assert read_log(path) == (first[:1] + added, problems)


def test_a_last_line_that_only_misses_its_end_is_whole(path):
    first = append(path, [single("a")])
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    second = append(path, [single("b")])
    assert read_log(path) == (first + second, [])


def test_a_character_cut_in_half_is_told(path):
    first = append(path, [single("a")])
    with path.open("ab") as handle:
        handle.write('{"id": "é'.encode()[:-1])
    operations, problems = read_log(path)
    assert operations == first
    assert [problem.place for problem in problems] == ["line 2"]


def test_a_line_changed_by_hand_is_told_and_the_rest_is_read(path):
    written = append(
        path, [single("a"), operation("rename", coder="A", theme="T001", label_nl="Tijd"), single("b")]
    )
    changed = path.read_text().replace("Tijd", "Geld")
    path.write_text(changed)
    operations, problems = read_log(path)
    assert operations == [written[0], written[2]]
    assert problems[0].place == "line 2"
    assert "changed by hand" in problems[0].reason
    assert path.read_text() == changed


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        "null",
        "{}",
        '{"id": 3, "time": "", "coder": "", "operation": "", "arguments": {}, "note": ""}',
        '{"id": "", "time": "", "coder": "", "operation": "", "arguments": [], "note": ""}',
        '{"id": "", "time": "yesterday", "coder": "", "operation": "", "arguments": {}, "note": ""}',
        '{"id": "", "time": "2022-05-17", "coder": "", "operation": "", "arguments": {}, "note": ""}',
    ],
)
def test_a_line_that_is_no_operation_is_told_by_its_number(path, line):
    first = append(path, [single("a")])
    with path.open("a") as handle:
        handle.write(f"\n{line}\n")
    second = append(path, [single("b")])
    operations, problems = read_log(path)
    assert operations == first + second
    assert [problem.place for problem in problems] == ["line 3"]


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> anne"])
def test_the_marks_of_a_conflict_are_called_what_they_are(path, mark):
    first = append(path, [single("a")])
    path.write_text(f"{path.read_text()}{mark}\n")
    operations, (problem,) = read_log(path)
    assert operations == first
    assert (problem.place, problem.reason.startswith("git left this mark")) == ("line 2", True)


def test_a_time_that_was_changed_by_hand_is_told_in_a_sentence(path):
    append(path, [single("a")])
    path.write_text(re.sub(r'"time": "[^"]*"', '"time": "gisteren"', path.read_text()))
    _, (problem,) = read_log(path)
    assert problem.place == "line 1"
    assert "its time 'gisteren' is no moment such as" in problem.reason


def test_a_line_that_is_there_twice_counts_once(path):
    written = append(path, [single("a"), single("b")])
    path.write_text(path.read_text() * 2)
    assert read_log(path) == (written, [])


def test_a_log_saved_with_the_line_ends_of_windows_reads_the_same(path):
    written = append(path, [single("a"), single("b")])
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_log(path) == (written, [])


def test_a_clock_that_went_backwards_does_not_change_the_order(path, monkeypatch):
    class Clock(dt.datetime):
        year_now = 2030

        @classmethod
        def now(cls, tz=None):
            return cls(cls.year_now, 1, 1, tzinfo=tz)

    monkeypatch.setattr(log_module.dt, "datetime", Clock)
    first = append(path, [single("a")])
    Clock.year_now = 2020
    second = append(path, [single("b"), single("c")])
    assert read_log(path)[0] == first + second
    assert [one.time[:4] for one in second] == ["2030", "2030"]


@settings(max_examples=40)
@given(order=st.permutations(range(6)), cut=st.integers(0, 6))
def test_two_branches_merged_in_any_order_read_the_same(tmp_path_factory, order, cut):
    folder = tmp_path_factory.mktemp("logs")
    append(folder / "a", [single(str(number)) for number in range(3)])
    append(folder / "b", [single(str(number)) for number in range(3)])
    lines = [*(folder / "a").read_text().splitlines(), *(folder / "b").read_text().splitlines()]
    (folder / "one").write_text("\n".join(lines) + "\n")
    shuffled = [lines[place] for place in order]
    (folder / "two").write_text("\n".join(shuffled + shuffled[:cut]) + "\n")
    assert read_log(folder / "one") == read_log(folder / "two")


@pytest.mark.parametrize("coder", ["", "  ", "An\nne", "An\x1bne", "Anne\u200b", "machine", " Machine "])
def test_a_name_that_is_no_persons_is_refused(coder):
    with pytest.raises(CallError, match="is not a name of a coder"):
        operation("rename", coder=coder, theme="T001", label_nl="Tijd")


def test_half_a_character_is_refused_before_anything_is_written():
    for wrong in ({"label_nl": "Tijd\udcff"}, {"note": "\ud800"}):
        with pytest.raises(CallError, match="half a character"):
            operation("rename", coder="Anne", theme="T001", **wrong)


def test_a_log_that_cannot_be_written_is_told_in_a_paragraph(tmp_path):
    (tmp_path / "register").write_text("a file in the way")
    with pytest.raises(DataError, match="It cannot be written"):
        append(tmp_path / "register" / "log.jsonl", [single("a")])


def test_a_log_that_cannot_be_read_is_told_in_a_paragraph(tmp_path):
    with pytest.raises(DataError, match="It cannot be read"):
        read_log(tmp_path)


def test_two_writers_at_once_lose_nothing(tmp_path, path):
    def write(name):
        for number in range(10):
            with only_writer(tmp_path / ".lock"):
                append(path, [single(f"{name}{number}")])

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    operations, problems = read_log(path)
    assert problems == []
    assert sorted(one.arguments["members"][0] for one in operations) == sorted(
        f"{name}{number}" for name in "ab" for number in range(10)
    )
    assert len({one.time for one in operations}) == 20


WRITER = """
import sys
from pathlib import Path
from lcsynth.register import append, operation
from lcsynth.workspace.files import only_writer

folder, name = Path(sys.argv[1]), sys.argv[2]
for number in range(15):
    with only_writer(folder / ".lock"):
        append(folder / "log.jsonl", [operation("pin", coder=name, statement=f"{name}{number}")])
"""


def test_two_processes_that_append_at_once_lose_nothing_and_have_seen_each_other(tmp_path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, tmp_path, name]) for name in ("Anne", "Bo")]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    operations, problems = read_log(tmp_path / "log.jsonl")
    assert problems == []
    assert sorted(one.arguments["statement"] for one in operations) == sorted(
        f"{name}{number}" for name in ("Anne", "Bo") for number in range(15)
    )
    assert [one.after for one in operations[1:]] == [(one.id,) for one in operations[:-1]]


def by_another_program(**fields):
    """A line whose id fits its content, as a program that does not use `append` could write it."""
    fields = {"time": "2022-01-01T00:00:00+00:00", "coder": "Anne", "operation": "pin", "note": ""} | fields
    return json.dumps({"id": log_module.identify(fields), **fields}) + "\n"


@pytest.mark.parametrize("coder", ["", " ", "An\x1b[31mne", "An\nne", "Anne\u200b"])
def test_a_line_whose_coder_is_no_name_is_told_and_left_out(path, coder):
    first = append(path, [single("a")])
    with path.open("a") as handle:
        handle.write(by_another_program(coder=coder, arguments={"statement": "a"}))
    operations, problems = read_log(path)
    assert operations == first
    assert [(one.place, one.reason) for one in problems] == [
        ("line 2", "its coder is not a name in plain characters")
    ]


def test_a_line_of_a_clock_that_went_backwards_is_told_and_counts(path):
    (first,) = append(path, [single("a")])
    with path.open("a") as handle:
        handle.write(by_another_program(arguments={"statement": "a", "after": [first.id]}))
    operations, problems = read_log(path)
    assert [one.operation for one in operations] == ["pin", "single"]
    assert [one.place for one in problems] == ["line 2"]
    assert "counts by its time" in problems[0].reason


def test_every_operation_names_what_was_known_when_it_was_written(path):
    first, second = append(path, [single("a"), single("b")])
    (third,) = append(path, [operation("pin", coder="Anne", statement="a")])
    assert [one.after for one in (first, second, third)] == [(), (first.id,), (second.id,)]


def test_an_operation_after_a_merge_of_branches_names_the_last_of_each(path):
    append(path, [single("a")])
    base = path.read_bytes()
    (one,) = append(path, [single("b")])
    there = path.read_bytes()
    path.write_bytes(base)
    (other,) = append(path, [single("c")])
    path.write_bytes(there + path.read_bytes()[len(base) :])
    assert append(path, [single("d")])[0].after == (one.id, other.id)
