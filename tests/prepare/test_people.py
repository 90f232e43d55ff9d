import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.ingest import RawContribution
from lcsynth.prepare.people import Pseudonyms, normalise_identity


def said(identity, *names, text="Meer tijd."):
    return RawContribution("s1", "bron.csv", "row 2", identity, names, "", "", "", "", text, "")


def pseudonyms(*contributions):
    return Pseudonyms(contributions, [], "s1", b"k" * 32)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("f.bakker@voorbeeld.nl", "F.Bakker@Voorbeeld.NL"),
        ("f.bakker@voorbeeld.nl", "mailto:f.bakker@voorbeeld.nl"),
        ("f.bakker@voorbeeld.nl", "Fenna Bakker <f.bakker@voorbeeld.nl>"),
        ("f.bakker@voorbeeld.nl", " f.bakker@voorbeeld.nl. "),
        ("f.bakker@voorbeeld.nl", "f.bakker\u200b@voorbeeld.nl"),
        ("f.bakker@münchen.example", "f.bakker@xn--mnchen-3ya.example"),
        ("Fenna de Bakker", "Bakker, Fenna de"),
        ("Fenna de Bakker", "de Bakker, Fenna"),
        ("Fenna de Bakker", "dr. Fenna de Bakker"),
        ("Fenna de Bakker", "Prof.dr. Fenna de Bakker"),
        ("Fenna de Bakker", "Bakker, drs. Fenna de"),
        ("Fenna de Bakker", "Fenna de Bakker, MSc"),
        ("Fenna de Bakker", "Fenna\u00a0de  Bakker\u200b"),
        ("Fenna de Bakker", "Fenna de Bakker (she/her)"),
        ("Fenna de Bakker", "Fenna de Bakker (Guest)"),
        ("Zoë Bakker", "Zoe\u0308 Bakker"),
    ],
)
def test_the_ways_to_write_somebody_are_one_person(one, other):
    assert normalise_identity(one, "s1") == normalise_identity(other, "s2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("f.bakker@voorbeeld.nl", "f.bakker+forms@voorbeeld.nl"),
        ("f.bakker@voorbeeld.nl", "f.bakker@ander.nl"),
        ("Fenna Bakker", "F. Bakker"),
        ("Fenna Bakker", "Fenna de Bakker"),
        ("Fenna Bakker", "Fenna Bakker (Zwolle)"),
        ("Drs", "Ir"),
        ("Ingrid", "Rid"),
        ("Drees", "Ees"),
    ],
)
def test_what_may_be_two_people_stays_two(one, other):
    assert normalise_identity(one, "s1") != normalise_identity(other, "s1")


def test_a_bare_name_is_the_one_person_whose_address_the_session_gives():
    answer, line = said("f.bakker@voorbeeld.nl", "Fenna Bakker"), said("Bakker, Fenna")
    found = pseudonyms(answer, line)
    assert found.give(line) == found.give(answer) == found.of("fenna bakker")
    assert pseudonyms(line).give(line) != found.give(line)


def test_an_address_with_the_name_before_it_tells_who_a_name_is():
    answer, line = said("Fenna Bakker <f.bakker@voorbeeld.nl>"), said("Fenna Bakker")
    found = pseudonyms(answer, line)
    assert found.give(line) == found.give(answer)


def test_a_name_with_two_addresses_or_a_first_name_alone_tells_nobody():
    one, other = said("a@voorbeeld.nl", "Fenna Bakker"), said("b@voorbeeld.nl", "Fenna Bakker")
    line, first = said("Fenna Bakker"), said("Fenna")
    found = pseudonyms(one, other, line, first, said("c@voorbeeld.nl", "Fenna"))
    assert len({found.give(who) for who in (one, other, line, first)}) == 4


@settings(max_examples=30)
@given(st.randoms(use_true_random=False))
def test_who_is_who_does_not_depend_on_the_order(shuffler: random.Random):
    lines = [
        said("a@voorbeeld.nl", "Fenna Bakker"),
        said("b@voorbeeld.nl", "Joris Smit"),
        said("c@voorbeeld.nl", "Joris Smit"),
        said("Fenna Bakker"),
        said("Joris Smit"),
    ]
    wanted = [pseudonyms(*lines).give(one) for one in lines]
    shuffled = shuffler.sample(lines, len(lines))
    assert [pseudonyms(*shuffled).give(one) for one in lines] == wanted


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab@.,<>xn-- ()/drMS\u200b7\t") | st.characters(), max_size=40))
def test_whatever_stands_for_a_name_gives_one_identity(text):
    assert normalise_identity(text, "s1") == normalise_identity(f" {text}\u200b ", "s1")


def test_a_name_that_nobody_can_see_is_nobodys():
    unseen = said("\u200b")
    assert pseudonyms(unseen).person(unseen) == ""
    assert pseudonyms(unseen).give(unseen).startswith("P-")
