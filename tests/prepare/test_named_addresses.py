"""An address that holds a name leads to a person; one of an organisation or a subject does not."""

import pytest

from lcsynth.prepare.named_addresses import names_a_person


@pytest.mark.parametrize(
    "address",
    [
        "www.jandevries.example",
        "jan-de-vries.example/blog",
        "mariabakker.example",
        "www.school.example/over-ons/anna-smit",
        "school.example/nieuws/Anna_van_den_Berg.html",
    ],
)
def test_an_address_with_a_first_name_and_a_surname_is_a_persons(address):
    assert names_a_person(address)


@pytest.mark.parametrize(
    "address",
    [
        "www.voorbeeldhogeschool.example/onderzoek/learning-communities",
        "wij-leren.example/leren-van-elkaar",
        "www.platformtalent.example",
        "school.example/anna",
        "school.example?zoek=de+groot",
        "x",
        "",
    ],
)
def test_an_address_of_a_subject_or_an_organisation_is_nobodys(address):
    assert not names_a_person(address)
