import csv

import pytest

from lcsynth.prepare.language import Judgement, Languages, majority
from lcsynth.prepare.words import Words


@pytest.fixture(scope="module")
def languages():
    return Languages(Words())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dat is onduidelijk.", "nl"),
        ("meer tijd nodig", "nl"),
        ("This is unclear.", "en"),
        ("more time needed", "en"),
        ("Das ist nicht klar.", "other"),
        ("C'est une bonne idée pour tout le monde.", "other"),
        ("We moeten de learning community meer ownership geven.", "nl"),
        ("[persoon 1] zei dat [e-mail 1] niet werkt", "nl"),
        ("de learning community is een community of practice", "nl"),
        ("Meer tijd nodig", "nl"),
        ("More time needed", "en"),
        ("Geen goed plan", "nl"),
        ("Wat een chaos", "nl"),
        ("What a mess", "en"),
        ("MEER TIJD EN GELD NODIG", "nl"),
        ("k snap er niks van", "nl"),
        ("i dont get it", "en"),
        ("Het boek 'The Fifth Discipline' van Senge ontbreekt", "nl"),
        ("Hoofdstuk 3 past slecht bij Part II: Setting up a Community", "nl"),
        ("Jan de Vries and Pieter van den Berg said so too", "en"),
        ("At Hogeschool Rotterdam we tried this twice", "en"),
        ("In de Volkskrant I read the opposite", "en"),
        ("Wir brauchen mehr Zeit", "other"),
        ("WIR BRAUCHEN MEHR ZEIT", "other"),
        ("Il faut plus de temps", "other"),
        ("Wy moatte mear tiid ha foar de dosinten", "other"),
        ("Ons het nie genoeg tyd vir hierdie projek nie", "other"),
        ("Det er ikke en god idé", "other"),
    ],
)
def test_lines_of_three_words_are_judged_by_themselves(languages, text, language):
    assert languages.judge(text).language == language


def test_short_answers_lean_on_what_is_around_them(languages):
    assert languages.judge("Samenwerking", "en").language == "nl"
    assert languages.judge("team", "nl").language == "nl"
    assert languages.judge("team", "en").language == "en"
    assert languages.judge("👍", "en") == Judgement("en", 0)


def test_the_majority_counts_only_texts_with_words_enough():
    assert majority([Judgement("en", 2), Judgement("en", 1), Judgement("nl", 5)]) == "nl"
    assert majority([]) == "nl"


@pytest.mark.parametrize(
    ("name", "language", "least"),
    [
        ("labelled/sib200_nl.csv", "nl", 0.99),
        ("labelled/sib200_en.csv", "en", 0.99),
        ("labelled/xsid_nl.csv", "nl", 0.965),  # most misses are Dutch requests with an English title
        ("labelled/xsid_en.csv", "en", 0.99),
        ("labelled/ha_intents_nl.csv", "nl", 0.99),
        ("consultations/polis_austria_climate_de.csv", "other", 0.98),
    ],
)
def test_measured_on_real_lines(languages, shared_data, name, language, least):
    with (shared_data / name).open(encoding="utf-8") as lines:
        texts = [row.get("text") or row.get("comment-body") or "" for row in csv.DictReader(lines)]
    texts = [text for text in texts if len(text.split()) >= 3]
    right = sum(languages.judge(text).language == language for text in texts)
    assert right / len(texts) >= least, f"{right / len(texts):.3f} of {len(texts)}"
