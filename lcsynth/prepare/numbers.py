"""Numbers that lead to a person: IBAN, BSN and telephone, each told from the other numbers of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lcsynth.prepare.found import Found

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])", re.IGNORECASE)
_DUTCH_IBAN = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
# The forms of other countries: a mistake in one digit leaves them recognisable.
_FOREIGN_IBAN = re.compile(
    r"(?:BE\d{14}|DE\d{20}|IE\d\d[A-Z]{4}\d{14}|GB\d\d[A-Z]{4}\d{14}|(?:AT|LU)\d{18}|ES\d{22}|PL\d{26}|CH\d{19}"
    r"|FR\d{12}[A-Z0-9]{11}\d\d|IT\d\d[A-Z]\d{10}[A-Z0-9]{12}|PT\d{23}|DK\d{16}|FI\d{16}|NO\d{13}|SE\d{22})"
)
_NINE = re.compile(r"(?<![\w.,-])\d(?:[ .-]?\d){7,8}(?![\w-]|[.,]\d)")
_IP_SHAPE = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_BSN_CUE = re.compile(
    r"(?:bsn|burgerservicenummer|burger service nummer|sofi-?nummer|citizen service number)"
    r"(?:\W{1,3}\w{1,12}){0,2}\W{0,4}\Z",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.,/+(-])(?:\(?\+|\(?00)?\(?\d(?:[ \xa0./()‐-―-]{0,3}\d){7,14}(?![\w-]|[.,]\d)")
_LOCAL_PHONE = re.compile(r"0[1-9]\d{8}|0031\d{9,10}|00[1-9]\d{8,12}|0[1-9]\d{9}")
_GROUPED = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")
_PHONE_CUE = re.compile(
    r"(?:tel|telefoon|telefoonnummer|telnr|mobiel|mobieltje|bel|bellen|gsm|phone|call|mobile|whatsapp|app|appen|sms"
    r"|text me|reach me)"
    r"\W{0,3}(?:nr|op|is|me|on|at|number|mij|naar|via)?\W{0,4}\Z",
    re.IGNORECASE,
)
# What is announced as the number of a thing is not one of a person.
_THING_CUE = re.compile(
    r"(?:isbn|issn|kvk|k\.v\.k|doi|btw|vat|dossier|project|order|factuur|invoice|zaak|referentie|reference|ref"
    r"|artikel|article|grant|ticket|bestel|polis|serie|subsidie|contract|case|crebo|brin|rsin|brief|document)"
    r"[a-z-]{0,10}\W{0,3}(?:nr|no|number|nummer|code|id|is)?\W{0,4}\Z",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\(?(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d|(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2})(?!\d)"
)
_BEFORE = 40  # characters in which a number is announced


def find_ibans(text: str) -> Iterator[Found]:
    """Find IBANs with right check digits, and whatever has the form of a Dutch one."""
    from stdnum import iban

    for match in _IBAN.finditer(text):
        raw = match.group()
        # What follows may have been taken in: give back characters until the check digits are right.
        for end in range(len(raw), 14, -1):
            whole = end == len(raw) or not (raw[end].isalnum() and raw[end - 1].isalnum())
            if not whole and end > 15:
                continue
            compact = re.sub(r"[ .-]", "", raw[:end]).upper()
            formed = _DUTCH_IBAN.fullmatch(compact) or _FOREIGN_IBAN.fullmatch(compact)
            if formed or iban.is_valid(compact):
                end = len(raw[:end].rstrip(" .-"))
                yield Found(match.start(), match.start() + end, "iban", compact)
                break


def find_bsns(text: str) -> Iterator[Found]:
    """Find citizen service numbers: nine digits that pass the test, or that are announced as one."""
    from stdnum.nl import bsn

    for match in _NINE.finditer(text):
        if _IP_SHAPE.fullmatch(match.group()):
            continue
        digits = "".join(character for character in match.group() if character.isdigit())
        cued = _announced(_BSN_CUE, text, match.start())
        valid = len(digits) == 9 and bsn.is_valid(digits) and not _announced(_THING_CUE, text, match.start())
        if cued or valid:
            yield Found(match.start(), match.end(), "bsn", digits)


def find_phones(text: str) -> Iterator[Found]:
    """Find telephone numbers: Dutch and international ones, and what is announced as one."""
    for match in _PHONE.finditer(text):
        raw = match.group().rstrip(" ./()-")
        digits = re.sub(r"\D", "", raw)
        plus = raw.lstrip("(").startswith("+")
        shaped = plus or _LOCAL_PHONE.fullmatch(digits) or _GROUPED.fullmatch(raw)
        if _DATE.match(raw) or (not plus and _announced(_THING_CUE, text, match.start())):
            continue
        if shaped or _announced(_PHONE_CUE, text, match.start()):
            national = digits
            if plus and digits.startswith("31"):
                national = "0" + digits[2:].removeprefix("0")
            elif digits.startswith("0031"):
                national = "0" + digits[4:].removeprefix("0")
            yield Found(match.start(), match.start() + len(raw), "telefoon", national)


def _announced(cue: re.Pattern[str], text: str, start: int) -> bool:
    return cue.search(text[max(0, start - _BEFORE) : start]) is not None
