"""In a draft that comes back the comments of lcsynth tell where others stand, whatever was edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.document import parse_paper
from lcsynth.document.marked import marked_places
from lcsynth.ingest.draft_notes import Reference, sealed
from lcsynth.ingest.draft_places import with_places, without_places
from tests.ingest import office

V1 = parse_paper("## 2 Tijd\n\nTijd is schaars in elk rooster.\n\nGeld is er wel.\n", version="v1")
PLACE, NEXT = Reference("", "2:1", "v1"), Reference("", "2:2", "v1")


def note(anchor="2:1"):
    lines = "T007 Tijd in het rooster"
    return office.t(lines), office.t(sealed(lines, Reference("T007", anchor, "v1")))


def draft(*paragraphs, notes=("2:1",), said="Dit klopt niet."):
    """A body with the comments 0… of lcsynth and then one of an author."""
    comments = "".join(
        office.comment(n, *note(anchor), author="lcsynth", paragraph=f"{n:08X}")
        for n, anchor in enumerate(notes)
    )
    author = office.comment(len(notes), office.t(said), paragraph=f"{len(notes):08X}")
    return office.docx("".join(paragraphs), comments + author)


def own(*runs):
    """A paragraph with the first comment of lcsynth on all of it."""
    return office.p(office.start(0), *runs, office.end(0))


EDITED = {
    "an edit that was accepted": own(
        office.t("Tijd is nu al "), office.start(1), office.t("heel schaars"), office.end(1), office.t(".")
    ),
    "a tracked edit in text that was edited before": own(
        office.t("Tijd is nu "), office.start(1), office.cut("al"), office.ins("toch"), office.end(1)
    ),
    "words that stand elsewhere by chance": own(
        office.t("Tijd is "), office.start(1), office.t("Geld"), office.end(1)
    ),
}


@pytest.mark.parametrize("body", EDITED.values(), ids=EDITED)
def test_a_comment_in_a_paragraph_that_was_edited_keeps_its_place(read, body):
    said = [one for one in read(draft(body), name="v1.docx").contributions if one.kind == "comment"]
    assert [place.anchor for place in marked_places(said[0].anchor, V1)] == ["2:1"]


def test_a_tracked_change_in_a_paragraph_that_was_edited_keeps_its_place(read):
    body = EDITED["a tracked edit in text that was edited before"]
    (change,) = [one for one in read(draft(body), name="v1.docx").contributions if one.kind == "insertion"]
    assert without_places(change.anchor) == ("al", (PLACE,))
    assert [place.anchor for place in marked_places(change.anchor, V1)] == ["2:1"]


def test_where_an_author_joined_two_paragraphs_the_words_tell_which_is_meant(read):
    body = office.p(
        office.start(0), office.t("Tijd is schaars in elk rooster. "), office.end(0),
        office.start(1), office.start(2), office.t("Geld is er wel."), office.end(2), office.end(1),
    )  # fmt: skip
    (said,) = read(draft(body, notes=("2:1", "2:2")), name="v1.docx").contributions
    assert without_places(said.anchor) == ("Geld is er wel.", (PLACE, NEXT))
    assert [place.anchor for place in marked_places(said.anchor, V1)] == ["2:2"]


def test_a_paragraph_without_a_comment_of_lcsynth_has_its_words_alone(read):
    body = own(office.t("Tijd")) + office.p(office.start(1), office.t("Geld is er wel."), office.end(1))
    (said,) = read(draft(body), name="v1.docx").contributions
    assert said.anchor == "Geld is er wel."


def test_a_person_who_writes_a_reference_moves_nobody(read):
    body = office.p(
        office.start(0), office.start(1), office.t("Geld is er wel."), office.end(1), office.end(0)
    )
    comments = office.comment(0, office.t("Zie [T007 @ 2:1 v1]")) + office.comment(1, office.t("Eens."))
    assert {one.anchor for one in read(office.docx(body, comments), name="v1.docx").contributions} == {
        "Geld is er wel."
    }


def test_in_an_opendocument_text_they_keep_their_place_too(read):
    line = "T007 Tijd"
    lines = f"<text:p>{line}</text:p><text:p>{sealed(line, PLACE._replace(theme='T007'))}</text:p>"
    body = (
        f'<text:p><office:annotation office:name="a"><dc:creator>lcsynth</dc:creator>{lines}'
        "</office:annotation>Alles is anders"
        '<office:annotation office:name="b"><dc:creator>Anna Bosman</dc:creator><text:p>Hoezo?</text:p>'
        '</office:annotation>.<office:annotation-end office:name="a"/></text:p>'
    )
    (said,) = read(office.odt(body), name="v1.odt").contributions
    assert without_places(said.anchor)[1] == (PLACE,)


@given(st.text(max_size=30).map(str.strip), st.lists(st.sampled_from([PLACE, NEXT]), max_size=2))
def test_words_and_places_are_taken_apart_as_they_were_put_together(words, places):
    assert without_places(with_places(words, places)) == (words, tuple(places))


def test_a_place_of_another_version_does_not_count():
    words = with_places("Geld is er wel.", [Reference("", "2:1", "v7")])
    assert [place.anchor for place in marked_places(words, V1)] == ["2:2"]
    assert marked_places("", V1) == []
