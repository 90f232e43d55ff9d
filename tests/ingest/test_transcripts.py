import pytest

from lcsynth.errors import DataError
from lcsynth.ingest import reasons
from tests.ingest.office import docx, p, t
from tests.ingest.samples import SPOKEN

ID = "1b3c9a52-8d1e-4a7b-9c55-0123456789ab"
TEAMS = f"""\
WEBVTT

NOTE duration: 01:02:03

{ID}/12-0
00:00:03.100 --> 00:00:05.000
<v Noor Verheul>Goedemorgen
allemaal.</v>

{ID}/12-1
00:00:25.000 --> 00:00:28.000
<v Noor Verheul>We beginnen &amp; gaan

verder</v>

00:01:10.000 --> 00:01:12.000
<v Andr&#233; Bos>Ja

{ID}/14-0
00:01:13.000 --> 00:01:15.000
<v Noor Verheul>Mooi</v>
"""
ZOOM = """\
WEBVTT

1
00:00:01.000 --> 00:00:02.000
Noor Verheul (she/her): Hoi: allemaal

2
00:00:02.500 --> 00:00:04.000
Noor Verheul: daar

3
00:00:04.500 --> 00:00:06.000
Bo Wijnalda: dag

4
00:00:06.500 --> 00:00:07.000
zonder naam
"""


def srt(*cues):
    lines = []
    for number, (start, end, text) in enumerate(cues, start=1):
        times = " --> ".join(
            f"00:{int(at) // 60:02}:{int(at) % 60:02},{int(at * 1000) % 1000:03}" for at in (start, end)
        )
        lines.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(lines)


def told(reading):
    return [(one.identity, one.text) for one in reading.contributions]


def test_consecutive_cues_of_one_speaker_are_one_turn(read):
    reading = read(TEAMS, "sessie.vtt")
    assert told(reading) == [
        ("Noor Verheul", "Goedemorgen allemaal. We beginnen & gaan verder"),
        ("André Bos", "Ja"),
        ("Noor Verheul", "Mooi"),
    ]
    assert (reading.format, reading.rows, reading.read) == ("transcript", 4, 3)
    assert [one.locator for one in reading.contributions] == ["00:00:03", "00:01:10", "00:01:13"]
    assert {one.kind for one in reading.contributions} == {"turn"}


def test_moments_count_from_the_start_of_the_session(read, session):
    assert {one.said_at for one in read(TEAMS).contributions} == {""}
    known = session.model_copy(update={"start": "15:00"})
    assert read(TEAMS, in_session=known).contributions[1].said_at == "2022-05-17T15:01:10"


def test_names_before_a_colon_are_speakers_and_pronouns_make_nobody_else(read):
    assert told(read(ZOOM)) == [
        ("Noor Verheul", "Hoi: allemaal daar"),
        ("Bo Wijnalda", "dag"),
        ("", "zonder naam"),
    ]


def test_subtitles_with_and_without_names(read):
    named = srt((1, 2, "Noor Verheul: Hoi"), (2, 3, "Bo: dag"), (3, 4, "Bo: en nog iets"))
    assert told(read(named, "x.srt")) == [("Noor Verheul", "Hoi"), ("Bo", "dag en nog iets")]
    bare = srt((1, 2, "Let op: dit is"), (2, 3, "een zin."), (5.5, 7, "Na een pauze"))
    assert told(read(bare)) == [("", "Let op: dit is een zin."), ("", "Na een pauze")]


def test_a_name_at_the_first_cue_of_a_turn_holds_until_the_next(read):
    cues = [(n, n + 1, f"deel {n}") for n in range(8)]
    cues[0] = (0, 1, "Noor Verheul: begin")
    cues[3] = (3, 4, "Bo Wijnalda: ander")
    cues[6] = (6, 7, "Noor Verheul: weer")
    assert [who for who, _ in told(read(srt(*cues)))] == ["Noor Verheul", "Bo Wijnalda", "Noor Verheul"]


def test_captions_that_roll_are_not_doubled(read):
    rolling = srt(
        (0, 2, "hallo allemaal"), (2, 4, "hallo allemaal welkom hier"), (4, 6, "welkom hier vandaag")
    )
    assert told(read(rolling)) == [("", "hallo allemaal welkom hier vandaag")]
    said_again = srt((0, 2, "Bo: nee nee"), (4, 5, "Bo: nee nee"))
    assert told(read(said_again)) == [("Bo", "nee nee nee nee")]


def test_a_numbered_speaker_is_somebody_in_this_file_only(read):
    content = srt((0, 2, "Spreker 1: hallo"), (2, 4, "Spreker 2: dag"), (4, 6, "Spreker 1: weer"))
    one, two, again = read(content).contributions
    assert one.names == ()
    assert one.identity == again.identity != two.identity
    assert read(content, "ander.srt").contributions[0].identity == one.identity
    assert read(content.replace("hallo", "hoi")).contributions[0].identity != one.identity


def test_an_unknown_speaker_is_nobody(read):
    assert told(read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Onbekende spreker>Hallo</v>\n")) == [
        ("", "Hallo")
    ]


def test_a_damaged_cue_and_loose_text_are_refused_and_the_rest_is_read(read):
    reading = read(
        TEAMS.replace("00:01:10.000 -->", "0x:01:10 -->").replace(
            f"\n{ID}/14-0", f"\nZomaar tekst\nop twee regels\n\n{ID}/14-0"
        )
    )
    assert [(one.reason, one.excerpt) for one in reading.refusals] == [
        (reasons.DAMAGED_PART, "Ja"),
        (reasons.UNPLACED, "Zomaar tekst op twee regels"),
    ]
    assert told(reading) == [("Noor Verheul", "Goedemorgen allemaal. We beginnen & gaan verder Mooi")]
    assert (reading.rows, reading.read) == (5, 3)


def test_cues_need_no_empty_line_between_them_and_may_be_empty(read):
    content = srt((1, 2, "Bo: ja"), (2, 3, ""), (3, 4, "Bo: nee")).replace("ja\n\n", "ja\n")
    reading = read(content)
    assert told(reading) == [("Bo", "ja nee")]
    assert (reading.rows, reading.read, reading.empty) == (3, 2, 1)


def test_two_voices_in_one_cue_are_two_turns(read):
    content = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Noor>Hoi</v>\n<v Bo><i>dag</i></v>\n"
    reading = read(content)
    assert told(reading) == [("Noor", "Hoi"), ("Bo", "dag")]
    assert [one.locator for one in reading.contributions] == ["00:00:01", "00:00:01 (2)"]


def test_a_style_and_a_comment_are_nothing_said(read):
    content = TEAMS.replace("NOTE duration", "STYLE\n::cue { color: red }\n\nNOTE duration")
    assert told(read(content)) == told(read(TEAMS))


def test_a_voice_that_never_stops_is_cut_before_it_is_too_long(read):
    cues = [(n, n + 1, f"Bo Wijnalda: {'woord ' * 2000}einde.") for n in range(12)]
    reading = read(srt(*cues))
    assert len(reading.contributions) > 1
    assert not reading.refusals


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_nothing(read, encoding, end):
    content = TEAMS.replace("Mooi", "Één idee").replace("\n", end)
    assert told(read(content.encode(encoding))) == told(read(content))


def test_a_transcript_without_cues_is_one_paragraph(read):
    with pytest.raises(DataError, match="not one cue"):
        read("WEBVTT\n\n")


def test_a_transcript_saved_as_a_word_document_gives_turns_and_refuses_what_nobody_said(read):
    reading = read(SPOKEN, name="sessie.docx")
    assert reading.format == "transcript"
    assert [(one.locator, one.identity, one.text) for one in reading.contributions] == [
        ("00:00:03", "Noor Verheul", "Goedemorgen allemaal. We beginnen."),
        ("01:01:10", "André Bos", "Ja, en hoe dan?"),
    ]
    assert [(one.locator, one.reason) for one in reading.refusals] == [
        ("paragraph 1", reasons.UNPLACED),
        ("paragraph 2", reasons.UNPLACED),
    ]


def test_the_older_word_transcript_with_times_before_the_name_is_read(read):
    lines = [
        ["0:0:0.0 --> 0:0:3.450", "Noor Verheul", "Goedemorgen."],
        ["0:0:4.0 --> 0:0:6.1", "Bo Wijnalda", "Dag."],
    ]
    content = docx("".join(p(*(f"{t(line)}<w:r><w:br/></w:r>" for line in one)) for one in lines))
    reading = read(content, name="sessie.docx")
    assert [(one.identity, one.text) for one in reading.contributions] == [
        ("Noor Verheul", "Goedemorgen."),
        ("Bo Wijnalda", "Dag."),
    ]


def test_notes_in_which_times_are_named_are_no_transcript(read):
    content = docx(p(t("De sessie begon om 15:04")) + p(t("Anna   15:04")) + p(t("En eindigde om 17:00")))
    assert read(content, name="a.docx").format == "notes"
