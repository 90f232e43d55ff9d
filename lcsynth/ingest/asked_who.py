"""Questions that ask who somebody is: a name, an address, an audience, a kind of organisation, consent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from lcsynth.ingest.vocabulary import normal

Who = Literal["email", "name", "contact", "audience", "organisation_type", "organisation", ""]

_YOU = r"(?:u|je|jij|jou|jullie|you)"
_YOUR = r"(?:uw|je|jouw|jullie|your|de|het|the)"
_IN = r"(?:bij|in|voor|aan|op|vanuit|uit|namens|binnen|met|als|at|for|from|within|as)"
# What ties somebody to it: "werkt u", "waar u werkzaam bent", "do you represent".
_DUTCH = (
    r"(?:werkt?|bent?|komt?|vertegenwoordigt?|be?hoort?|hoort?|studeert?|neemt?|doet?|vult?|kijkt?|spreekt?"
    r"|reageert?|antwoordt?|heeft|heb|vervult?|bekleedt?)"
)
_ENGLISH = r"(?:work|represent|belong|come|study|have|take part|participate|respond|answer|speak|fulfil|hold)"
_TIE = (
    rf"(?:{_DUTCH} {_YOU}|do you {_ENGLISH}|(?:are|did) you"
    rf"|(?:(?:waar(?:in|voor|bij|aan|vanuit)?|die|dat|which|that|where) )?{_YOU} "
    rf"(?:(?:werkzaam|actief|verbonden) )?(?:{_DUTCH}|{_ENGLISH}|are))(?: \S+){{0,8}}"
)
_ORGANISATION = (
    r"(?:(?:onderwijs|kennis|zorg)?instelling|organisatie|organi[sz]ation|institution|instituut|institute"
    r"|school|hogeschool|universiteit|university|college|bedrijf|company|werkgever|employer)"
)
_SORT = r"(?:soort|type|(?:kind|type|sort) of)"
_SECTOR = r"(?:(?:onderwijs)?sector|onderwijs(?:type|soort|niveau)|branche|werkveld|werkterrein)"
_ROLE = (
    r"(?:rol|functie|hoedanigheid|perspectief|achtergrond|doelgroep|groep|positie|beroep|beroepsgroep"
    r"|role|capacity|perspective|background|audience|group|position|occupation|profession|job)"
)
# Alone, without "uw" or "wat is", a position or group may be anything.
_ROLE_ALONE = r"(?:functie|hoedanigheid|beroep|beroepsgroep|job title|occupation|profession)"

_KIND = re.compile(
    rf"(?:{_IN} )?(?:wat voor(?: een)?(?: soort| type)?|(?:welke?|which|what) {_SORT}) {_ORGANISATION}"
    rf"(?: {_TIE})?"
    rf"|(?:(?:wat is|what is) )?(?:{_YOUR} )?{_SORT}(?: van)?(?: {_YOUR})? {_ORGANISATION}(?: {_TIE})?"
    rf"|(?:(?:wat is|what is) )?(?:{_YOUR} )?{_ORGANISATION} ?(?:type|soort)"
    rf"|(?:{_IN} )?(?:welke?|wat voor|which|what) {_SECTOR}(?: {_TIE})?"
    rf"|(?:(?:wat is|what is) )?(?:{_YOUR} )?{_SECTOR}(?: {_TIE})?"
)
# "Bij welke organisatie werkt u?" asks for a name as a rule; with options it asks for the kind.
_WHICH = re.compile(
    rf"(?:{_IN} )?(?:welke?|which|what) {_ORGANISATION}(?: {_TIE})?"
    rf"|(?:(?:wat is|what is) )?(?:{_YOUR} )?{_ORGANISATION}"
)
_AUDIENCE = re.compile(
    rf"(?:{_IN} )?(?:welke?|wat voor|which|what) {_ROLE}(?: {_TIE})?"
    rf"|(?:tot|to) (?:welke?|which) {_ROLE} (?:{_TIE}|rekent? {_YOU}(?: zichzelf| jezelf| zich)?)"
    rf"|(?:wat|what) is {_YOUR} (?:belangrijkste |huidige |main |current )?{_ROLE}(?: {_IN}(?: \S+){{1,6}})?"
    rf"|{_YOUR} {_ROLE}(?: {_IN}(?: \S+){{1,6}})?|{_ROLE_ALONE}"
    r"|(?:ik ben|ik werk als|ik neem deel als|u bent|je bent|i am|i work as|i take part as)(?: een| an?)?"
    rf"|(?:welke?|which)(?: van de volgende)? (?:omschrijving(?:en)?|rol|groep) past het beste? bij {_YOU}"
    r"|(?:which|what)(?: of (?:these|the following))?(?: options?| roles?| groups?)? best describes? "
    r"(?:you|your role)"
)
_ASKED_FOR = (
    r"wat is|hoe is|vul(?: hier)?|geef|noteer|mogen (?:we|wij)|mag ik|what is|please (?:enter|give)|enter"
)
_NAME = re.compile(
    rf"(?:(?:{_ASKED_FOR}) )?(?:{_YOUR} )?"
    r"(?:eigen |volledige |full |first and last |voor en achter ?|voor en )?(?:naam|name)"
    r"(?: in| invullen| weten)?"
    r"|naam (?:van )?(?:de )?(?:deelnemer|respondent|invuller|contactpersoon|inzender)|contactpersoon"
)
_CONTACT = re.compile(
    rf"(?:(?:{_ASKED_FOR}) )?(?:{_YOUR} )?"
    r"(?:telefoon(?: ?nummer)?|mobiele?(?: telefoon)?(?: ?nummer)?|06 nummer"
    r"|adres|straat en huisnummer|postcode(?: en (?:woon)?plaats)?|geboortedatum|phone(?: number)?"
    r"|mobile(?: number)?|address|postal code|zip code|date of birth)(?: in)?"
)
_ADDRESS = re.compile(r"\be ?mail|\b(?:mail|mailadres)\b")
_CONSENT = re.compile(
    r"\b(?:toestemming|akkoord|privacyverklaring|informatiebrief|consent|i agree|agree to|agree with)\b"
)
_GIVEN = re.compile(
    r"(?:ja|nee|yes|no|(?:niet )?akkoord|ik (?:ga|geef|heb|stem|ben)|i (?:do|agree|consent|give|have)"
    r"|true|false|waar|onwaar)\b"
)
# "Welke rol heeft u nodig?" asks what somebody thinks.
_WANTED = re.compile(r"\b(?:nodig|behoefte|gewenste?|ideale?|zou(?:den)?|need|should|would|ideal)\b")
# Before and behind a question: its number, and whether it must be answered.
_NUMBERED = re.compile(r"(?:(?:vraag|question|q|v) ?)?\d{1,2}[a-z]? ")
_OPTIONAL = re.compile(
    r",? (?:optioneel|(?:niet )?verplicht|vrijwillig|facultatief|desgewenst|indien gewenst"
    r"|als (?:u|je) (?:dat )?wilt?|optional|(?:not )?required|if you (?:like|wish|want))\Z"
)
_FEW = 5  # answers; under this, that they come back says nothing


def bare(heading: str) -> str:
    """Write a heading as `normal` does, without its number and without whether it must be answered."""
    name = normal(heading)
    numbered = _NUMBERED.match(name)
    name = name[numbered.end() :] if numbered and numbered.end() < len(name) else name
    return _OPTIONAL.sub("", name).rstrip(" …")


def asks_who(heading: str) -> Who:
    """Tell what a heading asks about somebody, empty when it asks what they think.

    ``organisation`` asks which organisation it is: only the answers tell whether its kind was meant.
    """
    name = bare(heading)
    if _WANTED.search(name):
        return ""
    if _KIND.fullmatch(name):
        return "organisation_type"
    if _WHICH.fullmatch(name):
        return "organisation"
    if _AUDIENCE.fullmatch(name):
        return "audience"
    if _NAME.fullmatch(name):
        return "name"
    if _CONTACT.fullmatch(name):
        return "contact"
    return "email" if _ADDRESS.search(name) else ""


def asks_role(heading: str, values: Iterable[str], role: str) -> bool:
    """Tell whether closed answers are the audience or the kind of organisation, by what was asked.

    Whoever may write their own function or organisation names one that hardly anybody else has, so where only
    that was asked the same answers must come back.
    """
    asked = asks_who(heading)
    if asked == role == "organisation_type":
        return True
    filled = [normal(value) for value in values if value.strip()]
    again = len(filled) >= _FEW and 2 * len(set(filled)) <= len(filled)
    return again and (asked == role or (asked == "organisation" and role == "organisation_type"))


def asks_consent(heading: str, values: Iterable[str]) -> bool:
    """Tell whether a column holds consent: the heading speaks of it, and the answers give or withhold it."""
    filled = [normal(value) for value in values if value.strip()]
    given = sum(_GIVEN.match(value) is not None for value in filled)
    return bool(_CONSENT.search(normal(heading))) and given >= 0.8 * len(filled)
