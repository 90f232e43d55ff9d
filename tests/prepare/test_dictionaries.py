"""The dictionaries say what simplemma says, wherever they are kept."""

import platformdirs
import pytest
import simplemma
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.prepare import dictionaries
from lcsynth.prepare.dictionaries import is_known, lemmatize

WORDS = (
    "vergaderingen",
    "Scholen",
    "samenwerkt",
    "’s-ochtends",
    "foto's",
    "oke\u0301",
    "de-facto",
    "meetings",
    "children’s",
    "better",
    "Amsterdam",
    "xyzzy",
    "docenten-overleg",
    "ging",
)


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    """Keep the dictionaries in a folder of the test, and forget those that are open."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda _: tmp_path / "cache")
    dictionaries._dictionary.cache_clear()
    yield tmp_path / "cache"
    dictionaries._dictionary.cache_clear()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_known_and_has_the_form_that_simplemma_gives(word):
    for language in ("nl", "en"):
        assert is_known(word, language) == simplemma.is_known(word, lang=language)
        assert lemmatize(word, language) == simplemma.lemmatize(word, lang=language)
    assert lemmatize(word, "nl", "en") == simplemma.lemmatize(word, lang=("nl", "en"))


@given(st.text(min_size=1, max_size=12))
def test_any_text_is_looked_up_as_simplemma_does(word):
    assert is_known(word, "nl") == simplemma.is_known(word, lang="nl")
    assert lemmatize(word, "nl", "en") == simplemma.lemmatize(word, lang=("nl", "en"))


def test_a_dictionary_is_kept_and_one_that_is_damaged_is_made_again(cache_folder):
    assert is_known("school", "nl")
    (kept,) = cache_folder.iterdir()
    whole = kept.read_bytes()
    dictionaries._dictionary.cache_clear()
    kept.write_bytes(whole[: len(whole) // 2])
    assert is_known("school", "nl")
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_the_words_are_known_all_the_same(cache_folder):
    cache_folder.write_text("A file where a folder should be.")
    assert is_known("school", "nl")
    assert not is_known("xyzzy", "nl")
