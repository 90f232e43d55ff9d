"""A later export of the same survey takes the place of the earlier one; nothing that was received is lost."""

import csv

import pytest

from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.adding import add
from lcsynth.pipeline.curating import rename_theme
from lcsynth.pipeline.standing import status
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.workspace import open_workspace

QUESTION = "Wat mist u in het document?"
SUBJECTS = (
    "tijd in het rooster",
    "vertrouwen tussen collega's",
    "geld voor de lange duur",
    "plek voor het mbo",
)
REMARKS = [
    f"In onze regio is te weinig {subject} en dat {reason}."
    for subject in SUBJECTS
    for reason in ("zegt iedereen", "hoor ik vaak", "merk ik zelf", "denken wij", "vindt de groep")
]
SAID_BY_MANY = "Geen opmerkingen verder."


@pytest.fixture
def export(tmp_path):
    """Write an export of the survey with these answers, each by another person."""

    def write(name, answers, question=QUESTION, folder="ontvangen"):
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["E-mail", question])
            for place, text in enumerate(answers):
                who = f"p{REMARKS.index(text)}" if text in REMARKS else f"n{place}"
                rows.writerow(["" if text == SAID_BY_MANY else f"{who}@voorbeeld.nl", text])
        return path

    return write


def names(workspace, session="s1"):
    return [path.name for path in workspace.sources(session)]


def test_a_later_export_takes_the_place_of_the_earlier_one_which_is_kept_aside(workspace, export):
    first, second = (
        export("mei.csv", REMARKS),
        export("juni.csv", [*REMARKS[1:], "Een heel nieuw antwoord hier."]),
    )
    add(workspace, [first], "s1")
    done = add(workspace, [second], "s1")
    one = done.replaced["juni.csv"]
    assert (one.file, one.stayed, one.came, one.went) == ("mei.csv", len(REMARKS) - 1, 1, 1)
    assert names(workspace) == ["juni.csv"]
    (aside,) = (workspace.raw("s1") / "replaced").iterdir()
    assert aside.read_bytes() == first.read_bytes()
    assert aside.name.endswith("-mei.csv")


def test_an_export_under_the_same_name_replaces_too(workspace, export):
    add(workspace, [export("a.csv", REMARKS)], "s1")
    later = export("a.csv", [*REMARKS, "Een heel nieuw antwoord hier."], folder="later")
    done = add(workspace, [later], "s1")
    assert done.replaced["a.csv"].came == 1
    assert (workspace.raw("s1") / "a.csv").read_bytes() == later.read_bytes()
    assert done.ledger["contributions"].tolist() == [len(REMARKS) + 1]


def test_what_people_curated_survives_a_later_export(workspace, export):
    add(workspace, [export("mei.csv", REMARKS)], "s1")
    before = synthesise(workspace, "s1")
    theme = before.themes["theme_id"].iloc[0]
    rename_theme(workspace, theme, nl="Een eigen naam", coder="Anna")
    add(workspace, [export("juni.csv", [*REMARKS[2:], "Een heel nieuw antwoord hier."])], "s1")
    after = synthesise(open_workspace(workspace.root), "s1")
    assert after.themes.set_index("theme_id").loc[theme, "label_nl"] == "Een eigen naam"
    old = before.assignments.set_index("statement_id")["theme_id"]
    new = after.assignments.set_index("statement_id")["theme_id"]
    both = old.index.intersection(new.index)
    assert len(both) == len(REMARKS) - 2
    assert (old[both] == new[both])[old[both] != ""].all()


def test_reading_options_go_over_to_the_file_that_takes_its_place(workspace, export):
    add(workspace, [export("mei.csv", REMARKS)], "s1", options={"text_columns": [QUESTION]})
    add(workspace, [export("juni.csv", [*REMARKS, "Een heel nieuw antwoord hier."])], "s1")
    (source,) = workspace.session("s1").sources
    assert (source.file, source.text_columns) == ("juni.csv", (QUESTION,))


@pytest.mark.parametrize(
    "answers",
    [
        [*[SAID_BY_MANY] * 10, *(f"Een antwoord dat niemand gaf, nummer {place}." for place in range(20))],
        [f"Een antwoord dat niemand gaf, nummer {place}." for place in range(20)],
        [*REMARKS[:5], *(f"Een antwoord dat niemand gaf, nummer {place}." for place in range(15))],
    ],
)
def test_another_survey_replaces_nothing(workspace, export, answers):
    add(workspace, [export("a.csv", [*REMARKS, *[SAID_BY_MANY] * 20])], "s1")
    assert not add(workspace, [export("b.csv", answers)], "s1").replaced
    assert names(workspace) == ["a.csv", "b.csv"]


def test_another_survey_under_a_name_that_is_taken_is_refused_and_changes_nothing(workspace, export):
    first = export("a.csv", REMARKS)
    add(workspace, [first], "s1")
    other = export("a.csv", ["Een antwoord dat niemand gaf."] * 9, folder="later")
    with pytest.raises(DataError, match="another file with this name"):
        add(workspace, [other], "s1")
    assert (workspace.raw("s1") / "a.csv").read_bytes() == first.read_bytes()


def test_a_person_may_say_that_it_takes_its_place(workspace, export):
    add(workspace, [export("a.csv", REMARKS)], "s1")
    other = export("b.csv", ["Een antwoord dat niemand gaf."])
    add(workspace, [other], "s1", replaces="a.csv")
    assert names(workspace) == ["b.csv"]


def test_a_person_may_keep_both(workspace, export):
    add(workspace, [export("a.csv", REMARKS)], "s1")
    done = add(workspace, [export("b.csv", REMARKS[1:])], "s1", keep_both=True)
    assert names(workspace) == ["a.csv", "b.csv"]
    assert done.ledger["duplicates"].sum() == len(REMARKS) - 1
    assert not done.replaced


def test_a_source_that_is_not_there_cannot_be_replaced(workspace, export):
    add(workspace, [export("mei.csv", REMARKS)], "s1")
    with pytest.raises(CallError, match=r"Did you mean 'mei\.csv'"):
        add(workspace, [export("b.csv", REMARKS[:3])], "s1", replaces="mie.csv")


def test_a_dry_run_tells_the_same_and_changes_nothing(workspace, export):
    path = export("a.csv", REMARKS)
    before = {one for one in workspace.root.rglob("*") if one.name != ".lock"}
    planned = add(workspace, [path], "s1", dry_run=True)
    assert {one for one in workspace.root.rglob("*") if one.name != ".lock"} == before
    done = add(workspace, [path], "s1")
    assert planned.ledger.equals(done.ledger)
    assert planned.readings == done.readings


def test_the_account_of_every_source_is_in_the_status_as_soon_as_it_is_added(workspace, export):
    add(workspace, [export("a.csv", [*REMARKS, "", ""])], "s1")
    (row,) = status(workspace).standings[0].ledger
    assert (row["source"], row["read"], row["contributions"], row["empty"]) == ("a.csv", 22, 20, 2)


def test_a_file_that_is_in_another_session_too_is_pointed_out(workspace, export):
    path = export("a.csv", REMARKS)
    assert not add(workspace, [path], "s1").elsewhere
    assert add(workspace, [path], "s2").elsewhere == {"a.csv": "s1"}
