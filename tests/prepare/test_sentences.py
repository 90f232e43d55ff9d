import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.prepare.sentences import split_statements


def cut(text):
    return [text[start:end] for start, end in split_statements(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Wij werken o.a. met studenten en bijv. ook met docenten.",
        "M.i. moet dit anders, d.w.z. met meer tijd en i.p.v. minder geld.",
        "Zie p. 3 en par. 2.1 van de nota nr. 4 voor ca. 12 redenen.",
        "Volgens dhr. Jansen en mevr. A.B. de Vries kan dit evt. later.",
        "Dr. Smith said e.g. trust, i.e. the basis, is missing.",
        "We wachten nog even... maar niet te lang meer.",
        'Hij zei: "Kom nu!" en ging toen snel weg.',
        "Zie www.Voorbeeld.Nl of mail jan@voorbeeld.Nl voor meer.",
        "Dit is een lange regel die door het systeem is afgebroken en\ndie gewoon doorgaat op de volgende.",
        "Geen punt aan het einde van deze zin",
    ],
)
def test_a_stop_that_ends_no_sentence_cuts_nothing(whole):
    assert cut(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Dit werkt heel erg goed. Wij gaan hiermee door nu.",
            ["Dit werkt heel erg goed.", "Wij gaan hiermee door nu."],
        ),
        (
            "Waarom is dit zo laat?! Niemand wist er iets van.",
            ["Waarom is dit zo laat?!", "Niemand wist er iets van."],
        ),
        (
            "Dat ging toen prima zo.Maar nu gaat het niet meer.",
            ["Dat ging toen prima zo.", "Maar nu gaat het niet meer."],
        ),
        ("- meer tijd\n- meer geld", ["- meer tijd", "- meer geld"]),
        ("geen tijd\nte veel werkdruk", ["geen tijd", "te veel werkdruk"]),
        (
            "Tips:\n1. Begin klein met een groep\n2. Betrek de praktijk",
            ["Tips:\n1. Begin klein met een groep", "2. Betrek de praktijk"],
        ),
        (
            "het is echt te druk. we moeten minder gaan doen",
            ["het is echt te druk.", "we moeten minder gaan doen"],
        ),
        (
            "Het duurde tot eind 2019. Daarna ging het beter met ons.",
            ["Het duurde tot eind 2019.", "Daarna ging het beter met ons."],
        ),
        (
            "We deden spellen, quizzen, enz. Iedereen vond dat erg leuk.",
            ["We deden spellen, quizzen, enz.", "Iedereen vond dat erg leuk."],
        ),
    ],
)
def test_sentences_items_and_chat_lines_are_statements(text, statements):
    assert cut(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "De paragraaf spreekt over eigenaarschap. Dat is onduidelijk.",
        "Er is te weinig tijd voor docenten. Helemaal mee eens.",
        "De rol van de docent is belangrijk. It is unclear.",
        "Ja. Ik vind het een goed plan. 👍",
        "Goed idee! Laten we dit vaker doen.",
        "Nee! Nee! Nee!",
    ],
)
def test_a_short_or_dangling_sentence_stays_with_its_neighbour(text):
    assert cut(text) == [text]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab cD.!?…\n-•1)(\"'’:,é \t\u200b👍"), max_size=80) | st.text(max_size=60))
def test_every_character_but_white_space_is_in_exactly_one_statement(text):
    spans = split_statements(text)
    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("unit", [".", " ", "a", '."', "Ab. ", "abc.Def", "1. ", "a. ", "(", "[ "])
def test_a_line_of_a_megabyte_is_cut(unit):
    # Meaningful only because a pattern that backtracks would never end.
    split_statements(unit * (1_000_000 // len(unit) // 4))
