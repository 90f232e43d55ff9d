"""What stands above the first section of a paper is found, with and without a title."""

import pytest

from lcsynth.document import parse_paper
from lcsynth.document.opening import opening_of


@pytest.mark.parametrize(
    ("markdown", "opening"),
    [
        (
            "# Titel\n\n*Een woord vooraf.*\n\nEn nog een.\n\n## 1 Begin\n\nTekst.\n",
            "*Een woord vooraf.*\n\nEn nog een.",
        ),
        ("# Titel\n\n## 1 Begin\n\nTekst.\n", ""),
        ("Vooraf.\n\n## 1 Begin\n\nTekst.\n", "Vooraf."),
        ("Titel\n=====\n\nVooraf.\n\n1 Begin\n-------\n\nTekst.\n", "Vooraf."),
        ("# 1 Begin\n\nTekst.\n\n# 2 Slot\n\nTekst.\n", ""),
    ],
)
def test_the_text_between_title_and_first_section_is_found(markdown, opening):
    assert opening_of(markdown, parse_paper(markdown, version="v1").title) == opening
