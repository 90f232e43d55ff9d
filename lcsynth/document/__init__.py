"""The paper: its sections and paragraphs, links to them, and what is open there."""

from lcsynth.document.alignment import CHANGES, align, follow, shares_nothing
from lcsynth.document.by_hand import with_hand_links
from lcsynth.document.carrying import carry
from lcsynth.document.collisions import collisions
from lcsynth.document.decisions import decisions
from lcsynth.document.grounds import grounds
from lcsynth.document.links import link
from lcsynth.document.marks import Mark, mark_words
from lcsynth.document.paper import Paper, Paragraph, Section, parse_paper, read_paper
from lcsynth.document.versions import Versions

__all__ = [
    "CHANGES",
    "Mark",
    "Paper",
    "Paragraph",
    "Section",
    "Versions",
    "align",
    "carry",
    "collisions",
    "decisions",
    "follow",
    "grounds",
    "link",
    "mark_words",
    "parse_paper",
    "read_paper",
    "shares_nothing",
    "with_hand_links",
]
