"""What kind of slide the answers are to: open, a word cloud, or closed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from lcsynth.ingest.content import judge
from lcsynth.ingest.vocabulary import normal

Kind = Literal["open", "words", "closed"]

_SUFFIX = re.compile(r"\s*:\s*(?:answer|antwoord)((?: \(\d+\))?)$", re.IGNORECASE)
_SCALE = "::"
_JOINED = re.compile(r"\s*[,;\n]\s*")
_LONGEST_WORD = 3  # words of one entry of a word cloud
_FEW = 5  # answers; under this, that they differ says nothing


def is_slide(heading: str) -> bool:
    """Tell whether a heading is that of a slide: "<question>: Answer" or "<question>::<statement>"."""
    return bool(_SUFFIX.search(heading)) or _SCALE in heading


def name_slide(heading: str) -> str:
    """Give the question of a slide; with a statement as ``question [statement]``."""
    question = " ".join(_SUFFIX.sub(r"\1", heading).split())
    asked, found, statement = question.partition(_SCALE)
    return f"{asked.strip()} [{statement.strip()}]" if found and asked.strip() else question


def judge_slide(values: Iterable[str], heading: str, told: str = "") -> Kind:
    """Judge what was asked by the type that the export tells, or else by all answers.

    Parameters
    ----------
    values
        The answers, empty ones as well.
    heading
        The heading of the slide; scales are closed.
    told
        The type of the slide as the export names it, if it does.
    """
    given = [value.strip() for value in values if value.strip()]
    if told:
        return _by_type(normal(told))
    if _is_cloud(given):
        return "words"
    content = judge(given, asked=True)
    if content == "open":
        return "open"
    if content != "closed" or _SCALE in heading:
        return "closed"
    # Options come back all the time; words that people thought of themselves are mostly different.
    distinct = {value.casefold() for value in given}
    return "open" if len(given) >= _FEW and 2 * len(distinct) > len(given) else "closed"


def cut_words(value: str) -> list[str]:
    """Cut an answer to a word cloud into its words; one of sentences stays whole."""
    words = [word for word in _JOINED.split(value.strip()) if word]
    return words if words and _all_short(words) else [value]


def _by_type(told: str) -> Kind:
    if "word" in told or "woord" in told:
        return "words"
    return "open" if any(name in told for name in ("open", "q a", "vragen", "quote")) else "closed"


def _is_cloud(given: list[str]) -> bool:
    cut = [[word for word in _JOINED.split(value) if word] for value in given]
    joined = sum(len(words) > 1 for words in cut)
    if 3 * joined < len(cut) or not joined or not all(map(_all_short, cut)):
        return False
    pieces = [word.casefold() for words in cut for word in words]
    return 2 * len(set(pieces)) > len(pieces)


def _all_short(words: list[str]) -> bool:
    return all(len(word.split()) <= _LONGEST_WORD for word in words)
