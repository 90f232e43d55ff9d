import pytest

from lcsynth.themes.vectorizer import NO_WORDS, ThemeVectorizer
from lcsynth.themes.words import content_runs, learn, lemma, which_words


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


def test_words_of_both_numbers_are_one_term_shown_as_it_is_written_most():
    lexicon = learn(["het rooster", "de roosters van nu", "onze roosters"])
    assert lexicon.forms["rooster"] == "roosters"


@pytest.mark.parametrize(
    ("one", "other"), [("les", "lessen"), ("rooster", "roosters"), ("stap", "stappen"), ("leer", "leren")]
)
def test_a_noun_and_the_verb_it_is_taken_for_are_one_lemma(one, other):
    assert lemma(one) == lemma(other) == one


def test_how_a_phrase_is_written_is_told_by_the_places_within_a_sentence():
    texts = ["Boundary Crossing helpt.", "Boundary Crossing dus!", "Wat is Boundary Crossing?"]
    assert learn(texts).forms["boundary crossing"] == "Boundary Crossing"


def test_a_sentence_capital_is_not_part_of_a_word_but_a_name_and_an_abbreviation_keep_theirs():
    lexicon = learn(
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
    assert learn(texts).phrases == {"structureel financiering"}


def test_which_words_a_text_uses_is_told_once_per_lemma():
    texts = ["De docent en de docenten", "Een budget voor docenten", "Ja"]
    used = which_words(texts)
    assert used.toarray().sum(axis=1).tolist() == [1, 2, 0]
    assert (used @ used.T).toarray()[0, 1] == 1


def test_texts_without_words_still_make_a_vocabulary():
    vectorizer = ThemeVectorizer()
    counts = vectorizer.fit_transform(["de het een", "", "12 %"])
    assert vectorizer.get_feature_names_out().tolist() == [NO_WORDS]
    assert counts.toarray().tolist() == [[1], [1], [1]]


def test_features_are_named_as_people_write_them_and_count_known_phrases():
    texts = ["Structurele financiering ontbreekt.", "Er is structurele financiering."]
    lexicon = learn(texts)
    vectorizer = ThemeVectorizer(forms=lexicon.forms, phrases=lexicon.phrases).fit(texts)
    assert vectorizer.get_feature_names_out().tolist() == [
        "financiering",
        "structurele",
        "structurele financiering",
    ]
