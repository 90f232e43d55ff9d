"""The names that meeting software shows: the person in them, without pronouns, role or organisation."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from lcsynth.ingest.entries import somebody

_PRONOUN = (
    r"(?:she|hers?|he|him|his|they|them|theirs?|it|its|any|all"
    r"|ze|zij|haar|hij|hem|zijn|hen|hun|die|diens|dier)"
)
_ROLE = (
    r"(?:(?:co-?)?host|guest|gast|me|you|ik|jij|organi[sz]er|organisator|presenter|presentator|external|extern"
    r"|unverified|niet geverifieerd|cohost,\s*me|host,\s*me)"
)
_ASIDE = re.compile(
    rf"\s*[(\[]\s*(?:{_PRONOUN}(?:\s*[/|,]\s*{_PRONOUN})*|{_ROLE})\s*[)\]]\s*$", re.IGNORECASE
)
_BARE_PRONOUNS = re.compile(rf"[\s,|-]+{_PRONOUN}(?:\s*/\s*{_PRONOUN})+\s*$", re.IGNORECASE)
_ORGANISATION = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$|\s+[|–—@-]\s+.*$|\s*\|.*$")
_COUNTED = re.compile(
    r"(?:unknown |onbekende )?"
    r"(?:speaker|spreker|participant|deelnemer|user|gebruiker|guest|gast|person|persoon)[\s_#-]*\d+",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:unknown|onbekende?|unidentified|anonymous|anonieme?)?\s*"
    r"(?:speaker|spreker|participant|deelnemer|user|gebruiker|guest|gast)",
    re.IGNORECASE,
)
# Whoever saved the chat.
_SELF = re.compile(r"you|me|jij|u|mij|ik", re.IGNORECASE)
_LONGEST = 200  # characters: what follows in a damaged file is searched in vain, again from every place
_PARTICLES = frozenset(
    {
        "van", "de", "der", "den", "het", "ten", "ter", "te", "'t", "’t", "'s", "’s", "op", "in", "aan",
        "bij", "von", "zu", "la", "le", "du", "des", "da", "di", "do", "dos", "del", "al", "el", "bin",
        "ibn", "ben", "y", "e", "af", "av",
    }
)  # fmt: skip


class Person(NamedTuple):
    """``name`` is masked in everybody's text; ``identity`` tells people apart. Both empty for nobody."""

    name: str
    identity: str


def person(label: str, file_mark: str) -> Person:
    """Read the person from a name as it is shown.

    Parameters
    ----------
    label
        "Noor Verheul (she/her)", "Verheul, Noor | Hogeschool", "Speaker 1".
    file_mark
        Something that this file alone begins with: "Speaker 1" and "Me" are one person within one file only.

    Returns
    -------
    Person
        Without an organisation, unless only a first name would be left: "Noor (mbo)" and "Noor (hbo)"
        are two people.
    """
    shown = somebody(label)[:_LONGEST]
    while (bare := _BARE_PRONOUNS.sub("", _ASIDE.sub("", shown))) != shown:
        shown = bare
    if _COUNTED.fullmatch(shown) or _SELF.fullmatch(shown):
        label_here = f"{file_mark}\x1f{shown.casefold()}".encode("utf-8", "surrogatepass")
        # A number as identity holds within its session.
        return Person("", str(int.from_bytes(hashlib.sha256(label_here).digest()[:6], "big")))
    if _NOBODY.fullmatch(shown):
        return Person("", "")
    name = shown
    while name and (bare := _ORGANISATION.sub("", name)) != name:
        name = bare
    if not name:
        return Person(shown, shown)
    return Person(name, name if len(name.split()) > 1 else shown)


def looks_like_name(label: str) -> bool:
    """Tell whether a line can be somebody's name as it is shown, and not the beginning of a sentence."""
    if not 2 <= len(label) <= 80 or len(label.split()) > 8 or label.rstrip()[-1:] in "?!;:":
        return False
    if _COUNTED.fullmatch(label) or _NOBODY.fullmatch(label) or _SELF.fullmatch(label):
        return True
    words = _ORGANISATION.sub("", _ASIDE.sub("", label)).replace(",", " ").split()
    if not 1 <= len(words) <= 6 or not words[0][0].isalpha():
        return False
    own = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(own) and all(word[0].isupper() and not any(c.isdigit() for c in word) for word in own)
