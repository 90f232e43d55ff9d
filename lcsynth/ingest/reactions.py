"""Reactions as a chat writes them out: which emoji, on which message, given or taken back."""

from __future__ import annotations

import re
from typing import NamedTuple

_BASE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_MARKS = "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
# Emoji, a picture's short name, never words.
EMOJI = rf"(?:(?:{_BASE}{_MARKS}*|[0-9#*]\ufe0f?\u20e3){{1,8}}|:[a-z0-9_+-]+:)"
# A file that went through an old encoding has question marks where the emoji were.
_SHOWN = rf"[\"“]?(?P<emoji>{EMOJI}|[?\ufffd]{{1,8}})[\"”]?"
_QUOTE = r"[\"“„](?P<quote>.*)[\"”]"
_SHAPES = tuple(
    (added, re.compile(shape, re.IGNORECASE | re.DOTALL))
    for added, shape in (
        (True, rf"reacted to {_QUOTE} with {_SHOWN}"),
        (True, rf"(?:heeft )?(?:gereageerd|reageerde) op {_QUOTE} met {_SHOWN}"),
        (False, rf"removed an? {_SHOWN} reaction from {_QUOTE}"),
        (False, rf"(?:heeft )?(?:een |de )?{_SHOWN}[ -]?reactie verwijderd (?:van|uit|bij|op) {_QUOTE}"),
        (False, rf"(?:heeft )?(?:een |de )?reactie {_SHOWN} verwijderd (?:van|uit|bij|op) {_QUOTE}"),
        (True, rf"(?:add|toevoegen) (?P<emoji>{EMOJI})"),
        (False, rf"(?:remove|verwijderen) (?P<emoji>{EMOJI})"),
    )
)
_WITHOUT_LOOKS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_AGAINST = frozenset("👎❌✖🚫⛔🙅") | {":thumbsdown:", ":-1:"}
# The names Teams gives to its reactions.
_AGAINST_WORDS = re.compile(r"dislikes?|thumbs down|duim(?:pje)? omlaag|niet leuk", re.IGNORECASE)
_WORDS = (
    r"likes?|leuk|vind ik leuk|thumbs up|duim(?:en|pjes?)?(?: omhoog)?|hearts?|hart(?:en|jes?)?|loves?"
    r"|laugh(?:ing)?|haha|lach(?:en)?|gelach|surprised|verrast|verbaasd|sad|verdrietig|angry|boos|applause|applaus"
    r"|clap(?:ping)?|celebrate|party|feest|" + _AGAINST_WORDS.pattern
)
_COUNT = re.compile(
    rf"(?P<before>{EMOJI}|{_WORDS})\s?[x×:]?\s?(?P<many>\d{{1,4}})"
    rf"|(?P<number>\d{{1,4}})\s?[x×]?\s?(?P<after>{EMOJI}|{_WORDS})(?:[ -](?:reactions?|reacties?))?\.?",
    re.IGNORECASE,
)


class Reaction(NamedTuple):
    """One reaction; without a quote (older clients) it is about the last message."""

    emoji: str
    quote: str | None
    added: bool


def read_reaction(text: str) -> Reaction | None:
    """Read a message that is only a reaction; none when it is something said.

    Only the exact wordings with an emoji count: "add more examples" is a remark.
    """
    for added, shape in _SHAPES:
        if found := shape.fullmatch(text):
            return Reaction(plain_emoji(found["emoji"]), found.groupdict().get("quote"), added)
    return None


def plain_emoji(emoji: str) -> str:
    """Write an emoji without skin colour and variant, which need not be the same when it is taken back."""
    return _WITHOUT_LOOKS.sub("", emoji).casefold()


def is_against(emoji: str) -> bool:
    """Tell whether an emoji disagrees; every other one counts as support."""
    return plain_emoji(emoji)[:1] in _AGAINST or emoji.casefold() in _AGAINST


def read_count(line: str) -> tuple[int, bool] | None:
    """Read a line that counts reactions ("like 2", "3 hartjes", "👍 4"): how many, and whether against."""
    found = _COUNT.fullmatch(line.strip())
    if found is None:
        return None
    shown = found["after"] or found["before"]
    against = is_against(shown) or _AGAINST_WORDS.fullmatch(shown) is not None
    return int(found["many"] or found["number"]), against
