"""Identifiers of persons in text: e-mail, url, phone, IBAN, BSN, address, IP address, handle.

Every pattern begins where a token begins and repeats a bounded number of times, so that no input
takes more than linear time; what has a check digit is checked (python-stdnum).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Found(NamedTuple):
    """A stretch of text to mask: its place, kind and the value that tells whether two are the same."""

    start: int
    end: int
    kind: str
    value: str


# What stands in a masked text for what was found: "[persoon 1]".
MASK = re.compile(r"\[[a-z-]+ \d+\]")

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%'-]{1,64}"
    r"(?:@|\s?[(\[]\s?(?:at|apenstaartje|@)\s?[)\]]\s?)"
    r"[\w-]{1,63}(?:(?:\.|\s?[(\[]\s?(?:dot|punt)\s?[)\]]\s?)[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
_URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"'”]{1,2000}", re.IGNORECASE)
_PROFILE = re.compile(
    r"@|~\w|linkedin\.\w+/(?:in|pub)/\w|(?:^|[/.])(?:facebook|instagram|twitter|threads|tiktok|github|x)\.com/\w"
    r"|orcid\.org/\d|/(?:people|person|profile|profiel|user|users|medewerkers?|personen|members?|auteurs?|authors?"
    r"|staff|team|contact)/\w|[?&](?:e?mail|user|naam|name|token|uid)=",
    re.IGNORECASE,
)  # fmt: skip
_BARE_PROFILE = re.compile(
    r"(?<![\w/.@])(?:linkedin\.com/in|facebook\.com|instagram\.com|twitter\.com|github\.com)/[\w.-]{1,100}",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])", re.IGNORECASE)
_DUTCH_IBAN = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
_NINE = re.compile(r"(?<![\w.,-])\d(?:[ .-]?\d){7,8}(?![\w-]|[.,]\d)")
_BSN_CUE = re.compile(r"(?:bsn|burgerservicenummer|sofi-?nummer)\W{0,4}(?:is|:)?\W{0,3}\Z", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,/+-])(?:\+|00)?\(?\d(?:[ ./()-]{0,3}\d){7,14}(?![\w-]|[.,]\d)")
_LOCAL_PHONE = re.compile(r"0\d{9}|0031\d{9}|00[1-9]\d{8,12}|0[1-9]\d{9}")
_PHONE_CUE = re.compile(
    r"(?:tel|telefoon|telefoonnummer|mobiel|bel|bellen|gsm|phone|call|mobile|whatsapp|app)"
    r"\W{0,3}(?:nr|op|is|me|on|at|number|mij|naar|via)?\W{0,4}\Z",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"(?<![\w.,])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z0-9])"
    r"(?:,? (?:nr\.? ?|huisnummer )?\d{1,5}(?: ?[a-zA-Z](?!\w))?)?"
)
_STREET = re.compile(
    r"(?<![\w-])(?:[A-Z][\w'’.-]{0,40} ){0,3}[A-Z][\w'’-]{1,40}?"
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|dreef|hof|pad|steeg|plantsoen|markt|wal|hoek|park|baan|"
    r"boulevard|str\.| (?:Street|Road|Avenue|Lane|Drive|Square))"
    r" \d{1,5}(?:[ -]?[a-zA-Z](?!\w))?(?:-\d{1,4})?(?:,? [1-9]\d{3} ?[A-Z]{2}(?![A-Za-z0-9]))?(?![\w.]\d)"
)  # fmt: skip
_HOUSE_FIRST = re.compile(
    r"(?<![\w.])\d{1,5}[a-z]? (?:[A-Z][\w'’-]{1,40} ){1,3}(?:Street|Road|Avenue|Lane|Drive|Square)(?!\w)"
)
_IP4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
_IP6 = re.compile(r"(?<![\w:.])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}(?![\w:])")
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.-]{1,40}(?:@[\w.-]{3,60})?")
_EVERYBODY = frozenset(
    {"@all", "@allen", "@iedereen", "@everyone", "@here", "@channel", "@team", "@home", "@work", "@school"}
)
_YEARS = range(1900, 2100)


def find_identifiers(text: str) -> list[Found]:
    """Find every identifier; where two overlap, the first and then the longer one stays.

    Parameters
    ----------
    text
        Text without zero-width characters.
    """
    # Most texts hold nothing of the kind: one look at their characters tells.
    finders = [finder for mark, those in _FINDERS if mark.search(text) for finder in those]
    return [found for finder in finders for found in finder(text)]


def _emails(text: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip("'.-"))
        end = match.end() - (len(match.group()) - len(match.group().rstrip("'.-")))
        yield Found(start, end, "e-mail", "".join(text[start:end].casefold().split()))


def _urls(text: str) -> Iterator[Found]:
    # A link to a report is feedback; one that leads to a person is an identifier.
    for pattern in (_URL, _BARE_PROFILE):
        for match in pattern.finditer(text):
            address = match.group().rstrip(".,;:!?)]}'")
            if _PROFILE.search(address.partition("://")[2] or address):
                yield Found(match.start(), match.start() + len(address), "url", address.casefold())


def _ibans(text: str) -> Iterator[Found]:
    from stdnum import iban

    for match in _IBAN.finditer(text):
        raw = match.group()
        # What follows may have been taken in: give back characters until the check digits are right.
        for end in range(len(raw), 14, -1):
            if (
                end < len(raw)
                and raw[end].isalnum()
                and raw[end - 1].isalnum()
                and end > 15
                and not raw[end].isspace()
            ):
                continue
            compact = re.sub(r"[ .-]", "", raw[:end]).upper()
            if iban.is_valid(compact) or _DUTCH_IBAN.fullmatch(compact):
                end = len(raw[:end].rstrip(" .-"))
                yield Found(match.start(), match.start() + end, "iban", compact)
                break


def _bsns(text: str) -> Iterator[Found]:
    from stdnum.nl import bsn

    for match in _NINE.finditer(text):
        digits = "".join(character for character in match.group() if character.isdigit())
        cued = _BSN_CUE.search(text, max(0, match.start() - 40), match.start())
        if cued or (len(digits) == 9 and bsn.is_valid(digits)):
            yield Found(match.start(), match.end(), "bsn", digits)


def _phones(text: str) -> Iterator[Found]:
    for match in _PHONE.finditer(text):
        raw = match.group().rstrip(" ./()-")
        digits = re.sub(r"\D", "", raw)
        plus = raw.startswith("+")
        cued = _PHONE_CUE.search(text, max(0, match.start() - 40), match.start())
        grouped = re.fullmatch(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}", raw)
        national = digits.replace("0031", "0", 1) if digits.startswith("0031") else digits
        if plus or _LOCAL_PHONE.fullmatch(digits) or grouped or cued:
            if plus and digits.startswith("31"):
                national = "0" + digits[2:].removeprefix("0")
            start = match.start()
            yield Found(start, start + len(raw), "telefoon", national)


def _addresses(text: str) -> Iterator[Found]:
    for pattern in (_STREET, _HOUSE_FIRST):
        for match in pattern.finditer(text):
            yield Found(match.start(), match.end(), "adres", " ".join(match.group().casefold().split()))
    for match in _POSTCODE.finditer(text):
        whole = match.group()
        spaced, numbered = whole[4] == " ", len(whole) > 7
        if spaced and not numbered and int(whole[:4]) in _YEARS:
            continue
        yield Found(match.start(), match.end(), "adres", "".join(whole.casefold().split()))


def _ips(text: str) -> Iterator[Found]:
    for pattern in (_IP4, _IP6):
        for match in pattern.finditer(text):
            try:
                address = ipaddress.ip_address(match.group())
            except ValueError:
                continue
            # "2.1.3.4" is a paragraph number; an address has parts of more digits.
            if address.version == 6 or sum(len(part) > 1 for part in match.group().split(".")) >= 2:
                yield Found(match.start(), match.end(), "ip", str(address))


def _handles(text: str) -> Iterator[Found]:
    for match in _HANDLE.finditer(text):
        value = match.group().rstrip(".-").casefold()
        if value not in _EVERYBODY:
            yield Found(match.start(), match.start() + len(value), "handle", value)


_Finder = Callable[[str], Iterator[Found]]
# In order of precedence: where two overlap, the earlier stays.
_FINDERS: tuple[tuple[re.Pattern[str], tuple[_Finder, ...]], ...] = (
    (re.compile(r"@|[(\[] ?(?:at|apenstaartje)", re.IGNORECASE), (_emails,)),
    (re.compile(r"://|www\.|\.com/", re.IGNORECASE), (_urls,)),
    (re.compile(r"\d"), (_ibans, _phones, _bsns, _addresses, _ips)),
    (re.compile(r"@"), (_handles,)),
    (re.compile(r"::"), (_ips,)),
)
