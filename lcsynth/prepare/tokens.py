"""Words of a text with what stands between them, for finding names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lcsynth.prepare import near_misses as lists

WORD = re.compile(r"['’]t(?!\w)|[^\W\d_]+(?:['’-][^\W\d_]+)*")
SPACES = frozenset({" ", "\xa0"})
DOTS = frozenset({".", ". "})
_POSSESSIVE = ("'s", "’s")
_SENTENCE_MARKS = re.compile(r"[.!?…:;\n•*>\"“„(\[]|\d[.)]|^\s*[-–—]")
_LONGEST_GAP = 20
_TITLE_WORDS, _TITLE_SHARE = 6, 0.75


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place, without a possessive; whether it begins a sentence; what stands before it."""

    start: int
    end: int
    base: str
    lower: str
    capital: bool
    opens: bool
    gap: str
    possessive: bool


def tokenise(text: str) -> list[Token]:
    """Take a text apart in words, in order."""
    tokens: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        word, start = match.group(), match.start()
        base = word[:-2] if word.endswith(_POSSESSIVE) and len(word) > 3 else word
        gap = text[end:start] if start - end < _LONGEST_GAP else "\n"
        opens = not tokens or (gap not in SPACES and _opens(gap, tokens[-1]))
        tokens.append(
            Token(
                start=start,
                end=start + len(base),
                base=base,
                lower=base.casefold(),
                capital=base[0].isupper(),
                opens=opens,
                gap=gap,
                possessive=len(base) < len(word),
            )
        )
        end = match.end()
    return tokens


def _opens(gap: str, before: Token) -> bool:
    if not _SENTENCE_MARKS.search(gap):
        return False
    # After "dhr." or an initial no sentence begins.
    abbreviation = before.lower in lists.TITLES or (len(before.base) == 1 and before.capital)
    return not (abbreviation and gap in DOTS)


def after_prefixes(tokens: Sequence[Token], index: int) -> int:
    """Give the position after "van der" and the like that begin here; this position when none do."""
    while index < len(tokens) and tokens[index].lower in lists.PREFIXES and tokens[index].gap in SPACES:
        index += 1
    return index


def is_initial(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether this is a capital letter (or Th, Ch) with a full stop, and a capital follows."""
    if index + 1 >= len(tokens):
        return False
    token = tokens[index]
    return len(token.base) <= 2 and token.capital and tokens[index + 1].gap in DOTS


def is_introduced(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "ik heet", "mijn naam is" or "my name is" stands before this word."""
    before = tuple(token.lower for token in tokens[max(0, index - 2) : index])
    return before in lists.INTRODUCTIONS


def speaks(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether what follows is what only a person does: "Roos zei", not "Wil je"."""
    if index + 1 >= len(tokens) or tokens[index + 1].gap not in SPACES:
        return False
    return tokens[index + 1].lower in lists.SPEAKING


def many_capitals(tokens: Sequence[Token]) -> bool:
    """Tell whether capitals say little here: in a heading, or in German."""
    inside = [token for token in tokens if not token.opens]
    return len(inside) >= _TITLE_WORDS and sum(one.capital for one in inside) > _TITLE_SHARE * len(inside)
