"""`lcsynth check --reproduce`: what it prints, and its exit codes."""

import shutil

import pytest

FIRST = "2022-05-17-onderzoekers"


def test_an_unknown_session_or_one_that_was_not_made_is_one_paragraph(call, own_samples):
    code, _, err = call("check", "--reproduce", "2022-05-17", "--workspace", own_samples.root)
    assert (code, err.count("\n"), "There is no session" in err) == (2, 1, True)
    code, _, err = call("check", "--reproduce", FIRST, "--workspace", own_samples.root)
    assert (code, err.count("\n"), "There is nothing to compare with" in err) == (1, 1, True)


def test_it_does_not_go_with_the_review_of_masking(call, workspace):
    code, _, err = call("check", "--reproduce", FIRST, "--privacy", "--workspace", workspace.root)
    assert (code, err) == (2, "--reproduce does not go with --privacy.\n")


@pytest.mark.slow
@pytest.mark.parametrize("name", [FIRST, "living-document"])
def test_the_reports_come_out_the_same_and_a_report_that_was_changed_is_found(reported, tmp_path, call, name):
    workspace = reported
    shutil.copytree(workspace.root, tmp_path / "ws")
    code, out, _ = call("check", "--reproduce", name, "--workspace", tmp_path / "ws")
    assert (code, "different" in out) == (0, False), out
    assert "equal      report.en.html" in out
    page = tmp_path / "ws" / "reports" / name / "report.nl.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('id="passport"', 'id="passport" title="x"'), encoding="utf-8")
    code, out, err = call("check", "--reproduce", name, "--workspace", tmp_path / "ws")
    assert code == 1
    assert "different  report.nl.html: differs from line" in out
    assert f"{name} does not come out the same: report.nl.html." in err
