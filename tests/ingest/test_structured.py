import csv

import pytest

from lcsynth.errors import DataError
from lcsynth.ingest import detect, read_source
from lcsynth.workspace import Source
from tests.ingest.boards_files import prepared

POLIS = (
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    "1501088623370,Wed Jul 26 10:03:43 PDT 2017,69,0,12,3,1,Er moet meer tijd komen om samen te leren.\n"
    '1501088069198,Wed Jul 26 09:54:29 PDT 2017,60,7,0,9,-1,"Geld, dat is wat wij nodig hebben"\n'
    "1500859209328,Sun Jul 23 18:20:09 PDT 2017,53,7,1,,0,Docenten en onderzoekers werken langs elkaar.\n"
    "1500859209329,Sun Jul 23 18:20:10 PDT 2017,54,8,veel,-2,0,Niemand weet wat de ander precies doet.\n"
)
CITY = (
    "id,interview,comment\n"
    '1,Fatima Elamrani,"Er is te weinig tijd, en te veel overleg."\n'
    "2,Sem Bakker,Wij leren vooral van elkaar.\n"
    "3,Sem Bakker,\n"
    "4,,Een leidinggevende moet meedoen.\n"
)
NAMES = ("polis_freshwater_en.csv", "polis_austria_climate_de.csv")


def test_polis_comments_carry_their_votes_and_what_was_decided(read):
    reading = read(POLIS)
    assert (reading.format, reading.rows, reading.read, reading.empty) == ("polis", 4, 4, 0)
    assert [(one.support, one.opposition) for one in reading.contributions] == [
        (12, 3),
        (0, 9),
        (1, 0),
        (0, 0),
    ]
    first = reading.contributions[0]
    assert (first.identity, first.locator, first.question) == ("0", "id 69", "")
    assert [(row.locator, row.identity, dict(row.answers)) for row in reading.closed] == [
        ("id 69", "0", {"moderated": "1"}),
        ("id 60", "7", {"moderated": "-1"}),
        ("id 53", "7", {"moderated": "0"}),
        ("id 54", "8", {"moderated": "0"}),
    ]
    assert (reading.columns["agrees"], reading.columns["disagrees"]) == ("support", "opposition")


def test_named_columns_give_the_same_comments_and_votes(read):
    plain, named = (
        read(POLIS, **options)
        for options in ({}, {"text_columns": ("comment-body",), "contributor_column": "author-id"})
    )
    assert plain.contributions == named.contributions
    assert plain.closed == named.closed


def test_the_votes_of_polis_reach_the_table(read):
    done = prepared(read(POLIS))
    table = done.contributions.set_index("text")
    assert tuple(table.loc["Er moet meer tijd komen om samen te leren.", ["support", "opposition"]]) == (
        12,
        3,
    )
    assert sorted(done.attributes["answer"]) == ["-1", "0", "0", "1"]


def test_a_row_without_all_its_cells_costs_no_other_row_its_votes(read):
    reading = read(POLIS + "1501088623370,x\n")
    assert (len(reading.refusals), reading.contributions[0].support) == (1, 12)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_consultation_keeps_the_ids_that_the_table_reader_gives(name, session, settings, shared_data):
    path = shared_data / "consultations" / name
    assert detect(path) == "polis"
    known, told = (
        read_source(path, Source(file=name, format=format_name), session, settings)
        for format_name in ("", "csv")
    )
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (known.rows, known.read, len(known.contributions)) == (len(rows), len(rows), len(rows))
    assert (len(known.refusals), known.empty) == (0, 0)
    assert sum(one.support for one in known.contributions) == sum(int(row["agrees"]) for row in rows)
    assert sum(one.opposition for one in known.contributions) == sum(int(row["disagrees"]) for row in rows)
    places = [
        [(one.locator, one.identity, one.question, one.text, one.said_at) for one in reading.contributions]
        for reading in (known, told)
    ]
    assert places[0] == places[1]


def test_talk_to_the_city_takes_the_interview_for_the_speaker(read):
    reading = read(CITY)
    assert (reading.format, reading.read, reading.empty) == ("talk-to-the-city", 4, 1)
    first, second, third = reading.contributions
    assert (first.identity, first.names, first.locator) == ("Fatima Elamrani", ("Fatima Elamrani",), "id 1")
    assert (second.identity, second.text, second.question) == (
        "Sem Bakker",
        "Wij leren vooral van elkaar.",
        "",
    )
    assert third.identity == ""


def test_the_other_shape_of_talk_to_the_city_has_votes(read):
    reading = read(
        "comment-id,comment-body,interview,timestamp,agrees,disagrees\n"
        "7,Wij leren vooral van elkaar.,Sem Bakker,00:01:10,5,2\n"
        "8,Er is te weinig tijd voor ons.,Fatima Elamrani,00:02:10,1,0\n"
    )
    assert (reading.format, reading.columns["interview"]) == ("talk-to-the-city", "contributor")
    table = prepared(reading).contributions.set_index("text")
    assert tuple(table.loc["Wij leren vooral van elkaar.", ["support", "opposition"]]) == (5, 2)


def test_a_speaker_is_masked_in_what_others_say(read):
    done = prepared(read(CITY + "5,Noor Visser,Volgens Sem Bakker is er geen geld.\n"))
    assert not done.contributions["text"].str.contains("Bakker").any()


def test_named_columns_go_before_what_is_known_of_talk_to_the_city(read):
    reading = read(CITY, text_columns=("interview",), contributor_column="id")
    assert [one.text for one in reading.contributions] == ["Fatima Elamrani", "Sem Bakker", "Sem Bakker"]


def test_whole_interviews_are_no_names(read):
    long = "Dit is wat er in het hele gesprek is gezegd"
    reading = read(
        f"id,interview,comment\n1,{long},Een korte opmerking hierover\n2,{long} ook,Nog een opmerking\n"
    )
    assert {one.text for one in reading.contributions} == {
        "Een korte opmerking hierover",
        "Nog een opmerking",
    }
    assert {one.identity for one in reading.contributions} == {""}


@pytest.mark.parametrize("heading", ["id,comment", "interview,comment", "comment-id,author-id,comment-body"])
def test_other_tables_are_neither(tmp_path, heading):
    path = tmp_path / "x.csv"
    path.write_text(f"{heading}\n1,2,Een zin van zes hele woorden\n", encoding="utf-8")
    assert detect(path) == "csv"


@pytest.mark.parametrize("format_name", ["polis", "talk-to-the-city"])
def test_another_table_named_as_one_of_them_says_what_was_expected(read, format_name):
    with pytest.raises(DataError, match="Leave out --format"):
        read("naam,leeftijd\nSem,30\n", format=format_name)


def test_a_moment_in_words_is_no_comment(read):
    text = (
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        "1710428531000,Thu Mar 14 2024 15:00:11 GMT+0000 (Universal Time),0,0,1,3,1,Te weinig tijd.\n"
        "1710428591000,Thu Mar 14 2024 15:01:11 GMT+0000 (Universal Time),1,1,2,3,1,Te weinig geld.\n"
    )
    reading = read(text)
    assert [(one.text, one.support) for one in reading.contributions] == [
        ("Te weinig tijd.", 1),
        ("Te weinig geld.", 2),
    ]
