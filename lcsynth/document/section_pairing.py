"""Which sections of one version of the paper became which of the next, by their titles and their texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lcsynth.document.anchors import flat
from lcsynth.document.pairing import Pair, Pairing, in_order, pairing_of

if TYPE_CHECKING:
    from lcsynth.document.paper import Paper, Section

Carried = Mapping[tuple[int, int], float]
# A section that has neither its title nor half of its text from another one is not that section.
_SAME_SECTION = 0.4
_STEMS = 0.5
_NEAR = 1e-3


def pair_sections(old: Paper, new: Paper, carried: Carried) -> Pairing:
    """Find which sections belong together.

    How similar two are is the mean of how similar their titles are and of the share of their text that went
    from the one to the other; of chapters without text of their own, that of their titles.

    Parameters
    ----------
    carried
        Old and new section, by place → how many characters of text are in both.
    """
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    scores = np.array([[_similar(one, other) for other in new.sections] for one in old.sections])
    sizes = [
        [sum(len(one.text) for one in section.paragraphs) for section in paper.sections]
        for paper in (old, new)
    ]
    for (one, other), size in carried.items():
        both = sizes[0][one] + sizes[1][other]
        scores[one, other] += size / both
    scores = np.round(scores, 4)
    near = np.array([[one.number == other.number for other in new.sections] for one in old.sections])
    rows, columns = linear_sum_assignment(
        np.where(scores >= _SAME_SECTION, scores + _NEAR * near, 0.0), maximize=True
    )
    kept = {
        (one, other)
        for one, other in zip(rows.tolist(), columns.tolist(), strict=True)
        if scores[one, other] >= _SAME_SECTION
    }
    return pairing_of(kept | set(_parts(carried, sizes, kept)), scores)


def _similar(one: Section, other: Section) -> float:
    """Say how similar two titles are; of sections with text of their own it counts for half."""
    from rapidfuzz.distance import Indel

    titles = Indel.normalized_similarity(flat(one.title).casefold(), flat(other.title).casefold())
    return titles / 2 if one.paragraphs or other.paragraphs else titles


def _parts(carried: Carried, sizes: list[list[int]], kept: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Find the sections in no pair that have most of their text from one, or gave it to one."""
    taken = {one for one, _ in kept}, {other for _, other in kept}
    for (one, other), size in carried.items():
        new_part = other not in taken[1] and size >= _STEMS * sizes[1][other]
        old_part = one not in taken[0] and size >= _STEMS * sizes[0][one]
        if new_part or old_part:
            yield one, other


def in_place(old: Paper, new: Paper, kept: list[Pair]) -> set[Pair]:
    """Find the sections that stand in the same order as before, in what is still the same chapter."""
    chapters = {(one.old, one.new) for one in kept} | {(-1, -1)}
    above = _chapters(old), _chapters(new)
    return {
        kept[place]
        for place in in_order([one.new for one in kept])
        if (above[0][kept[place].old], above[1][kept[place].new]) in chapters
    }


def _chapters(paper: Paper) -> list[int]:
    """Give for each section the place of the one that it is part of, -1 for a chapter."""
    found: list[int] = []
    above: list[int] = []
    for place, section in enumerate(paper.sections):
        while above and paper.sections[above[-1]].level >= section.level:
            above.pop()
        found.append(above[-1] if above else -1)
        above.append(place)
    return found
