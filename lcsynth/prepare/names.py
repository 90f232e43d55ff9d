"""Names of persons in Dutch and English text.

A name is taken where something says so: a title or role before it, initials, a known first name with
what follows, a known surname, two words no dictionary knows, or a contributor's own name. A capital is
required; the first word of a sentence, a town, a month or an organisation is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.identifiers import Found
from lcsynth.prepare.language import Languages
from lcsynth.prepare.lexicon import Lexicon, load_lexicon
from lcsynth.prepare.organisations import Organisations
from lcsynth.prepare.tokens import (
    DOTS,
    SPACES,
    WORD,
    Token,
    after_prefixes,
    is_initial,
    is_introduced,
    many_capitals,
    speaks,
    tokenise,
)
from lcsynth.prepare.words import Words

Rule = Callable[[Sequence[Token], int, set[int]], int]

_PIECE = re.compile(r"[^\W\d_]+")
_JOINS = SPACES | DOTS | {"  "}
_PAUSES = frozenset({", ", ",\n", "\n", ": ", ",  "})
_MOST_PARTS = 3  # of a name after the first: "Maria Van den Berg-Bakker"
_ENOUGH_WORDS = 3
_SHORTEST_UNKNOWN, _LONGEST_UNKNOWN = 4, 14


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
        self._parts: set[str] = set()
        self._harmless: dict[str, bool] = {}
        for name in sorted(set(own)):
            self._learn(name)
        self._sure: tuple[Rule, ...] = (self._titled, self._initials, self._first_and_last)
        self._all: tuple[Rule, ...] = (
            self._titled,
            self._after_role,
            self._initials,
            self._first_name,
            self._prefixed,
            self._surname,
            self._unknown,
        )

    def find(self, text: str) -> list[Found]:
        """Find the names in a text without zero-width characters, in order, not overlapping."""
        if all(map(self._is_harmless, set(_PIECE.findall(text)))):
            return []
        tokens = tokenise(text)
        kept = self._organisations.kept(tokens)
        found = self._search(tokens, kept, self._sure if many_capitals(tokens) else self._all)
        if found and self._foreign(text, found):
            found = self._search(tokens, kept, self._sure)
        return found

    def may_be_name(self, word: str) -> bool:
        """Tell whether a word can be a name, or make one of what follows."""
        return not self._is_harmless(word)

    def _is_harmless(self, word: str) -> bool:
        """Tell whether no rule can find a name at or because of this word: most texts hold only such."""
        known = self._harmless.get(word)
        if known is None:
            known = self._harmless[word] = self._judge_harmless(word)
        return known

    def _judge_harmless(self, word: str) -> bool:
        lower = word.casefold()
        if lower in self._parts or lower in self._whole or lower in lists.TELLING:
            return False
        if not word[0].isupper():
            return True
        if self._lists.is_first(word) or self._lists.is_surname(word) or word in self._lists.last:
            return lower in lists.COMMON
        return lower in lists.COMMON or (len(word) > 2 and self._words.is_word(lower))

    def _search(self, tokens: Sequence[Token], kept: set[int], rules: Sequence[Rule]) -> list[Found]:
        found: list[Found] = []
        index = 0
        while index < len(tokens):
            end = index if index in kept else self._name_at(tokens, index, kept, rules)
            if end > index:
                value = " ".join(token.lower for token in tokens[index:end])
                found.append(Found(tokens[index].start, tokens[end - 1].end, "persoon", value))
            index = max(end, index + 1)
        return found

    def _foreign(self, text: str, found: Sequence[Found]) -> bool:
        """Tell whether a text is in a language whose words the dictionaries take for names, as German."""
        edges = [0, *(edge for one in found for edge in (one.start, one.end)), len(text)]
        rest = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
        judged = self._languages.judge(rest)
        return judged.language == "other" and judged.words >= _ENOUGH_WORDS

    @cached_property
    def _lists(self) -> Lexicon:
        return load_lexicon()

    def _learn(self, name: str) -> None:
        last, comma, first = name.partition(",")
        parts = tuple(
            match.group().casefold() for match in WORD.finditer(f"{first} {last}" if comma else name)
        )
        if len(parts) > 1:
            self._whole.setdefault(parts[0], []).append(parts)
        self._parts.update(part for part in parts if len(part) > 2 and part not in lists.PREFIXES)

    def _name_at(self, tokens: Sequence[Token], index: int, kept: set[int], rules: Sequence[Rule]) -> int:
        """Give the position after the name that begins here, or this position when none does."""
        token = tokens[index]
        for parts in self._whole.get(token.lower, ()):
            if tuple(one.lower for one in tokens[index : index + len(parts)]) == parts:
                return index + len(parts)
        if not token.capital:
            return self._small_prefix(tokens, index, kept)
        if token.lower in lists.TITLES or (token.opens and token.lower in lists.ROLES):
            return index
        return next((end for rule in rules if (end := rule(tokens, index, kept)) > index), index)

    def _small_prefix(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "de Vries" after a title, or where no word is a word: "volgens van Dijk"."""
        if tokens[index].lower not in lists.PREFIXES:
            return index
        end = index + 1
        while end < len(tokens) and tokens[end].lower in lists.PREFIXES and not tokens[end].capital:
            end += 1
        if end >= len(tokens) or end in kept or tokens[end].gap not in SPACES or end - index > _MOST_PARTS:
            return index
        last = tokens[end]
        if (
            not last.capital
            or last.opens
            or last.lower in lists.PREFIXES
            or self._no_person(last.base)
            or self._lists.is_place(last.base)
        ):
            return index
        titled = index > 0 and tokens[index - 1].lower in lists.TITLES and tokens[index].gap in _JOINS
        listed = last.base in self._lists.prefixed and last.base not in lists.NOT_SURNAMES
        if titled or last.lower in self._parts or (listed and not self._lists.is_first(last.base)):
            return self._extend(tokens, end, kept)
        return index

    def _titled(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take what follows a title: "dhr. Jansen", "prof. Xiaoming Zhang"."""
        if not index or tokens[index - 1].lower not in lists.TITLES or tokens[index].gap not in _JOINS:
            return index
        if self._no_person(tokens[index].base) or is_initial(tokens, index):
            return index
        return self._extend(tokens, index, kept)

    def _after_role(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take what follows a role or a greeting when it is no word: "collega Oluwaseun", "ik heet Bo"."""
        token = tokens[index]
        if not index or token.gap not in _JOINS | _PAUSES or self._no_person(token.base):
            return index
        role = tokens[index - 1].lower in lists.ROLES and self._no_word(token)
        return self._extend(tokens, index, kept) if role or is_introduced(tokens, index) else index

    def _initials(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "J. de Vries" and "A.B. Pietersen"."""
        if index and tokens[index].gap == "." and not tokens[index - 1].capital:
            return index  # the second part of an abbreviation: z.B.
        end = index
        while end - index < 5 and is_initial(tokens, end):
            end += 1
        if end == index or end >= len(tokens):
            return index
        stop = end
        while stop < len(tokens) and tokens[stop].lower in lists.PREFIXES and tokens[stop].gap in _JOINS:
            stop += 1
        if stop >= len(tokens) or stop in kept or not tokens[stop].capital or tokens[stop].gap not in _JOINS:
            return index
        last = tokens[stop]
        word = self._words.is_word(last.lower) or last.base.isupper() or last.lower in lists.COMMON
        if (
            stop == end
            and word
            and not (self._lists.is_surname(last.base) and not self._no_person(last.base))
        ):
            return index
        return self._extend(tokens, stop, kept)

    def _first_name(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take a first name with the surname that follows, or alone where it can be nothing else."""
        token = tokens[index]
        own = token.lower in self._parts
        if not own and not self._lists.is_first(token.base):
            return index
        end = self._extend(tokens, index, kept)
        return end if end > index + 1 or self._alone(tokens, index, own) else index

    def _first_and_last(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take only a first name with a listed surname: all that is sure where every noun has a capital."""
        token = tokens[index]
        if not self._lists.is_first(token.base) or token.base in lists.NEVER_ALONE:
            return index
        end = self._extend(tokens, index, kept)
        last = tokens[end - 1].base
        listed = last in self._lists.last or last in self._lists.prefixed
        sure = end > index + 1 and listed and not self._lists.is_place(last)
        return end if sure and last not in lists.NOT_SURNAMES | lists.NEVER_ALONE else index

    def _alone(self, tokens: Sequence[Token], index: int, own: bool) -> bool:
        """Tell whether a first name without surname is a person here."""
        token = tokens[index]
        if token.base in lists.NEVER_ALONE or (token.base.isupper() and not own):
            return own and not token.opens
        before = tokens[index - 1].lower if index else ""
        if self._lists.is_place(token.base) and before in lists.PLACE_BEFORE:
            return False
        if not token.opens:
            return True
        if token.base in lists.SOMETIMES_NAMES:
            return token.possessive or speaks(tokens, index)
        return len(token.base) > 2

    def _prefixed(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "De Groot" and "Van den Berg": without a first name the prefix has a capital."""
        token = tokens[index]
        end = after_prefixes(tokens, index + 1)
        if token.lower not in lists.PREFIXES or end >= len(tokens) or end in kept:
            return index
        last = tokens[end]
        if not last.capital or last.gap not in SPACES or self._no_person(last.base):
            return index
        whole = f"{token.base} {last.base}"
        if last.base in lists.NOT_SURNAMES or self._lists.is_place(whole):
            return index
        word = self._words.is_word(last.lower)
        listed = last.base in self._lists.prefixed or whole in self._lists.last
        listed = listed or (
            not word and (last.base in self._lists.last or token.lower in lists.ARABIC_PREFIXES)
        )
        place = self._lists.is_place(last.base) and (token.opens or token.lower != "de")
        return end + 1 if listed and not place else index

    def _surname(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take a surname alone when it is no word and no town: "Jansen", not "Bakker"."""
        token = tokens[index]
        if self._no_person(token.base) or token.base in lists.NOT_SURNAMES or len(token.base) < 4:
            return index
        word = self._words.is_word(token.lower)
        own = token.lower in self._parts and not (token.opens and word)
        listed = token.base in self._lists.last and not word and not self._lists.is_place(token.base)
        return self._extend(tokens, index, kept) if own or listed else index

    def _unknown(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take two words with a capital that no dictionary knows: most of the world's names."""
        end = after_prefixes(tokens, index + 1)
        if end >= len(tokens) or end in kept or tokens[end].gap not in SPACES or not tokens[end].capital:
            return index
        last = tokens[end]
        if (
            not self._no_word(tokens[index])
            or self._no_person(tokens[index].base)
            or self._no_person(last.base)
        ):
            return index
        listed = last.base in self._lists.last or last.base in self._lists.prefixed or end > index + 1
        return self._extend(tokens, end, kept) if listed or self._no_word(last) else index

    def _extend(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Extend a name that begins here over the surname that follows."""
        weak = tokens[index].base in lists.NEVER_ALONE | lists.SOMETIMES_NAMES
        end = index + 1
        for _ in range(_MOST_PARTS):
            stop = after_prefixes(tokens, end)
            if stop >= len(tokens) or stop in kept or not tokens[stop].capital:
                break
            spaced = tokens[stop].gap in SPACES
            initial = (
                is_initial(tokens, stop) and spaced and stop + 1 < len(tokens) and tokens[stop + 1].capital
            )
            after_initial = tokens[stop].gap in DOTS and is_initial(tokens, stop - 1)
            if not initial and not (
                (spaced or after_initial) and self._follows(tokens[stop], stop > end, weak)
            ):
                break
            end = stop + 1
        return end

    def _follows(self, token: Token, prefixed: bool, weak: bool) -> bool:
        """Tell whether this word can be the surname after a first name."""
        if self._no_person(token.base) or token.lower in lists.TITLES:
            return False
        place = self._lists.is_place(token.base)
        if token.lower in self._parts or (prefixed and (not place or token.base in self._lists.prefixed)):
            return True
        if self._lists.is_surname(token.base) and token.base not in lists.NOT_SURNAMES:
            return not (weak and self._words.is_word(token.lower) and token.base in lists.NEVER_ALONE)
        unknown = not self._words.is_word(token.lower) and not place
        return unknown and (not weak or len(token.base) >= _SHORTEST_UNKNOWN)

    def _no_word(self, token: Token) -> bool:
        """Tell whether a word is in no list and no dictionary, and not a compound or an abbreviation."""
        base = token.base
        if not _SHORTEST_UNKNOWN <= len(base) <= _LONGEST_UNKNOWN or not base[1:].islower():
            return False
        return not self._words.is_word(token.lower) and not self._lists.is_place(base)

    def _no_person(self, base: str) -> bool:
        lower = base.lower()
        return (
            lower in lists.COMMON
            or lower in lists.ORGANISATION_BEFORE
            or lower in lists.ORGANISATION_AFTER
            or lower in lists.ROLES
            or (base in lists.NEVER_ALONE and not self._lists.is_surname(base))
        )
