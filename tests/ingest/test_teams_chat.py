import pytest

from lcsynth.errors import DataError
from lcsynth.ingest import detect, reasons

BRACKETS = """\
[10:02] Noor Verheul
Goedemorgen allemaal
regel twee

[10:03] Sem de Okkema (Gast)
Ja precies
like 2
1 hart

[10:03] Noor Verheul
Bewerkt is dit niet
Bewerkt
👎 1
"""
TWO_LINES = """\
Noor Verheul
10:02
Hallo

Sem de Okkema
10:04
Dag

18 mei 2022

Noor Verheul
09:00
Nog iets
"""
QUOTING = """\
[10:02] Noor Verheul
Hallo allemaal
[10:05] Sem Okkema
[10:02] Noor Verheul
Hallo allemaal

Inderdaad
[10:06] Bo Wijnalda
> Hallo alle...
Ook
"""


def told(reading):
    return [(one.identity, one.text, one.said_at) for one in reading.contributions]


def test_every_message_has_its_sender_and_moment(read):
    reading = read(BRACKETS, "chat.txt")
    assert (reading.format, reading.contributions[0].kind) == ("teams-chat", "message")
    assert told(reading) == [
        ("Noor Verheul", "Goedemorgen allemaal\nregel twee", "2022-05-17T10:02:00"),
        ("Sem de Okkema", "Ja precies", "2022-05-17T10:03:00"),
        ("Noor Verheul", "Bewerkt is dit niet", "2022-05-17T10:03:00"),
    ]
    assert [one.locator for one in reading.contributions] == ["10:02", "10:03", "10:03 (2)"]


def test_counted_reactions_are_support_or_opposition(read):
    reading = read(BRACKETS)
    assert [(one.support, one.opposition) for one in reading.contributions] == [(0, 0), (3, 0), (0, 1)]
    assert (reading.rows, reading.read, reading.reactions) == (6, 3, 3)


def test_a_day_between_messages_holds_for_what_follows(read):
    assert told(read(TWO_LINES)) == [
        ("Noor Verheul", "Hallo", "2022-05-17T10:02:00"),
        ("Sem de Okkema", "Dag", "2022-05-17T10:04:00"),
        ("Noor Verheul", "Nog iets", "2022-05-18T09:00:00"),
    ]


def test_an_answer_that_is_a_day_is_no_day_between_messages(read):
    reading = read(
        "[10:02] Noor Verheul\nWanneer?\n[10:03] Bo Wijnalda\nVandaag\n[10:04] Noor Verheul\nGoed\n"
    )
    assert reading.contributions[1].text == "Vandaag"


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("Noor Verheul 17-05-2022 10:02", "2022-05-17T10:02:00"),
        ("Noor Verheul 17 mei 10:02", "2022-05-17T10:02:00"),
        ("Noor Verheul Gisteren 15:02", "2022-05-17T15:02:00"),
        ("Noor Verheul\n10:02", "2022-05-17T10:02:00"),
        ("[17-5 15:02] Verheul, Noor:", "2022-05-17T15:02:00"),
        ("[5/17/2022 3:02 PM] Noor Verheul:", "2022-05-17T15:02:00"),
        ("[Wednesday 3:02 PM] Noor Verheul", "2022-05-18T15:02:00"),
        ("[dinsdag 17 mei 2022 15:02] Noor Verheul", "2022-05-17T15:02:00"),
        ("[10:42 • 13/08/2022] Noor Verheul", "2022-08-13T10:42:00"),
        ("[25:00] Noor Verheul", ""),
    ],
)
def test_every_way_to_write_a_sender_and_a_moment(read, header, moment):
    reading = read(f"{header}\nEen zin hier\n\n{header}\nEen zin daar\n", "x.txt")
    assert reading.format == "teams-chat"
    assert [one.said_at for one in reading.contributions] == [moment, moment]
    assert {one.identity for one in reading.contributions} <= {"Noor Verheul", "Verheul, Noor"}


def test_the_date_of_the_session_tells_day_from_month(read, session):
    june = session.model_copy(update={"date": session.date.replace(month=6, day=5)})
    content = "[{0} 10:02] Noor Verheul: ja\n[{0} 10:03] Bo Wijnalda: nee\n"
    for written in ("6/5/2022", "5/6/2022"):
        reading = read(content.format(written), in_session=june)
        assert reading.contributions[0].said_at == "2022-06-05T10:02:00"


def test_a_reply_that_quotes_keeps_its_parent_and_loses_the_quotation(read):
    reading = read(QUOTING)
    assert [(one.text, one.parent) for one in reading.contributions] == [
        ("Hallo allemaal", ""),
        ("Inderdaad", "10:02"),
        ("Ook", "10:02"),
    ]


def test_the_line_with_a_beginning_above_a_message_is_not_said_twice(read):
    reading = read(
        "Zullen we straks nog... by Bo Wijnalda\n2:44 pm\nBo Wijnalda\nZullen we straks nog praten?\n"
        "Graag. by Noor Verheul\nNoor Verheul\n2:45 pm\nGraag.\n"
    )
    assert [one.text for one in reading.contributions] == ["Zullen we straks nog praten?", "Graag."]


def test_images_removed_messages_and_loose_lines_are_accounted_for(read):
    reading = read(
        "Chat van de sessie\n\n[10:02] Noor Verheul\nverslag.pdf\n[10:03] Bo Wijnalda\n"
        "Dit bericht is verwijderd.\n[10:04] Bo Wijnalda\nEen zin hier\n"
    )
    assert [(one.locator, one.reason) for one in reading.refusals] == [
        ("line 1", reasons.UNPLACED),
        ("10:02", reasons.NO_TEXT),
    ]
    assert (reading.empty, len(reading.contributions)) == (1, 1)


@pytest.mark.parametrize(
    "content",
    [
        "naam,tekst\nNoor Verheul,Een zin hier\nBo Wijnalda,Nog een zin\n",
        "[10:00] Opening\n[10:15] Pauze\n[10:30] Sluiting\n",
        "Verslag van de sessie\n\nWe begonnen om 10:02\nen gingen door tot 12:30\nmet een pauze\n",
        "[10:02] Noor Verheul\nMaar een bericht\n",
        "Tijd\n10:02\n10:03\n10:04\n",
    ],
)
def test_tables_notes_and_programmes_are_not_claimed(tmp_path, content):
    path = tmp_path / "bron.txt"
    path.write_text(content, encoding="utf-8")
    try:
        assert detect(path) != "teams-chat"
    except DataError:
        return


def test_a_file_without_messages_is_one_paragraph(read):
    with pytest.raises(DataError, match="no messages copied from Teams"):
        read("Alleen wat tekst\n", format="teams-chat")


def test_a_count_of_reactions_that_is_shown_twice_is_no_part_of_the_message(read):
    text = (
        "Femke Oosterling\n15:02\nMeer tijd in het rooster graag.\n1 Vind ik leuk reactie.\n1\n"
        "Ravi Kandhai\n15:03\nThe model is hard to read.\n2 Like reactions.\n2\n"
    )
    reading = read(text, "chat.txt", format="teams-chat")
    assert [(one.text, one.support) for one in reading.contributions] == [
        ("Meer tijd in het rooster graag.", 1),
        ("The model is hard to read.", 2),
    ]
