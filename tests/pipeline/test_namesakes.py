"""Two themes that are called the same are told wherever people look; nothing is refused."""

import lcsynth
from lcsynth.pipeline.namesakes import namesakes_in
from lcsynth.pipeline.panel import Panel
from lcsynth.pipeline.standing import status


def test_a_label_that_another_theme_has_is_told_by_the_command_the_status_and_the_panel(own_samples, capsys):
    from lcsynth.cli.curation import themes_rename

    hand = lcsynth.curate(own_samples, coder="Anne")
    assert namesakes_in(own_samples) == []
    hand.rename("T001", nl="Tijd en  geld")
    themes_rename("T002", nl="tijd en geld", coder="Bo", workspace=own_samples.root)
    sentence = "T001 and T002 are both called “Tijd en geld”"
    out = capsys.readouterr().out
    assert "T002 is renamed" in out
    assert f"Note: {sentence}" in out
    assert any(one.startswith(sentence) for one in status(own_samples).waiting)
    assert namesakes_in(own_samples, "T003") == []
    assert "Heet ook zo: T002" in Panel(own_samples, coder="Anne", language="nl").about.value
    hand.merge(["T002"], into="T001")
    assert namesakes_in(own_samples) == []
