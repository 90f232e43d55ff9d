"""Names that no list and no dictionary decides: by where they stand, in lower case, and found again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.prepare.names import Names
from lcsynth.prepare.words import Words


@pytest.fixture(scope="module")
def names():
    return Names(Words())


def found(names, text):
    return [text[one.start : one.end] for one in names.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bakker vindt dat dit te laat komt.", "Bakker"),
        ("Visser heeft dat al eens uitgezocht.", "Visser"),
        ("Smith makes the opposite claim.", "Smith"),
        ("Faith left the group in March.", "Faith"),
        ("Ray is right about scale.", "Ray"),
        ("Ik vind dat Hoekman te makkelijk denkt.", "Hoekman"),
        ("Jeniffer and I both read it.", "Jeniffer"),
        ("Willemjin haar schema is duidelijk.", "Willemjin"),
        ("Wardak (nurse, 34) told us more.", "Wardak"),
        ("Laleh, if you read this: thanks.", "Laleh"),
        ("Afwezig: Els.", "Els"),
    ],
)
def test_what_stands_around_a_word_makes_it_a_name(names, text, name):
    assert found(names, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Hope makes us work.",
        "Rust vraagt om ruimte.",
        "Bowling Green needs a stronger library.",
        "Kennisdeling heeft tijd nodig.",
        "Verzendadres: zie boven.",
        "Timbuktu is far away.",
        "Breda wil een eigen hub.",
        "May is a bad month for interviews.",
        "In Den Bosch loopt iets vergelijkbaars.",
        "Het kwartier op de Dam viel tegen.",
        "Siemens, Thales and Scania send their apprentices.",
        "Groot gelijk!",
    ],
)
def test_a_word_that_only_could_be_a_name_stays(names, text):
    assert found(names, text) == []


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Bos en De Graaf (2021) zien dat anders.", ["Bos", "De Graaf"]),
        ("Dekker en Vos (2019) noemen er drie.", ["Dekker", "Vos"]),
        ("Young and Rosen (2016) disagree.", ["Young", "Rosen"]),
        ("In de studie van Koster, Peeters en Al-Masri (2022) niet.", ["Koster", "Peeters", "Al-Masri"]),
    ],
)
def test_an_author_may_have_a_name_that_is_a_word(names, text, authors):
    assert found(names, text) == authors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("heb ff met samira gebeld", "samira"),
        ("eens met kees", "kees"),
        ("de opmerking van bram ben ik kwijt", "bram"),
        ("not sure ibrahim meant it", "ibrahim"),
        ("sander hier, ik val zo weg", "sander"),
    ],
)
def test_a_first_name_in_lower_case_is_found_where_nobody_greets_it(names, text, name):
    assert found(names, text) == [name]


@pytest.mark.parametrize(
    "text", ["hij slaagde erin", "met een bas", "samen op een mark", "jan feb en mrt zijn druk"]
)
def test_a_word_in_lower_case_stays(names, text):
    assert found(names, text) == []


def test_a_name_found_once_is_a_name_elsewhere_in_the_text(names):
    text = "Volgens Sjoukje Terpstra kan het. terpstra zei dat twee keer, en Terpstra meent het."
    assert found(names, text) == ["Sjoukje Terpstra", "terpstra", "Terpstra"]


def test_a_word_is_not_a_name_because_somebody_is_called_so(names):
    assert found(names, "Mark de Boer kwam. De boer en het mark bleven.") == ["Mark de Boer"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Overmaken t.n.v. A. Benali graag", "A. Benali"),
        ("Tekstvoorstel JW Terpstra: schrappen", "JW Terpstra"),
        ("Linda mailt, Ruben S. belt.", "Ruben S."),
        ("J.K.: not sure this is supported", "J.K."),
    ],
)
def test_initials_belong_to_the_name(names, text, name):
    assert name in found(names, text)


# What names are made of, in any order: also when what should follow is not there.
PIECES = """À de van der 't Jan J. JW Vries El Al O'Brien Anne-Fleur Smit-Jansen bakker Bakker Elke dr. Prof.
    mw. Aan aan
    volgens collega groeten, Dag ben naam is zei en s Mark mark Utrecht Hogeschool , . ; : ( ) - ’ DE
    İ 1"""
ROWS = st.lists(st.tuples(st.sampled_from(PIECES.split()), st.sampled_from([" ", "", "\n"])), max_size=9)


@settings(max_examples=300)
@given(ROWS)
def test_pieces_of_names_in_any_order_are_looked_through(names, pieces):
    text = "".join(map("".join, pieces))
    assert all(0 <= one.start < one.end <= len(text) for one in names.find(text))


def test_prefixes_without_a_surname_are_no_name(names):
    assert found(names, "À de de") == []
