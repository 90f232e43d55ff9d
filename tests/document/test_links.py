"""Statements are linked to the places they name, and to those they were asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth import schema
from lcsynth.document import link, parse_paper
from lcsynth.document.links import NUMBERS, SAID

PAPER = parse_paper(
    "\n".join(f"## {number} x" for number in ("2", "2.1", "2.2", "2.10", "3", "4.2", "5.1", "10")),
    version="v1",
)


@pytest.fixture
def places(tables_of):
    """Give the links of one remark as pairs of section and how."""

    def find(text, hint="", paper=PAPER):
        table = schema.validate(link(*tables_of((text, "P1", hint)), paper), "links")
        return list(zip(table["section"], table["how"], strict=True))

    return find


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("In §2.1 mis ik het mbo", ["2.1"]),
        ("Zie § 2.1.", ["2.1"]),
        ("(§2.10)", ["2.10"]),
        ("Hoofdstuk 3 is te lang", ["3"]),
        ("hfdst. 3 en hst 10", ["10", "3"]),
        ("paragraaf 4.2, laatste zin", ["4.2"]),
        ("Par. 4.2 klopt niet", ["4.2"]),
        ("sectie 2.2", ["2.2"]),
        ("I like section 5.1", ["5.1"]),
        ("sec. 5.1 and sect. 4.2", ["4.2", "5.1"]),
        ("Chapter 3 is too long", ["3"]),
        ("ch. 3", ["3"]),
        ("paragraph 2.1", ["2.1"]),
        ("hoofdstuk\n3", ["3"]),
        ("§2.1 spreekt §2.2 tegen", ["2.1", "2.2"]),
        ("paragrafen 2.1, 2.2 en 4.2", ["2.1", "2.2", "4.2"]),
        ("sections 2.1 and 5.1", ["2.1", "5.1"]),
        ("§§ 2.1 t/m 2.2", ["2.1", "2.2"]),
        ("§2.1 en nog eens §2.1", ["2.1"]),
        ("hoofdstuk 2", ["2"]),
        ("behalve in de laatste alinea van 4.2", ["4.2"]),
        ("zie 2.1 en 2.2", ["2.1"]),
    ],
)
def test_a_remark_is_linked_to_the_sections_it_names(places, text, sections):
    assert places(text) == [(section, "said") for section in sections]


@pytest.mark.parametrize(
    "text",
    [
        "3 mensen",
        "par. 99",
        "In groep 2 en 3 mensen",
        "ons kompar 3",
        "§ 100",
        "chapter 2022",
        "§2.145",
        "§ 3.000.000",
        "het hoofdstuk over 3 rollen",
        "een tijdsbeslag van 2.1 uur",
        "een budget van 4.2 miljoen",
        "in 3 maanden",
        "2.1",
        "",
    ],
)
def test_a_remark_that_names_no_section_of_the_paper_is_not_linked(places, text):
    assert places(text) == []


def test_a_number_after_one_section_is_not_another_section(places):
    assert places("In hoofdstuk 2 en 3 mensen") == [("2", "said")]
    assert places("§2 en 3 mensen") == [("2", "said")]


def test_a_chapter_is_linked_only_where_the_paper_has_a_section_with_its_number(places):
    without = parse_paper("## 2.1 x\n## 2.2 x\n", version="v1")
    assert places("hoofdstuk 2") == [("2", "said")]
    assert places("hoofdstuk 2", paper=without) == []


def test_an_answer_is_linked_to_the_section_that_was_asked_about(places):
    assert places("Meer tijd", hint="2.1") == [("2.1", "asked")]


def test_a_place_that_is_both_asked_and_said_is_kept_both_ways(places):
    assert places("§2.1 en §2.2", hint="2.1") == [("2.1", "asked"), ("2.1", "said"), ("2.2", "said")]


def test_a_question_about_a_section_that_is_not_there_gives_no_link(places):
    assert places("Meer tijd", hint="9.9") == []


def test_links_carry_the_version_and_the_anchor(tables_of):
    table = link(*tables_of(("§2.1", "P1", "")), PAPER)
    assert table[["statement_id", "paper_version", "section", "anchor"]].to_numpy().tolist() == [
        ["s0", "v1", "2.1", "2.1"]
    ]


def test_without_a_paper_or_statements_there_are_no_links(tables_of):
    statements, contributions = tables_of(("§2.1", "P1", "2.1"))
    assert schema.validate(link(statements, contributions, None), "links").empty
    assert schema.validate(link(statements.head(0), contributions, PAPER), "links").empty


def test_the_order_of_rows_changes_no_link(tables_of):
    statements, contributions = tables_of(("§2.2 §2.1", "P1", ""), ("§3", "P2", "2"))
    assert link(statements[::-1], contributions[::-1], PAPER).equals(link(statements, contributions, PAPER))


@given(
    st.sampled_from(["§", "§ ", "Hoofdstuk ", "paragraaf ", "section ", "par. "]),
    st.lists(st.integers(1, 99), min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts))),
    st.sampled_from(["", ".", ",", " is te lang", ")", ". 3 mensen"]),
)
def test_any_number_after_a_word_for_section_is_found_whole(word, number, rest):
    assert [NUMBERS.findall(said) for said in SAID.findall(f"In {word}{number}{rest}")] == [[number]]
