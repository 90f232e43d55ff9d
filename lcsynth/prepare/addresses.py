"""Postal addresses: a street with a house number, Dutch and English, and Dutch postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lcsynth.prepare.found import Found
from lcsynth.prepare.word_sets import word_set

# "12", "12a", "12-bis", "4-II", "3 bus 2", "12 hs", "12a-3".
_NUMBER = (
    r"\d{1,5}(?: ?-?[a-zA-Z](?!\w)|[a-z](?=-))?"
    r"(?:(?: ?[-/] ?| ?)(?:bis|hs|huis|zw)(?!\w)|(?: ?[-/] ?| )[IVX]{1,4}(?![\w'])|[-/]\d{1,4}(?!\w))?"
    r"(?:,? (?:bus|apt\.?|appartement) \d{1,4})?"
)
_CODE = r"[1-9]\d{3} ?[A-Z]{2}(?![A-Za-z0-9])"
_WORD = r"(?:['’]s-)?[A-Z][\w'’.-]{0,40}"
_LEADING = rf"(?:{_WORD} (?:(?:van|de|der|den|het|'t|ten|ter|la) ){{0,3}}){{0,3}}"
_KIND = (
    r"straat|str\.|straatje|laan|laantje|weg|plein|gracht|kade|singel|dijk|dreef|hof|pad|steeg|plantsoen|markt|wal"
    r"|hoek|park|baan|boulevard|brink|vaart|kanaal|stra(?:ß|ss)e"
)
_ENGLISH = (
    r"Street|Road|Avenue|Lane|Drive|Square|Crescent|Terrace|Close|Boulevard|Grove|St\.|Rd\.?|Ave\.?|Blvd\.?"
)
_AVENUE = rf"(?:Laan|Weg|Hof|Park) (?:van|der|den|op) (?:de |het |der |den )?{_WORD}"
_STREET = re.compile(
    rf"(?<![\w-])(?!Leer|Groei|Ontwikkel|Stappen){_LEADING}"
    rf"(?:(?:['’]s-)?[A-Z][\w'’-]{{1,40}}?(?:{_KIND}| (?:{_ENGLISH}))|{_AVENUE}"
    rf"|Markt|Plein|Brink|Singel|Kade|(?:De|Het|['’]t) (?:Dreef|Hof|Wal|Kade|Laan|Brink|Werf|Haven|Gracht))"
    rf" (?:(?:19\d\d|['’]\d\d-['’]\d\d) )?(?:nr\.? ?|no\.? ?|nummer |huisnummer )?{_NUMBER}"
    rf"(?:,? {_CODE})?(?![\w.]\d)"
)
# Any word with a capital, a number and a postcode; or after "ik woon op".
_BEFORE_CODE = re.compile(rf"(?<![\w-]){_LEADING}{_WORD} {_NUMBER},? {_CODE}")
_LIVES = re.compile(
    r"\b(?:woon|woont|wonen|woonde|adres|woonadres|woonachtig|live|lives|living|address)\b"
    r"(?:[ :,]{1,2}(?:is|op|aan|at|on|in|de|het|the|nu|now)\b){0,3}[ :]{1,2}"
    rf"(?P<place>(?:{_LEADING}{_WORD}|[a-z]\w{{2,30}}(?:{_KIND})) {_NUMBER}(?:,? {_CODE})?)(?![\w.]\d)",
)
# In lower case only what is nothing but a street: "kerkstraat 44b", not "leerweg 2".
_SMALL_STREET = re.compile(
    r"(?<![\w-])[a-z]{3,30}(?:straat|laan|gracht|kade|singel|steeg|plantsoen|dreef)"
    rf" {_NUMBER}(?![\w.]\d)(?! ?[%€:])"
)
_HOUSE_FIRST = re.compile(
    rf"(?<![\w.])\d{{1,5}}[a-zA-Z]?,? (?:[A-Z][\w'’-]{{1,40}} ){{1,3}}(?:{_ENGLISH}|Way|Court|Street)(?!\w)"
    r"|(?<![\w.])\d{1,5}(?: bis)?,? (?:rue|avenue|boulevard) (?:(?:de|du|des|la|le) ){0,3}[A-Z][\w'’-]{1,40}"
)
_POSTCODE = re.compile(
    r"(?<![\w.,])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z0-9])"
    rf"(?:,? (?:nr\.? ?|no\.? ?|nummer |huisnummer )?{_NUMBER})?"
)
_SMALL_POSTCODE = re.compile(rf"(?<![\w.,])[1-9]\d{{3}} ?[a-z]{{2}}(?![A-Za-z0-9])(?:,? {_NUMBER})?")
_POSTCODE_CUE = re.compile(
    r"(?:postcode|adres|woon\w{0,6}|zip|postal code|address)(?:\W{1,3}\w{1,8}){0,2}\W{0,3}\Z", re.IGNORECASE
)
_ADDRESS_AFTER = re.compile(
    r" (?:is|was) (?:mijn|ons|het|haar|zijn|my|our|his|her|the) (?:post|woon)?(?:adres|address|code)"
)
_BRITISH = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?!\w)")
# What a text must hold for a pattern to be tried at all: most with a number in them hold none of it.
_KINDS = word_set(
    """straat str. laan weg plein gracht kade singel dijk dreef hof pad steeg plantsoen markt wal hoek park
    baan boulevard brink vaart kanaal straß strass"""
)
_ENGLISH_KINDS = word_set(
    """street road avenue lane drive square crescent terrace close boulevard grove _st _rd _ave _blvd _way
    _court rue_"""
)
_PATTERNS = (
    (_KINDS | _ENGLISH_KINDS, _STREET),
    (_ENGLISH_KINDS, _HOUSE_FIRST),
    (_KINDS, _SMALL_STREET),
)
_LIVING = ("woon", "wonen", "adres", "live", "living", "address")
_DIGIT_AND_CAPITAL = re.compile(r"[A-Z]\d")
_FOUR_DIGITS = re.compile(r"[1-9]\d{3}")
_YEARS = range(1900, 2100)
_UNITS = word_set("KB MB GB TB KM KG KW MW EU BV NV BC CM MM ML HZ PK")
_BEFORE = 40


def find_addresses(text: str) -> Iterator[Found]:
    """Find streets with a number, with the postcode that follows, and postcodes."""
    small = text.lower()
    for signs, pattern in _PATTERNS:
        if any(sign in small for sign in signs):
            for match in pattern.finditer(text):
                yield Found(match.start(), match.end(), "adres", _value(match.group()))
    if any(sign in small for sign in _LIVING):
        for match in _LIVES.finditer(text):
            yield Found(match.start("place"), match.end("place"), "adres", _value(match["place"]))
    if _DIGIT_AND_CAPITAL.search(text):
        for match in _BRITISH.finditer(text):
            yield Found(match.start(), match.end(), "adres", _value(match.group()))
    if _FOUR_DIGITS.search(text):
        yield from _coded(text)


def _coded(text: str) -> Iterator[Found]:
    for match in _BEFORE_CODE.finditer(text):
        yield Found(match.start(), match.end(), "adres", _value(match.group()))
    for match in _POSTCODE.finditer(text):
        whole = match.group()
        spaced, numbered = whole[4] == " ", len(whole) > 7
        doubtful = spaced and not numbered and (int(whole[:4]) in _YEARS or whole[5:7] in _UNITS)
        if not doubtful or (whole[5:7] in _UNITS and _cued(text, match.start())):
            yield Found(match.start(), match.end(), "adres", _value(whole, ""))
    for match in _SMALL_POSTCODE.finditer(text):
        if _cued(text, match.start()) or _ADDRESS_AFTER.match(text, match.end()):
            yield Found(match.start(), match.end(), "adres", _value(match.group(), ""))


def _cued(text: str, start: int) -> bool:
    return _POSTCODE_CUE.search(text[max(0, start - _BEFORE) : start]) is not None


def _value(raw: str, joint: str = " ") -> str:
    return joint.join(raw.casefold().split())
