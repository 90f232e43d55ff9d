"""Questions that ask for a fact about somebody, such as where they work, and not for what they think."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lcsynth.ingest.vocabulary import normal

_ORGANISATION = (
    r"(?:organisatie|organi[sz]ation|instelling|institution|instituut|institute|school|hogeschool|universiteit"
    r"|university|college|bedrijf|company|werkgever|employer|opleiding|afdeling|department|faculteit|faculty"
    r"|gemeente|municipality)s?"
)
_POST = (
    r"(?:functie|functietitel|beroep|rol|role|position|occupation|profession|job|job title|vakgebied"
    r"|discipline|field of work|werkveld|sector|regio|region|provincie|province|woonplaats|plaats|place|city"
    r"|stad|leeftijd|age)"
)
_MY = r"(?:uw|je|jouw|your|de|het|the)"
_FACT = re.compile(
    rf"(?:{_MY} )?(?:naam|name) (?:van |of )?(?:{_MY} )?{_ORGANISATION}"
    rf"|(?:{_MY} )?(?:{_ORGANISATION}|{_POST})(?: (?:naam|name))?"
    r"|(?:(?:bij|in|voor|aan|op|vanuit|namens|at|for|from) )?(?:welke?|which|what)"
    rf" (?:{_ORGANISATION}|{_POST}) (?:(?:werkt?|bent?|komt?|vertegenwoordigt?|hoort?|studeert?) (?:u|je|jij)"
    r"|(?:do you (?:work|represent|belong|come|study|have)|are you))(?: \S+){0,6}"
    rf"|(?:wat|wie|welke?|what|which) (?:is|zijn|are) (?:{_MY} )(?:\S+ )?(?:{_ORGANISATION}|{_POST})"
    r"|waar (?:werkt?|woont?|studeert?) (?:u|je|jij)|where do you (?:work|live|study)",
)
_LONG = 8  # words: an answer that says more than what was asked


def asks_for_fact(heading: str) -> bool:
    """Tell whether a heading asks for a fact about somebody: "Bij welke organisatie werkt u?"."""
    return _FACT.fullmatch(normal(heading)) is not None


def are_facts(values: Iterable[str]) -> bool:
    """Tell whether answers are as short as facts are; whoever explains, says what they think."""
    filled = [value for value in values if value.strip()]
    return sum(len(value.split()) > _LONG for value in filled) <= 0.2 * len(filled)
