"""What a column holds, judged by its values: open answers, closed answers, or what a machine wrote.

A ``choice`` is a closed answer for certain: yes or no, a mark, a point of a scale.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from lcsynth.ingest.cells import without_result
from lcsynth.ingest.moments import to_iso

Content = Literal["empty", "machine", "choice", "closed", "open"]

_MACHINE = re.compile(
    r"[-+]?[\d.,:/%€$\s]+|[\w.+-]+@[\w.-]+|https?://\S+|true|false|waar|onwaar|ja|nee|yes|no|[yn]|[\w{}-]{20,}",
    re.IGNORECASE,
)
# Yes and no, marks, and the points of the scales that survey tools offer.
_CHOICE = re.compile(
    r"true|false|waar|onwaar|ja|nee|yes|no|[yn]|\d{1,3}(?:[.,]\d{1,2})?\s?%?"
    r"|(?:helemaal |zeer |volledig |enigszins |een beetje |gedeeltelijk )?(?:niet )?(?:mee )?(?:on)?eens"
    r"|(?:helemaal |zeer |heel |erg )?(?:niet |on)?(?:tevreden|belangrijk|waarschijnlijk|goed|slecht)"
    r"|niet mee eens[,/ ]+niet mee oneens"
    r"|(?:niet )?(?:mee )?eens[,/ ]+(?:en |noch )?(?:niet )?(?:mee )?oneens"
    r"|neutraal|neutral|geen mening|no opinion|weet (?:ik )?niet|don['’]t know|n\.?v\.?t\.?|n/a"
    r"|nooit|zelden|soms|regelmatig|vaak|altijd|never|rarely|sometimes|often|always"
    r"|(?:strongly |somewhat |completely |totally )?(?:dis)?agree|neither agree nor disagree"
    r"|(?:very |somewhat |extremely |not )?(?:dis|un)?(?:satisfied|important|likely|good|poor)",
    re.IGNORECASE,
)
# A point of a scale of which only some have a label: "1 - helemaal niet", 2, 3, 4, "5 - helemaal".
_POINT = re.compile(r"(\d{1,2})(?:\s?[-–=:.)]\s?(\D.{0,60}))?")
_MOST_POINTS = 11
_LONGEST_CHOICE = 50  # characters
_MANY = 2_000  # answers, from where choices must repeat
_SMALL = 5  # answers; under this, repetition says nothing
_LONG_ANSWER = 30  # characters: long even without spaces


def judge(values: Iterable[str], asked: bool) -> Content:
    """Judge a column by all its values, so that the order of rows cannot matter.

    Open answers are texts of several words that differ from person to person; closed answers repeat.

    Parameters
    ----------
    values
        All cells of the column.
    asked
        Whether the heading is a question (a sentence) or a word used for open answers.
    """
    counts = Counter(value.strip().casefold() for value in values if not without_result(value))
    del counts[""]
    answers = sum(counts.values())
    if not answers:
        return "empty"
    if sum(count for value, count in counts.items() if _is_choice(value)) >= 0.9 * answers:
        return "machine" if _counts_rows(counts) else "choice"
    if _is_scale(counts, answers):
        return "choice"
    if sum(count for value, count in counts.items() if _by_machine(value)) >= 0.9 * answers:
        return "machine"
    if _multiple_choice(counts, answers):
        return "closed"
    lengths = {value: _words(value) for value in counts}
    mean = sum(lengths[value] * count for value, count in counts.items()) / answers
    varied = len(counts) / answers
    sentences = sum(count for value, count in counts.items() if lengths[value] >= 4) / answers
    if answers < _SMALL:
        return "open" if mean >= (2 if asked else 3) else "closed"
    if mean >= 4:
        return "open" if varied > 0.3 or (asked and len(counts) > 12) else "closed"
    return "open" if varied >= (0.4 if asked else 0.6) and sentences >= 0.1 else "closed"


def too_few(values: Iterable[str]) -> bool:
    """Tell whether a column holds so few answers that it says nothing whether these come back."""
    return 0 < sum(bool(value.strip()) for value in values) < _SMALL


def is_question(heading: str) -> bool:
    """Tell whether a heading asks something: it ends in a question mark or has more than three words."""
    return heading.rstrip(" *:\"'”’)").endswith("?") or len(heading.split()) > 3


def _is_choice(value: str) -> bool:
    return len(value) <= _LONGEST_CHOICE and bool(_CHOICE.fullmatch(value))


def _is_scale(counts: Counter[str], answers: int) -> bool:
    """Tell whether the values are numbers with or without a label, and the same number has the same label."""
    points = [found for value in counts if (found := _POINT.fullmatch(value))]
    labels = {(found[1], found[2]) for found in points if found[2]}
    labelled = len(labels) == len({number for number, _ in labels})
    again = len(counts) < answers and len({found[1] for found in points}) == len(points) <= _MOST_POINTS
    return bool(labels) and labelled and again and len(points) == len(counts)


def _by_machine(value: str) -> bool:
    return bool(_MACHINE.fullmatch(value)) or bool(len(value) < 40 and to_iso(value, day_first=True))


def _counts_rows(counts: Counter[str]) -> bool:
    """Tell whether the values are 1, 2, 3 and on: the numbers of rows, and no answers."""
    if len(counts) < _SMALL or max(counts.values()) > 1 or not all(map(str.isdecimal, counts)):
        return False
    numbers = sorted(map(int, counts))
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _multiple_choice(counts: Counter[str], answers: int) -> bool:
    # Microsoft Forms joins the options chosen with ";" and ends with one.
    if sum(count for value, count in counts.items() if value.endswith(";")) >= 0.6 * answers:
        return True
    if answers < _SMALL or (answers > _MANY and len(counts) > 0.5 * answers):
        return False
    return any(_options(counts, answers, separator) for separator in (";", ", "))


def _options(counts: Counter[str], answers: int, separator: str) -> bool:
    """Tell whether answers are options joined by a separator: the same parts come back all the time."""
    if sum(count for value, count in counts.items() if separator in value) < 0.2 * answers:
        return False
    parts: Counter[str] = Counter()
    for value, count in counts.items():
        for part in value.split(separator):
            parts[part.strip()] += count
    del parts[""]
    total = sum(parts.values())
    again = sum(count for count in parts.values() if count > 1)
    return again >= 0.9 * total and len(parts) <= 0.5 * total


def _words(value: str) -> int:
    words = len(value.split())
    return max(words, 4) if len(value) >= _LONG_ANSWER and words > 1 else words
