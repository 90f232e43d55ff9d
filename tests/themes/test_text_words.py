"""Words of texts that were read apart, and in another order, are those of reading them together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.themes.text_words import TextWords

TEXTS = st.lists(
    st.lists(st.sampled_from(["Tijd", "tijd", "geld", "de", "roosters", "docent", "."]), max_size=5).map(
        " ".join
    ),
    max_size=6,
)


def is_same(one, other):
    assert (dict(one.places), list(one.words)) == (dict(other.places), list(other.words))
    for name in ("said", "sizes", "goes_on"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


@given(TEXTS, TEXTS, TEXTS)
def test_what_was_read_before_in_whatever_order_gives_what_reading_now_gives(first, second, asked):
    known = TextWords.together([TextWords.of(first), TextWords.of(second)])
    is_same(known.only(asked), TextWords.of(asked))


def test_only_a_text_that_is_new_is_read(monkeypatch):
    known = TextWords.of(["Meer tijd", "Meer geld"])
    seen = []
    monkeypatch.setattr("lcsynth.themes.text_words.content_runs", lambda text: seen.append(text) or ())
    known.only(["Meer geld", "Meer rust", "Meer tijd"])
    assert seen == ["Meer rust"]
