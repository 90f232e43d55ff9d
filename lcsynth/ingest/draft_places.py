"""Places of the paper in a draft that comes back, by the comments of lcsynth that stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lcsynth.ingest.draft_notes import Reference, reference_in
from lcsynth.ingest.story import Story

_LONGEST_BLOCK = 500  # paragraphs under one comment: a list or table; a damaged file may claim all of them
_TOLD = re.compile(r"(?:\s*\[@ \S{1,40} [^\]·]{1,100}\])+\s*$")
_ONE = re.compile(r"\[@ [^\]]+\]")


def draft_places(story: Story, notes: Mapping[str, str]) -> dict[int, tuple[Reference, ...]]:
    """Find which paragraphs of a draft were which place, however their text was edited since.

    Parameters
    ----------
    notes
        Of the comments that lcsynth made: the name of their span in the story → their text.

    Returns
    -------
    dict
        Number of a paragraph → the places that stand there, those of a paragraph before those of a section.
        Several where an author joined paragraphs.
    """
    found: dict[int, dict[Reference, None]] = {}
    for name, text in notes.items():
        span, reference = story.spans.get(name), reference_in(text)
        first = (span.start or span.mark) if span else None
        if span is None or first is None or reference is None:
            continue
        last = span.end or first
        # An end at the very beginning of a paragraph takes nothing of it in.
        end = last.paragraph - (last.piece == 0 and last.paragraph > first.paragraph)
        for number in range(first.paragraph, min(end, first.paragraph + _LONGEST_BLOCK) + 1):
            found.setdefault(number, {})[reference._replace(theme="")] = None
    return {number: tuple(sorted(here, key=_whole_section)) for number, here in found.items()}


def with_places(words: str, places: Sequence[Reference]) -> str:
    """Write the words that an entry is about with, behind them, the places that are known otherwise."""
    return " ".join(filter(None, (words, *map(str, places))))


def without_places(anchor: str) -> tuple[str, tuple[Reference, ...]]:
    """Take what `with_places` wrote apart again."""
    told = _TOLD.search(anchor)
    if told is None:
        return anchor, ()
    read = (reference_in(one) for one in _ONE.findall(told[0]))
    return anchor[: told.start()], tuple(one for one in read if one)


def _whole_section(reference: Reference) -> bool:
    return ":" not in reference.anchor
