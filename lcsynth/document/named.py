"""Parts of the paper that people call by name: “bij de definitie”, “de paragraaf over rollen”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lcsynth.document.anchors import Place, plain
from lcsynth.document.paper import Paper

# What a part of a paper is called → words in a title, or at the beginning of a paragraph, that make it so.
_PARTS = {
    r"inleiding|introductie|introduction": r"inleiding|introductie|introduction|ter inleiding",
    r"samenvatting|summary|abstract": r"samenvatting|summary|abstract",
    r"definitie|omschrijving|begripsbepaling|definition": (
        r"definitie|omschrijving|begripsbepaling|definition|wat we (?:onder .{1,60} )?verstaan|what we mean"
    ),
    r"conclusie|conclusies|conclusion|conclusions": r"conclusies?|conclusions?|tot slot|slotbeschouwing",
    r"aanbevelingen|recommendations": r"aanbevelingen|recommendations",
    r"onderzoeksagenda|research agenda": r"onderzoeksagenda|research agenda",
    r"vervolgstappen|next steps": r"vervolgstappen|next steps",
    r"literatuurlijst|bronnenlijst|reference list|bibliography": (
        r"literatuur|bronnen|references|bibliography"
    ),
}
_IN = r"\b(?:bij|in|onder|at|in|under) (?:de|het|jullie|onze|uw|the|your)\s+"
_NAMED = [
    (re.compile(rf"{_IN}(?:{name})\b", re.IGNORECASE), re.compile(rf"(?<!\w)(?:{title})(?!\w)"))
    for name, title in _PARTS.items()
]
# “De paragraaf over rollen”: the word has to be in one title only.
_ABOUT = re.compile(
    r"\b(?:hoofdstuk|paragraaf|sectie|passage|stuk|kopje|chapter|section|part) "
    r"(?:over|about|on|called|genaamd|getiteld) (?:(?:de|het|een|the|a) )?[\"“‘']?([\w-]{5,})",
    re.IGNORECASE,
)


# Most texts call nothing by name, and one search tells.
_ANY = re.compile(rf"{_IN}(?:{'|'.join(_PARTS)})\b|{_ABOUT.pattern}", re.IGNORECASE)


def named_places(text: str, paper: Paper) -> list[Place]:
    """Find the sections and paragraphs that a text calls by name.

    Returns
    -------
    list of Place
        Only what one section, or else the beginning of one paragraph, is called; a name that fits several or
        none gives nothing. The introduction is else the text above the first heading.
    """
    if not _ANY.search(text):
        return []
    wanted = [title for named, title in _NAMED if named.search(text)]
    opening = _NAMED[0][1]
    wanted += [re.compile(rf"(?<!\w){re.escape(word.casefold())}") for word in _ABOUT.findall(text)]
    found = (
        _only(
            list(_titled(paper, title))
            or list(_beginning(paper, title))
            or (_above(paper) if title is opening else [])
        )
        for title in wanted
    )
    return list(dict.fromkeys(place for place in found if place))


def _above(paper: Paper) -> list[Place]:
    return [Place(one.number, one.number) for one in paper.sections[:1] if not one.heading]


def _only(places: list[Place]) -> Place | None:
    return places[0] if len(places) == 1 else None


def _titled(paper: Paper, title: re.Pattern[str]) -> Iterator[Place]:
    for section in paper.sections:
        if title.search(plain(section.title)):
            yield Place(section.number, section.number)


def _beginning(paper: Paper, words: re.Pattern[str]) -> Iterator[Place]:
    for section in paper.sections:
        for paragraph in section.paragraphs:
            if words.match(plain(paragraph.text)):
                yield Place(section.number, paragraph.anchor)
