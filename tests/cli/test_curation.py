"""Curating themes as people type it: what is printed, what is refused, what is logged."""

import pytest

import lcsynth
from lcsynth.register import read_log


@pytest.fixture
def themes(call, own_samples):
    """Call a command under `lcsynth themes` as Anna; gives exit code, standard output, standard error."""

    def run(command, *arguments):
        coder = () if command in ("list", "show", "log") else ("--coder", "Anna")
        return call("themes", command, *arguments, *coder, "--workspace", own_samples.root)

    return run


@pytest.fixture
def first(samples):
    """The ids of two statements that are in T001."""
    rows = lcsynth.synthesise(samples).assignments
    return rows.loc[(rows["theme_id"] == "T001") & (rows["how"] == "found"), "statement_id"].tolist()[:2]


def test_every_verb_prints_what_it_did_and_logs_one_line(themes, own_samples, first):
    before = len(read_log(own_samples.log)[0])
    calls = [
        (("rename", "T001", "--nl", "Tijd"), "T001 is renamed"),
        (("describe", "T001", "--nl", "Over tijd."), "T001 is described"),
        (("merge", "T003", "--into", "T002"), "T003 merged into T002"),
        (("split", "T001", *first, "--nl", "Deel"), "2 statements of T001 are T"),
        (("move", first[0], "--to", "T001"), "1 statement moved to T001"),
        (("move", first[0], "--single"), "1 statement moved to the single voices"),
        (("pin", first[0]), "is quoted first"),
        (("exclude", first[0]), "is not quoted"),
        (("hide", first[0], "--reason", "herkenbaar"), "is hidden"),
        (("pin-keyword", "T001", "rooster"), "T001 has the keyword rooster"),
        (("status", "T001", "rejected"), "T001 is rejected"),
        (("memo", "T002", "Breed."), "Noted about T002"),
    ]
    for arguments, said in calls:
        code, out, err = themes(*arguments)
        assert (code, err) == (0, "")
        assert said in out
    operations = read_log(own_samples.log)[0]
    assert [one.operation for one in operations[before:]] == [
        "rename", "describe", "merge", "split", "move", "move", "pin", "exclude", "hide", "pin_keyword",
        "status", "memo",
    ]  # fmt: skip
    assert {one.coder for one in operations[before:]} == {"Anna"}


def test_a_theme_is_shown_with_its_labels_statements_history_and_memos(themes, own_samples, first):
    themes("rename", "T001", "--nl", "Tijd in het rooster", "--note", "helderder")
    themes("memo", "T001", "Nog eens bekijken.")
    themes("hide", first[0], "--reason", "herkenbaar")
    code, out, _ = themes("show", "T001", "--all")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].startswith("T001  Tijd in het rooster | ")
    for heading in ("Sub-themes", "Statements, the closest first", "Neighbours", "Memos", "History"):
        assert heading in lines
    assert "label_nl Tijd in het rooster (helderder)" in out
    assert "Anna, T001: Nog eens bekijken." in out
    assert f"{first[0]} " in out
    assert "[hidden: herkenbaar]" in out
    assert "more (--all)" in themes("show", "T001")[1]


def test_the_log_of_a_theme_holds_what_it_went_through_and_what_was_undone(themes, own_samples):
    themes("rename", "T001", "--nl", "Tijd")
    renamed = read_log(own_samples.log)[0][-1]
    themes("rename", "T002", "--nl", "Rollen")
    code, out, _ = themes("undo", renamed.id)
    assert code == 0
    assert f"{renamed.id} is undone" in out
    _, log, _ = themes("log", "T001")
    assert "Rollen" not in log
    assert f"label_nl Tijd [undone by Anna, {read_log(own_samples.log)[0][-1].id}]" in log
    assert "Rollen" in themes("log")[1]


def test_an_undo_says_what_no_longer_applies(themes, own_samples, first):
    themes("split", "T001", *first, "--nl", "Deel")
    split = read_log(own_samples.log)[0][-1]
    themes("rename", split.arguments["new"], "--nl", "Beter")
    assert "No longer applies: operation" in themes("undo", split.id)[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "T099"), "Did you mean 'T009'?"),
        (("log", "T099"), "Did you mean 'T009'?"),
        (("move", "s0", "--to", "T001"), "There is no statement 's0'"),
        (("move", "s0"), "either --to THEME or --single"),
        (("split", "T001", "--nl", "Deel"), "either statements or a sub-theme"),
        (("hide", "s0"), "hidden for a reason"),
        (("undo", "o123"), "`lcsynth themes log` lists them"),
        (("status", "T001", "weg"), "There is no status 'weg'"),
    ],
)
def test_a_wrong_call_is_told_in_one_paragraph(themes, own_samples, arguments, said):
    before = own_samples.log.read_bytes()
    code, out, err = themes(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert own_samples.log.read_bytes() == before


def test_what_a_terminal_would_obey_is_not_printed(themes, own_samples):
    from lcsynth.register import append, operation

    append(own_samples.log, [operation("memo", coder="Bo", note="\x1b[2J", target="T001", text="\x1b[31m")])
    assert "\x1b" not in themes("log")[1] + themes("show", "T001")[1]
