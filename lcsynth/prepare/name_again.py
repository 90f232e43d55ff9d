"""A name found once in a text is a name elsewhere in it: at the head of a sentence, and in lower case."""

from __future__ import annotations

from collections.abc import Sequence

from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.name_facts import Facts
from lcsynth.prepare.tokens import SPACES, Token

_SHORTEST = 3
_SHORTEST_SMALL = 4
_Span = tuple[int, int]


def again(facts: Facts, tokens: Sequence[Token], spans: Sequence[_Span], kept: set[int]) -> list[_Span]:
    """Give the other places of the names that were found, whole or a part of them."""
    taken = {place for start, end in spans for place in range(start, end)}
    if len(taken) == len(tokens):
        return []
    wholes = {tuple(token.lower for token in tokens[start:end]) for start, end in spans if end - start > 1}
    parts = {tokens[place].lower for place in taken if _tells(facts, tokens[place])}
    heads = {one[0] for one in wholes}
    found: list[_Span] = []
    for index, token in enumerate(tokens):
        if (token.lower not in parts and token.lower not in heads) or index in taken or index in kept:
            continue
        end = next((index + len(one) for one in wholes if _stands(tokens, index, one, taken)), index)
        if end == index and token.lower in parts and _is_same(facts, tokens, index):
            end = index + 1
        if end > index:
            found.append((index, end))
            taken.update(range(index, end))
    return found


def _tells(facts: Facts, token: Token) -> bool:
    """Tell whether a part of a name says who is meant: "Goff", not "de" or an initial."""
    prefix = token.lower in lists.PREFIXES
    return token.capital and len(token.base) >= _SHORTEST and not prefix and not facts.no_person(token.base)


def _stands(tokens: Sequence[Token], index: int, name: tuple[str, ...], taken: set[int]) -> bool:
    here = tokens[index : index + len(name)]
    free = taken.isdisjoint(range(index, index + len(name)))
    return free and here[0].capital and tuple(token.lower for token in here) == name


def _is_same(facts: Facts, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word that is part of a name elsewhere is one here, and not a word that it is as well."""
    token = tokens[index]
    common = facts.words.is_common(token.lower) or facts.words.is_small(token.lower)
    if not token.capital:
        return not common and len(token.base) >= _SHORTEST_SMALL
    if not common or not index or token.gap not in SPACES:
        return not common or not token.opens
    before = tokens[index - 1]
    return not (token.opens or before.capital or before.lower in {"de", "het", "een", "the", "a"})
