"""Identifiers of persons in text: e-mail, url, phone, IBAN, BSN, address, IP address, handle.

Every pattern begins where a token begins and repeats a bounded number of times, so that no input
takes more than linear time; what has a check digit is checked (python-stdnum).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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
    (("",), re.compile(r"\d"), (find_ibans, find_phones, find_bsns, find_addresses, find_ips)),
    (("@",), re.compile(r"@"), (find_handles,)),
    (("::",), re.compile(r"::"), (find_ips,)),
)


def find_identifiers(text: str) -> list[Found]:
    """Find every identifier; where two overlap, the first and then the longer one stays.

    Parameters
    ----------
    text
        Text without zero-width characters.
    """
    # Most texts hold nothing of the kind: one look at their characters tells, and takes a tenth of a pattern.
    small = text.lower()
    found: list[Found] = []
    for signs, mark, finders in _FINDERS:
        if any(sign in small for sign in signs) and mark.search(text):
            found.extend(one for finder in finders for one in finder(text))
    return found
