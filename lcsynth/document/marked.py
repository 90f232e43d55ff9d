"""Where the words stand that a remark is about, also when the author of a draft has edited them."""

from __future__ import annotations

from lcsynth.document.anchors import Place, all_places, find_places
from lcsynth.document.paper import Paper
from lcsynth.ingest.draft_places import without_places


def marked_places(anchor: str, paper: Paper) -> list[Place]:
    """Find the places of marked words.

    Parameters
    ----------
    anchor
        The words, as they were marked; behind them the place, where they stand in a draft of this paper under
        a comment that names one. That counts for more than the words: an author may have written them, and
        then they stand elsewhere by chance.

    Returns
    -------
    list of Place
        Every place that holds the words; one, where a place is named.
    """
    words, told = without_places(anchor)
    found = find_places(words, paper) if words else []
    known = {place.anchor: place for place in all_places(paper)}
    near = [known[one.anchor] for one in told if one.version == paper.version and one.anchor in known]
    if not near:
        return found
    inside = [place for place in found if place in near or Place(place.section, place.section) in near]
    return inside if len(inside) == 1 else near[:1]
