"""What is counted over all texts at once is what reading them one by one would count."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.themes.usage import Usage
from lcsynth.themes.vectorizer import ThemeVectorizer
from lcsynth.themes.words import NO_WORDS, terms

SPOKEN = st.lists(
    st.lists(
        st.sampled_from(["Tijd", "tijd", "geld", "de", "roosters", "rooster", "docent", "."]), max_size=7
    ),
    min_size=1,
    max_size=8,
).map(lambda texts: [" ".join(words) for words in texts])


def lexicon_of(texts):
    return Usage.of(texts).lexicon


def test_words_of_both_numbers_are_one_term_shown_as_it_is_written_most():
    lexicon = lexicon_of(["het rooster", "de roosters van nu", "onze roosters"])
    assert lexicon.forms["rooster"] == "roosters"


def test_how_a_phrase_is_written_is_told_by_the_places_within_a_sentence():
    texts = ["Boundary Crossing helpt.", "Boundary Crossing dus!", "Wat is Boundary Crossing?"]
    assert lexicon_of(texts).forms["boundary crossing"] == "Boundary Crossing"


def test_a_sentence_capital_is_not_part_of_a_word_but_a_name_and_an_abbreviation_keep_theirs():
    lexicon = lexicon_of(
        ["Roosters knellen. Roosters botsen.", "Het HBO in Utrecht", "HBO en Utrecht", "GEEN ROOSTERS"]
    )
    assert lexicon.forms["rooster"] == "roosters"
    assert lexicon.forms["hbo"] == "HBO"
    assert lexicon.forms["utrecht"] == "Utrecht"


def test_a_phrase_is_two_words_side_by_side_in_two_texts():
    texts = [
        "structurele financiering ontbreekt",
        "Structurele financiering is er niet.",
        "tijd, financiering",
    ]
    assert lexicon_of(texts).phrases == {"structureel financiering"}


def test_which_words_a_text_uses_is_told_once_per_lemma():
    texts = ["De docent en de docenten", "Een budget voor docenten", "Ja"]
    used = Usage.of(texts).lemmas()
    assert used.toarray().sum(axis=1).tolist() == [1, 2, 0]
    assert (used @ used.T).toarray()[0, 1] == 1


@given(SPOKEN)
def test_phrases_are_the_pairs_that_two_different_texts_hold(texts):
    said = [{term for term, *_ in terms(text)} for text in dict.fromkeys(texts)]
    pairs = {term for one in said for term in one if " " in term}
    assert lexicon_of(texts).phrases == {pair for pair in pairs if sum(pair in one for one in said) > 1}


@given(SPOKEN)
def test_terms_are_told_as_the_vectorizer_of_the_topic_model_counts_them(texts):
    usage = Usage.of(texts)
    lexicon = usage.lexicon
    vectorizer = ThemeVectorizer(forms=lexicon.forms, phrases=lexicon.phrases)
    counts = vectorizer.fit_transform(texts)
    holds, names = usage.terms()
    assert names == sorted(vectorizer.vocabulary_)
    assert np.array_equal(holds.toarray(), counts.toarray() > 0)


@pytest.mark.parametrize(("groups", "told"), [([0, 0, 1, 1], False), ([0, 1, 0, 2], True)])
def test_a_dash_stands_for_a_group_without_words_and_not_for_one_silent_text(groups, told):
    usage = Usage.of(["tijd", "de", "geld", "tijd"])
    assert (NO_WORDS in usage.terms(np.array(groups))[1]) is told
    assert NO_WORDS in usage.terms()[1]


def test_texts_without_any_word_use_nothing():
    usage = Usage.of(["de het", "", "de het"])
    assert usage.lexicon.phrases == frozenset()
    assert usage.lemmas().toarray().tolist() == [[0], [0], [0]]
