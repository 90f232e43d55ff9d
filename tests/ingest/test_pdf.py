import logging

import pytest

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import NO_TEXT
from tests.ingest.office import pdf

# Helvetica 12 at 72: "De" ends at 87.3, "leergemeenschap" runs from 90.7 to 179, the line's middle is 703.
UNDER = [88, 712, 180, 712, 88, 697, 180, 697]
NOTE = {"/Type": "/Annot", "/Subtype": "/Highlight", "/T": "Anna Bosman", "/M": "D:20220517120000+02'00'"}


def test_a_highlight_with_a_note_has_author_date_and_words(read):
    reading = read(pdf({**NOTE, "/Contents": "Wat is dit?", "/QuadPoints": UNDER}), name="a.pdf")
    (one,) = reading.contributions
    assert (reading.format, one.kind, one.locator) == ("pdf", "annotation", "page 1, annotation 1")
    assert (one.text, one.anchor, one.identity) == ("Wat is dit?", "leergemeenschap", "Anna Bosman")
    assert one.said_at == "2022-05-17T12:00:00+02:00"


def test_a_mark_over_two_lines_has_the_words_of_both(read):
    quads = [250, 712, 400, 712, 250, 697, 400, 697, 72, 692, 100, 692, 72, 677, 100, 677]
    note = {**NOTE, "/Contents": "Mooi", "/QuadPoints": quads}
    lines = ("De leergemeenschap groeit langzaam door", "met elkaar samen")
    assert read(pdf(note, lines=lines)).contributions[0].anchor == "door met"


def test_the_order_of_the_corners_does_not_matter(read):
    around = [88, 697, 180, 697, 180, 712, 88, 712]
    assert (
        read(pdf({**NOTE, "/Contents": "Ja", "/QuadPoints": around})).contributions[0].anchor
        == "leergemeenschap"
    )


def test_marks_without_a_note_and_states_of_review_count_as_empty(read):
    state = {
        "/Subtype": "/Text",
        "/Contents": "Accepted set by Anna",
        "/State": "Accepted",
        "/StateModel": "Review",
    }
    reading = read(pdf({**NOTE, "/QuadPoints": UNDER}, state, {**NOTE, "/Contents": "Ja"}))
    assert (reading.read, reading.empty, len(reading.contributions)) == (3, 2, 1)


def test_replies_name_their_parent_and_links_and_pop_ups_are_no_remarks(read):
    reading = read(
        pdf(
            {"/Subtype": "/Link"},
            {"/Subtype": "/Text", "/Contents": "Vraag"},
            {"/Subtype": "/Popup", "/Contents": "Vraag"},
            {"/Subtype": "/Text", "/Contents": "Antwoord", "/IRT": 1},
            {"/Subtype": "/FreeText", "/Contents": "Los"},
        )
    )
    assert [(one.locator, one.text, one.parent) for one in reading.contributions] == [
        ("page 1, annotation 1", "Vraag", ""),
        ("page 1, annotation 2", "Antwoord", "page 1, annotation 1"),
        ("page 1, annotation 3", "Los", ""),
    ]


def test_formatted_text_is_read_when_there_is_no_other(read):
    rich = (
        "<?xml version='1.0'?><body xmlns='http://www.w3.org/1999/xhtml'><p>Een <b>vet</b> woord</p></body>"
    )
    assert read(pdf({"/Subtype": "/Text", "/RC": rich})).contributions[0].text == "Een vet woord"


def test_a_file_pinned_to_a_page_is_refused(read):
    reading = read(pdf({"/Subtype": "/FileAttachment"}))
    assert [one.reason for one in reading.refusals] == [NO_TEXT]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (pdf(), "no annotations in the PDF.*Word document"),
        (pdf({"/Subtype": "/Link"}), "no annotations"),
        (pdf({**NOTE, "/Contents": "Ja"}, encrypt="geheim"), "protected with a password"),
        (b"%PDF-1.7\n" + b"onzin " * 100, "PDF is damaged"),
        (pdf({**NOTE, "/Contents": "Ja"})[:200], "PDF is damaged"),
    ],
)
def test_what_cannot_be_read_says_so(read, content, message):
    with pytest.raises(DataError, match=message):
        read(content, name="a.pdf")


def test_a_csv_is_no_pdf(read):
    with pytest.raises(DataError, match="no PDF"):
        read("tekst\nEen hele zin\n", format="pdf")


def test_a_stream_that_unpacks_too_far_costs_only_the_words(read):
    import zlib

    zeros = zlib.compress(b"0 0 m " * 10_000_000, 9)
    content = pdf({**NOTE, "/Contents": "Ja", "/QuadPoints": UNDER})
    begin, rest = content.split(b"stream\n", 1)
    _, after = rest.split(b"\nendstream", 1)
    head = begin.rpartition(b"<<")[0] + b"<< /Filter /FlateDecode /Length %d >>\n" % len(zeros)
    reading = read(head + b"stream\n" + zeros + b"\nendstream" + after)
    assert [(one.text, one.anchor) for one in reading.contributions] == [("Ja", "")]


def test_reading_prints_nothing_and_leaves_the_log_as_it_was(read, capsys):
    logger = logging.getLogger("pypdf")
    before = (logger.propagate, list(logger.handlers))
    content = pdf({**NOTE, "/Contents": "Ja", "/QuadPoints": UNDER}).replace(b"startxref\n", b"startxref\n9")
    assert len(read(content).contributions) == 1
    assert capsys.readouterr() == ("", "")
    assert (logger.propagate, list(logger.handlers)) == before
