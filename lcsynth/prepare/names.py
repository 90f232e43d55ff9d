"""Names of persons in Dutch and English text.

A name is taken where something says so: a title or role before it, initials, a known first name with
what follows, a known surname, two words no dictionary knows, a verb only persons do, a reference, or a
contributor's own name. A capital is required but after a greeting and the like; the first word of a
sentence, a town, a month or an organisation is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.identifiers import Found
from lcsynth.prepare.language import Languages
from lcsynth.prepare.name_again import again
from lcsynth.prepare.name_contexts import StandsWhere
from lcsynth.prepare.name_evidence import Evidence
from lcsynth.prepare.name_facts import Facts
from lcsynth.prepare.name_rules import MadeOf, Rule
from lcsynth.prepare.name_small import Small
from lcsynth.prepare.organisations import Organisations
from lcsynth.prepare.tokens import LETTERS, SPACES, WORD, Token, many_capitals, tokenise
from lcsynth.prepare.words import Words

_PIECE = re.compile(LETTERS)
# After these a word that is otherwise no name can be one.
_LEADING = cues.TELLING | {"is"}
_ENOUGH_WORDS = 3
_ENOUGH_GRAMMAR = 4
_PREFIX = 2
_SHORTEST_OWNER = 5  # "Jans"; what is shorter is too often something else


class Names:
    """Finds names; the lists load when the first text with a capital comes.

    Parameters
    ----------
    words
        The dictionaries, to tell words from names.
    own
        The names of the contributors themselves: found everywhere, written whole also in lower case.
    organisations
        Names never masked as a person.
    """

    def __init__(self, words: Words, own: Iterable[str] = (), organisations: Iterable[str] = ()) -> None:
        self._words = words
        self._languages = Languages(words)
        self._organisations = Organisations(organisations)
        self._whole: dict[str, list[tuple[str, ...]]] = {}
        self._harmless: dict[str, bool] = {}
        self._plain: set[str] = set()  # words as they stand between spaces, of which all pieces are harmless
        self._silent: dict[str, int] = {}
        self._facts = Facts(words, self._learn(own))
        self._made_of, self._stands_where = MadeOf(self._facts), StandsWhere(self._facts)
        self._small = Small(self._facts)
        made_of, stands_where = self._made_of, self._stands_where
        self._sure: tuple[Rule, ...] = (made_of.titled, made_of.initials, made_of.first_and_last)
        self._all: tuple[Rule, ...] = (
            made_of.titled,
            stands_where.surname_first,
            made_of.initials,
            made_of.first_name,
            made_of.prefixed,
            stands_where.cited,
            stands_where.after_cue,
            made_of.surname,
            made_of.unknown,
            stands_where.before_verb,
            stands_where.speaker,
            Evidence(self._facts).weighed,
        )

    def find(self, text: str) -> list[Found]:
        """Find the names in a text without zero-width characters, in order, not overlapping."""
        words = text.split()
        if self._plain.issuperset(words) or all(map(self._is_plain, set(words) - self._plain)):
            return []
        tokens = self._without_genitives(tokenise(text))
        kept = self._organisations.kept(tokens)
        found = self._search(tokens, kept, self._sure if many_capitals(tokens) else self._all)
        if found and not self._familiar(tokens) and self._foreign(text, found):
            found = self._search(tokens, kept, self._sure)
        return found

    def may_be_name(self, word: str) -> bool:
        """Tell whether a word can be a name, or make one of what follows."""
        return not self._is_harmless(word)

    def _is_plain(self, word: str) -> bool:
        """Tell whether what stands between two spaces holds nothing but harmless words; remember it if so."""
        plain = all(map(self._is_harmless, _PIECE.findall(word)))
        if plain:
            self._plain.add(word)
        return plain

    def _is_harmless(self, word: str) -> bool:
        """Tell whether no rule can find a name at or because of this word: most texts hold only such."""
        known = self._harmless.get(word)
        if known is None:
            known = self._harmless[word] = self._judge_harmless(word)
        return known

    def _judge_harmless(self, word: str) -> bool:
        lower = word.casefold()
        if lower in self._facts.parts or lower in self._whole or lower in cues.TELLING:
            return False
        if not word[0].isupper():
            return not self._facts.is_small_first(lower)
        if word in cues.MODALS:
            return False
        names = self._facts.names
        if lower in lists.COMMON:
            return True
        wordlike = not self._facts.is_popular(word) and word not in lists.SMALL_WORD_SURNAMES
        if len(word) > 1 and wordlike and self._words.is_small(lower):
            return lower not in lists.PREFIXES
        if names.is_first(word) or names.is_surname(word):
            return False
        return len(word) > 2 and self._words.is_word(lower)

    def _learn(self, own: Iterable[str]) -> frozenset[str]:
        """Remember the whole names of the contributors, and give their parts."""
        known: set[str] = set()
        for name in sorted(set(own)):
            last, comma, first = name.partition(",")
            parts = tuple(
                match.group().casefold() for match in WORD.finditer(f"{first} {last}" if comma else name)
            )
            if len(parts) > 1:
                self._whole.setdefault(parts[0], []).append(parts)
            known.update(part for part in parts if len(part) > 2 and part not in lists.PREFIXES)
        return frozenset(known)

    def _without_genitives(self, tokens: list[Token]) -> list[Token]:
        """Take the s off a first name before what it owns: "Karins voorstel"."""
        for place, token in enumerate(tokens[:-1]):
            base, following = token.base, tokens[place + 1]
            if not token.capital or not base.endswith("s") or len(base) < _SHORTEST_OWNER:
                continue
            owner, names = base[:-1], self._facts.names
            known = (
                names.is_first(base)
                or base in names.last
                or names.is_place(base)
                or self._words.is_word(token.lower)
            )
            owned = following.gap in SPACES and not following.capital
            owned = owned and not self._words.look_up(following.lower).grammar
            owned = owned and following.lower not in cues.FINITE
            known = known and following.lower not in cues.PERSON_NOUNS
            if owned and not known and (names.is_first(owner) or owner.casefold() in self._facts.parts):
                tokens[place] = token.owning(owner)
        return tokens

    def _search(self, tokens: Sequence[Token], kept: set[int], rules: tuple[Rule, ...]) -> list[Found]:
        spans: list[tuple[int, int]] = []
        done = 0
        for index, token in enumerate(tokens):
            if index < done or index in kept or self._is_silent(tokens, index, token):
                continue
            end = self._name_at(tokens, index, kept, rules)
            if end > index:
                spans.append((index, end))
                done = end
        if spans and rules is self._all:
            others = self._stands_where.company(tokens, spans, kept)
            spans = sorted([*spans, *((place, place + 1) for place in others)])
            spans = sorted([*spans, *again(self._facts, tokens, spans, kept)])
        return [_found(tokens[start:end]) for start, end in spans]

    def _is_silent(self, tokens: Sequence[Token], index: int, token: Token) -> bool:
        """Tell at a glance that no name begins at this word: at most words none does."""
        known = self._silent.get(token.base)
        if known is None:
            prefix = token.lower in lists.PREFIXES and not token.capital
            listed = token.lower in self._whole or (token.lower in lists.PREFIXES and not prefix)
            silent = not listed and (prefix or self._is_harmless(token.base))
            known = self._silent[token.base] = _PREFIX if silent and prefix else silent
        if not known or (index and tokens[index - 1].lower in _LEADING):
            return False
        if known == _PREFIX and index + 1 < len(tokens):  # "de" begins a name only before a capital
            following = tokens[index + 1]
            return not following.capital and following.lower not in lists.PREFIXES
        return not (len(token.base) == 1 and token.after.startswith("."))  # an initial: "A. Boateng"

    def _familiar(self, tokens: Sequence[Token]) -> bool:
        """Tell at a glance that a text is Dutch or English: enough words of their grammar, no others."""
        grammar = [self._words.look_up(token.lower).grammar for token in tokens]
        known = len(grammar) - grammar.count("") - grammar.count("other")
        return known >= _ENOUGH_GRAMMAR and "other" not in grammar

    def _foreign(self, text: str, found: Sequence[Found]) -> bool:
        """Tell whether a text is in a language whose words the dictionaries take for names, as German."""
        edges = [0, *(edge for one in found for edge in (one.start, one.end)), len(text)]
        rest = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        judged = self._languages.judge(rest)
        return judged.language == "other" and judged.words >= _ENOUGH_WORDS

    def _name_at(self, tokens: Sequence[Token], index: int, kept: set[int], rules: tuple[Rule, ...]) -> int:
        """Give the position after the name that begins here, or this position when none does."""
        token = tokens[index]
        for parts in self._whole.get(token.lower, ()):
            if tuple(one.lower for one in tokens[index : index + len(parts)]) == parts:
                return index + len(parts)
        if not token.capital:
            return self._small_at(tokens, index, kept, rules)
        if token.lower in cues.TITLES or (token.opens and token.lower in cues.ROLES):
            return index
        for rule in rules:
            end = rule(tokens, index, kept)
            if end > index:
                return end
        return index

    def _small_at(self, tokens: Sequence[Token], index: int, kept: set[int], rules: tuple[Rule, ...]) -> int:
        """Give the position after the name that begins in lower case here."""
        end = self._small.lone(tokens, index) if rules is self._all else index
        return max(end, self._made_of.small_prefix(tokens, index, kept))


def _found(tokens: Sequence[Token]) -> Found:
    """Give the stretch from the first to the last word, with the full stop of an initial: "Eyob, M."."""
    last = tokens[-1]
    letter = len(tokens) > 1 and len(last.base) == 1 and last.capital and last.after.startswith(".")
    value = " ".join(token.lower for token in tokens)
    return Found(tokens[0].start, last.end + letter, "persoon", value)
