"""The lines with which a message begins in text copied from Teams: who, and when, in all their orders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lcsynth.ingest.cells import clean
from lcsynth.ingest.display_names import looks_like_name

_MONTH = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|mrt|mar(?:ch)?|maart|apr(?:il)?|mei|may|june?|juni|july?|juli"
    r"|aug(?:ust(?:us)?)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)"
)
_NAMED_DAY = rf"(?:vandaag|today|gisteren|yesterday|{_WEEKDAY})"
_WRITTEN_DATE = rf"(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?)"
_NUMBERS = r"\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4})?"
_DATE = rf"(?:(?:{_WEEKDAY},? )?(?:{_NUMBERS}|{_WRITTEN_DATE})|{_NAMED_DAY})"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?"
_STAMP = (
    rf"(?:(?P<day>{_DATE})(?:,|\s?[•|-])?\s(?:om |at )?)?(?P<time>{_TIME})"
    rf"(?:,?\s?[•|-]?\s?(?P<after>{_DATE}))?"
)
_STAMP_ONLY = re.compile(_STAMP, re.IGNORECASE)
_BRACKET = re.compile(rf"\[\s?{_STAMP}\s?\]\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_NAME_AND_STAMP = re.compile(rf"(?P<name>\S.{{0,99}}?)[ \u00a0]{{1,9}}(?:[•|-] )?{_STAMP}", re.IGNORECASE)
_LABEL = re.compile(r"(?P<name>[^:]{1,80}?)\s?:(?:\s+(?P<text>.*))?", re.DOTALL)
_SEPARATOR = re.compile(
    rf"(?:{_WEEKDAY},? )?{_WRITTEN_DATE}|\d{{1,2}}([-/])\d{{1,2}}\1\d{{4}}", re.IGNORECASE
)
_DAY_WORD = re.compile(_NAMED_DAY, re.IGNORECASE)


@dataclass
class Block:
    """One message: its sender, its day and time as written, and its lines; ``line`` is where it begins."""

    name: str
    day: str
    time: str
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines together."""
        return clean("\n".join(self.lines))

    @property
    def place(self) -> str:
        """When it was sent, as written."""
        return " ".join(f"{self.day} {self.time}".split())


def cut(lines: Sequence[str]) -> tuple[list[str], list[Block]]:
    """Cut lines into messages; also give the lines before the first, empty where they say nothing."""
    before: list[str] = []
    blocks: list[Block] = []
    place, day = 0, ""
    while place < len(lines):
        block, used = _begins(lines, place)
        above = blocks[-1].lines if blocks else before
        if block:
            day = _day_between(above, alone=not blocks) or day
            block.day = block.day or day
            blocks.append(block)
        else:
            above.append(lines[place].strip())
        place += used
    _without_previews(before, blocks)
    return before, blocks


def _begins(lines: Sequence[str], place: int) -> tuple[Block | None, int]:
    line = lines[place].strip()
    if found := _BRACKET.fullmatch(line):
        name, text = _name_and_text(found["rest"])
        return _block(name, found, place, [text] if text else []), 1
    if len(line) > 160:
        return None, 1
    following = lines[place + 1].strip() if place + 1 < len(lines) else ""
    stamp = _STAMP_ONLY.fullmatch(following) if len(following) < 60 else None
    after = lines[place + 2].strip() if place + 2 < len(lines) else ""
    if stamp and looks_like_name(after) and _preview_of(line, after) is not None:
        # One's own messages show the time first, under a line with their beginning.
        return _block(after, stamp, place, []), 3
    if stamp and looks_like_name(line):
        return _block(line, stamp, place, []), 2
    found = _NAME_AND_STAMP.fullmatch(line)
    if found and looks_like_name(found["name"]) and (found["day"] or found["after"] or " " in found["name"]):
        return _block(found["name"], found, place, []), 1
    return None, 1


def _block(name: str, found: re.Match[str], place: int, lines: list[str]) -> Block:
    return Block(name, found["day"] or found["after"] or "", found["time"], place + 1, lines)


def _name_and_text(rest: str) -> tuple[str, str]:
    labelled = _LABEL.fullmatch(rest)
    if labelled and len(labelled["name"].split()) <= 8:
        return labelled["name"], labelled["text"] or ""
    if looks_like_name(rest) or len(rest.split()) <= 2:
        return rest, ""
    return "", rest


def _day_between(lines: list[str], *, alone: bool) -> str:
    """Take a line "17 mei 2022" off the end of a message: it is the day of what follows.

    A day in words ("Gisteren") may be an answer, so it counts only under an empty line. ``alone`` allows
    that nothing else is left.
    """
    said = [place for place, line in enumerate(lines) if clean(line)]
    if not said or (len(said) == 1 and not alone):
        return ""
    last = said[-1]
    parted = alone or last == 0 or not clean(lines[last - 1])
    if _SEPARATOR.fullmatch(lines[last]) or (parted and _DAY_WORD.fullmatch(lines[last])):
        day = lines[last]
        del lines[last:]
        return day
    return ""


def _without_previews(before: list[str], blocks: Sequence[Block]) -> None:
    """Drop the lines "Beginning of the message... by Noor Verheul" that newer versions add above one."""
    for above, block in zip([before, *(one.lines for one in blocks)], blocks, strict=False):
        said = [place for place, line in enumerate(above) if clean(line)]
        preview = _preview_of(above[said[-1]], block.name) if said else None
        if preview is not None and flat(block.text).startswith(preview):
            above[said[-1]] = ""


def _preview_of(line: str, name: str) -> str | None:
    for word in ("by", "door", "van"):
        if name and line.endswith(f" {word} {name}"):
            return flat(re.sub(r"(?:\.\.\.|…)\s*$", "", line.removesuffix(f" {word} {name}")))
    return None


def flat(text: str) -> str:
    """Write a text on one line."""
    return " ".join(text.split())
