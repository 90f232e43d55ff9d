"""Which words of a text were changed."""

from hypothesis import given
from hypothesis import strategies as st

from lcsynth.document import mark_words

WORDS = st.lists(st.sampled_from(["tijd", "in", "het", "rooster", "Tijd,"]), max_size=8).map(" ".join)


def test_words_out_stand_before_words_in():
    assert mark_words("Er is geen tijd voor.", "Er is **wel** tijd voor!") == [
        ("kept", "Er is"),
        ("out", "geen"),
        ("in", "wel"),
        ("kept", "tijd"),
        ("out", "voor."),
        ("in", "voor!"),
    ]


def test_a_text_that_is_new_or_gone_is_marked_whole():
    assert mark_words("", "Nieuw hier.") == [("in", "Nieuw hier.")]
    assert mark_words("Nu weg.", "") == [("out", "Nu weg.")]
    assert mark_words("", "") == []


@given(WORDS, WORDS)
def test_both_texts_can_be_read_back(old, new):
    marks = mark_words(old, new)
    assert " ".join(mark.words for mark in marks if mark.kind != "in") == old
    assert " ".join(mark.words for mark in marks if mark.kind != "out") == new
