"""What a column holds, judged by its values: open answers, closed answers, or what a machine wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from lcsynth.ingest.moments import to_iso

Content = Literal["empty", "machine", "closed", "open"]

_MACHINE = re.compile(
    r"[-+]?[\d.,:/%€$\s]+|[\w.+-]+@[\w.-]+|https?://\S+|true|false|waar|onwaar|ja|nee|yes|no|[yn]|[\w{}-]{20,}",
    re.IGNORECASE,
)
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
    counts = Counter(value.strip().casefold() for value in values)
    del counts[""]
    answers = sum(counts.values())
    if not answers:
        return "empty"
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


def is_question(heading: str) -> bool:
    """Tell whether a heading asks something: it ends in a question mark or has more than three words."""
    return heading.rstrip(" *:\"'”’)").endswith("?") or len(heading.split()) > 3


def _by_machine(value: str) -> bool:
    return bool(_MACHINE.fullmatch(value)) or bool(len(value) < 40 and to_iso(value, day_first=True))


def _multiple_choice(counts: Counter[str], answers: int) -> bool:
    # Microsoft Forms joins the options chosen with ";" and ends with one.
    return sum(count for value, count in counts.items() if value.endswith(";")) >= 0.6 * answers


def _words(value: str) -> int:
    words = len(value.split())
    return max(words, 4) if len(value) >= _LONG_ANSWER and words > 1 else words
