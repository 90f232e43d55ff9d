"""Names in lower case, as in a chat: "hoi piet", "mevr. de jong", "heb met samira gebeld"."""

from __future__ import annotations

from collections.abc import Sequence

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.name_facts import Facts
from lcsynth.prepare.name_rules import JOINS
from lcsynth.prepare.surnames import reads_like_surname
from lcsynth.prepare.tokens import SPACES, Token, after_own_prefixes
from lcsynth.prepare.world_names import FIRST_NAMES

_GREETED = frozenset(
    {
        ("according", "to"),
        ("thanks", "to"),
        ("dank", "je"),
        ("dank", "jullie"),
        ("dank", "aan"),
        ("thank", "you"),
    }
)
_OWNING = frozenset(
    {"z'n", "z’n", "zn", "d'r", "d’r", "zei", "zegt", "vindt", "vond", "said", "says", "hier", "here"}
)
_AND = frozenset({"en", "and"})
_HERE = frozenset({"hier", "here"})  # "sander hier, ik val zo weg"
_PAUSES = SPACES | {", ", "\n", ",\n"}
_SHORTEST = 3
_MOST_PREFIXES = 4


class Small:
    """Rules for a name that begins in lower case."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def lone(self, tokens: Sequence[Token], index: int) -> int:
        """Give the position after the name that begins here; this position when none does."""
        token = tokens[index]
        before = tokens[index - 1].lower if index else ""
        if before in cues.COURTESIES and token.gap in JOINS:
            return self._surname(tokens, index)
        if before == "tnv":
            return self._holder(tokens, index)
        if not self._facts.is_small_first(token.lower):
            return index
        greeted = before in cues.BEFORE_SMALL and token.gap in _PAUSES
        greeted = greeted or (index > 1 and (tokens[index - 2].lower, before) in _GREETED)
        if not greeted and not self._is_somebody(tokens, index):
            return index
        return max(index + 1, self._surname(tokens, index + 1, spare=True))

    def _holder(self, tokens: Sequence[Token], index: int) -> int:
        """Take the holder of an account: "tnv m bouchta"."""
        end = index
        while end < min(len(tokens), index + _MOST_PREFIXES) and (end == index or tokens[end].gap in SPACES):
            token = tokens[end]
            part = len(token.base) == 1 or token.lower in lists.PREFIXES
            if not part and self._facts.words.is_common(token.lower):
                break
            end += 1
        return end

    def _is_somebody(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a first name that nobody greets is a person here: by the name, or by its place."""
        token = tokens[index]
        common = self._facts.words.is_common(token.lower)
        capital = token.lower.capitalize()
        before = tokens[index - 1].lower if index and token.gap in SPACES else ""
        after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if before in cues.DETERMINERS or self._facts.names.is_place(capital) or capital in lists.NEVER_ALONE:
            return False
        listed = after in _AND and self._is_sure(tokens, index + 2)
        if capital in lists.SOMETIMES_NAMES:
            return listed
        if capital in FIRST_NAMES and not common:
            return len(token.lower) >= _SHORTEST
        beside = before in cues.BESIDE_SMALL or (
            index > 1 and before in cues.OF and tokens[index - 2].lower in cues.PERSON_NOUNS
        )
        return beside or listed or (after in _OWNING and (not common or after in _HERE))

    def _is_sure(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a word is a first name and nothing else: "tim en sanne"."""
        if index >= len(tokens) or tokens[index].lower.capitalize() not in FIRST_NAMES:
            return False
        return not self._facts.words.is_common(tokens[index].lower)

    def _surname(self, tokens: Sequence[Token], index: int, *, spare: bool = False) -> int:
        """Give the position after a surname in lower case: "de jong"; with `spare`, only what is no word."""
        if index >= len(tokens):
            return index
        stop = after_own_prefixes(tokens, index)
        if stop >= len(tokens) or stop - index > _MOST_PREFIXES or tokens[stop].gap not in JOINS:
            return index
        token = tokens[stop]
        capital = token.base.capitalize()
        listed = self._facts.names.is_surname(capital) or reads_like_surname(token.base)
        if token.capital or not listed or self._facts.no_person(token.lower):
            return index
        function = self._facts.words.is_small(token.lower)
        word = (function and stop == index) or (
            spare and stop == index and self._facts.words.is_common(token.lower)
        )
        return index if word else stop + 1
