"""Themes last: over later sessions, over a rerun, and over the loss of everything generated."""

import itertools
import shutil

import pytest

import lcsynth
from lcsynth.register import growth, read_log, replay
from lcsynth.workspace import open_workspace

SESSIONS = ("2022-05-17-onderzoekers", "2022-06-21-praktijk", "2022-09-20-beleid")


@pytest.fixture(scope="module")
def grown(tmp_path_factory, copy_samples):
    """The sample sessions one after the other, with a theme renamed after the first; and each register."""
    workspace = copy_samples(tmp_path_factory.mktemp("lasting"))
    registers = []
    for session in SESSIONS:
        lcsynth.synthesise(workspace, session)
        if not registers:
            lcsynth.curate(workspace, coder="Anne").rename("T002", nl="Een eigen naam")
        registers.append(replay(read_log(workspace.log)[0]))
    lcsynth.synthesise(workspace)
    return workspace, registers


def themes_of(workspace):
    tables = lcsynth.synthesise(workspace)
    main = tables.assignments[tables.assignments["rank"] == 1]
    return main.set_index("statement_id")["theme_id"].to_dict()


def test_nearly_every_statement_in_a_theme_keeps_it_when_sessions_are_added(grown):
    _, registers = grown
    for before, after in itertools.pairwise(registers):
        placed = [name for name in before.members if before.theme_of(name)]
        kept = [name for name in placed if before.theme_of(name) == after.theme_of(name)]
        assert len(kept) >= 0.99 * len(placed) > 0


def test_a_renamed_theme_keeps_its_name_when_sessions_are_added(grown):
    workspace, registers = grown
    assert {register.themes["T002"].label_nl for register in registers} == {"Een eigen naam"}
    themes = lcsynth.synthesise(workspace).themes.set_index("theme_id")
    assert themes.loc["T002", ["label_nl", "labelled_by"]].tolist() == ["Een eigen naam", "person"]


def test_neither_a_rerun_nor_the_loss_of_everything_generated_nor_another_clusterer_changes_an_id(
    grown, tmp_path, monkeypatch
):
    workspace, _ = grown
    before, log = themes_of(workspace), workspace.log.read_bytes()
    shutil.copytree(workspace.root, tmp_path / "copy")
    copied = open_workspace(tmp_path / "copy")
    for folder in (copied.interim(), copied.processed()):
        shutil.rmtree(folder)

    def another(rest, *_, **__):
        return [[name] for name in rest["statement_id"]]

    monkeypatch.setattr(growth, "_clusters", another)
    monkeypatch.setattr(growth, "JOINS_ABOVE", 0.0)
    assert themes_of(copied) == before
    assert copied.log.read_bytes() == log
