"""Microsoft Forms, Google Forms, Qualtrics and SurveyMonkey, in the shapes that they export."""

import datetime as dt

import pytest

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import WITHHELD
from tests.ingest import samples

MICROSOFT_NL = (
    "ID;Begintijd;Tijd van voltooien;E-mail;Naam;Naam2;Welke thema's spelen?;Punten - Welke thema's spelen?;"
    "Feedback - Welke thema's spelen?;Opmerkingen\n"
    "1;17-5-2022 15:02:11;17-5-2022 15:09:30;anonymous;;Ria Test;Tijd;Geld;;Goed bezig samen met de groep\n"
)
THEMES = ["Tijd;Geld;", "Tijd;", "Geld;Rust;", "Rust;"]


def forms(extra=("Wat gaat er goed?",), answers=(), person=("anoniem", "")):
    header = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", *extra]
    moment = dt.datetime(2022, 5, 17, 15, 2)
    return [header, *([number, moment, moment, *person, *row] for number, row in enumerate(answers, 1))]


def test_a_form_that_asks_for_the_name_itself_tells_people_apart_by_it(read):
    names = ["Ria Test", "Bo Proef", "Kim Voorbeeld"]
    rows = forms(("Naam2", "Wat gaat er goed?"), [(name, f"Dat wij samen leren, {name}") for name in names])
    reading = read(rows, "forms.xlsx")
    assert reading.format == "microsoft-forms"
    assert [one.identity for one in reading.contributions] == names
    assert reading.columns["Naam2"] == "name"
    assert reading.columns["Naam"] == "not used"
    assert reading.closed == ()


def test_choices_points_and_feedback_of_a_quiz_are_no_contributions(read):
    extra = ("Welke thema's?", "Punten - Welke thema's?", "Feedback - Welke thema's?", "Wat mist u hier?")
    answers = [
        (themes, 1, "Mooi gekozen hoor", f"Meer tijd voor groep {n}") for n, themes in enumerate(THEMES)
    ]
    reading = read(forms(extra, answers), "quiz.xlsx")
    assert {one.question for one in reading.contributions} == {"Wat mist u hier?"}
    assert [one.answers for one in reading.closed] == [{"Welke thema's?": themes} for themes in THEMES]
    assert reading.columns["Punten - Welke thema's?"] == "not used"
    assert reading.columns["Feedback - Welke thema's?"] == "not used"


def test_a_csv_in_cp1252_is_a_form_too(read):
    text = (
        "ID;Begintijd;Tijd van voltooien;E-mail;Naam;Wat neemt u mee?\n"
        "1;17-05-2022 15:04:05;17-05-2022 15:09:05;anoniem;;Eén idee over coördinatie\n"
    )
    reading = read(text.encode("cp1252"))
    assert reading.format == "microsoft-forms"
    one = reading.contributions[0]
    assert (one.text, one.said_at, one.identity) == ("Eén idee over coördinatie", "2022-05-17T15:09:05", "")


def test_a_single_open_question_of_few_words_is_read(read):
    reading = read(forms(("Tops",), [("Sfeer en ook rust",), ("Een fijne groep mensen",)]), "a.xlsx")
    assert [one.text for one in reading.contributions] == ["Sfeer en ook rust", "Een fijne groep mensen"]


GOOGLE = (
    '"Timestamp","Username","Score","How do you rate us? [Place]","Which themes?","What do you take home?"\n'
    + "".join(
        f'"2024/12/0{n} 8:48:17 PM GMT+1","p{n}@example.org","8 / 10","{"Good" if n % 2 else "Poor"}",'
        f'"{"Time, Money" if n % 2 else "Money"}","That we get further together {n}."\n'
        for n in range(1, 7)
    )
)


def test_google_forms_keeps_grids_and_checkboxes_as_closed_answers(read):
    reading = read(GOOGLE)
    assert reading.format == "google-forms"
    assert {one.question for one in reading.contributions} == {"What do you take home?"}
    assert reading.contributions[0].said_at == "2024-12-01T20:48:17+01:00"
    assert reading.closed[0].answers == {
        "How do you rate us? [Place]": "Good",
        "Which themes?": "Time, Money",
    }
    assert reading.closed[0].identity == "p1@example.org"
    assert reading.columns["Score"] == "not used"


def test_a_table_of_remarks_with_a_time_is_no_google_form(read):
    rows = "1700000000,1,Dit is een hele zin\n1700000001,2,En dit is nog een zin\n"
    assert read("timestamp,author-id,comment-body\n" + rows).format != "google-forms"


QUALTRICS = (
    "RecordedDate,ResponseId,Status,Q1,Q1_5_TEXT,Q2,Q2 - Topics\n"
    "Recorded,Response,Type,<b>Role</b>&nbsp;here?,Role here? - Other,"
    "What do you need?,What do you need? - Topics\n"
    '"{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""status""}",'
    '"{""ImportId"":""QID1""}","{""ImportId"":""QID1_5_TEXT""}","{""ImportId"":""QID2_TEXT""}",'
    '"{""ImportId"":""QID2_TEXT_abcTopics""}"\n'
    "2022-05-17 10:00:00,R_1,IP Address,Teacher,,More time to think it through,Time and the like for all\n"
    "2022-05-17 10:00:00,R_2,Survey Preview,Other,Coach,Less paper and more talk,Paper and the like for all\n"
    "2022-05-17 10:00:00,R_3,Spam,Teacher,,Buy all of my cheap watches,Watches and the like for all\n"
)


def test_qualtrics_reads_what_was_typed_and_not_its_own_analysis(read):
    reading = read(QUALTRICS)
    assert reading.format == "qualtrics"
    said = {(one.locator, one.question, one.text) for one in reading.contributions}
    assert ("id R_1", "What do you need?", "More time to think it through") in said
    assert ("id R_2", "Role here? - Other", "Coach") in said
    assert not any("the like" in text for _, _, text in said)
    assert [one.answers for one in reading.closed] == [{"Role here?": "Teacher"}, {"Role here?": "Other"}]


def test_qualtrics_keeps_previews_and_refuses_spam(read):
    reading = read(QUALTRICS)
    assert "id R_2" in {one.locator for one in reading.contributions}
    assert {one.reason for one in reading.refusals} == {WITHHELD}
    assert {one.locator for one in reading.refusals} == {"row 6"}


@pytest.mark.parametrize("name", ["Q2", "What do you need?"])
def test_a_column_can_be_named_by_its_code_or_its_question(read, name):
    assert {one.question for one in read(QUALTRICS, text_columns=(name,)).contributions} == {
        "What do you need?"
    }


@pytest.mark.parametrize("tool", ["MICROSOFT", "GOOGLE", "LIMESURVEY", "QUALTRICS", "POLIS"])
@pytest.mark.parametrize("title", ["Enquête over het document", "Enquête, mei"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_an_export_with_a_title_typed_above_it_is_still_that_of_its_tool(read, tool, title, delimiter):
    rows = getattr(samples, tool)
    if tool == "GOOGLE":
        rows = [[*row, "ja", "nee"] for row in rows]
    plain = read(samples.table(*rows))
    titled = read(f"{title}\r\n".encode() + samples.table(*rows, delimiter=delimiter))
    assert titled.format == plain.format != "csv"
    assert [one.text for one in titled.contributions] == [one.text for one in plain.contributions]


@pytest.mark.parametrize("content", samples.SAMPLES["surveymonkey"])
def test_surveymonkey_has_its_questions_in_two_heading_rows(read, content):
    name = "a.xlsx" if content.startswith(b"PK") else "a.csv"
    reading = read(content, name=name)
    assert (reading.format, reading.rows) == ("surveymonkey", 3)
    assert [(one.question, one.text) for one in reading.contributions] == [
        ("Wat mist u?", text) for text in samples.SAID
    ]
    assert {one.said_at for one in reading.contributions} == {"2022-05-17T15:20:22"}
    assert [dict(one.answers) for one in reading.closed][1] == {
        "Wat is uw rol? [Anders, namelijk]": "Practor",
        "Hoe beoordeelt u het stuk? [Helderheid]": "Goed",
        "Hoe beoordeelt u het stuk? [Bruikbaarheid]": "Matig",
    }
    assert reading.columns["IP Address"] == "not used"


def test_surveymonkey_without_answers_says_so(read):
    with pytest.raises(DataError, match="heading rows and nothing under them"):
        read(samples.table(*samples.SURVEYMONKEY[:2]))
