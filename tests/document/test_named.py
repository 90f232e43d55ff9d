"""Parts of the paper are found by what people call them."""

import pytest

from lcsynth.document import parse_paper
from lcsynth.document.named import named_places

PAPER = parse_paper(
    "## 1 Inleiding\n\nWaarom dit stuk.\n\n## 2 Begrippen\n\n### 2.1 Wat we onder een community verstaan\n\n"
    "Tekst.\n\n## 3 Rollen en afspraken\n\nTekst.\n\n## 4 Vooruitblik\n\nTot slot: we gaan door.\n",
    version="v1",
)


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("In de inleiding mis ik het mbo.", ["1"]),
        ("Bij de definitie hoort een voorbeeld.", ["2.1"]),
        ("The definition is fine, in the introduction I got lost.", ["1"]),
        ("In de conclusie staat niets nieuws.", ["4:1"]),
        ("De paragraaf over rollen is te kort.", ["3"]),
        ("The section on rollen", ["3"]),
        ("In de inleiding en bij de definitie", ["1", "2.1"]),
    ],
)
def test_a_part_is_found_by_its_name(text, anchors):
    assert [place.anchor for place in named_places(text, PAPER)] == anchors


@pytest.mark.parametrize(
    "text",
    [
        "Een goede inleiding helpt.",
        "In de samenvatting staat het al.",
        "De paragraaf over macht",
        "De inleiding van de avond was leuk",
        "",
    ],
)
def test_what_names_no_part_or_one_that_is_not_there_gives_nothing(text):
    assert named_places(text, PAPER) == []


def test_a_name_that_fits_two_parts_gives_neither():
    twice = parse_paper("## 1 Rollen bij de start\n\n## 2 Rollen later\n", version="v1")
    assert named_places("De paragraaf over rollen", twice) == []


def test_without_a_section_of_that_name_the_introduction_is_the_text_above_the_first_heading():
    opened = parse_paper("# Titel\n\nWaarom dit stuk.\n\n## 1 Begrippen\n\nTekst.\n", version="v1")
    assert [one.anchor for one in named_places("Bij de inleiding mis ik het mbo.", opened)] == ["0"]
    assert named_places("Bij de conclusie mis ik het mbo.", opened) == []
