"""Words of a text with what stands between them, for finding names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists

# Letters, with the accents that some systems write as signs of their own.
LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
WORD = re.compile(rf"['’]t(?!\w)|[vV][./]d\.?(?=\s)|{LETTERS}(?:['’-]{LETTERS})*")
_WORDS_AND_GAPS = re.compile(rf"({WORD.pattern})")  # splits in a gap, a word, a gap, a word, … and a gap
SPACES = frozenset({" ", "\xa0"})
DOTS = frozenset({".", ". "})
_POSSESSIVE = ("'s", "’s")
_SENTENCE_MARKS = re.compile(r"[.!?…:;\n•*>\"“„(\[]|\d[.)]|^\s*[-–—]")
MOST_PREFIXES = 4  # "van der", "Ait ben El"
_LONGEST_GAP = 20
_MOST_WORDS = 50_000  # remembered; a language has more, but a set of texts hardly
_TITLE_WORDS, _TITLE_SHARE = 6, 0.75


class Token(NamedTuple):
    """One word: its place, without a possessive; whether it begins a sentence; what stands around it."""

    start: int
    end: int
    base: str
    lower: str
    capital: bool
    opens: bool
    gap: str
    possessive: bool
    after: str

    def owning(self, base: str) -> Token:
        """Give this word as the possessive of a shorter one: "Karins" of "Karin"."""
        end = self.end - len(self.base) + len(base)
        return self._replace(base=base, lower=base.casefold(), end=end, possessive=True)


def tokenise(text: str) -> list[Token]:
    """Take a text apart in words, in order."""
    # A hot loop of the masking: what a word tells is remembered, and tokens are made without a call.
    new, parts = tuple.__new__, _WORDS_AND_GAPS.split(text)
    tokens: list[Token] = []
    before: Token | None = None
    start, gap = len(parts[0]), parts[0][-_LONGEST_GAP:]
    for word, after in zip(parts[1::2], parts[2::2], strict=True):
        end = start + len(word)
        base, lower, capital, cut = _what(word)
        opens = before is None or (gap not in SPACES and _opens(gap, before))
        short = after[:_LONGEST_GAP]
        before = new(Token, (start, end - cut, base, lower, capital, opens, gap, cut > 0, short))
        tokens.append(before)
        gap = "\n" if len(after) >= _LONGEST_GAP else after
        start = end + len(after)
    return tokens


@lru_cache(maxsize=_MOST_WORDS)
def _what(word: str) -> tuple[str, str, bool, int]:
    """Give a word without its possessive, in lower case, whether it has a capital, and what was cut off."""
    cut = 2 if word.endswith(_POSSESSIVE) and len(word) > 3 else 0
    base = word[:-2] if cut else word
    if not base.isascii():
        base = unicodedata.normalize("NFC", base)
    return base, base.casefold(), base[0].isupper(), cut


def _opens(gap: str, before: Token) -> bool:
    if not _SENTENCE_MARKS.search(gap):
        return False
    # After "dhr." or an initial no sentence begins.
    abbreviation = before.lower in cues.TITLES or (len(before.base) == 1 and before.capital)
    return not (abbreviation and gap in DOTS)


def after_prefixes(tokens: Sequence[Token], index: int) -> int:
    """Give the position after "van der" and the like that begin here; this position when none do."""
    last = min(len(tokens), index + MOST_PREFIXES)
    while index < last and tokens[index].lower in lists.PREFIXES and tokens[index].gap in SPACES:
        if _is_preposition(tokens, index):
            return index
        index += 1
    return index


def _is_preposition(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "in" or "op" is a word here: in a name it has "'t", "den" or the like behind it."""
    return tokens[index].lower in {"in", "op"} and (
        index + 1 >= len(tokens) or tokens[index + 1].lower not in lists.PREFIXES
    )


def after_own_prefixes(tokens: Sequence[Token], index: int) -> int:
    """Give the position after the prefixes that begin here, whatever stands before the first."""
    return after_prefixes(tokens, index + 1) if tokens[index].lower in lists.PREFIXES else index


def is_initial(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether this is a capital letter (or Th, Ch) with a full stop, and a capital follows."""
    if index + 1 >= len(tokens):
        return False
    token = tokens[index]
    return len(token.base) <= 2 and token.capital and tokens[index + 1].gap in DOTS


def is_introduced(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "ik heet", "mijn naam is" or "my name is" stands before this word."""
    before = tuple(token.lower for token in tokens[max(0, index - 2) : index])
    return before in cues.INTRODUCTIONS


def speaks(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether what follows is what only a person does: "Roos zei", not "Wil je"."""
    if index + 1 >= len(tokens) or tokens[index + 1].gap not in SPACES:
        return False
    return tokens[index + 1].lower in cues.SPEAKING


def many_capitals(tokens: Sequence[Token]) -> bool:
    """Tell whether capitals say little here: in a heading, or in German."""
    inside = [token for token in tokens if not token.opens]
    return len(inside) >= _TITLE_WORDS and sum(one.capital for one in inside) > _TITLE_SHARE * len(inside)
