"""Rules that take a name by where it stands: before a verb of speech, after "volgens", in a reference.

Most of the world's names are in no list. A word with a capital that no dictionary knows is a name where
only a person can stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.name_facts import Facts
from lcsynth.prepare.name_rules import JOINS
from lcsynth.prepare.surnames import SURNAMES
from lcsynth.prepare.tokens import SPACES, Token, after_own_prefixes, is_initial, is_introduced

_PAUSES = frozenset({", ", ",\n", "\n", ": ", ",  ", "! "})
_YEAR = re.compile(r",? ?\(?(?:19|20)\d\d[a-z]?\b|,? \((?:n\.d\.|z\.d\.)")
_SURE_PREFIXES = frozenset({"van", "von", "ten", "ter", "der", "den"})
_AND = frozenset({"en", "and"})
_SPEAKER = re.compile(r":\s|:\Z| \(?\d\d?:\d\d")
_MOST_INITIALS = 4


class StandsWhere:
    """Rules about the surroundings of a name."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def after_cue(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take what follows a role, a greeting, "volgens" or "het idee van": "collega Oluwaseun"."""
        token = tokens[index]
        if not index or token.gap not in JOINS | _PAUSES or self._facts.no_person(token.base):
            return index
        if is_introduced(tokens, index) and token.lower not in lists.PREFIXES:
            return self._facts.extend(tokens, index, kept)
        before = tokens[index - 1].lower
        role = before in cues.ROLES or before.endswith(cues.ROLE_ENDINGS)
        close = token.gap in SPACES
        cued = role or (close and (before in cues.BEFORE_PERSON or _somebodys(tokens, index)))
        if not cued or not (close or role) or not self._can_be(token):
            return index
        return self._facts.extend(tokens, index, kept)

    def before_verb(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:  # noqa: ARG002 - a Rule
        """Take what only a person does or has: "Tesfalem vertelde", "Ouaddah's suggestion"."""
        token = tokens[index]
        if self._facts.no_person(token.base) or index + 1 >= len(tokens):
            return index
        following = tokens[index + 1]
        said = following.gap in SPACES and following.lower in cues.SAYING
        had = token.possessive and following.lower in cues.PERSON_NOUNS
        who = (
            following.gap in SPACES | {", "} and following.lower in {"die", "who"} and _it_was(tokens, index)
        )
        inside = self._can_be(token) and not token.opens
        unknown = self._facts.no_word(token) and not (token.opens and self._facts.is_compound(token.lower))
        if (said or had) and (inside or unknown):
            return index + 1
        return index + 1 if who and inside else index

    def speaker(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:  # noqa: ARG002 - a Rule
        """Take who speaks in a transcript: "Tesfalem: ik denk dat", "J.K.: not sure"."""
        token = tokens[index]
        if index:
            return index
        end: int = 0
        while end < min(len(tokens), _MOST_INITIALS) and len(tokens[end].base) == 1 and tokens[end].capital:
            end += 1
        if end > 1 and tokens[end - 1].after.startswith((".:", ":")):
            return end
        if not self._facts.no_word(token) or self._facts.no_person(token.base):
            return index
        if token.lower in cues.BEFORE_NAMES:
            return index
        speaks = _SPEAKER.match(token.after) and not self._facts.is_compound(token.lower)
        return index + 1 if speaks else index

    def cited(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take the authors of a reference: "Halloran (2016)", "Ouaddah et al.", "(Eyob, 2020)"."""
        last = after_own_prefixes(tokens, index)
        if last >= len(tokens) or not self._can_write(tokens, last) or tokens[index].lower in {"in", "op"}:
            return index
        for _ in range(_MOST_INITIALS):
            if _is_cited(tokens, last) and (last not in kept or tokens[last].base in SURNAMES):
                return after_own_prefixes(tokens, index) + 1
            following = last + 1 if _linked(tokens, last) else last + 2
            joined = _linked(tokens, last) or (
                last + 2 < len(tokens) and tokens[last + 1].lower in _AND and tokens[last + 2].gap in SPACES
            )
            if not joined or following >= len(tokens):
                return index
            last = after_own_prefixes(tokens, following)
            if last >= len(tokens) or not tokens[last].capital:
                return index
        return index

    def _can_write(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether this can be an author: in a reference also a surname that is a word, or a hamlet."""
        token, names = tokens[index], self._facts.names
        if (
            not token.capital
            or token.lower in lists.COMMON
            or token.base in lists.NOT_SURNAMES - {"Graaf", "Koning", "Hart"}
        ):
            return False
        listed = token.base in names.last or token.base in names.prefixed
        prefixed = index > 0 and tokens[index - 1].lower in lists.PREFIXES and tokens[index - 1].capital
        if prefixed and tokens[index - 1].lower in _SURE_PREFIXES:
            return True
        return self._can_be(token) or (listed and (prefixed or not names.is_place(token.base)))

    def surname_first(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "Jansema, Pieter", "De Vries, J.P." and "Eyob, M."."""
        surname = after_own_prefixes(tokens, index)
        first = surname + 1
        if first >= len(tokens) or {surname, first} & kept or tokens[first].gap != ", ":
            return index
        if index and is_initial(tokens, index - 1):
            return index  # "A. Boateng, T.T. Pham" are two, each with the initials before
        token = tokens[surname]
        can_be = self._can_write(tokens, surname) or surname > index
        if not token.capital or not can_be or self._facts.no_person(token.base):
            return index
        end = first
        while end < len(tokens) and end - first < _MOST_INITIALS and _is_letter(tokens[end]):
            if end > first and tokens[end].gap not in {".", ". "}:
                break
            end += 1
        if end > first:
            return end
        return first + 1 if self._is_given(tokens, index, surname, first) else index

    def company(self, tokens: Sequence[Token], spans: Sequence[tuple[int, int]], kept: set[int]) -> list[int]:
        """Give the lone words that stand in one list with a name: "Karin, Tesfalem en Piet"."""
        taken = {place for start, end in spans for place in range(start, end)}
        edges = {start for start, _ in spans} | {end - 1 for _, end in spans}
        found: list[int] = []
        for index, token in enumerate(tokens):
            if not token.capital or index in taken or index in kept:
                continue
            if token.opens:  # "Art and Gene": at the head of a sentence only a first name
                can_be = self._facts.names.is_first(token.base) and _joined(tokens, index)
            else:
                can_be = self._can_be(token) or (token.gap == " & " and self._can_write(tokens, index))
            if can_be and not self._facts.no_person(token.base) and _beside(tokens, index, edges):
                found.append(index)
                edges.add(index)
        return found

    def _can_be(self, token: Token) -> bool:
        """Tell whether a word with a capital is unknown, or a surname."""
        if (
            token.base in lists.NEVER_ALONE
            or len(token.base) < 3
            or token.base.isupper()
            or self._facts.no_person(token.base)
        ):
            return False
        return self._facts.is_surname(token) or self._facts.no_word(token)

    def _is_given(self, tokens: Sequence[Token], index: int, surname: int, first: int) -> bool:
        """Tell whether the word after the comma is the first name that goes with the surname before it."""
        token, names = tokens[first], self._facts.names
        if not names.is_first(token.base) or token.base in lists.NEVER_ALONE:
            return False
        before = tokens[surname]
        follows = first + 1 < len(tokens) and tokens[first + 1].gap in SPACES and tokens[first + 1].capital
        inside = index > 0 and tokens[index].gap in SPACES | {", "} and tokens[index - 1].capital
        listed = first + 1 < len(tokens) and (
            tokens[first + 1].gap == ", " or tokens[first + 1].lower in _AND
        )
        return not (follows or inside or listed or names.is_first(before.base))


def _somebodys(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "het idee van" or "the role of" stands before this word."""
    return index > 1 and tokens[index - 1].lower in cues.OF and tokens[index - 2].lower in cues.PERSON_NOUNS


def _it_was(tokens: Sequence[Token], index: int) -> bool:
    before = tuple(token.lower for token in tokens[max(0, index - 2) : index])
    return len(before) == 2 and before[0] in {"het", "dat", "it", "that"} and before[1] in {"was", "is"}


def _is_cited(tokens: Sequence[Token], index: int) -> bool:
    following = [token.lower for token in tokens[index + 1 : index + 3]]
    if following == ["et", "al"] or following[:1] == ["e.a"]:
        return True
    bracketed = tokens[index].after.startswith(" (") or "(" in tokens[index].gap
    return bool(_YEAR.match(tokens[index].after)) and (bracketed or ")" in tokens[index].after)


def _linked(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].after in {" & ", ", & ", ", "}


def _is_letter(token: Token) -> bool:
    short = len(token.base) == 1 or (len(token.base) == 2 and token.base[1].islower())
    return short and token.capital and token.after.startswith(".")


def _joined(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower in _AND and tokens[index + 1].gap in SPACES


def _beside(tokens: Sequence[Token], index: int, edges: set[int]) -> bool:
    """Tell whether "and" links this word to a name, or commas do in a list that ends on "and"."""
    if index + 2 < len(tokens) and tokens[index + 1].lower in _AND and index + 2 in edges:
        return tokens[index + 1].gap in SPACES | {", "}
    if index > 1 and tokens[index - 1].lower in _AND and index - 2 in edges:
        return tokens[index - 1].gap in SPACES | {", "}
    if tokens[index].after == " & " and index + 1 in edges:
        return True
    follows = index + 1 < len(tokens) and index + 1 in edges and tokens[index].after == ", "
    before = index - 1 in edges and tokens[index].gap == ", "
    return (follows and before) or (tokens[index].gap == " & " and index - 1 in edges)
