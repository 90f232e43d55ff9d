import numpy as np

from lcsynth.themes.labels import describe
from lcsynth.themes.spoken import Spoken
from lcsynth.themes.usage import Usage
from lcsynth.themes.words import stop_words


def described(texts, labels, languages=None):
    similarity = np.linspace(1, 0, len(texts))
    return describe(Spoken.of(Usage.of(texts), languages, similarity), np.array(labels))


def test_a_bilingual_theme_is_named_in_each_language_by_its_own_words(feedback):
    _, names = described(feedback.texts, feedback.subjects, feedback.languages)
    assert names[0] == {"nl": "Rooster, werkdruk en tijd", "en": "Workload, schedules and time"}
    assert names[1]["nl"].startswith("Structurele financiering")
    assert names[1]["en"] == "Funding and grant"


def test_a_language_with_too_few_statements_borrows_the_words_of_the_other(feedback):
    languages = ["nl"] * 54 + ["en"] * 2
    _, names = described(feedback.texts, feedback.subjects, languages)
    assert names[3]["en"].replace(" and ", " en ").casefold() == names[3]["nl"].casefold()


def test_no_keyword_is_a_stop_word_or_a_variation_on_another(feedback):
    keywords, _ = described(feedback.texts, feedback.subjects, feedback.languages)
    for words in keywords.values():
        assert len(words) == len(set(words)) > 3
        assert not set(words) & stop_words()
        assert len({"rooster", "roosters"} & set(words)) < 2
        assert len({"begeleider", "begeleiding", "begeleiden"} & set(words)) < 2


def test_no_two_themes_have_the_same_name():
    texts = ["rooster en tijd"] * 3 + ["tijd en rooster"] * 3 + ["de het"] * 3 + ["12"] * 3
    _, names = described(texts, np.repeat([0, 1, 2, 3], 3))
    assert names[1]["nl"] == f"{names[0]['nl']} (2)"
    assert [names[theme]["en"] for theme in (2, 3)] == [
        "Theme without keywords",
        "Theme without keywords (2)",
    ]


def test_without_themes_there_is_nothing_to_describe():
    assert described(["rooster"], [-1]) == ({}, {})


def test_what_typical_statements_say_counts_for_more():
    texts = ["tafel", "tafel", "lamp", "lamp", "stoel", "stoel"]
    keywords, _ = described(texts, [0] * 6)
    assert keywords[0] == ["tafel", "lamp", "stoel"]
