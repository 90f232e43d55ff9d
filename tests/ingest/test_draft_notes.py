"""The comments of a draft are known again, and what people add to them is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.ingest import reasons
from lcsynth.ingest.draft_notes import Reference, reference_in, sealed, theme_replied_to, untouched
from tests.ingest import office

REFERENCE = Reference("T007", "2.1:3", "v1")
LINES = ["T007 Tijd in het rooster", "Op deze plaats: 12 deelnemers.", "“Geef ons tijd.” (s0123456789ab)"]


def note(lines=LINES, reference=REFERENCE):
    return "\n".join([*lines, sealed("\n".join(lines), reference)])


def comments(*told):
    """Comments of a Word document, each as its author and text, all on the same words."""
    body = office.p(
        *(office.start(n) for n in range(len(told))),
        office.t("Tijd is schaars"),
        *(office.end(n) for n in range(len(told))),
    )
    written = "".join(
        office.comment(n, *map(office.t, text.split("\n")), author=author, paragraph=f"{n:08X}")
        for n, (author, text) in enumerate(told)
    )
    return body, written


def replies_to(number, parent):
    return f'<w15:commentEx w15:paraId="{number:08X}" w15:paraIdParent="{parent:08X}"/>'


def test_a_reference_is_read_as_it_was_written():
    assert str(REFERENCE) == "[T007 @ 2.1:3 v1]"
    assert reference_in(note()) == REFERENCE
    assert reference_in(f"T007 Tijd {REFERENCE}") == REFERENCE
    assert reference_in(note(reference=Reference("", "2.1", "v1"))) == Reference("", "2.1", "v1")
    assert reference_in("Zie [1] en T007.") is None


@given(st.lists(st.text(min_size=1).map(str.strip), min_size=1))
def test_whatever_a_comment_of_a_draft_says_it_is_known_again(lines):
    assert untouched(note(lines))
    assert untouched(note(lines).replace("\n", " \n\u00a0"))


@pytest.mark.parametrize(
    "text",
    [note() + "\nNee.", note().replace("Tijd", "Geld", 1), "Eens. " + note(), str(REFERENCE), "Eens.", ""],
)
def test_a_comment_in_which_somebody_wrote_is_no_longer_as_it_was(text):
    assert not untouched(text)


def test_comments_of_a_draft_are_no_contributions_and_are_counted(read):
    body, written = comments(("lcsynth", note()), ("Anna Bosman", "Dit klopt niet."))
    reading = read(office.docx(body, written), name="v1.docx")
    assert [one.text for one in reading.contributions] == ["Dit klopt niet."]
    assert (reading.empty, len(reading.refusals)) == (1, 1)  # and the text of the paper


def test_a_reply_to_a_comment_of_a_draft_is_about_its_theme_and_the_same_words(read):
    body, written = comments(("lcsynth", note()), ("Anna Bosman", "Eens, we schrijven het op."))
    (said,) = read(office.docx(body, written, replies_to(1, 0)), name="v1.docx").contributions
    assert said.question == "T007 Tijd in het rooster [T007 @ 2.1:3 v1]"
    assert (said.anchor, said.text) == ("Tijd is schaars", "Eens, we schrijven het op.")


def test_a_comment_of_a_draft_in_which_somebody_wrote_is_refused_and_kept(read):
    body, written = comments(("lcsynth", note() + "\nNiet mee eens!"))
    reading = read(office.docx(body, written), name="v1.docx")
    assert reading.contributions == ()
    assert reasons.CHANGED_NOTE in [one.reason for one in reading.refusals]


def test_in_an_opendocument_text_they_are_known_too(read):
    told = "".join(f"<text:p>{line}</text:p>" for line in note().split("\n"))
    body = (
        f'<text:p>Tijd<office:annotation office:name="a"><dc:creator>lcsynth</dc:creator>{told}'
        "</office:annotation> is schaars.</text:p>"
        '<text:p>Meer<office:annotation office:name="b"><dc:creator>Anna Bosman</dc:creator>'
        "<text:p>Eens.</text:p></office:annotation>.</text:p>"
    )
    reading = read(office.odt(body), name="v1.odt")
    assert [one.text for one in reading.contributions] == ["Eens."]
    assert reading.empty == 1


def test_replies_that_go_round_in_a_circle_end():
    assert theme_replied_to(0, ["Eens.", "Oneens."], {0: 1, 1: 0}) == ""
