import pytest

from lcsynth.themes.usage import Usage
from lcsynth.themes.vectorizer import ThemeVectorizer
from lcsynth.themes.words import NO_WORDS, content_runs, lemma


def lemmas(text):
    return [[word.lemma for word in run] for run in content_runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik vind dat de roosters echt wel beter moeten", [["rooster"]]),
        ("The schedules of our teachers", [["schedule"], ["teacher"]]),
        ("[persoon 1] vroeg om structurele financiering!", [["structureel", "financiering"]]),
        ("Zie j.jansen@school.example of www.school.example/rooster", []),
        ("in 2022 waren er 3 studenten, studenten", [["student"], ["student"]]),
        ("1e 2de 4x", []),
        ("mbo's en hbo's", [["mbo"], ["hbo"]]),
        ("", []),
    ],
)
def test_what_remains_of_a_text_are_the_lemmas_of_its_content(text, expected):
    assert lemmas(text) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("les", "lessen"), ("rooster", "roosters"), ("stap", "stappen"), ("leer", "leren")]
)
def test_a_noun_and_the_verb_it_is_taken_for_are_one_lemma(one, other):
    assert lemma(one) == lemma(other) == one


def test_texts_without_words_still_make_a_vocabulary():
    vectorizer = ThemeVectorizer()
    counts = vectorizer.fit_transform(["de het een", "", "12 %"])
    assert vectorizer.get_feature_names_out().tolist() == [NO_WORDS]
    assert counts.toarray().tolist() == [[1], [1], [1]]


def test_features_are_named_as_people_write_them_and_count_known_phrases():
    texts = ["Structurele financiering ontbreekt.", "Er is structurele financiering."]
    lexicon = Usage.of(texts).lexicon
    vectorizer = ThemeVectorizer(forms=lexicon.forms, phrases=lexicon.phrases).fit(texts)
    assert vectorizer.get_feature_names_out().tolist() == [
        "financiering",
        "structurele",
        "structurele financiering",
    ]
