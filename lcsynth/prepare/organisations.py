"""Which words of a text belong to the name of an organisation, a place or a method: these are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.institutions import BRANDS, INSTITUTIONS, THINKERS
from lcsynth.prepare.lexicon import load_lexicon
from lcsynth.prepare.name_cues import TITLES
from lcsynth.prepare.tokens import SPACES, WORD, Token

_LONGEST = 5
_SMALL = frozenset({"van", "de", "den", "der", "of", "the", "het", "i", "voor", "and", "for"})
_BESIDE = SPACES | {"-"}


class Organisations:
    """Recognises organisations by name (settings and Dutch institutions) and by their kind.

    "Hogeschool Delta", "ROC Maria Bakker" and "Johan Cruijff Arena" are no persons.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, list[tuple[str, ...]]] = {}
        self._telling: dict[str, bool] = {}
        for name in [*names, *sorted(INSTITUTIONS | BRANDS)]:
            parts = tuple(match.group().casefold() for match in WORD.finditer(name))
            if parts:
                self._names.setdefault(parts[0], []).append(parts)

    def kept(self, tokens: Sequence[Token]) -> set[int]:
        """Give the positions of the words that are no person."""
        kept: set[int] = set()
        telling = self._telling
        for index, token in enumerate(tokens):
            tells = telling.get(token.base)
            if tells is None:
                tells = telling[token.base] = self._tells(token)
            if not tells:
                continue
            for parts in self._names.get(token.lower, ()):
                named = tokens[index : index + len(parts)]
                if tuple(one.lower for one in named) == parts and named[-1].capital:
                    kept.update(range(index, index + len(parts)))
            if token.base in THINKERS and not _has_first_name(tokens, index):
                kept.add(index)
            compound = token.capital and token.lower.endswith(lists.ORGANISATION_ENDINGS)
            if compound or token.lower in lists.ORGANISATION_BEFORE:
                kept.update((index, *_capitals_after(tokens, index)))
            if token.lower in lists.ORGANISATION_AFTER and (
                token.capital or token.lower in lists.AFTER_IN_LOWER
            ):
                kept.update((index, *_capitals_before(tokens, index)))
        return kept

    def _tells(self, token: Token) -> bool:
        """Tell whether a word can be part of an organisation or show one: most words do neither."""
        shows = token.lower in lists.ORGANISATION_BEFORE or token.lower in lists.ORGANISATION_AFTER
        ends = token.capital and token.lower.endswith(lists.ORGANISATION_ENDINGS)
        return shows or ends or token.lower in self._names or token.base in THINKERS


def _has_first_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a first name or title stands before this word, so that somebody of that name is meant."""
    if not index:
        return False
    before = tokens[index - 1]
    return before.lower in TITLES or (tokens[index].gap in SPACES and load_lexicon().is_first(before.base))


def _capitals_after(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Give "Rotterdam" after "Hogeschool", "van Amsterdam" after "Universiteit"."""
    place = index + 1
    while place < len(tokens) and place - index <= _LONGEST and tokens[place].gap in _BESIDE:
        token = tokens[place]
        linking = token.lower in _SMALL and place == index + 1
        capital_next = place + 1 < len(tokens) and (
            tokens[place + 1].capital or tokens[place + 1].lower in _SMALL
        )
        if not token.capital and not (linking and capital_next):
            return
        yield place
        place += 1


def _capitals_before(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """Give "Johan Cruijff" before "Arena"; "Jan" before "van Hogeschool Delta" is somebody else."""
    place = index
    while place > 0 and index - place < _LONGEST and tokens[place].gap in _BESIDE:
        before = tokens[place - 1]
        small = place < index and before.lower in lists.PREFIXES and place > 1 and tokens[place - 2].capital
        if (not before.capital and not small) or before.lower in lists.COMMON:
            return
        place -= 1
        yield place
