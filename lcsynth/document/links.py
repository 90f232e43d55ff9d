"""Links from statements to places in the paper, each saying how it was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document.anchors import Place, find_places
from lcsynth.document.named import named_places
from lcsynth.document.paper import Paper

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


def link(statements: pd.DataFrame, contributions: pd.DataFrame, paper: Paper | None) -> pd.DataFrame:
    """Link statements to sections and paragraphs of the paper.

    *anchored*: it is a remark on words that were marked in the paper, and these stand in one paragraph.
    *asked*: the question it answers is about that section (`questions` in sessions.yaml). *said*: it names
    the section (“§2.1”, “hoofdstuk 3”, “bij de definitie”). A place that the paper does not have, or words
    that it has more than once, give no link; `unplaced` lists them.

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
    hints = dict(zip(contributions["contribution_id"], contributions["section_hint"], strict=True))
    marked = _marked(contributions, paper)
    rows: set[tuple[str, str, str, str]] = set()
    for statement, contribution, text in zip(
        statements["statement_id"], statements["contribution_id"], statements["text"], strict=True
    ):
        rows.update((statement, number, number, "said") for number in numbers_said(text) & known)
        rows.update((statement, *place, "said") for place in named_places(text, paper))
        if hints.get(contribution, "") in known:
            rows.add((statement, hints[contribution], hints[contribution], "asked"))
        if contribution in marked:
            rows.add((statement, *marked[contribution], "anchored"))
    frame = pd.DataFrame(sorted(rows), columns=["statement_id", "section", "anchor", "how"])
    return schema.conform(frame.assign(paper_version=paper.version), "links")


def numbers_said(text: str) -> set[str]:
    """Find the numbers of sections that a text names, whether the paper has them or not."""
    return {number for said in SAID.findall(text) for number in NUMBERS.findall(said)}


def _marked(contributions: pd.DataFrame, paper: Paper) -> dict[str, Place]:
    """Contribution id → the one place of the words it is about."""
    found = {}
    for contribution, words in zip(contributions["contribution_id"], contributions["anchor"], strict=True):
        places = find_places(words, paper) if words else []
        if len(places) == 1:
            found[contribution] = places[0]
    return found
