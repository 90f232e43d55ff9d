"""The panel without a browser: what a click writes in the log, and what it then shows."""

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline import panel_words
from lcsynth.pipeline.panel import Panel
from lcsynth.pipeline.panel_view import SINGLE
from lcsynth.register import read_log
from lcsynth.report.languages import catalogue


@pytest.fixture(scope="module")
def curated(samples, tmp_path_factory):
    """One copy of the samples for all tests here; each leaves it as it found it, by undoing."""
    import shutil

    shutil.copytree(samples.root, folder := tmp_path_factory.mktemp("panel") / "samples")
    return lcsynth.open_workspace(folder)


@pytest.fixture
def panel(curated):
    return Panel(curated, coder="Anne", language="nl")


@pytest.fixture
def log(curated):
    return lambda: read_log(curated.log)[0]


def click(panel, name):
    panel.buttons[name].click()


def line_of(choice, name):
    """The line with which something can be chosen."""
    return next(line for line, value in choice.options if value == name)


def shown(panel):
    return set(panel.shown.statements["statement_id"])


def test_the_first_theme_is_shown_with_its_statements_by_closeness(panel):
    assert panel.theme.value == panel.shown.themes["theme_id"].iloc[0] != SINGLE
    assert panel.shown.statements["similarity"].dropna().is_monotonic_decreasing
    assert [one for _, one in panel.statements.options] == panel.shown.statements["statement_id"].tolist()
    assert panel.theme.options[-1][0].startswith("Losse stemmen (")


def test_renaming_writes_one_operation_and_shows_the_label_at_once(panel, log):
    before, was = len(log()), panel.label_nl.value
    panel.label_nl.value = "Tijd in het rooster"
    panel.why.value = "zo noemen zij het"
    click(panel, "rename")
    *_, last = log()
    assert len(log()) == before + 1
    assert (last.operation, last.coder, last.note) == ("rename", "Anne", "zo noemen zij het")
    assert "label_en" not in last.arguments
    assert "Tijd in het rooster" in line_of(panel.theme, panel.theme.value)
    assert "Tijd in het rooster" in panel.message.value
    assert panel.why.value == ""
    click(panel, "undo")
    assert panel.label_nl.value == was


def test_merging_shows_the_theme_that_holds_the_statements_now(panel, log):
    moved, before = shown(panel), len(log())
    own, goal = panel.theme.value, panel.theme.options[1][1]
    panel.into.value = goal
    click(panel, "merge")
    assert len(log()) == before + 1
    assert panel.theme.value == goal
    assert moved < shown(panel)
    assert own not in [name for _, name in panel.theme.options]
    click(panel, "undo")
    assert own in [name for _, name in panel.theme.options]


def test_splitting_off_the_chosen_statements_makes_a_theme_of_them(panel, log):
    chosen = panel.shown.statements.loc[
        panel.shown.statements["how"] != "duplicate", "statement_id"
    ].tolist()[:2]
    panel.statements.value = tuple(chosen)
    panel.new_nl.value = "Roosters"
    click(panel, "split")
    new = log()[-1].arguments["new"]
    assert not shown(panel) & set(chosen)
    panel.theme.value = new
    assert shown(panel) >= set(chosen)
    click(panel, "undo")
    assert new not in [name for _, name in panel.theme.options]


def test_moving_to_the_single_voices_takes_statements_out_of_the_theme(panel):
    chosen = panel.shown.statements["statement_id"].iloc[0]
    single = panel.shown.single
    panel.statements.value = (chosen,)
    panel.to.value = SINGLE
    click(panel, "move")
    assert chosen not in shown(panel)
    assert panel.shown.single > single
    panel.theme.value = SINGLE
    assert chosen in shown(panel)
    click(panel, "undo")
    assert chosen not in shown(panel)


@pytest.mark.parametrize(
    ("button", "mark"), [("pin", "eerst geciteerd"), ("exclude", "niet geciteerd"), ("hide", "verborgen")]
)
def test_what_is_done_to_a_quote_is_marked_in_its_line(panel, button, mark):
    chosen = panel.shown.statements["statement_id"].iloc[0]
    panel.statements.value = (chosen,)
    panel.why.value = "herkenbaar"
    click(panel, button)
    assert mark in line_of(panel.statements, chosen)
    click(panel, "undo")
    assert mark not in line_of(panel.statements, chosen)


def test_memos_are_shown_with_the_theme_as_text_and_never_as_markup(panel):
    panel.memo.value = "Vraag <b>Anne</b>"
    click(panel, "memo_theme")
    assert "Vraag &lt;b&gt;Anne&lt;/b&gt;" in panel.about.value
    panel.statements.value = (panel.shown.statements["statement_id"].iloc[0],)
    panel.memo.value = "een tweede"
    click(panel, "memo_statement")
    assert "een tweede" in panel.about.value
    click(panel, "undo")
    click(panel, "undo")
    assert "Vraag" not in panel.about.value


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("rename", "Verander eerst een naam"),
        ("describe", "Schrijf of verander eerst een omschrijving"),
        ("pin_keyword", "Typ eerst het trefwoord"),
        ("status", "Kies eerst een status"),
        ("merge", "Kies eerst het thema"),
        ("move", "Kies eerst een of meer uitspraken"),
        ("split", "Kies eerst een of meer uitspraken"),
        ("hide", "Kies eerst één uitspraak"),
        ("memo_theme", "Schrijf eerst de notitie"),
    ],
)
def test_what_cannot_be_done_is_told_in_the_panel_and_writes_nothing(panel, log, button, told):
    before = log()
    click(panel, button)
    assert told in panel.message.value
    assert "role='alert'" in panel.message.value
    assert log() == before


def test_a_theme_is_described_and_the_description_stays_in_its_field(panel, log):
    panel.description_nl.value = "Gaat over uren en roosters."
    click(panel, "describe")
    last = log()[-1]
    assert (last.operation, last.arguments["description_nl"]) == ("describe", "Gaat over uren en roosters.")
    assert "description_en" not in last.arguments
    assert panel.description_nl.value == "Gaat over uren en roosters."
    click(panel, "undo")
    assert panel.description_nl.value == ""


def test_a_keyword_is_named_first_by_clicking(panel):
    panel.keyword.value = "takenlijst"
    click(panel, "pin_keyword")
    assert panel.shown.themes["keywords"].iloc[0].startswith("takenlijst")
    assert "takenlijst" in panel.message.value
    assert panel.keyword.value == ""
    click(panel, "undo")
    assert "takenlijst" not in panel.shown.themes["keywords"].iloc[0]


def test_a_status_is_set_by_clicking_and_shows_in_the_list_of_themes(panel):
    panel.status.value = "dormant"
    click(panel, "status")
    assert "slapend" in line_of(panel.theme, panel.theme.value)
    assert panel.status.value is None
    click(panel, "undo")
    assert "slapend" not in line_of(panel.theme, panel.theme.value)


def test_splitting_off_takes_a_label_for_the_new_theme(panel, log):
    before = log()
    panel.statements.value = (panel.shown.statements["statement_id"].iloc[0],)
    click(panel, "split")
    assert "Geef het nieuwe thema eerst een naam" in panel.message.value
    assert log() == before


def test_nothing_of_others_is_undone(curated, log):
    stranger, before = Panel(curated, coder="Bo", language="en"), log()
    click(stranger, "undo")
    assert "nothing of yours" in stranger.message.value
    assert log() == before


def test_two_people_see_what_the_other_did_after_refreshing(panel, curated):
    other = Panel(curated, coder="Bo", language="en")
    panel.label_nl.value = "Van Anne"
    click(panel, "rename")
    click(other, "refresh")
    assert other.label_nl.value == "Van Anne"
    assert "Anne" in other.history.value
    click(panel, "undo")


def test_the_single_voices_cannot_be_renamed(panel, log):
    before = log()
    panel.theme.value = SINGLE
    panel.label_nl.value = "Rest"
    click(panel, "rename")
    assert "geen thema" in panel.message.value
    assert log() == before


def test_a_broken_log_is_told_in_the_panel(panel, curated, monkeypatch):
    def broken(*_, **__):
        raise CallError("The log cannot be read")

    monkeypatch.setattr("lcsynth.pipeline.panel.view", broken)
    click(panel, "refresh")
    assert "The log cannot be read" in panel.message.value


def test_an_empty_workspace_has_a_panel_without_themes(workspace):
    panel = Panel(workspace, coder="Anne", language="nl")
    assert panel.theme.options == (("Losse stemmen (0)", SINGLE),)
    assert "geen thema" in panel.about.value


def test_long_statements_are_cut_in_the_list_and_whole_when_chosen(panel):
    words = catalogue("nl")
    rows = panel.shown.statements.copy()
    rows.loc[0, "text"] = "lang " * 100
    long = type(panel.shown)(**{**vars(panel.shown), "statements": rows})
    assert "…" in panel_words.statement_choices(words, long)[0][0]
    assert "lang " * 100 in panel_words.statement_html(words, long, [rows.loc[0, "statement_id"]])
