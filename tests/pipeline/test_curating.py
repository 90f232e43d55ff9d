"""What people do to the themes of a workspace: one way into the log, seen at once, kept by every run."""

from html import unescape

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.current import current
from lcsynth.pipeline.recording import consequences
from lcsynth.pipeline.standing import status
from lcsynth.register import append, operation, read_log
from lcsynth.report import SessionPage

LAST = "2022-09-20-beleid"


@pytest.fixture
def anne(own_samples):
    return lcsynth.curate(own_samples, coder="Anne")


@pytest.fixture
def made(samples):
    """The tables of the sample sessions before anybody curated them."""
    return lcsynth.synthesise(samples)


def members(tables, theme, **wanted):
    """The statements of a theme that are no repeats, in order of id."""
    rows = tables.assignments
    rows = rows[(rows["theme_id"] == theme) & (rows["rank"] == 1) & (rows["how"] != "duplicate")]
    for name, value in wanted.items():
        rows = rows[rows[name] == value]
    return sorted(rows["statement_id"])


def repeats(tables):
    """Repeats of statements in a theme: their ids and those of their originals."""
    rows = tables.statements[tables.statements["content"] & (tables.statements["duplicate_of"] != "")]
    return list(zip(rows["statement_id"], rows["duplicate_of"], strict=True))


def test_what_a_person_does_counts_at_once_and_the_same_after_a_run(anne, made):
    first, second = members(made, "T001")[:2]
    anne.move([first], to="T002")
    anne.pin(second)
    anne.rename("T002", nl="Rollen", note="korter")
    anne.describe("T002", nl="Over wie wat doet.")
    anne.pin_keyword("T002", "taakverdeling")
    now, run = current(anne.workspace), lcsynth.synthesise(anne.workspace)
    for tables in (now, run):
        rows = tables.assignments[tables.assignments["rank"] == 1].set_index("statement_id")
        assert rows.loc[first, ["theme_id", "how", "placed_by"]].tolist() == ["T002", "moved", "person"]
        assert rows.loc[second, ["theme_id", "placed_by", "quote"]].tolist() == ["T001", "machine", "pinned"]
        theme = tables.themes.set_index("theme_id").loc["T002"]
        assert (theme["label_nl"], theme["labelled_by"]) == ("Rollen", "person")
        assert theme["description_nl"] == "Over wie wat doet."
        assert theme["keywords"].startswith("taakverdeling, ")
    names = ["theme_id", "label_nl", "status", "statements", "contributors", "last_session"]
    assert now.themes[names].to_dict("records") == run.themes[names].to_dict("records")
    grown = run.theme_sessions.groupby("theme_id")["statements"].sum()
    sizes = run.themes.set_index("theme_id")["statements"]
    assert grown.to_dict() == sizes[sizes > 0].to_dict()


def test_a_sub_theme_is_split_off_by_the_statements_it_has_then(anne, made):
    part = made.subthemes["subtheme_id"].iloc[0]
    theme = made.subthemes["theme_id"].iloc[0]
    wanted = members(made, theme, subtheme=part)
    done = anne.split(theme, subtheme=part, nl="Een deel", note="te breed")
    assert sorted(done.arguments["statements"]) == wanted
    run = lcsynth.synthesise(anne.workspace)
    assert members(run, done.arguments["new"], placed_by="person") == wanted
    row = run.themes.set_index("theme_id").loc[done.arguments["new"]]
    assert (row["label_nl"], row["split_from"], row["status"]) == ("Een deel", theme, "active")


def test_a_hidden_statement_is_in_no_report_and_the_report_tells_how_many_are_hidden(anne):
    def page():
        return SessionPage(lcsynth.synthesise(anne.workspace, LAST), "nl")

    def said(one):
        return unescape(one.themes().text + one.single_voices().text)

    before = page()
    names = [before.quotes["statement_id"].iloc[0], before.single["statement_id"].iloc[0]]
    texts = before.synthesis.statements.set_index("statement_id").loc[names, "text"].tolist()
    assert [text for text in texts if text not in said(before)] == []
    for name in names:
        anne.hide(name, reason="herkenbaar")
    after = page()
    assert [text for text in texts if text in said(after)] == []
    assert "2 uitspraken zijn door de onderzoekers verborgen, met reden" in after.left_out().text
    assert len(after.voices) == len(before.voices)


def test_a_repeat_stands_for_its_original(anne, made):
    repeat, original = repeats(made)[0]
    assert anne.hide(repeat, reason="dubbel").arguments["statement"] == original
    rows = current(anne.workspace).assignments.set_index("statement_id")
    assert rows.loc[[repeat, original], "quote"].tolist() == ["hidden", "hidden"]


def test_a_rejected_theme_has_no_statements(anne):
    before = lcsynth.synthesise(anne.workspace)
    anne.set_status("T001", "rejected", note="geen thema")
    run = lcsynth.synthesise(anne.workspace)
    row = run.themes.set_index("theme_id").loc["T001"]
    assert (row["status"], row["statements"]) == ("rejected", 0)
    assert len(run.themes) == len(before.themes)


def test_operations_say_which_themes_are_meant_whatever_their_numbers_become(anne):
    made_by = {name: theme.made_by for name, theme in current(anne.workspace).register.themes.items()}
    done = anne.merge(["T002"], into="T001")
    assert done.arguments["of"] == {"T001": made_by["T001"], "T002": made_by["T002"]}
    assert anne.memo("T001", "Breed.").arguments["of"] == {"T001": made_by["T001"]}


def test_an_undo_tells_what_no_longer_applies_and_status_keeps_telling(anne, made):
    done = anne.split("T001", statements=members(made, "T001")[:3], nl="Deel")
    bo = lcsynth.curate(anne.workspace, coder="Bo")
    bo.rename(done.arguments["new"], nl="Beter")
    undo = anne.undo(done.id)
    (line,) = consequences(anne.workspace, undo.id)
    assert "(rename) by Bo: there is no theme T" in line
    assert f"any more, since Anne undid {done.id}" in line
    assert any(line in sentence for sentence in status(anne.workspace).waiting)
    anne.undo(undo.id)
    assert current(anne.workspace).register.themes[done.arguments["new"]].label_nl == "Beter"


def test_status_tells_a_conflict_with_both_sides(anne):
    log = anne.workspace.log
    base = log.read_bytes()
    anne.rename("T001", nl="Tijd")
    one = log.read_bytes()
    log.write_bytes(base)
    lcsynth.curate(anne.workspace, coder="Bo").rename("T001", nl="Uren")
    log.write_bytes(one + log.read_bytes()[len(base) :])
    (told,) = [text for text in status(anne.workspace).waiting if "disagree" in text]
    assert "the Dutch label of T001" in told
    assert "Anne: rename theme T001, label_nl Tijd" in told
    assert "Bo: rename theme T001, label_nl Uren" in told
    anne.rename("T001", nl="Tijd en uren")
    assert not any("disagree" in text for text in status(anne.workspace).waiting)


def test_status_tells_an_operation_on_statements_that_are_not_there_any_more(anne):
    gone = operation("move", coder="Anne", statements=["s000000000000"], to="T001")
    (written,) = append(anne.workspace.log, [gone])
    assert f"operation {written.id} (move) by Anne: no session has the statement s000000000000 any more" in (
        "\n".join(status(anne.workspace).waiting)
    )
    anne.undo(written.id)
    assert "any more" not in "\n".join(status(anne.workspace).waiting)


def test_a_theme_is_shown_whole(anne, made):
    first = members(made, "T001")[0]
    anne.memo("T001", "Breed.\nNog eens bekijken.")
    anne.memo(first, "Ironie?")
    anne.hide(first, reason="herkenbaar")
    shown = anne.show("T001")
    assert shown.theme["statements"] == len(shown.statements)
    assert sum(shown.growth.values()) == len(members(made, "T001"))
    assert shown.statements["similarity"].dropna().is_monotonic_decreasing
    assert shown.statements.set_index("statement_id").loc[first, ["quote", "reason"]].tolist() == [
        "hidden", "herkenbaar",
    ]  # fmt: skip
    assert [memo.text for memo in shown.memos] == ["Breed.\nNog eens bekijken.", "Ironie?"]
    assert [one.operation for one in shown.history] == ["found", "joined", "joined", "memo"]
    assert shown.neighbours


def test_what_somebody_looks_at_in_python_is_what_the_command_line_shows(anne):
    anne.rename("T002", nl="Rollen")
    assert anne.themes().set_index("theme_id").loc["T002", "label_nl"] == "Rollen"
    assert anne.log("T002")[-1] == anne.log()[-1]
    assert {one.operation for one in anne.log("T001")} <= {"found", "joined"}


WRONG = {
    "a theme that never was": (lambda anne: anne.rename("T099", nl="x"), "There is no theme T099"),
    "no label": (lambda anne: anne.rename("T001", nl=" "), "No new label"),
    "no description": (lambda anne: anne.describe("T001"), "No description"),
    "a character of a terminal": (lambda anne: anne.rename("T001", nl="\x1b[31mrood"), "cannot be shown"),
    "a statement that never was": (lambda anne: anne.move(["s0"], to="T001"), "no statement 's0'"),
    "no statement": (lambda anne: anne.move([], to="T001"), "No statement was given"),
    "nothing to split": (lambda anne: anne.split("T001", nl="x"), "not clear what to split"),
    "a split without a label": (lambda anne: anne.split("T001", subtheme="T001.1"), "has no label"),
    "an unknown sub-theme": (
        lambda anne: anne.split("T001", subtheme="T001.99", nl="x"),
        "T001 has no sub-theme 'T001.99'",
    ),
    "an unknown status": (lambda anne: anne.set_status("T001", "rejectd"), "Did you mean 'rejected'?"),
    "no reason": (lambda anne: anne.hide("s0", reason=" "), "hidden for a reason"),
    "two keywords": (lambda anne: anne.pin_keyword("T001", "a, b"), "is not a keyword"),
    "an empty memo": (lambda anne: anne.memo("T001", "\n"), "The memo is empty"),
    "an unknown operation": (lambda anne: anne.undo("o1"), "There is no operation o1"),
    "what the machine found": (
        lambda anne: anne.undo(read_log(anne.workspace.log)[0][0].id),
        "overruled but not undone",
    ),
    "no name": (lambda anne: lcsynth.curate(anne.workspace, coder="A\nB"), "not a name of a coder"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_apply_is_refused_and_leaves_the_log_alone(anne, case):
    act, message = WRONG[case]
    before = anne.workspace.log.read_bytes()
    with pytest.raises(CallError, match=message.replace("?", r"\?")):
        act(anne)
    assert anne.workspace.log.read_bytes() == before


def test_statements_of_another_theme_are_not_split_off(anne, made):
    with pytest.raises(CallError, match="is not in T001 but in T002"):
        anne.split("T001", statements=members(made, "T002")[:1], nl="x")


def test_what_was_undone_is_not_undone_again(anne):
    done = anne.memo("T001", "x")
    undo = anne.undo(done.id)
    with pytest.raises(CallError, match=f"was undone by Anne before. To do it again, undo {undo.id}"):
        anne.undo(done.id)


def test_a_merged_theme_is_not_curated_any_more(anne):
    anne.merge(["T002"], into="T001")
    with pytest.raises(CallError, match=r"T002 was merged into T001 before\. Use T001 instead"):
        anne.rename("T002", nl="x")
