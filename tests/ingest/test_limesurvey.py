"""LimeSurvey: three ways to write headings, sub-questions, partial answers, columns of its own."""

import csv
import io

import pytest

from lcsynth.ingest import read_source
from lcsynth.workspace import Source

QUESTION = "Wat leert\n u?"
CODES = [
    "id",
    "submitdate",
    "lastpage",
    "startlanguage",
    "fun",
    "fun[other]",
    "G1Q2",
    "info",
    "interviewtime",
    "G1Q2Time",
]
TEXTS = [
    "Respons ID", "Datum verstuurd", "Laatste pagina", "Begin taal", "Wat is uw functie?",
    "Wat is uw functie? [Anders]",
    "<p>Wat leert\n\tu?</p>", "Lees eerst deze uitleg goed door", "Totaaltijd", "Vraag tijd: G1Q2",
]  # fmt: skip
BOTH = [f"{code}. {text}" for code, text in zip(CODES, TEXTS, strict=True)]
ROWS = [
    ["1", "2022-03-15 10:50:10", "6", "nl", "Docent", "", "Dat samenwerken echt tijd kost.", "", "29.1", "3"],
    ["2", "", "0", "nl", "", "", "", "", "", ""],
    ["3", "2022-03-15 11:50:10", "6", "nl", "Anders", "Coach", "Dat rust in de groep helpt.", "", "9.1", "3"],
    ["4", "2022-03-15 12:50:10", "6", "nl", "Docent", "N/A", "N/A", "", "9.1", "3"],
]  # fmt: skip


def export(header, rows=ROWS, bom="\ufeff"):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    return bom + out.getvalue()


@pytest.mark.parametrize("bom", ["\ufeff", ""])
@pytest.mark.parametrize(
    ("header", "question"), [(TEXTS, "Wat leert u?"), (BOTH, "Wat leert u?"), (CODES, "G1Q2")]
)
def test_every_way_to_write_headings_gives_the_same_answers(read, header, question, bom):
    reading = read(export(header, bom=bom))
    assert reading.format == "limesurvey"
    said = [(one.locator, one.text) for one in reading.contributions if one.question == question]
    assert said == [("id 1", ROWS[0][6]), ("id 3", ROWS[2][6])]
    assert [one.locator for one in reading.closed] == ["id 1", "id 3", "id 4"]
    assert set(reading.columns.values()) == {"id", "said_at", "not used", "closed answer", "text", "empty"}


def test_what_was_typed_next_to_the_options_is_an_answer_to_the_question(read):
    typed = [one for one in read(export(TEXTS)).contributions if one.text == "Coach"]
    assert [one.question for one in typed] == ["Wat is uw functie?"]


def test_partial_answers_and_questions_not_shown_count_as_empty(read):
    reading = read(export(TEXTS))
    assert (reading.rows, reading.read, reading.empty) == (4, 8, 5)


def test_a_text_that_is_only_shown_is_empty_and_timings_are_not_used(read):
    columns = read(export(TEXTS)).columns
    assert columns["Lees eerst deze uitleg goed door"] == "empty"
    assert columns["Vraag tijd: G1Q2"] == columns["Totaaltijd"] == "not used"


def test_few_people_and_a_grid_of_statements_give_no_contributions_of_the_grid(read):
    grid = [f"Wat vindt u van dit alles? [Vraag {n}]" for n in range(4)]
    points = ["niet zo heel veel waard", "best wel redelijk prima", "echt heel erg fijn zo"]
    rows = [
        [
            str(n),
            "2022-03-15 10:50:10",
            "6",
            "nl",
            *(points[(n + place) % 3] for place in range(4)),
            f"Dit is zin {n}",
        ]
        for n in range(3)
    ]
    reading = read(export([*TEXTS[:4], *grid, "Wat nog meer?"], rows))
    assert {one.question for one in reading.contributions} == {"Wat nog meer?"}
    assert set(reading.closed[0].answers) == set(grid)


def test_identical_headings_stay_apart(read):
    rows = [["1", "2022-03-15 10:50:10", "6", "nl", "Een eerste hele zin", "Een tweede hele zin"]]
    reading = read(export([*TEXTS[:4], "Wat nu?", "Wat nu?"], rows))
    assert [one.question for one in reading.contributions] == ["Wat nu?", "Wat nu? (2)"]


def test_the_original_heading_names_a_column_too(read):
    reading = read(export(BOTH), text_columns=("G1Q2. <p>Wat leert u?</p>",))
    assert {one.question for one in reading.contributions} <= {"", "Wat leert u?"}


def test_a_real_export_gives_only_what_is_asked_for(session, settings, shared_data):
    path = shared_data / "formats" / "limesurvey.csv"
    source = Source(file=path.name, text_columns=("Where do you live?",))
    reading = read_source(path, source, session, settings)
    assert (reading.format, reading.rows, reading.read, reading.empty) == ("limesurvey", 3, 3, 1)
    assert [one.locator for one in reading.closed] == ["id 1", "id 3"]
    assert not any(
        "time:" in question.casefold() or "{" in question for question in reading.closed[0].answers
    )


def test_a_code_stands_only_in_front_of_a_heading(read):
    header = [*BOTH[:6], "G1Q2. Wat leert u? Noem er twee. Of drie", *BOTH[7:9], "2e vraag. Leg uit"]
    questions = read(export(header)).columns
    assert "Wat leert u? Noem er twee. Of drie" in questions
    assert "2e vraag. Leg uit" in questions
