"""A workspace: found from any folder in it, with its sessions in order of date."""

import pytest

from lcsynth.errors import CallError, DataError
from lcsynth.workspace import Workspace, open_workspace

SESSION = "  - id: {0}\n    title: {{nl: x, en: x}}\n    date: {1}\n"


def write_sessions(workspace, *pairs):
    text = "sessions:\n" + "".join(SESSION.format(*pair) for pair in pairs)
    (workspace.data / "sessions.yaml").write_text(text)
    return open_workspace(workspace.root)


def test_a_workspace_is_found_from_any_folder_in_it(workspace):
    deep = workspace.raw("s1") / "more"
    deep.mkdir(parents=True)
    assert open_workspace(deep) == open_workspace(str(workspace.root)) == workspace


def test_the_nearest_workspace_is_taken(workspace):
    inner = workspace.root / "inner"
    (inner / "data").mkdir(parents=True)
    (inner / "data" / "workspace.yaml").write_text("name: inner\nembedder: x\n")
    assert open_workspace(inner / "data").settings.name == "inner"


def test_a_folder_outside_any_workspace_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(CallError, match=r"not in a workspace\. Expected .*lcsynth init DIR") as refused:
        open_workspace(tmp_path)
    assert refused.value.where == str(tmp_path)


def test_the_home_of_nobody_is_refused():
    with pytest.raises(CallError, match=r"^~nobody-of-that-name: This is no folder"):
        open_workspace("~nobody-of-that-name")


def test_a_folder_that_may_not_be_read_is_told_in_a_paragraph(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    with pytest.raises(DataError, match=r"It cannot be read \(Permission denied\)"):
        open_workspace(tmp_path)


def test_sessions_are_in_order_of_date_and_then_id(workspace):
    opened = write_sessions(workspace, ("b", "2022-06-01"), ("c", "2022-05-01"), ("a", "2022-06-01"))
    assert [session.id for session in opened.sessions] == ["c", "a", "b"]


def test_a_session_is_found_by_its_id(workspace):
    assert write_sessions(workspace, ("a", "2022-06-01")).session("a").id == "a"


def test_an_unknown_session_is_refused_with_the_nearest(workspace):
    with pytest.raises(CallError, match=r"no session 'prakijk'\. Did you mean 'praktijk'\?"):
        write_sessions(workspace, ("praktijk", "2022-06-01")).session("prakijk")


def test_without_sessions_it_is_said_how_to_add_one(workspace):
    (workspace.data / "sessions.yaml").unlink()
    with pytest.raises(CallError, match="lcsynth add FILE --session ID"):
        open_workspace(workspace.root).session("a")


def test_wrong_settings_are_refused_on_their_first_use(workspace):
    (workspace.data / "workspace.yaml").write_text("name: x\n")
    opened = open_workspace(workspace.root)
    with pytest.raises(DataError, match=r"workspace\.yaml, line 1, embedder: This key is required"):
        _ = opened.settings


def test_sources_are_files_by_name_without_hidden_ones_and_folders(workspace):
    folder = workspace.raw("a")
    (folder / "older").mkdir(parents=True)
    for name in ("b.csv", "B.csv", "a.xlsx", ".DS_Store", "~$a.xlsx", ".0123456789abcdef.part"):
        (folder / name).write_text("x")
    there = {path.name for path in folder.iterdir()}
    expected = [name for name in ("B.csv", "a.xlsx", "b.csv") if name in there]
    assert [path.name for path in workspace.sources("a")] == expected


def test_a_session_without_a_folder_has_no_sources(workspace):
    assert workspace.sources("a") == ()


def test_the_reading_options_of_a_file_are_found_by_its_name(workspace):
    text = (
        "sessions:\n"
        + SESSION.format("a", "2022-05-17")
        + "    sources: [{file: a.csv, id_column: Nummer}]\n"
    )
    (workspace.data / "sessions.yaml").write_text(text)
    session = open_workspace(workspace.root).session("a")
    assert session.source("a.csv").id_column == "Nummer"
    assert session.source("b.csv").id_column == ""


def test_everything_has_its_place_under_the_root(tmp_path):
    at = Workspace(tmp_path)
    found = [at.raw("a"), at.paper("v1"), at.interim("a"), at.processed("a"), at.reports("a"), at.log, at.key]
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "data/raw/a",
        "data/paper/v1.md",
        "data/interim/a",
        "data/processed/a",
        "reports/a",
        "data/register/log.jsonl",
        "data/private/pseudonym.key",
    ]


def test_a_notebook_of_the_workspace_goes_before_the_shipped_one(workspace):
    own = workspace.root / "notebooks" / "session_report.ipynb"
    assert workspace.notebook("session_report") == own
    own.unlink()
    assert workspace.notebook("session_report").is_file()
