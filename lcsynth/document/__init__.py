"""The paper: its sections and paragraphs, links to them, and what is open there."""

from lcsynth.document.alignment import CHANGES, align, follow, shares_nothing
from lcsynth.document.decisions import decisions
from lcsynth.document.links import link
from lcsynth.document.marks import Mark, mark_words
from lcsynth.document.paper import Paper, Paragraph, Section, parse_paper, read_paper

__all__ = [
    "CHANGES",
    "Mark",
    "Paper",
    "Paragraph",
    "Section",
    "align",
    "decisions",
    "follow",
    "link",
    "mark_words",
    "parse_paper",
    "read_paper",
    "shares_nothing",
]
