"""The themes as they are now, also where there is little: nothing hidden, nothing shared, nothing at all."""

import lcsynth
from lcsynth.pipeline.current import current
from lcsynth.pipeline.showing import show, statements_of
from lcsynth.register.assignments import clusterable


def test_an_empty_workspace_has_no_themes_and_no_single_voices(workspace):
    now = current(workspace)
    assert now.themes.empty
    assert statements_of(now, "").empty


def test_a_theme_is_shown_when_nothing_was_hidden(samples):
    shown = show(samples, current(samples).themes["theme_id"].iloc[0])
    assert set(shown.statements["reason"]) == {""}


def test_a_statement_about_two_themes_is_one_document_of_the_model(samples):
    made = lcsynth.synthesise(samples)
    assert (made.assignments["rank"] > 1).any()
    assert len(made.model.topics_) == len(clusterable(made.statements))
