"""The comments that lcsynth itself puts into a draft of the paper: how they are sealed, and known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lcsynth.ingest.entries import Entries
from lcsynth.ingest.reasons import CHANGED_NOTE

# The author that Word shows beside them.
DRAFTER = "lcsynth"
_SEAL = 8  # hexadecimal digits
_LONGEST_THREAD = 50  # a damaged file may have comments that reply to each other in a circle
_LONGEST_NAME = 200  # characters of the name of a theme
_REFERENCE = re.compile(r"\[(?:(T\d{3,}) )?@ (\S{1,40}) ([^\]·]{1,100})(?: · ([0-9a-f]{8}))?\]")


class Reference(NamedTuple):
    """What a comment is about: a place in a version of the paper, and a theme unless it is about several."""

    theme: str
    anchor: str
    version: str

    def __str__(self) -> str:
        return f"[{self.theme + ' ' if self.theme else ''}@ {self.anchor} {self.version}]"


def sealed(text: str, reference: Reference) -> str:
    """Give the last line of a comment: its reference with the seal of all that is above it."""
    return f"{str(reference)[:-1]} · {_seal(text, reference)}]"


def reference_in(text: str) -> Reference | None:
    """Give the last reference in a text, with or without its seal; None when there is none."""
    found = _last(text)
    return Reference(found[1] or "", found[2], found[3]) if found else None


def untouched(text: str) -> bool:
    """Tell whether a comment of a draft is letter for letter as it was made, and nothing stands under it."""
    found = _last(text)
    if found is None:
        return False
    reference = Reference(found[1] or "", found[2], found[3])
    return not text[found.end() :].strip() and found[4] == _seal(text[: found.start()], reference)


def tell_note(entries: Entries, text: str, *, locator: str, author: str) -> bool:
    """Account for a comment when it is one of a draft, and tell whether it is.

    It counts as empty, unless somebody wrote in it: then nobody can tell what is whose, and it is refused.
    Either way it names the version that the draft is of.
    """
    reference = reference_in(text)
    if reference is None or not is_note(text, author):
        return False
    entries.note_paper(reference.version)
    if untouched(text):
        entries.count_empty()
    else:
        entries.refuse(locator, CHANGED_NOTE, text)
    return True


def is_note(text: str, author: str) -> bool:
    """Tell whether lcsynth made a comment, also when somebody wrote in it since."""
    return untouched(text) or (author == DRAFTER and reference_in(text) is not None)


def theme_replied_to(comment: int, texts: Sequence[str], parents: Mapping[int, int]) -> str:
    """Name what a reply in a draft is about: "T007 Tijd in het rooster [T007 @ 2.1:3 v1]".

    Parameters
    ----------
    comment
        The number of the reply, from 0.
    texts, parents
        Of all comments in the file: what they say, and which comment replies to which.

    Returns
    -------
    str
        Empty when it replies to no comment of a draft.
    """
    for _ in range(_LONGEST_THREAD):
        if comment not in parents:
            break
        comment = parents[comment]
        if reference := reference_in(texts[comment]):
            name, _, _ = texts[comment].strip().partition("\n")
            return f"{name[:_LONGEST_NAME]} {reference}"
    return ""


def _last(text: str) -> re.Match[str] | None:
    return max(_REFERENCE.finditer(text), key=lambda one: one.start(), default=None)


def _seal(text: str, reference: Reference) -> str:
    # Of letters and digits alone: programs write spaces, quotes and dashes in their own way.
    said = "".join(character for character in text.casefold() if character.isalnum())
    return hashlib.sha256(f"{said}{reference}".encode()).hexdigest()[:_SEAL]
