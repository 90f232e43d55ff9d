import datetime as dt

import pytest

from lcsynth.ingest import detect, read_source
from lcsynth.ingest.place_named import section_named
from lcsynth.workspace import Source
from tests.ingest.samples import SAID

FORMS_NL = [
    [
        "ID",
        "Begintijd",
        "Tijd van voltooien",
        "E-mail",
        "Naam",
        "Wat is je doelgroep?",
        "Wat gaat er goed?",
        "Wat kan er beter?",
    ],
    [
        1,
        dt.datetime(2022, 5, 17, 15, 2),
        dt.datetime(2022, 5, 17, 15, 9, 30),
        "f.elamrani@voorbeeld.nl",
        "Fatima El Amrani",
        "Onderzoekers",
        "De sfeer in de groep is erg goed.",
        "Er is te weinig tijd voor docenten.",
    ],
    [
        2,
        dt.datetime(2022, 5, 17, 15, 3),
        dt.datetime(2022, 5, 17, 15, 8),
        "j.bakker@voorbeeld.nl",
        "Bakker, Jan",
        "praktijk",
        "Dat wij elkaar weten te vinden.",
        None,
    ],
    [
        3,
        dt.datetime(2022, 5, 17, 15, 3),
        dt.datetime(2022, 5, 17, 15, 8),
        "anonymous",
        None,
        "Bestuur",
        "   ",
        "Meer geld en meer rust voor iedereen.",
    ],
]

FORMS_EN = (
    "ID,Start time,Completion time,Email,Name,What is going well here?,"
    "Which themes apply?,Points - Which themes apply?\n"
    "1,5/17/22 15:02:11,5/17/22 15:09:30,anonymous,,We trust each other a lot more now.,Time;Money;,0\n"
    "2,5/13/22 9:02:11,5/13/22 9:09:30,anonymous,,Nothing comes to my mind at all.,Time;,0\n"
)


def test_dutch_microsoft_forms_is_recognised_without_options(read):
    reading = read(FORMS_NL, name="forms.xlsx")
    assert (reading.format, reading.rows, reading.read, reading.empty) == ("microsoft-forms", 3, 6, 2)
    assert reading.columns == {
        "ID": "id",
        "Begintijd": "not used",
        "Tijd van voltooien": "said_at",
        "E-mail": "email",
        "Naam": "name",
        "Wat is je doelgroep?": "audience",
        "Wat gaat er goed?": "text",
        "Wat kan er beter?": "text",
    }
    first, second, third, fourth = reading.contributions
    assert (first.locator, first.identity, first.names) == (
        "id 1",
        "f.elamrani@voorbeeld.nl",
        ("Fatima El Amrani",),
    )
    assert (first.audience, first.said_at) == ("onderzoekers", "2022-05-17T15:09:30")
    assert (first.question, first.section_hint) == ("Wat gaat er goed?", "2.1")
    assert (second.question, second.section_hint) == ("Wat kan er beter?", "")
    assert third.audience == "praktijk"
    assert (fourth.identity, fourth.audience, fourth.locator) == ("", "Bestuur", "id 3")


def test_english_microsoft_forms_leaves_multiple_choice_and_points_alone(read):
    reading = read(FORMS_EN)
    assert [one.text for one in reading.contributions] == [
        "We trust each other a lot more now.",
        "Nothing comes to my mind at all.",
    ]
    assert reading.contributions[0].question == "What is going well here?"
    assert reading.contributions[0].said_at == "2022-05-17T15:09:30"
    assert {one.identity for one in reading.contributions} == {""}


def test_google_forms_times_are_read_with_their_offset(read):
    reading = read(
        '"Tijdstempel","E-mailadres","Wat neem je mee uit deze sessie?"\n'
        '"2024/12/03 8:48:17 p.m. CET","a@voorbeeld.nl","Dat we samen verder komen dan alleen."\n'
        '"2024/12/03 9:01:00 a.m. CET","b@voorbeeld.nl","Meer vragen dan antwoorden, en dat is goed."\n'
    )
    assert [one.said_at for one in reading.contributions] == [
        "2024-12-03T20:48:17+01:00",
        "2024-12-03T09:01:00+01:00",
    ]
    assert reading.contributions[1].identity == "b@voorbeeld.nl"


def test_a_single_text_column_is_no_question_unless_its_heading_asks_something(read):
    rows = "\nDit is een eerste opmerking over tijd\nEn dit is er nog een over geld\n"
    assert read("opmerking" + rows).contributions[0].question == ""
    assert read("Wat mist u?" + rows).contributions[0].question == "Wat mist u?"
    assert read("Uw ervaringen met de groep" + rows).contributions[0].question == "Uw ervaringen met de groep"


def test_a_list_without_other_columns_is_read_even_when_answers_are_short(read):
    reading = read("steekwoord\ntijd\ngeld\nrust\ntijd\ntijd\ntijd\n")
    assert len(reading.contributions) == 6


def test_stickies_of_several_tables_are_all_read_though_each_has_few(read):
    rows = [
        ["Tafel 1", "Tafel 2", "Tafel 3"],
        ["Tijd ontbreekt", "Geld is nodig", "Docenten willen wel"],
        ["Studenten erbij", "Waar is het mbo?", None],
        ["Meer ruimte voor leren", None, None],
    ]
    reading = read(rows, "stickies.xlsx")
    assert {(one.question, one.text) for one in reading.contributions} == {
        (asked, text) for row in rows[1:] for asked, text in zip(rows[0], row, strict=True) if text
    }
    assert not reading.refusals


def test_the_votes_on_each_remark_of_a_list_are_counted(read):
    rows = [["Question text", "Author", "Upvotes", "Downvotes"], *([text, "", 4, 1] for text in SAID)]
    reading = read(rows, "vragen.xlsx")
    assert {(one.support, one.opposition) for one in reading.contributions} == {(4, 1)}
    assert (reading.columns["Upvotes"], reading.columns["Downvotes"]) == ("support", "opposition")


def test_what_stands_under_a_blank_heading_at_the_end_costs_no_row(read):
    rows = [f'"Bo {n}";"{text}";"Nog een vraag over {n}";' for n, text in enumerate(SAID)]
    reading = read("\n".join(["naam;Wat mist u?;;", *rows]))
    assert not reading.refusals
    assert {one.question for one in reading.contributions} == {"Wat mist u?", "column 3"}


def test_a_list_of_sentences_with_commas_is_one_column(read):
    texts = [
        "Meer tijd, meer geld, meer ruimte.",
        "De docenten, zeg ik, willen wel.",
        "Wie betaalt, en waarom, is mij niet duidelijk, ook na lezing.",
    ]
    reading = read("\n".join(["Wat mist u, en waarom?", *texts]))
    assert [one.text for one in reading.contributions] == texts
    assert {one.question for one in reading.contributions} == {"Wat mist u, en waarom?"}


@pytest.mark.parametrize(
    ("cell", "section"),
    [
        ("2.1", "2.1"), ("§ 3", "3"), ("par. 4.2", "4.2"), ("Paragraaf 2.1 Perspectieven", "2.1"),
        ("2.1:3", "2.1"), ("hoofdstuk 2.", "2"), ("Inleiding", ""), ("2022", ""), ("2-1", ""),
    ],
)  # fmt: skip
def test_a_cell_names_a_section_of_the_paper(cell, section):
    assert section_named(cell) == section


def test_a_column_with_sections_tells_what_each_row_is_about_and_goes_before_the_question(read):
    rows = [["Wat gaat er goed?", "Paragraaf"], *([text, "§ 3.2"] for text in SAID), ["Nog iets dan.", None]]
    reading = read(rows, "a.xlsx")
    assert reading.columns["Paragraaf"] == "section"
    assert [one.section_hint for one in reading.contributions] == ["3.2", "3.2", "3.2", "2.1"]


def test_a_column_called_section_without_numbers_is_a_closed_answer(read):
    rows = [["opmerking", "sectie"], *([text, "Onderwijs"] for text in SAID), ["Nog iets dan.", "Zorg"]]
    reading = read(rows, "a.xlsx")
    assert reading.columns["sectie"] != "section"
    assert {one.section_hint for one in reading.contributions} == {""}


def test_named_columns_override_what_is_recognised(read):
    text = (
        "wie;kleur;tekst;groep\nJan Bakker;rood;nummer een is dit;ROC\nPiet Puk;blauw;nummer twee is dat;wo\n"
    )
    reading = read(
        text, text_columns=("Kleur",), name_column="wie", organisation_type_column="groep", id_column="tekst"
    )
    one = reading.contributions[0]
    assert (one.text, one.names, one.organisation_type) == ("rood", ("Jan Bakker",), "mbo")
    assert one.locator == "id nummer een is dit"


def test_the_audience_of_a_session_with_one_audience_is_filled_in(read, session):
    alone = session.model_copy(update={"audiences": ("praktijk",)})
    assert read("tekst\nDit is een hele zin\n", in_session=alone).contributions[0].audience == "praktijk"


@pytest.mark.parametrize(
    ("name", "count"), [("polis_freshwater_en.csv", 80), ("polis_austria_climate_de.csv", 522)]
)
def test_polis_comments_are_all_read(name, count, session, settings, shared_data):
    reading = read_source(shared_data / "consultations" / name, Source(file=name), session, settings)
    assert (reading.rows, len(reading.contributions), len(reading.refusals)) == (count, count, 0)
    assert reading.columns["comment-body"] == "text"
    assert all(
        one.identity and one.locator.startswith("id ") and one.said_at for one in reading.contributions
    )


def test_qualtrics_takes_the_question_from_its_second_heading_row(session, settings, shared_data):
    path = shared_data / "formats" / "qualtrics.csv"
    assert detect(path) == "qualtrics"
    reading = read_source(path, Source(file=path.name), session, settings)
    assert [(one.question, one.text) for one in reading.contributions] == [
        ("This is a free text question.", "Hello World!")
    ]


def test_an_export_of_closed_questions_alone_keeps_their_answers(session, settings, shared_data):
    path = shared_data / "formats" / "limesurvey.csv"
    reading = read_source(path, Source(file=path.name), session, settings)
    assert (reading.rows, reading.read, reading.empty) == (3, 3, 3)
    assert [len(one.answers) > 20 for one in reading.closed] == [True, True]


def test_limesurvey_with_open_answers_is_read_and_partial_answers_are_empty(read):
    reading = read(
        '\ufeff"Respons ID","Datum verstuurd","Laatste pagina","Begin taal",'
        '"Wat leert\n u?","Totaaltijd","Vraag tijd: q1"\n'
        '"1","2022-03-15 10:50:10","60","nl","Dat samenwerken tijd kost.","29.1","3.2"\n'
        '"2","","","nl","","",""\n'
    )
    assert (reading.rows, reading.read, reading.empty) == (2, 2, 1)
    assert reading.contributions[0].question == "Wat leert u?"
    assert reading.contributions[0].locator == "id 1"


@pytest.mark.parametrize("third", ['"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\n', ""])
def test_old_qualtrics_with_two_heading_rows_is_read(read, third):
    reading = read(
        "V1,V2,V3,V4,Q1\nResponseID,Set,Name,Email,What do you need most?\n"
        "R_1,Default,Anna Bakker,a@voorbeeld.nl,More time to think it through.\n"
    )
    assert reading.format == "qualtrics"
    assert reading.contributions[0].question == "What do you need most?"
    assert reading.contributions[0].names == ("Anna Bakker",)
