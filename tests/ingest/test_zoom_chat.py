import pytest

from lcsynth.errors import DataError
from lcsynth.ingest import detect, reasons
from lcsynth.ingest.zoom_lines import read_header

SAVED = """\
10:01:00 From  Noor Verheul  to  Everyone:
\tGoedemorgen allemaal
10:01:05 From  Sem Okkema (hij/hem)  to  Everyone:
\tReplying to "Goedemorgen allemaal"
\t
\tHoi Noor
10:01:05 From  Fleur Abma  to  Everyone:
\tEen leergemeenschap groeit langzaam,
\ten dat is goed
10:02:00 From  Bram Tjallinks  to  Noor Verheul(Direct Message):
\tIk verveel me
10:02:10 From  Bram Tjallinks  to  Everyone:
\tReacted to "Een leergemeenschap ..." with 👍🏽
10:02:11 From  Noor Verheul  to  Everyone:
\tReacted to "Een leergemeenschap ..." with "👎"
10:02:12 From  Sem Okkema  to  Everyone:
\tReacted to "Een leergemeenschap ..." with ❤️
10:02:20 From  Sem Okkema  to  Everyone:
\tRemoved a ❤ reaction from "Een leergemeenschap ..."
"""


def texts(reading):
    return [one.text for one in reading.contributions]


def test_messages_keep_who_when_and_what(read):
    reading = read(SAVED, "chat.txt")
    assert reading.format == "zoom-chat"
    first, reply, long = reading.contributions
    assert (first.identity, first.names, first.kind) == ("Noor Verheul", ("Noor Verheul",), "message")
    assert (first.locator, first.said_at) == ("10:01:00", "2022-05-17T10:01:00")
    assert long.text == "Een leergemeenschap groeit langzaam,\nen dat is goed"
    assert (reply.locator, long.locator) == ("10:01:05", "10:01:05 (2)")


def test_a_reply_keeps_its_parent_and_loses_the_quotation(read):
    reply = read(SAVED).contributions[1]
    assert (reply.text, reply.parent, reply.identity) == ("Hoi Noor", "10:01:00", "Sem Okkema")


def test_reactions_are_votes_and_no_contributions(read):
    reading = read(SAVED)
    assert (reading.rows, reading.read, reading.reactions) == (8, 4, 4)
    assert [tuple(vote) for vote in reading.votes] == [
        ("10:01:05 (2)", "Bram Tjallinks", False),
        ("10:01:05 (2)", "Noor Verheul", True),
    ]


def test_a_direct_message_is_refused_and_its_text_stays_out(read):
    reading = read(SAVED)
    assert [(one.reason, one.locator, one.excerpt) for one in reading.refusals] == [
        (reasons.PRIVATE, "10:02:00", "")
    ]
    assert "verveel" not in repr(reading)


@pytest.mark.parametrize(
    "line",
    [
        "10:00:09 From Noor to Bram(Direct Message):",
        "10:00:09 From Noor to Bram (Privately) : geheim",
        "10:00:09\t From  Noor to  Bram : geheim",
        "10:00:09 From  Noor  to  Bram Tjallinks:",
        "10:00:09 Van Noor aan Bram (Rechtstreeks bericht):",
        "10:00:09 Van Noor aan Bram (Privé) : geheim",
        "10:00:09 From Noor: mbo to Bram(Direct Message): geheim to Everyone: ja",
        "10:0x:09 From Noor to Bram(Direct Message):",
        "10:00:09 From Noor tx Bram(Direct Message):",
        "10:00:09 Frxm Noor to Bram(Direct Message):",
        "10:00:09 From Noor to Br",
        "From Noor to Bram (Privately):  10:02 AM",
        "From Noor to Bram: (Direct Message) (10:02 AM)",
        "Van Noor aan Bram: (10:02) geheim",
    ],
)
def test_whatever_may_be_private_is_refused_without_its_text(read, line):
    reading = read(f"10:00:00 From Noor to Everyone:\n  Hallo\n{line}\n  geheim\n")
    assert texts(reading) == ["Hallo"]
    assert [one.reason in {reasons.PRIVATE, reasons.DAMAGED_PART} for one in reading.refusals] == [True]
    assert "geheim" not in repr(reading)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        ("10:01:00 From  Noor Verheul  to  Everyone: \n  Hoi: dit\n", "Noor Verheul", "Hoi: dit"),
        ("10:01:00 From Noor Verheul to Everyone:\n    Hoi: dit\n", "Noor Verheul", "Hoi: dit"),
        ("10:01:00\t From  Noor Verheul to Everyone : Hoi: dit\n", "Noor Verheul", "Hoi: dit"),
        (
            "10:01:00\t From  Noor Verheul : Hoi: dit\n10:02:00\t From  Bo Wijn : \n",
            "Noor Verheul",
            "Hoi: dit",
        ),
        ("00:01:00\tNoor Verheul:\tHoi: dit\n00:02:00\tBo Wijn:\t \n", "Noor Verheul", "Hoi: dit"),
        ("00:01:00\tVan Verheul:\tHoi: dit\n00:02:00\tBo Wijn:\t \n", "Van Verheul", "Hoi: dit"),
        ("10:01:00 Van Noor Verheul aan Iedereen:\n\tHoi: dit\n", "Noor Verheul", "Hoi: dit"),
        ("10:01:00 Van Noor Verheul tot iedereen : Hoi: dit\n", "Noor Verheul", "Hoi: dit"),
        (
            "10:01:00 From Noor to Everyone : Ik zeg to Bo (privately): nee\n",
            "Noor",
            "Ik zeg to Bo (privately): nee",
        ),
        ("From Noor Verheul to Everyone: (12:31 PM)\n Hoi: dit\n", "Noor Verheul", "Hoi: dit"),
        ("From Noor Verheul to Everyone: (12:31 PM)Hoi: dit\n", "Noor Verheul", "Hoi: dit"),
        ("From Noor | Hogeschool to Everyone:  12:31 PM\nHoi: dit\n", "Noor | Hogeschool", "Hoi: dit"),
        ("Van Noor Verheul aan iedereen: (12:31)\nHoi: dit\n", "Noor Verheul", "Hoi: dit"),
        ("10:01:00 From Noor (she/her) (Host) to Everyone in Meeting: \n\tHoi\n", "Noor", "Hoi"),
    ],
)
def test_every_shape_is_recognised_and_read(read, tmp_path, content, name, said):
    reading = read(content, "x.txt")
    assert detect(tmp_path / "x.txt") == "zoom-chat"
    assert (reading.contributions[0].identity, texts(reading)) == (name, [said])


def test_whoever_copied_the_chat_is_one_person_within_the_file(read):
    lines = "From Me to Everyone:  12:31 PM\nHoi\nFrom Bo to Everyone:  12:32 PM\nDag\n"
    reading = read(f"{lines}From Me to Everyone:  12:33 PM\nDag Bo\n")
    me, bo, again = (one.identity for one in reading.contributions)
    assert me == again != bo == "Bo"
    assert me.isdecimal()


@pytest.mark.parametrize(("start", "said_at"), [("15:00", "2022-05-17T15:04:13"), ("", "")])
def test_times_of_a_cloud_recording_count_from_its_start(read, session, start, said_at):
    later = session.model_copy(update={"start": start})
    reading = read("00:04:13\tNoor:\tHallo\n00:05:00\tBo:\tDag\n", in_session=later)
    assert reading.contributions[0].said_at == said_at
    assert reading.contributions[0].locator == "00:04:13"


def test_a_cloud_chat_by_the_clock_keeps_its_times(read):
    reading = read("10:04:13\tNoor:\tHallo\n10:05:00\tBo:\tDag\n")
    assert reading.contributions[0].said_at == "2022-05-17T10:04:13"


def chat(*messages):
    lines = [f"10:00:{n:02} From {who} to Everyone:\n\t{said}" for n, (who, said) in enumerate(messages)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("earlier", "reply", "said"),
    [
        ('Hij zei "ja" tegen ons', 'Replying to "Hij zei "ja" tegen ons" Echt "waar"?', 'Echt "waar"?'),
        ("Een lange zin over leren", 'Replying to "Een lange zin over l..." Mooi', "Mooi"),
        ("Een lange zin over leren", 'Antwoorden op "Een lange zin over l…"\n\n\tMooi', "Mooi"),
        ("Regel een\n\tregel twee en meer", 'Replying to "Regel een\n\tregel twee..." Mooi', "Mooi"),
        ("Tja...", 'Replying to "Tja..." Mooi', "Mooi"),
    ],
)
def test_quotations_find_the_message_however_they_are_cut(read, earlier, reply, said):
    reading = read(chat(("Noor", earlier), ("Bo", "Anders"), ("Sem", reply)))
    assert (reading.contributions[2].text, reading.contributions[2].parent) == (said, "10:00:00")


def test_the_latest_of_alike_messages_is_meant(read):
    reading = read(chat(("Noor", "Ja"), ("Bo", "Ja"), ("Sem", 'Replying to "Ja" Waarom?'), ("Noor", "Ja")))
    assert reading.contributions[2].parent == "10:00:01"


def test_a_quotation_of_nothing_in_the_file_stays_as_said(read):
    said = 'Replying to "iets van vroeger" Precies'
    reading = read(chat(("Noor", "Hoi"), ("Bo", said)))
    assert (reading.contributions[1].text, reading.contributions[1].parent) == (said, "")


def test_a_public_reply_does_not_repeat_a_private_message(read):
    reading = read(
        "10:00:00 From Noor to Bo(Direct Message):\n\tDit is tussen ons\n"
        + chat(("Bo", 'Replying to "Dit is tussen ons" Goed'), ("Bo", 'Reacted to "Dit is tuss..." with 👍'))
    )
    assert (texts(reading), reading.contributions[0].parent) == (["Goed"], "")
    assert [one.reason for one in reading.refusals] == [reasons.PRIVATE, reasons.PRIVATE]
    assert "tussen" not in repr(reading)


def test_the_older_wording_reacts_to_the_last_real_message(read):
    reading = read(
        chat(("Noor", "Een"), ("Bo", "add 👍"), ("Sem", "Twee"), ("Bo", "add 💯"), ("Bo", "remove 👍"))
    )
    assert [tuple(vote) for vote in reading.votes] == [("10:00:02", "Bo", False)]
    assert reading.reactions == 3


def test_dutch_reactions_are_read(read):
    reading = read(
        chat(
            ("Noor", "Een zin"),
            ("Bo", 'Heeft gereageerd op "Een zin" met 👍'),
            ("Sem", 'Heeft gereageerd op "Een zin" met 😀'),
            ("Bo", 'Heeft een 👍-reactie verwijderd van "Een zin"'),
        )
    )
    assert [tuple(vote) for vote in reading.votes] == [("10:00:00", "Sem", False)]


def test_a_reaction_to_a_message_that_is_not_there_is_refused(read):
    reading = read(chat(("Bo", "add 👍"), ("Noor", "Hoi"), ("Bo", 'Reacted to "Iets anders" with 👍')))
    assert [one.reason for one in reading.refusals] == [reasons.NO_MESSAGE] * 2
    assert reading.reactions == 0


@pytest.mark.parametrize(
    "said",
    [
        "add more examples",
        "add 3",
        'Reacted to "Hoi" with joy',
        'Reacted to "Hoi" with 👍 and then left',
        "remove the last chapter 👍",
        "Removed a reaction",
        "shared a file with you yesterday, please read it",
    ],
)
def test_an_ordinary_message_that_looks_like_a_reaction_is_a_message(read, said):
    reading = read(chat(("Noor", "Hoi"), ("Bo", said)))
    assert (texts(reading), reading.reactions) == (["Hoi", said], 0)


@pytest.mark.parametrize("said", ["shared a file: plan v2.docx", "verslag.pdf", "heeft een bestand gedeeld"])
def test_a_shared_file_is_no_contribution(read, said):
    reading = read(chat(("Noor", "Hoi"), ("Bo", said)))
    assert [one.reason for one in reading.refusals] == [reasons.NO_TEXT]


def test_text_before_the_first_message_is_refused_with_its_place(read):
    reading = read("Opgeslagen chat\nvan dinsdag\n\n" + SAVED, format="zoom-chat")
    assert [(one.locator, one.reason, one.excerpt) for one in reading.refusals[:1]] == [
        ("line 1", reasons.UNPLACED, "Opgeslagen chat\nvan dinsdag")
    ]
    assert len(reading.contributions) == 3


def test_a_message_with_nul_costs_only_itself(read):
    reading = read(SAVED.replace("Goedemorgen allemaal\n10", "Goede\0morgen\n10", 1))
    assert [one.reason for one in reading.refusals][:1] == [reasons.DAMAGED]
    assert len(reading.contributions) == 2


def test_a_message_without_text_counts_as_empty(read):
    reading = read(chat(("Noor", "Hoi"), ("Bo", " ")))
    assert (reading.empty, len(reading.contributions)) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_nothing(read, encoding, end):
    assert texts(read(SAVED.replace("\n", end).encode(encoding))) == texts(read(SAVED))


@pytest.mark.parametrize(
    "content",
    [
        "tijd,tekst\n10:01:00,Dit is een zin\n10:02:00,Dit is er nog een\n",
        'tekst\n"10:01:00 From Noor to Everyone:\n\thoi"\nEen andere zin van iemand\nEn nog een\nEn nog een\n'
        "En nog een\nEn nog een\n",
        "Verslag\n\n10:00:00 From start to end we spoke\nen verder niets\nen meer\nen meer\nen meer\n",
        "10:01:00\tNoor\tHallo daar\n10:02:00\tBo\tDag\n",
    ],
)
def test_tables_and_notes_are_not_claimed(tmp_path, content):
    path = tmp_path / "bron.txt"
    path.write_text(content, encoding="utf-8")
    assert detect(path) != "zoom-chat"


def test_a_file_without_messages_is_one_paragraph(read):
    with pytest.raises(DataError, match="no messages of a Zoom chat"):
        read("Alleen wat tekst\n", format="zoom-chat")


def test_a_line_without_end_takes_no_time(read):
    spaces = " " * 200_000
    reading = read(f"10:00:00 From Noor to Everyone:\n\tHoi\n10:00:01 From {spaces}to{spaces} x\n")
    assert texts(reading) == ["Hoi"]
    assert read_header("10:00:00 From a" + " to b" * 20_000) is not None


def test_the_real_chat_is_read_as_its_people_meant_it(read, shared_data):
    path = shared_data / "formats" / "zoom_chat.txt"
    if not path.is_file():
        pytest.skip("there is no real Zoom chat in the shared data")
    reading = read(path.read_bytes(), "chat.txt")
    assert (reading.rows, len(reading.contributions), reading.reactions) == (15, 5, 9)
    assert [one.reason for one in reading.refusals] == [reasons.PRIVATE]
    first = reading.contributions[0]
    assert sum(vote.locator == first.locator for vote in reading.votes) == 3
    assert len(reading.votes) == 4
    assert [one.parent for one in reading.contributions] == ["", "10:01:00", "10:01:00", "", "10:02:00"]
