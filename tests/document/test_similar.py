"""Statements are linked to the paragraphs that they come closest to, or to none."""

import numpy as np
import pytest

from lcsynth.document import parse_paper
from lcsynth.document.similar import (
    FEWEST_KNOWN,
    THRESHOLD,
    Said,
    calibrate,
    closest,
    passages,
    similarities,
    texts_to_embed,
)

PAPER = parse_paper(
    "## 1 Tijd\n\nHet rooster laat geen ruimte. Docenten werken over.\n\n## 2 Geld\n\n"
    "Subsidie houdt op na twee jaar.\n\n…\n\n## 3 Leeg\n",
    version="v1",
)
FOUND = passages(PAPER)
# A direction for each subject: time, money, and what is about neither.
DIRECTIONS = {"rooster": 0, "Docenten": 0, "Subsidie": 1}


def vector(text):
    row = np.full(4, 0.1, dtype=np.float32)
    for word, place in DIRECTIONS.items():
        if word.casefold() in text.casefold():
            row[place] = 1
    return row / np.linalg.norm(row)


def said(*texts):
    vectors = np.stack([vector(text) for text in texts]) if texts else np.zeros((0, 4), dtype=np.float32)
    return Said([f"s{place}" for place in range(len(texts))], texts, vectors)


def compared(*texts):
    return similarities(said(*texts), FOUND, {text: vector(text) for text in texts_to_embed(FOUND)})


def test_a_paragraph_is_compared_as_a_whole_and_by_its_clauses():
    assert [one.place.anchor for one in FOUND] == ["1:1", "2:1"]
    assert FOUND[0].clauses == ("Het rooster laat geen ruimte.", "Docenten werken over.")
    assert texts_to_embed(FOUND) == [
        "Het rooster laat geen ruimte. Docenten werken over.",
        "Het rooster laat geen ruimte.",
        "Docenten werken over.",
        "Subsidie houdt op na twee jaar.",
    ]


def test_a_statement_is_linked_to_the_paragraph_that_is_closest_and_never_to_a_heading():
    texts = ("Ons rooster zit vol.", "Zonder subsidie stopt het.", "De koffie was goed.")
    table = closest(said(*texts), FOUND, compared(*texts), 0.3, {})
    assert table[["statement_id", "section", "anchor"]].to_numpy().tolist() == [
        ["s0", "1", "1:1"],
        ["s1", "2", "2:1"],
    ]
    assert table["similarity"].between(0.3, 1).all()


def test_of_one_statement_only_paragraphs_nearly_as_close_are_linked_and_three_at_most():
    paper = parse_paper("## 1 A\n\nA.\n\nB.\n\nC.\n\nD.\n\nE.\n", version="v1")
    similar = np.array([[0.5, 0.49, 0.48, 0.47, 0.1], [0.5, 0.3, 0.3, 0.3, 0.3]])
    table = closest(said("a", "b"), passages(paper), similar, 0.2, {})
    assert table.groupby("statement_id")["anchor"].agg(list).to_dict() == {
        "s0": ["1:1", "1:2", "1:3"],
        "s1": ["1:1"],
    }


def test_who_names_a_section_is_linked_inside_it_only():
    texts = ("Over §2: het rooster zit vol.",)
    similar = np.array([[0.6, 0.4]])
    assert closest(said(*texts), FOUND, similar, 0.3, {"s0": {"2"}})["section"].tolist() == ["2"]
    assert closest(said(*texts), FOUND, similar, 0.5, {"s0": {"2"}}).empty


def test_without_statements_or_paragraphs_nothing_is_linked():
    assert closest(said(), FOUND, compared(), 0.2, {}).empty
    nothing = similarities(said("a"), [], {})
    assert nothing.shape == (1, 0)
    assert closest(said("a"), [], nothing, 0.2, {}).empty


def test_a_statement_is_as_similar_in_any_company():
    texts = ("Ons rooster zit vol.", "Zonder subsidie stopt het.", "De koffie was goed.")
    turned = compared(*texts[::-1])[::-1]
    assert np.allclose(compared(*texts), turned, atol=1e-5)


@pytest.mark.parametrize(
    ("similar", "right", "expected"),
    [
        ([0.9] * (FEWEST_KNOWN - 1), [False] * (FEWEST_KNOWN - 1), THRESHOLD),
        (np.linspace(0.9, 0.3, 40), [True] * 20 + [False] * 20, 0.5307692307692308),
        (np.linspace(0.9, 0.01, 40), [True] * 40, THRESHOLD),
        (np.linspace(0.9, 0.3, 40), [False] * 40, float("inf")),
    ],
)
def test_the_threshold_is_where_eight_in_ten_of_what_people_placed_themselves_are_right(
    similar, right, expected
):
    found = calibrate(np.asarray(similar), np.asarray(right))
    assert found == pytest.approx(expected)


def test_a_note_about_the_text_above_the_first_heading_attracts_nothing():
    text = "# T\n\n*Voorbeeldtekst, verzonnen.*\n\n> Concept.\n\nWaarom dit stuk.\n\n## 1 A\n\n*Schuin.*\n"
    assert [one.place.anchor for one in passages(parse_paper(text, version="v1"))] == ["0:3", "1:1"]
