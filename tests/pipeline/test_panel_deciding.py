"""The panel to decide in without a browser: what it shows, what a click writes, what it refuses."""

import shutil

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.panel_deciding import DecisionPanel
from lcsynth.register import read_log


@pytest.fixture(scope="module")
def decided(samples, tmp_path_factory):
    """One copy of the samples for all tests here; each leaves it as it found it, by undoing."""
    shutil.copytree(samples.root, folder := tmp_path_factory.mktemp("deciding") / "samples")
    return lcsynth.open_workspace(folder)


@pytest.fixture
def panel(decided):
    made = DecisionPanel(decided, coder="Anne", language="nl")
    made.theme.value, made.place.value = "T002", "2.2"
    return made


def last(workspace):
    return read_log(workspace.log)[0][-1]


def test_places_where_the_theme_was_heard_come_first_and_show_what_was_said(panel):
    first = panel.place.options[0][0]
    assert first.startswith("§ ")
    assert first.endswith(")")
    assert len(panel.place.options) > 40
    assert "<li>" in panel.said.value
    assert "<b>Nu:</b> open" in panel.standing.value
    panel.place.value = panel.place.options[-1][1]
    assert "niets gezegd" in panel.said.value


def test_deciding_writes_one_operation_shows_it_at_once_and_undo_takes_it_back(panel, decided):
    panel.decision.value, panel.because.value = "adopted", "Tijd <hoort> erbij"
    panel.in_version.value, panel.by.value = "v2", "Redactie"
    panel.buttons["decide"].click()
    one = last(decided)
    assert (one.operation, one.coder, one.arguments["theme"], one.arguments["section"]) == (
        "decide", "Anne", "T002", "2.2",
    )  # fmt: skip
    assert "overgenomen: Tijd &lt;hoort&gt; erbij (Redactie)" in panel.standing.value
    assert "overgenomen. Tijd &lt;hoort&gt; erbij" in panel.history.value
    assert "Gedaan" in panel.message.value
    assert panel.because.value == ""
    panel.buttons["undo"].click()
    assert last(decided).operation == "undo"
    assert "<b>Nu:</b> open" in panel.standing.value
    panel.buttons["undo"].click()
    assert "alert" in panel.message.value


def test_a_decision_without_a_reason_is_told_in_the_panel_and_writes_nothing(panel, decided):
    before = last(decided).id
    panel.decision.value = "rejected"
    panel.buttons["decide"].click()
    assert "role='alert'" in panel.message.value
    assert last(decided).id == before


def test_without_a_paper_there_is_nothing_to_decide_about(workspace):
    for path in workspace.paper("v1").parent.glob("*.md"):
        path.unlink()
    with pytest.raises(CallError, match="no version of the paper"):
        DecisionPanel(workspace)


def test_without_themes_the_panel_says_so(workspace):
    folder = workspace.paper("v1")
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("## 1 Begin\n\nEen alinea.\n", encoding="utf-8")
    panel = DecisionPanel(workspace, language="en")
    panel.because.value = "x"
    panel.buttons["decide"].click()
    assert "There are no themes yet" in panel.message.value
