"""Lines in notes that tell who was there: names that are nobody's remark."""

from __future__ import annotations

import re

from lcsynth.ingest.vocabulary import normal

_LABELS = frozenset(
    normal(label)
    for label in re.findall(
        r"[^;\n]+",
        """
        aanwezig;aanwezigen;aanwezig waren;afwezig;afwezigen;afwezig met kennisgeving;afgemeld;afmelding
        afmeldingen;verhinderd;deelnemers;deelnemerslijst;genodigden;notulist;notulen;verslag door
        verslaglegging;voorzitter;gespreksleider;gespreksleiding
        attendees;attending;in attendance;present;absent;absentees;apologies;participants;regrets;invited
        chair;chaired by;facilitator;minutes;minutes by;note taker;notes by
        """,
    )
    if label.strip()
)
_LABELLED = re.compile(r"\s*([^:\n]{1,40}?)\s?:\s*(.*)", re.DOTALL)
_BETWEEN = re.compile(r"[,;/&\n()]|\s(?:en|and)\s|\.\s")
_NOBODY = {"niemand", "geen", "iedereen", "allen", "none", "nobody", "no one", "everybody", "everyone", "all"}
_PARTICLES = {"van", "de", "der", "den", "het", "ter", "ten", "te", "von", "la", "le", "el", "al", "of", "'t"}
_LONGEST_NAME = 6  # words


def tells_attendance(text: str) -> bool:
    """Tell whether a note is a label for those present or absent with names behind it."""
    found = _LABELLED.fullmatch(text)
    return found is not None and lists_people(found[1]) and are_names(found[2])


def lists_people(heading: str) -> bool:
    """Tell whether a heading, or a label in front of a note, announces people and no remarks."""
    return normal(heading) in _LABELS


def are_names(text: str) -> bool:
    """Tell whether a text is nothing but names, with what people call themselves; a sentence is not."""
    parts = [part.strip(" .-–") for part in _BETWEEN.split(text)]
    parts = [part for part in parts if part]
    return all(_is_person(part, alone=len(parts) == 1) for part in parts)


def _is_person(part: str, *, alone: bool) -> bool:
    first, *others = part.split()
    if part.casefold() in _NOBODY or (len(others) < 2 and (first.isdigit() or not alone)):
        return True
    if len(others) >= _LONGEST_NAME:
        return False
    return first[0].isupper() and all(word[0].isupper() or word in _PARTICLES for word in others)
