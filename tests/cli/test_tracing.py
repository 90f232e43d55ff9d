"""The commands for authors and participants: draft, trace, codes."""

import json

import pytest


@pytest.fixture(scope="module")
def root(samples):
    return ["--workspace", samples.root]


def test_a_draft_is_written_where_it_is_asked_for(call, root, tmp_path):
    code, out, _ = call("document", "draft", "v1", "-o", tmp_path / "voorstel.docx", *root)
    assert code == 0
    assert "voorstel.docx" in out
    assert (tmp_path / "voorstel.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("draft", "v1", "-o", "voorstel.pdf"), "ends in .docx"),
        (("draft", "v9", "-o", "voorstel.docx"), "no version 'v9'"),
        (("draft", "v1", "-o", "voorstel.docx", "--language", "fr"), "no language 'fr'"),
        (("trace", "T999"), "no theme T999"),
        (("trace", "T001", "--format", "pdf"), "no format 'pdf'"),
        (("trace", "T001", "--page"), "Nobody has the code"),
        (("trace", "P-AAAAAAAAAA", "--page", "--format", "json"), "is html"),
        (("codes", "--session", "2020-01-01-niets"), "no session"),
    ],
)
def test_a_wrong_call_is_told_in_one_paragraph(call, root, tmp_path, monkeypatch, arguments, says):
    monkeypatch.chdir(tmp_path)
    code, _, err = call("document", *arguments, *root)
    assert code == 2
    assert says in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_trace_is_printed_or_written_in_the_form_of_the_file(call, root, tmp_path):
    code, out, _ = call("document", "trace", "T001", "--language", "en", *root)
    assert code == 0
    assert out.startswith("What became of it\ntheme T001")
    for name in ("spoor.json", "spoor.html"):
        assert call("document", "trace", "T001", "-o", tmp_path / name, *root)[0] == 0
    assert json.loads((tmp_path / "spoor.json").read_text(encoding="utf-8"))["id"] == "T001"
    assert (tmp_path / "spoor.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_participant_gets_a_code_and_a_page(call, own_samples, tmp_path):
    root = ["--workspace", own_samples.root]
    code, out, _ = call("document", "codes", "--session", "2022-05-17-onderzoekers", *root)
    assert code == 0
    assert "only you may read" in out
    sheet = own_samples.private("codes-2022-05-17-onderzoekers.csv").read_text(encoding="utf-8")
    person = sheet.splitlines()[1].partition(",")[0]
    code, _, _ = call("document", "trace", person, "--page", "-o", tmp_path / "mijn.html", *root)
    assert code == 0
    assert "Waar bleef mijn opmerking?" in (tmp_path / "mijn.html").read_text(encoding="utf-8")
