"""Links from statements to places in the paper, each saying how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document.anchors import Place, all_places, on_page
from lcsynth.document.marked import marked_places
from lcsynth.document.named import named_places
from lcsynth.document.pages import pages_said
from lcsynth.document.paper import Paper
from lcsynth.ingest.draft_notes import reference_in

if TYPE_CHECKING:
    import pandas as pd

# A number of at most two digits a step: “chapter 2022” and “§ 100” are about something else.
_NUMBER = r"\d{1,2}(?:\.\d{1,2})*(?!\.?\d)"
_ONE = (
    r"(?:§|\b(?:hoofdstuk|hfdst\.?|hst\.?|paragraaf|paragraph|para?\.?|sectie|section|sect?\.|chapter|ch\.))"
    rf"\s*{_NUMBER}"
)
# Only after a plural can a bare number be one more section: “§2 en 3 mensen”.
_MORE = (
    r"(?:§§+|\b(?:hoofdstukken|paragrafen|secties|chapters|paragraphs|sections))"
    rf"\s*{_NUMBER}(?:\s*(?:,|/|&|-|–|en|and|of|or|t/m|to)\s*§*\s*{_NUMBER})*"
)
# “Zoals in 3.1”, but not “van 2.5 uur” or “in 3.5 jaar”.
_PLAIN = (
    r"\b(?:in|van|bij|over|zie|onder|of|at|on|under|see)\s+\d{1,2}(?:\.\d{1,2})+(?!\.?\d)"
    r"(?!\s*(?:[%€]|uur|dag|week|weken|maand|jaar|miljoen|miljard|mln|euro|procent|fte|keer|hour|day|month|year|mill|percent|times))"
)
SAID = re.compile(f"{_MORE}|{_ONE}|{_PLAIN}", re.IGNORECASE)
NUMBERS = re.compile(_NUMBER)
_DIGIT = re.compile(r"\d")


def link(statements: pd.DataFrame, contributions: pd.DataFrame, paper: Paper | None) -> pd.DataFrame:
    """Link statements to sections and paragraphs of the paper.

    *anchored*: it is a remark on words that were marked in the paper, and these stand in one paragraph, or in
    a draft of it under a comment that names the place.
    *asked*: the question it answers is about that section (`questions` in sessions.yaml), or a column of its
    table says so. *said*: it names the section (“§2.1”, “hoofdstuk 3”, “bij de definitie”), or a page
    (“p. 4”) with nothing of another one. A place that the paper does not have, words that it has more than
    once and a page with several sections give no link; `unplaced` lists them.

    Parameters
    ----------
    statements, contributions
        Tables of the schema.
    paper
        The version that was discussed; None gives an empty table.

    Returns
    -------
    pandas.DataFrame
        The links table, sorted by statement, section and how.
    """
    import pandas as pd

    if paper is None or statements.empty:
        return schema.empty("links")
    known = {section.number for section in paper.sections}
    hints = dict(
        zip(*(contributions[name].tolist() for name in ("contribution_id", "section_hint")), strict=True)
    )
    marked = _marked(contributions, paper)
    rows: set[tuple[str, str, str, str]] = set()
    for statement, contribution, text in zip(
        *(statements[name].tolist() for name in ("statement_id", "contribution_id", "text")), strict=True
    ):
        rows.update((statement, *place, "said") for place in named_places(text, paper))
        if _DIGIT.search(text):  # most texts have none, and this tells sooner
            rows.update((statement, number, number, "said") for number in numbers_said(text) & known)
            rows.update((statement, *place, "said") for place in _on_pages(text, paper))
        if hints.get(contribution, "") in known:
            rows.add((statement, hints[contribution], hints[contribution], "asked"))
        if contribution in marked:
            rows.add((statement, *marked[contribution], "anchored"))
    frame = pd.DataFrame(sorted(rows), columns=["statement_id", "section", "anchor", "how"])
    return schema.conform(frame.assign(paper_version=paper.version), "links")


def numbers_said(text: str) -> set[str]:
    """Find the numbers of sections that a text names, whether the paper has them or not."""
    return {number for said in SAID.findall(text) for number in NUMBERS.findall(said)}


def _on_pages(text: str, paper: Paper) -> Iterator[Place]:
    """Give the place of every page that a text names, where that is one place."""
    for page in pages_said(text):
        places = on_page(paper, page)
        if len(places) == 1:
            yield places[0]


def _marked(contributions: pd.DataFrame, paper: Paper) -> dict[str, Place]:
    """Contribution id → the one place of its words, or of the comment in a draft it replies to."""
    found = {}
    named = {place.anchor: place for place in all_places(paper)}
    for contribution, words, question in zip(
        *(contributions[name].tolist() for name in ("contribution_id", "anchor", "question")), strict=True
    ):
        reference = reference_in(question)
        if reference and reference.version == paper.version and reference.anchor in named:
            found[contribution] = named[reference.anchor]
            continue
        places = marked_places(words, paper) if words else []
        if len(places) == 1:
            found[contribution] = places[0]
    return found
