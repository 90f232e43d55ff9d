"""Words that were marked in the paper lead to the paragraph that holds them, or to none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.document import link, parse_paper
from lcsynth.document.anchors import find_places

PAPER = parse_paper(
    """# Paper

## 2 Rollen

De *coördinator* bewaakt het ritme.

Volgens Jan de Vries is [vertrouwen](https://voorbeeld.nl) nodig, en “tijd”.

## 3 Tijd en geld

De coördinator bewaakt het geld. Structurele financiering ontbreekt.
""",
    version="v1",
)


@pytest.mark.parametrize(
    ("words", "anchors"),
    [
        ("bewaakt het ritme", ["2:1"]),
        ("De  coördinator\nbewaakt het ritme.", ["2:1"]),
        ('is vertrouwen nodig, en "tijd"', ["2:2"]),
        ("Volgens [persoon 1] is vertrouwen", ["2:2"]),
        ("Structurele financiering", ["3:1"]),
        ("Tijd en geld", ["3"]),
        ("de coördinator bewaakt het", ["2:1", "3:1"]),
        ("ritme van de week", []),
        ("ord", []),
        ("…", []),
        ("[persoon 1]", []),
        ("", []),
    ],
)
def test_marked_words_are_found_where_they_stand(words, anchors):
    assert [place.anchor for place in find_places(words, PAPER)] == anchors


@given(st.text(max_size=200))
def test_no_marked_words_break_the_search(words):
    assert all(place.section in {"2", "3"} for place in find_places(words, PAPER))


def test_a_remark_on_marked_words_is_linked_to_their_paragraph(tables_of):
    statements, contributions = tables_of(("Wie is dat?", "P1", ""))
    found = link(statements, contributions.assign(anchor="bewaakt het ritme"), PAPER)
    assert found[["section", "anchor", "how"]].to_numpy().tolist() == [["2", "2:1", "anchored"]]


def test_words_that_stand_in_two_paragraphs_link_to_neither(tables_of):
    statements, contributions = tables_of(("Wie is dat?", "P1", ""))
    assert link(statements, contributions.assign(anchor="De coördinator bewaakt het"), PAPER).empty
