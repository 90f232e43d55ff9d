"""Rules that take a name by what it is made of: titles, initials, first names, prefixes, surnames.

Each rule gives the position after the name that begins at a word with a capital, or the position of that
word when it sees none. They lean on the lists; what leans on the sentence is in `name_contexts`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.name_facts import Facts
from lcsynth.prepare.surnames import reads_like_surname
from lcsynth.prepare.tokens import DOTS, SPACES, Token, after_own_prefixes, after_prefixes, is_initial, speaks

Rule = Callable[[Sequence[Token], int, set[int]], int]

JOINS = SPACES | DOTS | {"  "}
_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})
_PREPOSITIONS = frozenset({"in", "op"})
_MOST_INITIALS = 5
_LONGEST_UNDOTTED = 3  # "JW Terpstra"
_BEFORE_SMALL_PREFIX = cues.BEFORE_PERSON | cues.ROLES | cues.BEFORE_SMALL | {"en", "and", "van", "of"}
# A prefix of other languages, with a capital, makes a name of an unknown word: "Le Goff".
_ABROAD = frozenset({"Le", "La", "El", "Al", "Da", "Di", "Du", "Del", "Von", "Zu"})


class MadeOf:
    """Rules about the parts of a name."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def small_prefix(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "de Vries" after a title, or where no word is a word: "volgens van Dijk"."""
        token = tokens[index]
        if token.lower not in lists.PREFIXES or token.lower in {"in", "op", "het"}:
            return index
        end = after_prefixes(tokens, index + 1)
        if end >= len(tokens) or end in kept or tokens[end].gap not in SPACES:
            return index
        if any(one.capital for one in tokens[index + 1 : end]):
            return index
        last, names = tokens[end], self._facts.names
        if not last.capital or last.opens or last.lower in lists.PREFIXES or self._facts.no_person(last.base):
            return index
        before = tokens[index - 1].lower if index else ""
        titled = before in cues.TITLES and token.gap in JOINS
        if names.is_place(last.base) and not titled:
            return index
        # Alone these are words before most names: "de studie van Koster", "op de Dam".
        if (
            token.lower in {"van", "de"}
            and end == index + 1
            and not titled
            and before not in _BEFORE_SMALL_PREFIX
        ):
            return index
        listed = last.base in names.prefixed and last.base not in lists.NOT_SURNAMES
        if titled or last.lower in self._facts.parts or (listed and not names.is_first(last.base)):
            return self._facts.extend(tokens, end, kept)
        return index

    def titled(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take what follows a title: "dhr. Jansen", "prof. Xiaoming Zhang", "Ms Ten Hoopen"."""
        if not index or tokens[index - 1].lower not in cues.TITLES or tokens[index].gap not in JOINS:
            return index
        if is_initial(tokens, index):
            return index
        stop = after_own_prefixes(tokens, index)
        if stop > index:
            follows = stop < len(tokens) and tokens[stop].capital and tokens[stop].gap in SPACES
            return self._facts.extend(tokens, stop, kept) if follows and stop not in kept else index
        return index if self._facts.no_person(tokens[index].base) else self._facts.extend(tokens, index, kept)

    def initials(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "J. de Vries" and "A.B. Pietersen"."""
        if index and tokens[index].gap == "." and not tokens[index - 1].capital:
            return index  # the second part of an abbreviation: z.B.
        end = index
        while end - index < _MOST_INITIALS and is_initial(tokens, end):
            end += 1
        if end == index and self._undotted(tokens, index):
            end = index + 1
        if end == index or end >= len(tokens):
            return index
        stop = after_own_prefixes(tokens, end) if tokens[end].gap in JOINS else end
        if stop >= len(tokens) or stop in kept or not tokens[stop].capital or tokens[stop].gap not in JOINS:
            return index
        last = tokens[stop]
        word = self._facts.words.is_common(last.lower) or last.base.isupper() or last.lower in lists.COMMON
        surname = self._facts.names.is_surname(last.base) and not self._facts.no_person(last.base)
        return index if stop == end and word and not surname else self._facts.extend(tokens, stop, kept)

    def _undotted(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether these are initials without full stops before a surname: "JW Terpstra"."""
        token = tokens[index]
        if not token.base.isupper() or len(token.base) > _LONGEST_UNDOTTED or index + 1 >= len(tokens):
            return False
        surname = after_own_prefixes(tokens, index + 1)
        if surname >= len(tokens):
            return False
        last = tokens[surname]
        one = len(token.base) == 1 and token.lower in {"i", "a"}
        if one or self._facts.words.is_word(token.lower) or not last.capital or last.base.isupper():
            return False
        common = self._facts.words.is_common(last.lower)
        return self._facts.is_surname(last) and not common and not self._facts.names.is_first(last.base)

    def first_name(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take a first name with the surname that follows, or alone where it can be nothing else."""
        token = tokens[index]
        own = token.lower in self._facts.parts
        if not own and (not self._facts.names.is_first(token.base) or token.lower in lists.WORD_PREFIXES):
            return index
        if token.opens and not own and self._facts.words.is_small(token.lower):
            # Names that are small words too: "Elke", "Per", "My".
            whole = self.first_and_last(tokens, index, kept)
            return max(whole, index + (self._facts.is_popular(token.base) and _acts(tokens, index)))
        end = self._facts.extend(tokens, index, kept)
        return end if end > index + 1 or self._alone(tokens, index, own) else index

    def first_and_last(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take only a first name with a listed surname: all that is sure where every noun has a capital."""
        token, names = tokens[index], self._facts.names
        if not names.is_first(token.base) or token.base in lists.NEVER_ALONE:
            return index
        end = self._facts.extend(tokens, index, kept)
        last = tokens[end - 1].base
        listed = last in names.last or last in names.prefixed
        sure = end > index + 1 and listed and not names.is_place(last)
        return end if sure and last not in lists.NO_SURNAME_ALONE else index

    def _alone(self, tokens: Sequence[Token], index: int, own: bool) -> bool:
        """Tell whether a first name without surname is a person here."""
        token = tokens[index]
        if token.base in lists.NEVER_ALONE or (token.base.isupper() and not own):
            return (own and not token.opens) or (self._facts.is_popular(token.base) and _says(tokens, index))
        before = tokens[index - 1].lower if index else ""
        if before in _ARTICLES and token.base in lists.SOMETIMES_NAMES and token.gap in SPACES:
            return False
        if self._facts.names.is_place(token.base) and before in cues.PLACE_BEFORE:
            return False
        if not token.opens:
            return True
        if token.base in lists.SOMETIMES_NAMES:
            return token.possessive or speaks(tokens, index) or _is_the_one(tokens, index)
        popular = self._facts.is_popular(token.base) or not self._facts.words.is_common(token.lower)
        return len(token.base) > 2 and (own or popular or speaks(tokens, index))

    def prefixed(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take "De Groot" and "Van den Berg": without a first name the prefix has a capital."""
        token, names = tokens[index], self._facts.names
        end = after_prefixes(tokens, index + 1)
        if token.lower not in lists.PREFIXES or end >= len(tokens) or end in kept:
            return index
        last = tokens[end]
        if not last.capital or last.gap not in SPACES or self._facts.no_person(last.base):
            return index
        if token.opens and token.lower in _PREPOSITIONS and tokens[index + 1].lower not in {"'t", "’t"}:
            return index
        whole = " ".join(one.base for one in tokens[index : end + 1])
        rest = whole.partition(" ")[2]
        if last.base in lists.NOT_SURNAMES or names.is_place(whole) or (" " in rest and names.is_place(rest)):
            return index
        if token.opens and token.lower == "de" and names.is_first(last.base) and not _says(tokens, end):
            return index
        unknown = not self._facts.words.is_word(last.lower)
        listed = last.base in names.prefixed or whole in names.last
        listed = listed or (unknown and (last.base in names.last or token.lower in lists.ARABIC_PREFIXES))
        place = names.is_place(last.base) and (token.opens or token.lower not in {"de", "van"})
        if not place and (listed or self._strongly_prefixed(tokens, index, end)):
            return self._facts.extend(tokens, end, kept)
        return index

    def _strongly_prefixed(self, tokens: Sequence[Token], index: int, end: int) -> bool:
        """Tell whether the prefixes alone make a name: "Van den Broucke", "met Van Oosterzee"."""
        token, last = tokens[index], tokens[end]
        if len(last.base) < 3 or last.base.isupper():
            return False
        unknown = self._facts.no_word(last) or self._facts.names.is_place(last.base)
        if end > index + 1:
            return not token.opens or (unknown and token.lower not in lists.WORD_PREFIXES - {"van"})
        abroad = token.base in _ABROAD and tokens[index - 1].lower not in cues.PLACE_BEFORE
        lone = token.lower in lists.WORD_PREFIXES - {"van"} and not abroad
        return not token.opens and not lone and unknown

    def surname(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take a surname alone when it is no word and no town: "Jansen", not "Bakker"."""
        token = tokens[index]
        if self._facts.no_person(token.base) or token.base in lists.NOT_SURNAMES or len(token.base) < 4:
            return index
        word = self._facts.words.is_common(token.lower)
        own = token.lower in self._facts.parts and not (token.opens and word)
        listed = token.base in self._facts.names.last and not word and token.base not in lists.NEVER_ALONE
        shaped = not token.opens and reads_like_surname(token.base) and self._facts.no_word(token)
        known = (listed or shaped) and not self._facts.names.is_place(token.base)
        if known and index and token.gap in SPACES and not (shaped or own):
            proper = self._facts.words.is_word(token.lower)
            known = not self._belongs(tokens[index - 1]) and not (
                proper and tokens[index - 1].lower in _ARTICLES
            )
        return self._facts.extend(tokens, index, kept) if own or known else index

    def _belongs(self, before: Token) -> bool:
        """Tell whether a word with a capital before a surname makes it part of something: "Bowling Green"."""
        if not before.capital or before.possessive or self._facts.no_person(before.base):
            return False
        words = self._facts.words
        return not words.is_small(before.lower) and words.is_common(before.lower)

    def unknown(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take two words with a capital that no dictionary knows: most of the world's names."""
        end = after_prefixes(tokens, index + 1)
        if end >= len(tokens) or end in kept or tokens[end].gap not in SPACES or not tokens[end].capital:
            return index
        first, last = tokens[index], tokens[end]
        if not self._facts.no_word(first) or any(map(self._facts.no_person, (first.base, last.base))):
            return index
        listed = last.base in self._facts.names.last or last.base in self._facts.names.prefixed
        listed = listed or end > index + 1
        return self._facts.extend(tokens, end, kept) if listed or self._facts.no_word(last) else index


def _next(tokens: Sequence[Token], index: int) -> str:
    """Give the word that follows after a space, in lower case."""
    follows = index + 1 < len(tokens) and tokens[index + 1].gap in SPACES
    return tokens[index + 1].lower if follows else ""


def _says(tokens: Sequence[Token], index: int) -> bool:
    return _next(tokens, index) in cues.SAYING


def _acts(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a finite verb follows, so that a verb cannot stand here: "Wil heeft gelijk"."""
    verbs = cues.FINITE if tokens[index].base in cues.MODALS - {"May", "Can"} else cues.SAYING
    return tokens[index].possessive or _next(tokens, index) in verbs


def _is_the_one(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "was the only one", "is de eerste" or "was one of" follows."""
    if _next(tokens, index) not in {"is", "was"} or index + 3 >= len(tokens):
        return False
    second, third = tokens[index + 2].lower, tokens[index + 3].lower
    return (
        second == "degene"
        or (second in {"de", "the"} and third in cues.ONLY_ONE)
        or (second in {"one", "een"} and third in {"of", "van"})
    )
