"""The review of the masking, and what people overrule in it, in a whole workspace."""

import csv
import random
import shutil
import zipfile

import pandas as pd
import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.freshness import Inputs
from lcsynth.pipeline.material import Material
from lcsynth.pipeline.privacy import mask, masked_values, review, unmask
from lcsynth.pipeline.privacy_review import encode_review
from lcsynth.pipeline.standing import log_problems, status
from lcsynth.prepare.identifiers import Found
from lcsynth.prepare.names import Names
from lcsynth.register import append, operation, read_log
from lcsynth.workspace import open_workspace

# "Zwirrebol" is in no list of names; "Fatima" is.
LINES = [
    "Er is te weinig tijd in het rooster, en volgens Fatima blijft dat zo.",
    "Het overleg is te lang. Dat ligt aan de heer zwirrebol en niet aan ons.",
    "De financiering stopt elk jaar, daar kan Zwirrebol niets aan doen.",
    "Vertrouwen groeit alleen als mensen elkaar vaker zien.",
]
VALUE, BEFORE = "zwirrebol", "voor alle zekerheid"


@pytest.fixture
def two_sessions(workspace, tmp_path):
    """Two sessions; what is to be masked is said in the first, in a file name, and in a repeated answer."""
    for name, lines in (("s1", [*LINES, LINES[1]]), ("s2", LINES[3:])):
        path = tmp_path / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = [[f"R{line[:9]}", line] for line in lines]
            csv.writer(file).writerows([["respondent", "opmerking"], *rows])
        options = {"text_columns": ["opmerking"], "contributor_column": "respondent"}
        lcsynth.add(workspace, [path], name, options=options)
    return open_workspace(workspace.root)


def contribution_with(workspace, words):
    """The id of the only contribution in which the masked text holds these words."""
    texts = contributions(workspace)
    (name,) = texts.index[texts.str.contains(words, regex=False)]
    return name


def contributions(workspace):
    material = Material.of(workspace)
    table = material.together(workspace.sessions, "contributions")
    return table.set_index("contribution_id")["text"]


def files_holding(workspace, value):
    """Every file outside the sources that holds a value, also inside tables and workbooks."""
    found = []
    for path in workspace.root.rglob("*"):
        if not path.is_file() or workspace.data / "raw" in path.parents:
            continue
        content = path.read_bytes()
        if path.suffix == ".parquet":
            content = pd.read_parquet(path).to_csv().encode()
        elif path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                content = b"".join(map(book.read, book.namelist()))
        if value.encode() in content.lower():
            found.append(path)
    return found


def forget(workspace):
    shutil.rmtree(workspace.interim(), ignore_errors=True)
    shutil.rmtree(workspace.processed(), ignore_errors=True)


@pytest.mark.slow
def test_what_a_person_masks_is_in_no_file_but_the_source(two_sessions):
    lcsynth.run(two_sessions)
    assert files_holding(two_sessions, VALUE)
    done = mask(two_sessions, "Zwirrebol", coder="Anne", note=BEFORE)
    assert (len(done.contributions), len(done.operations)) == (2, 1)
    lcsynth.run(two_sessions)
    for name in ("review.csv", "review.xlsx"):
        content = encode_review(review(two_sessions), two_sessions.root / name)
        (two_sessions.root / name).write_bytes(content)
    assert files_holding(two_sessions, VALUE) == []
    assert files_holding(two_sessions, BEFORE) == [two_sessions.log]


def test_what_was_masked_in_one_place_is_in_no_table_either(two_sessions):
    lcsynth.synthesise(two_sessions)
    name = contribution_with(two_sessions, "heer zwirrebol")
    mask(two_sessions, VALUE, contribution=name, coder="Anne")
    found = lcsynth.synthesise(two_sessions)
    assert "heer zwirrebol" not in "".join(
        getattr(found, one).to_csv() for one in ("duplicates", "statements")
    )
    assert not [path for path in files_holding(two_sessions, "heer zwirrebol") if path.suffix != ".html"]
    assert list(contributions(two_sessions).str.contains(VALUE, case=False)).count(True) == 1


def test_a_readable_mask_stays_out_of_the_log(two_sessions):
    name = contribution_with(two_sessions, "[persoon 1] blijft")
    unmask(two_sessions, "[persoon 1]", contribution=name, coder="Anne")
    unmask(two_sessions, "Fatima", coder="Anne")
    assert b"fatima" not in two_sessions.log.read_bytes().lower()
    assert contributions(two_sessions)[name] == LINES[0]


@pytest.mark.parametrize("everywhere", [True, False])
def test_overrules_outlive_everything_generated(two_sessions, everywhere):
    lcsynth.synthesise(two_sessions)
    name = "" if everywhere else contribution_with(two_sessions, "kan Zwirrebol")
    mask(two_sessions, "Zwirrebol", contribution=name, coder="Anne")
    before = contributions(two_sessions)
    assert before.str.contains("[persoon", regex=False).sum() == (3 if everywhere else 2)
    forget(two_sessions)
    assert contributions(two_sessions).equals(before)
    lcsynth.synthesise(two_sessions)
    assert contributions(open_workspace(two_sessions.root)).equals(before)


def test_overrules_hold_when_a_source_is_renamed_and_its_rows_change_places(two_sessions):
    name = contribution_with(two_sessions, "heer zwirrebol")
    mask(two_sessions, VALUE, contribution=name, coder="Anne")
    unmask(
        two_sessions, "[persoon 1]", contribution=contribution_with(two_sessions, "] blijft"), coder="Anne"
    )
    before = contributions(two_sessions)
    path = two_sessions.raw("s1") / "s1.csv"
    heading, *rows = path.read_text(encoding="utf-8").splitlines()
    random.Random(3).shuffle(rows)
    path.unlink()
    path.with_name("anders.csv").write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    sessions = two_sessions.data / "sessions.yaml"
    sessions.write_text(
        sessions.read_text(encoding="utf-8").replace("s1.csv", "anders.csv"), encoding="utf-8"
    )
    assert contributions(open_workspace(two_sessions.root)).equals(before)


def test_overrules_of_a_place_hold_when_more_or_less_is_found(two_sessions, monkeypatch):
    hidden = contribution_with(two_sessions, "heer zwirrebol")
    readable = contribution_with(two_sessions, "] blijft")
    mask(two_sessions, VALUE, contribution=hidden, coder="Anne")
    unmask(two_sessions, "[persoon 1]", contribution=readable, coder="Anne")
    finder = Names.find
    monkeypatch.setattr(Names, "find", lambda *_: [])
    forget(two_sessions)
    assert contributions(two_sessions)[hidden] == LINES[1].replace(VALUE, "[persoon 1]")

    def better(self, text):
        place = text.find("rooster")
        return sorted(
            [*finder(self, text), *([Found(place, place + 7, "persoon", "r")] if place > 0 else [])]
        )

    monkeypatch.setattr(Names, "find", better)
    forget(two_sessions)
    assert contributions(two_sessions)[readable] == LINES[0].replace("rooster", "[persoon 1]")
    assert VALUE not in contributions(two_sessions)[hidden]


def test_a_place_makes_its_session_stale_and_words_make_every_session_stale(two_sessions):
    def prints():
        inputs = Inputs(two_sessions)
        operations, _ = read_log(two_sessions.log)
        sessions = two_sessions.sessions
        assert [one.id for one in sessions] == ["s1", "s2"]
        scopes = [inputs.scope(sessions[: place + 1], operations) for place in range(2)]
        return [*map(inputs.preparation, sessions), *scopes]

    before = prints()
    later = (
        Material.of(two_sessions).prepared(two_sessions.session("s2")).contributions["contribution_id"].item()
    )
    mask(two_sessions, "mensen", contribution=later, coder="Anne")
    place = prints()
    assert [one == other for one, other in zip(before, place, strict=True)] == [True, False, True, False]
    mask(two_sessions, "Zwirrebol", coder="Anne")
    assert not set(place) & set(prints())


@pytest.mark.slow
def test_a_second_run_after_an_overrule_is_fresh(two_sessions):
    lcsynth.run(two_sessions, languages=["nl"])
    mask(two_sessions, "Zwirrebol", coder="Anne")
    assert "stale" in {one.state for one in status(two_sessions).standings}
    lcsynth.run(two_sessions, languages=["nl"])
    assert all(one.fresh for one in lcsynth.run(two_sessions, languages=["nl"]))


def test_the_review_shows_masks_with_what_stands_around_them_and_never_what_they_hide(two_sessions):
    mask(two_sessions, VALUE, coder="Anne", kind="overig")
    found = review(two_sessions)
    assert found.counts.loc["s1"].to_dict() == {"overig": 2, "persoon": 1}
    assert sorted(zip(found.masks["mask"], found.masks["how"], strict=True)) == [
        ("[overig 1]", "person"), ("[overig 1]", "person"), ("[persoon 1]", "found"),
    ]  # fmt: skip
    texts = found.masks["text"].to_list()
    assert "…verleg is te lang. Dat ligt aan de heer [overig 1] en niet aan ons." in texts
    assert not any("fatima" in text.lower() or VALUE in text.lower() for text in texts)
    assert set(review(two_sessions, "s2").masks["session_id"]) == set()


def test_what_was_masked_is_read_again_from_the_sources(two_sessions):
    found = review(two_sessions)
    values = masked_values(two_sessions)
    assert {(row.contribution_id, row.start) for row in found.masks.itertuples()} == set(values)
    assert "Fatima" in values.values()


def test_a_doubtful_word_is_gone_when_it_was_masked_or_judged(two_sessions):
    path = two_sessions.raw("s2") / "s2.csv"
    path.write_text(
        path.read_text(encoding="utf-8") + "R9,Het rooster is van de Knotsbar zelf.\n", encoding="utf-8"
    )
    assert [one.word for one in review(two_sessions).doubtful if one.word == "Knotsbar"] == ["Knotsbar"]
    (row,) = review(two_sessions).table.query("word == 'Knotsbar'").itertuples()
    assert (row.part, row.session_id, row.text) == (
        "perhaps still personal", "s2", "Het rooster is van de Knotsbar zelf.",
    )  # fmt: skip
    unmask(two_sessions, "Knotsbar", coder="Anne")
    assert "Knotsbar" not in {one.word for one in review(two_sessions).doubtful}


def test_a_note_that_gives_the_words_away_is_refused(two_sessions):
    name = contribution_with(two_sessions, "] blijft")
    for call in (
        lambda: mask(two_sessions, VALUE, coder="Anne", note="dit is Zwirrebol!"),
        lambda: unmask(two_sessions, "[persoon 1]", contribution=name, coder="Anne", note="Fatima is bekend"),
    ):
        with pytest.raises(CallError, match="note holds the words"):
            call()
    assert read_log(two_sessions.log)[0] == []


def test_a_theme_whose_label_holds_the_words_is_named(two_sessions):
    one = operation("found", theme="T001", session="s1", members=[], label_nl="Zwirrebol en co", label_en="x")
    append(two_sessions.log, [one])
    assert mask(two_sessions, VALUE, coder="Anne").themes == ("T001",)


def test_an_overrule_of_a_contribution_that_is_gone_is_told_only_when_all_sessions_are_known(two_sessions):
    name = contribution_with(two_sessions, "heer zwirrebol")
    mask(two_sessions, VALUE, contribution=name, coder="Anne")
    lcsynth.synthesise(two_sessions)
    assert log_problems(two_sessions) == lcsynth.check(two_sessions) == []
    path = two_sessions.raw("s1") / "s1.csv"
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if "heer" not in line]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert log_problems(two_sessions) == []
    lcsynth.synthesise(two_sessions)
    (problem,) = log_problems(two_sessions)
    assert name in problem
    assert "any more" in problem
    assert len(lcsynth.check(two_sessions)) == 1
    assert problem in status(two_sessions).waiting


def test_words_masked_with_another_key_are_told(two_sessions):
    mask(two_sessions, VALUE, coder="Anne")
    two_sessions.key.write_text("11" * 32 + "\n", encoding="ascii")
    (problem,) = log_problems(two_sessions)
    assert "another key" in problem
