"""Remarks that name a page go to what stands there, and nothing is guessed where that is not one place."""

import pytest

from lcsynth import schema
from lcsynth.document import link, parse_paper
from lcsynth.document.anchors import on_page
from lcsynth.document.pages import as_range, mark, marked, pages_said
from lcsynth.document.unplaced import unplaced

PAPER = parse_paper(
    """<!-- p. 1 -->
# Titel

## 1 Begin

Eerste.

<!-- p. 2 -->

Tweede.

Derde.

<!-- p. 3-4 -->

Vierde.

## 2 Eind

Vijfde.
""",
    version="v1",
)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Op p. 4 staat een fout", {4}),
        ("p.4", {4}),
        ("blz 4 en verder", {4}),
        ("Bladzijde 12 is te lang", {12}),
        ("pagina 4-6", {4, 5, 6}),
        ("pagina’s 4 en 5", {4, 5}),
        ("pp. 4–5", {4, 5}),
        ("on page 3", {3}),
        ("p. 4 spreekt p. 7 tegen", {4, 7}),
        ("p. 9-3", {9}),
        ("pagina 4.", {4}),
        ("Dit stond er (Wenger, 1998, p. 4)", set()),
        ("(Wenger, 1998a, pp. 4–6)", set()),
        ("stap 4", set()),
        ("p. 2022", set()),
        ("p. 4.2", set()),
        ("de homepage 3 keer bezocht", set()),
    ],
)
def test_a_page_is_read_as_people_write_it(text, pages):
    assert pages_said(text) == pages


@pytest.mark.parametrize(("first", "last", "shown"), [(3, 3, "3"), (3, 5, "3–5")])
def test_a_mark_is_read_as_it_was_written(first, last, shown):
    assert marked(mark(first, last)) == tuple(range(first, last + 1))
    assert as_range(marked(mark(first, last))) == shown
    assert marked("<!-- zomaar -->") == ()


def test_a_page_is_its_only_paragraph_or_its_sections():
    assert [place.anchor for place in on_page(PAPER, 1)] == ["1:1"]
    assert [place.anchor for place in on_page(PAPER, 2)] == ["1"]
    assert [place.anchor for place in on_page(PAPER, 3)] == ["1:4"]
    assert [place.anchor for place in on_page(PAPER, 4)] == ["1", "2"]
    assert on_page(PAPER, 5) == []


def test_a_remark_on_a_page_of_one_place_is_linked_and_on_another_a_person_is_asked(tables_of):
    remarks = ("Op p. 1 mis ik iets", "Zie pagina 2", "p. 4 is onduidelijk", "blz. 8 ook")
    statements, contributions = tables_of(*((text, "P1", "") for text in remarks))
    links = schema.validate(link(statements, contributions, PAPER), "links")
    assert links[["statement_id", "section", "anchor", "how"]].to_numpy().tolist() == [
        ["s0", "1", "1:1", "said"],
        ["s1", "1", "1", "said"],
    ]
    told = list(unplaced(statements, contributions, links, PAPER))
    assert [(row["kind"], row["subject"], row["where"]) for row in told] == [
        ("page shared", "s2", "v1 1 2"),
        ("page unknown", "s3", "v1"),
    ]
    assert "that page of v1 has parts of 1 and 2" in told[0]["told"]
    assert "v1 has nothing on that page" in told[1]["told"]
