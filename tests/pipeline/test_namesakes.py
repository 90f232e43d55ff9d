"""Two themes that are called the same are told wherever people look; nothing is refused."""

import lcsynth
from lcsynth.pipeline.namesakes import namesakes_in
from lcsynth.pipeline.panel import Panel
from lcsynth.pipeline.standing import status
from lcsynth.register import read_log, replay


def test_a_label_that_another_theme_has_is_told_by_the_command_the_status_and_the_panel(own_samples, capsys):
    from lcsynth.cli.curation import themes_rename, themes_split

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
    themes_split("T003", [member_of("T003", own_samples)], nl="Tijd en geld", workspace=own_samples.root)
    (sentence,) = namesakes_in(own_samples)
    assert "are all called “Tijd en geld”: give each its own label" in sentence
    assert f"Note: {sentence}." in capsys.readouterr().out
    hand.merge(sentence.split(" are ")[0].replace(" and ", ", ").split(", ")[1:], into="T001")
    assert namesakes_in(own_samples) == []


def member_of(theme, workspace):
    register = replay(read_log(workspace.log)[0])
    return next(name for name in sorted(register.members) if register.theme_of(name) == theme)
