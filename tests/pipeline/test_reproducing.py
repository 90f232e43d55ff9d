"""What was made can be made again from what was received: the same, without touching what is there."""

import json

import pandas as pd
import pytest

import lcsynth
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.reproducing import reproduce
from lcsynth.workspace import open_workspace
from lcsynth.workspace.files import write_text

FIRST, SECOND = "2022-05-17-onderzoekers", "2022-06-21-praktijk"


def snapshot(workspace):
    return {
        path.relative_to(workspace.root): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in workspace.root.rglob("*")
        if path.is_file()
    }


def differences(found):
    return {part.what.split(" (")[0]: part.difference for part in found.different}


@pytest.fixture
def tabled(own_samples):
    """The first sample session with its tables and its passport, and without reports."""
    made = lcsynth.synthesise(own_samples, FIRST)
    write_text(own_samples.reports(FIRST, "passport.json"), json.dumps(dict(made.passport)))
    return own_samples


def test_the_tables_come_out_the_same_and_nothing_in_the_workspace_is_touched(tabled):
    before = snapshot(tabled)
    found = reproduce(tabled, FIRST)
    assert found.different == ()
    assert [part.what for part in found.parts][:2] == ["inputs", "table contributions (98 rows)"]
    assert snapshot(tabled) == before


def test_a_table_a_source_and_a_setting_that_changed_are_each_told(tabled):
    path = tabled.processed(FIRST, "themes.parquet")
    pd.read_parquet(path).assign(label_nl="Anders").to_parquet(path, index=False)
    extra = tabled.raw(FIRST) / "nog.csv"
    extra.write_text("Naam,Wat vindt u?\nA,Er is meer tijd nodig\n", encoding="utf-8")
    settings = tabled.data / "workspace.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("dormant_after: 3", "dormant_after: 4"), encoding="utf-8")
    found = differences(reproduce(open_workspace(tabled.root), FIRST))
    assert found[f"sources of {FIRST}"] == "changed since: 1 not in the passport, 0 not there any more"
    assert found["input settings › thresholds › dormant_after"] == "3 then, 4 now"
    assert "column label_nl differs" in found["table themes"]
    assert found["table contributions"] == "has 98 rows, made again 99"


def test_what_people_did_since_is_a_log_that_changed(tabled):
    theme = lcsynth.synthesise(tabled, FIRST).themes["theme_id"].iloc[0]
    lcsynth.rename_theme(tabled, theme, nl="Een eigen naam", coder="Anna")
    found = differences(reproduce(open_workspace(tabled.root), FIRST))
    assert {"input log", "input operations", "table themes"} <= found.keys()


def test_an_endpoint_is_not_asked_again(tabled, stub, switch_on):
    workspace = switch_on(tabled, stub.url)
    made = lcsynth.synthesise(workspace, FIRST)
    write_text(workspace.reports(FIRST, "passport.json"), json.dumps(dict(made.passport)))
    assert len(made.summaries)
    asked = len(stub.requests)
    assert reproduce(workspace, FIRST).different == ()
    assert len(stub.requests) == asked


def test_what_was_not_made_yet_cannot_be_compared(workspace, own_samples):
    with pytest.raises(CallError, match="no session"):
        reproduce(workspace, "2030-01-01-niets")
    with pytest.raises(DataError, match=f"was not made yet.*lcsynth run {SECOND}`"):
        reproduce(own_samples, SECOND)
    with pytest.raises(DataError, match="Run `lcsynth run` first"):
        reproduce(own_samples, "living-document")
    for broken in ("{", "[]"):
        write_text(own_samples.reports("living-document", "passport.json"), broken)
        with pytest.raises(DataError, match="not a passport"):
            reproduce(own_samples, "living-document")
