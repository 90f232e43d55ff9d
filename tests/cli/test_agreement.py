"""`lcsynth themes agreement` as people type it."""

import openpyxl


def fill(path, *, wrong=()):
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(book.worksheets[0].iter_rows(min_row=2), start=2):
        row[3].value = "T099" if number in wrong else "T001" if number % 2 else "geen: losse stem"
    book.save(path)


def test_a_sample_is_coded_read_back_and_compared(call, own_samples, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    here = ("--workspace", own_samples.root)
    for coder in ("An", "Bo"):
        code, out, _ = call("themes", "agreement", "--sample", "12", "--coder", coder, *here)
        assert (code, f"coding-{coder}.xlsx: 12 statements" in out) == (0, True)
        fill(tmp_path / f"coding-{coder}.xlsx", wrong=(3,) if coder == "Bo" else ())
    code, _, err = call("themes", "agreement", "--import", "coding-An.xlsx", "--coder", "An", *here)
    assert (code, err) == (0, "")
    code, out, err = call("themes", "agreement", "--import", "coding-Bo.xlsx", "--coder", "Bo", *here)
    assert (code, err.count("\n")) == (1, 1)
    assert "row 3, column D: There is no theme T099" in err
    assert "11 codes of Bo are kept" in out
    code, out, _ = call("themes", "agreement", *here)
    assert code == 0
    assert "An + Bo: 1.00 [1.00, 1.00], 11 statements; reliable" in out
    assert "Coded differently, to discuss:" in out
    assert "An: coded codes 12 statements" in call("themes", "log", *here)[1]


def test_too_few_statements_are_only_listed(call, own_samples, tmp_path):
    here, path = ("--workspace", own_samples.root), tmp_path / "few.xlsx"
    for coder in ("An", "Bo"):
        call("themes", "agreement", "--sample", "4", "--coder", coder, "-o", path, *here)
        fill(path)
        call("themes", "agreement", "--import", path, "--coder", coder, *here)
    code, out, _ = call("themes", "agreement", *here)
    assert code == 0
    assert "Fewer than 10 statements" in out
    assert "alpha" not in out
    assert "Coded differently" in out


def test_a_sheet_is_made_or_read_but_not_both(call, own_samples, tmp_path):
    here = ("--workspace", own_samples.root)
    code, _, err = call("themes", "agreement", "--sample", "4", "--import", tmp_path / "a.xlsx", *here)
    assert (code, err.count("\n")) == (2, 1)
    assert call("themes", "agreement", "-o", tmp_path / "a.xlsx", *here)[0] == 2


def test_themes_of_an_empty_workspace_are_an_empty_list(call, workspace):
    assert call("themes", "list", "--workspace", workspace.root)[:2] == (0, "")
