"""One note, and what notes have in common: headings above them, names in front of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lcsynth.ingest.attendance import are_names, lists_people, tells_attendance
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.reasons import ATTENDANCE
from lcsynth.ingest.vocabulary import HEADINGS, normal

_LONGEST_HEADING = 120  # characters
_LONGEST_CAPTION = 5  # words
# What the first line of minutes says they are.
_TITLE = re.compile(
    r"(?:(?:kort |beknopt )?verslag|notulen|aantekeningen|notities|samenvatting"
    r"|minutes|notes|report|summary)\b[^.!?;\n]{0,100}",
    re.IGNORECASE,
)
_PARTICLES = r"van|de|der|den|het|ter|ten|te|von|la|le|el|al|'t|’t"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_PREFIX = re.compile(
    rf"({_WORD}(?: (?:{_PARTICLES}))*(?: {_WORD}(?: (?:{_PARTICLES}))*){{0,2}})\s?:\s+(?=\S)"
)
# What note takers put before a remark that is nobody's name.
_LABELS = {
    normal(label)
    for label in re.findall(
        r"\S+",
        """
        tip tips top tops vraag vragen antwoord antwoorden actie acties actiepunt actiepunten opmerking
        opmerkingen conclusie conclusies besluit besluiten doel doelen datum locatie plaats aanwezig afwezig
        notulist voorzitter verslag thema punt plus min pluspunt minpunt pluspunten minpunten kans kansen
        risico voorbeeld idee ideeën suggestie suggesties reactie reacties advies nota noot let op ps nb
        positief negatief sterk zwak goed beter groep tafel ronde sessie stelling onderwerp uitkomst
        toelichting samenvatting kern context question questions answer answers action actions note notes
        remark remarks conclusion decision goal date place location present absent theme point example idea
        ideas suggestion suggestions comment comments pro con pros cons strength weakness opportunity threat
        positive negative group table round session statement topic outcome summary http https
        """,
    )
} | {name for names in HEADINGS.values() for name in names}


@dataclass(frozen=True, slots=True)
class Note:
    """One piece of the notes: a heading, an item of a list, or a paragraph.

    ``locator`` is where it stands ("line 12"), ``reason`` why it has to be refused, when it has.
    """

    text: str
    locator: str
    role: Literal["heading", "item", "paragraph"] = "paragraph"
    reason: str = ""
    author: str = ""


def tell_notes(entries: Entries, notes: Sequence[Note]) -> None:
    """Add every note with the heading above it as its question.

    A line before a list that ends with a colon or has but a few words, and a short line in capitals, is a
    heading when something stands under it; so is the title of minutes. Names in front of notes ("Anna: …")
    are their authors, when notes begin so at least three times or with at least two names. Who was there and
    who was not ("Aanwezig: …") is refused: such a list is no remark, and nothing but names.
    """
    heading = ""
    for note in _with_authors(_with_headings(notes)):
        if note.role == "heading":
            heading = note.text.strip().rstrip(":").strip()
        elif not note.reason and _is_attendance(note, heading):
            entries.refuse(note.locator, ATTENDANCE)
        elif note.reason:
            entries.refuse(note.locator, note.reason, note.text)
        else:
            entries.say(note.text, locator=note.locator, author=note.author, question=heading)


def _is_attendance(note: Note, heading: str) -> bool:
    text = note.text.strip()
    return tells_attendance(text) or (bool(text) and lists_people(heading) and are_names(text))


def _with_headings(notes: Sequence[Note]) -> list[Note]:
    return [
        replace(note, role="heading")
        if _heads(note, after) or (note is notes[0] and _is_title(note))
        else note
        for note, after in itertools.zip_longest(notes, notes[1:])
    ]


def _is_title(note: Note) -> bool:
    return note.role == "paragraph" and not note.reason and bool(_TITLE.fullmatch(note.text.strip()))


def _heads(note: Note, after: Note | None) -> bool:
    text = note.text.strip()
    if note.role != "paragraph" or note.reason or after is None or after.role == "heading":
        return False
    if not 0 < len(text) <= _LONGEST_HEADING or "\n" in text:
        return False
    if after.role == "item" and (text.endswith(":") or _is_caption(text)):
        return True
    letters = sum(character.isalpha() for character in text)
    capitals = letters >= 4 and text == text.upper() and not text.endswith((".", "!"))
    return capitals and len(text.split()) <= 8 and after.text.strip() != after.text.strip().upper()


def _is_caption(text: str) -> bool:
    """Tell whether a line above a list only names it: some words, the first with a capital, and no end."""
    if text[-1] in ".!;," or tells_attendance(text):
        return False
    return text[0].isupper() and len(text.split()) <= _LONGEST_CAPTION


def _with_authors(notes: list[Note]) -> Iterator[Note]:
    found = [_name(note) for note in notes]
    names = [name for name in found if name]
    told = len(names) >= 3 or len(set(names)) >= 2
    for note, name in zip(notes, found, strict=True):
        if told and name:
            prefix = _PREFIX.match(note.text.lstrip())
            text = note.text.lstrip()[prefix.end() :] if prefix else note.text
            yield replace(note, text=text, author=name)
        else:
            yield note


def _name(note: Note) -> str:
    if note.role == "heading" or note.reason:
        return ""
    prefix = _PREFIX.match(note.text.lstrip())
    if prefix is None or lists_people(prefix[1]):
        return ""
    if _LABELS.intersection({normal(prefix[1]), *normal(prefix[1]).split()}):
        return ""
    return prefix[1]
