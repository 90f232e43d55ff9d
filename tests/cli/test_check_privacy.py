"""`lcsynth check --privacy` as people type it."""

import re
import subprocess
import sys

import openpyxl
import pytest

import lcsynth
from lcsynth.register import read_log

REMARKS = [
    "Het rooster is te vol, zegt Fatima El Amrani.",
    "Dat ligt aan de heer zwirrebol, aan zwirrebol dus.",
    "Dit is van de Knotsbar zelf.",
]


@pytest.fixture
def check(call, workspace, tmp_path):
    """Call `lcsynth check --privacy` on a workspace with a session."""
    path = tmp_path / "remarks.csv"
    path.write_text("\n".join(["id,opmerking", *(f'{n},"{text}"' for n, text in enumerate(REMARKS))]) + "\n")
    lcsynth.add(workspace, [path], "s1", options={"text_columns": ["opmerking"]})
    return lambda *options: call("check", "--privacy", "--workspace", workspace.root, *options)


def id_of(printed, mask):
    return re.search(rf"(c[0-9a-f]{{12}})  \S+ +{re.escape(mask)}", printed).group(1)


def paragraph(text):
    return text.count("\n") == 1 and "Traceback" not in text and text.endswith((".\n", "?\n"))


def test_the_review_counts_shows_and_doubts(check):
    code, out, _ = check()
    assert code == 0
    assert "s1: 1 persoon" in out
    assert "zegt [persoon 1]." in out
    assert re.search(r"1  Knotsbar +c[0-9a-f]{12}", out)
    assert "Fatima" not in out


def test_values_are_shown_on_the_screen_and_never_written(check, workspace, tmp_path):
    _, out, _ = check("--values")
    assert "[persoon 1] = 'Fatima El Amrani'" in out
    code, out, err = check("--values", "-o", tmp_path / "x.csv")
    assert (code, out, (tmp_path / "x.csv").exists()) == (2, "", False)
    assert paragraph(err)
    with (tmp_path / "caught.txt").open("w") as file:
        command = [sys.executable, "-m", "lcsynth", "check", "--privacy", "--values"]
        done = subprocess.run(
            [*command, "--workspace", workspace.root], stdout=file, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert (tmp_path / "caught.txt").read_text() == ""


def test_a_file_holds_the_whole_review(check, tmp_path):
    assert check("-o", tmp_path / "x.csv")[0] == check("-o", tmp_path / "x.xlsx")[0] == 0
    lines = (tmp_path / "x.csv").read_text(encoding="utf-8").splitlines()
    rows = list(openpyxl.load_workbook(tmp_path / "x.xlsx").active.values)
    assert lines[0] == ",".join(rows[0]) == "part,session_id,contribution_id,kind,mask,how,text,word,times"
    assert len(lines) == len(rows) == 3
    assert "Fatima" not in "".join(lines)
    code, _, err = check("-o", tmp_path / "x.pdf")
    assert code == 2
    assert paragraph(err)
    assert ".csv or .xlsx" in err


def test_words_are_masked_everywhere_and_made_readable_again(check, workspace):
    code, out, _ = check("--mask", "ZWIRREBOL", "--kind", "overig", "--coder", "Anne", "--note", "op verzoek")
    assert code == 0
    assert "Masked in 1 contribution (operation " in out
    assert "`lcsynth run`" in out
    assert "[overig 1]" in check()[1]
    assert "by a person" in check()[1]
    assert "Readable in 1 contribution" in check("--unmask", "zwirrebol", "--coder", "Anne")[1]
    assert "[overig 1]" not in check()[1]
    first, second = read_log(workspace.log)[0]
    assert (first.operation, first.coder, first.note, second.operation) == (
        "mask",
        "Anne",
        "op verzoek",
        "unmask",
    )
    assert b"zwirrebol" not in workspace.log.read_bytes().lower()


def test_words_that_stand_twice_in_a_contribution_are_masked_twice_and_that_is_said(check, workspace):
    check("--mask", "heer", "--kind", "overig")
    name = id_of(check()[1], "[overig 1]")
    code, out, _ = check("--mask", "zwirrebol", "--in", name)
    assert code == 0
    assert f"Masked in 2 places in {name}" in out
    assert len(read_log(workspace.log)[0]) == 3
    assert "[persoon 1], aan [persoon 1] dus." in check()[1]


def test_a_mask_is_made_readable_in_one_contribution_and_masked_again(check):
    name = id_of(check()[1], "[persoon 1]")
    assert f"Readable in {name}" in check("--unmask", "[persoon 1]", "--in", name)[1]
    assert "Nothing was masked." in check()[1]
    assert check("--mask", "Fatima El Amrani", "--in", name)[0] == 0
    assert "s1: 1 persoon" in check()[1]
    assert check("--unmask", "fatima el amrani", "--in", name)[0] == 0
    assert "Nothing was masked." in check()[1]


def test_words_that_are_nowhere_are_kept_for_what_is_still_to_come(check):
    code, out, _ = check("--mask", "Flapdroes")
    assert code == 0
    assert "No contribution changes by this yet" in out


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--mask", "zwirrebol", "--in", "NAME"), "not in c"),
        (("--mask", "Fatima", "--in", "NAME"), "masked in c"),
        (("--mask", "[persoon 1]", "--in", "NAME"), "is a mask itself"),
        (("--mask", "rooster", "--in", "c00"), "There is no contribution 'c00'"),
        (("--mask", "rooster", "--in", "NAME0"), "Did you mean 'c"),
        (("--mask", "rooster", "--kind", "telefon"), "Did you mean 'telefoon'?"),
        (("--mask", "!!"), "holds no words"),
        (("--mask", "a b c d e f g h i j k"), "holds 11 words"),
        (("--mask", "rooster", "--note", "het Rooster"), "note holds the words"),
        (("--mask", "rooster", "--unmask", "vol"), "does not go with --mask"),
        (("--mask", "rooster", "--session", "s1"), "only goes with the review"),
        (("--unmask", "[persoon 1]"), "--in CONTRIBUTION"),
        (("--unmask", "[persoon 7]", "--in", "NAME"), "Masked there: [persoon 1]"),
        (("--unmask", "rooster", "--in", "NAME"), "are not masked in c"),
        (("--unmask", "rooster", "--kind", "ip"), "only goes with --mask"),
        (("--note", "zomaar"), "only goes with --mask or --unmask"),
        (("--session", "s3"), "There is no session 's3'"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_paragraph_and_changes_nothing(check, workspace, options, reason):
    name = id_of(check()[1], "[persoon 1]")
    code, out, err = check(*(option.replace("NAME", name) for option in options))
    assert (code, out) == (2, "")
    assert paragraph(err)
    assert reason in err
    assert read_log(workspace.log)[0] == []


def test_nothing_masked_in_a_contribution_is_said(check):
    name = re.search(r"Knotsbar +(c[0-9a-f]{12})", check()[1]).group(1)
    code, _, err = check("--unmask", "[persoon 1]", "--in", name)
    assert code == 2
    assert "Nothing is masked there." in err


def test_check_without_privacy_checks_the_workspace(call, workspace):
    assert call("check", "--workspace", workspace.root) == (0, f"All is well in {workspace.root}.\n", "")
    code, _, err = call("check", "--mask", "x", "--workspace", workspace.root)
    assert code == 2
    assert paragraph(err)
    assert "--privacy" in err


def test_a_long_review_ends_by_saying_how_to_see_all(check, workspace, tmp_path):
    path = tmp_path / "more.csv"
    path.write_text(
        "id,opmerking\n" + "".join(f"{n},Bel mij op 06-123456{n} hierover.\n" for n in range(10, 70))
    )
    lcsynth.add(workspace, [path], "s1", options={"text_columns": ["opmerking"]})
    out = check()[1]
    assert "… and 11 more, -o FILE gives all" in out
    assert out.count("[telefoon 1]  ") <= 50
