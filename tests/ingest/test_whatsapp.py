"""A group chat from WhatsApp, as either kind of telephone exports it; also the example in CONTRIBUTING.md."""

from pathlib import Path

import pytest

from lcsynth.ingest import reasons

ANDROID = """17-05-2022 15:00 - Berichten en oproepen zijn end-to-end versleuteld.
17-05-2022 15:02 - Noor Bakker: Er is te weinig tijd in het rooster.
En ook te weinig geld: dat hoor ik vaak.
17-05-2022 15:03 - Kwame Mensah: <Media weggelaten>
17-05-2022 15:04 - Kwame Mensah: Eens, vooral in het mbo.
"""
IPHONE = """\u200e[5/17/22, 3:00:10 PM] Noor Bakker: \u200eMessages and calls are end-to-end encrypted.
[5/17/22, 3:02:10 PM] Noor Bakker: There is too little time.
\u200e[5/17/22, 3:03:10 PM] Kwame Mensah: \u200eimage omitted
"""


def test_every_message_is_a_contribution_with_its_name_and_moment(read):
    reading = read(ANDROID, "chat.txt")
    first, second = reading.contributions
    assert reading.format == "whatsapp"
    assert first.text == "Er is te weinig tijd in het rooster.\nEn ook te weinig geld: dat hoor ik vaak."
    assert (first.identity, first.said_at, first.kind) == ("Noor Bakker", "2022-05-17T15:02:00", "message")
    assert (second.locator, second.names) == ("line 5", ("Kwame Mensah",))
    assert [one.reason for one in reading.refusals] == [reasons.NO_TEXT]
    assert (reading.read, reading.empty) == (4, 1)


def test_an_export_in_english_writes_the_month_first(read):
    reading = read(IPHONE, "chat.txt")
    assert [one.said_at for one in reading.contributions] == ["2022-05-17T15:00:10", "2022-05-17T15:02:10"]
    assert [one.reason for one in reading.refusals] == [reasons.NO_TEXT]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing(read, end):
    assert read(ANDROID.replace("\n", end), "a.txt").contributions == read(ANDROID, "a.txt").contributions


def test_what_stands_above_the_first_message_is_refused_and_not_lost(read):
    reading = read(f"Groep LC Oost\n{ANDROID}", "chat.txt", format="whatsapp")
    assert [one.reason for one in reading.refusals] == [reasons.UNPLACED, reasons.NO_TEXT]


def said(text):
    return f"{ANDROID}17-05-2022 15:05 - Bo: {text}\n"


@pytest.mark.parametrize("mark", ["<Dit bericht is bewerkt>", "\u200e<This message was edited>"])
def test_the_mark_of_an_edited_message_is_no_part_of_it(read, mark):
    assert read(said(f"Meer rust.\nEn ruimte. {mark}"), "chat.txt").contributions[-1].text == (
        "Meer rust.\nEn ruimte."
    )


def test_what_somebody_wrote_about_an_edited_message_stays(read):
    text = "Er staat <This message was edited> bij"
    assert read(said(text), "chat.txt").contributions[-1].text == text


@pytest.mark.parametrize(
    "poll",
    [
        "POLL:\nWanneer komen wij samen?\nOPTIE: Maandag (3 stemmen)\nOPTIE: Dinsdag (1 stem)",
        "\u200ePOLL:\nWhich day?\n\u200eOPTION: Monday (3 votes)\n\u200eOPTION: Tuesday (1 vote)",
    ],
)
def test_a_poll_is_refused_and_not_taken_for_a_message(read, poll):
    reading = read(said(poll), "chat.txt")
    assert [one.reason for one in reading.refusals] == [reasons.NO_TEXT, reasons.POLL]
    assert reading.refusals[-1].excerpt.startswith("POLL:")


@pytest.mark.parametrize(
    "call",
    [
        "Gemiste spraakoproep",
        "Gemiste groepsvideo-oproep",
        "Gemiste video-oproep, \u200eTik om terug te bellen",
        "\u200eMissed voice call, \u200eTap to call back",
        "Missed group video call",
        "Voice call, 12 min",
        "Video-oproep, niet opgenomen",
        "null",
    ],
)
def test_a_call_is_nothing_that_somebody_wrote(read, call):
    reading = read(said(call), "chat.txt")
    assert (len(reading.contributions), reading.empty) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Gemiste kansen",
        "Missed call for papers was a pity, try again",
        "Poll: wie komt er?",
        "Gesprek, 2 keer per jaar",
    ],
)
def test_remarks_on_calls_and_polls_stay(read, text):
    assert read(said(text), "chat.txt").contributions[-1].text == text


def test_the_example_for_contributors_is_this_reader_in_under_sixty_lines():
    root = Path(__file__).parents[2]
    code = (root / "lcsynth" / "ingest" / "whatsapp.py").read_text("utf-8")
    page = (root / "CONTRIBUTING.md").read_text("utf-8")
    assert code.strip() in page
    assert len(code.splitlines()) < 60
