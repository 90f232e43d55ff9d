"""Identifiers of persons in text: e-mail, url, phone, IBAN, BSN, address, IP address, handle.

Every pattern begins where a token begins and repeats a bounded number of times, so that no input
takes more than linear time; what has a check digit is checked (python-stdnum).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from lcsynth.prepare.addresses import find_addresses
from lcsynth.prepare.found import MASK as MASK
from lcsynth.prepare.found import Found as Found
from lcsynth.prepare.numbers import find_bsns, find_ibans, find_phones
from lcsynth.prepare.online import (
    find_emails,
    find_handles,
    find_ips,
    find_sites,
    find_spoken_emails,
    find_urls,
)

_Finder = Callable[[str], Iterator[Found]]
# Without one of these in any of its words, no text has what the marks below ask for.
_SIGN = re.compile(r"[@\d(\[{</]|\.\w|::|www\.", re.IGNORECASE)
_SPOKEN = frozenset({"dot", "punt"})
_MOST_WORDS = 50_000  # remembered; a language has more, but a set of texts hardly
# In order of precedence: where two overlap, the earlier stays.
_FINDERS: tuple[tuple[tuple[str, ...], re.Pattern[str], tuple[_Finder, ...]], ...] = (
    (
        ("@", "(", "[", "{", "<"),
        re.compile(r"@|[(\[{<] ?(?:at\b|a[)\]]|apen?staart)", re.IGNORECASE),
        (find_emails,),
    ),
    (
        (" at ", " @ ", " ap"),
        re.compile(r" (?:at|apen?staart(?:je)?|@) [\w.-]{1,40}(?:\.\w| (?:dot|punt) )", re.IGNORECASE),
        (find_spoken_emails,),
    ),
    (
        ("/", "www.", "-"),
        re.compile(r"://|www\.|\.[a-z]{2,10}/\w|-\d{3}[\dX]\b", re.IGNORECASE),
        (find_urls,),
    ),
    ((".",), re.compile(r"[a-z]\.[a-z]{2,10}\b"), (find_sites,)),
    (("",), re.compile(r"[a-z]\d\d", re.IGNORECASE), (find_ibans,)),
    (("",), re.compile(r"\d(?:[ \xa0./()‐-―-]{0,3}\d){7}"), (find_phones, find_bsns)),
    (("",), re.compile(r"\d"), (find_addresses,)),
    ((".", ":"), re.compile(r"\d\.\d|:[\da-f]{0,4}:", re.IGNORECASE), (find_ips,)),
    (("@",), re.compile(r"@"), (find_handles,)),
)


def find_identifiers(text: str) -> list[Found]:
    """Find every identifier; where two overlap, the first and then the longer one stays.

    Parameters
    ----------
    text
        Text without zero-width characters.
    """
    # Most texts hold no such word.
    if not any(map(_may_be_part, text.split())):
        return []
    # One look at the characters tells which kinds there may be, and takes a tenth of a pattern.
    small = text.lower()
    found: list[Found] = []
    for signs, mark, finders in _FINDERS:
        if any(sign in small for sign in signs) and mark.search(text):
            found.extend(one for finder in finders for one in finder(text))
    return found


@lru_cache(maxsize=_MOST_WORDS)
def _may_be_part(word: str) -> bool:
    """Tell whether a word, as it stands between spaces, can be part of an identifier."""
    return bool(_SIGN.search(word)) or word.lower() in _SPOKEN
