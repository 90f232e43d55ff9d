"""What one word tells: whether it can be a first name, a surname or no name; and how far a name goes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.lexicon import Lexicon, load_lexicon
from lcsynth.prepare.surnames import reads_like_surname
from lcsynth.prepare.tokens import DOTS, SPACES, Token, after_prefixes, is_initial
from lcsynth.prepare.word_sets import word_set
from lcsynth.prepare.words import LONGEST, Words
from lcsynth.prepare.world_names import FIRST_NAMES

_MOST_PARTS = 3  # of a name after the first: "Maria Van den Berg-Bakker"
_SHORTEST_UNKNOWN, _LONGEST_UNKNOWN = 4, 18
# Compounds that dictionaries lack end like these: "Werktuigbouwkunde", "Regiodag".
_WORD_ENDINGS = tuple(
    sorted(
        word_set(
            """kunde techniek logie management wetenschap wetenschappen onderwijs zorg welzijn beleid
            opleiding traject project netwerk gesprek overleg groep dag dagen week plan raad heid
            heden isme iteit iteiten schap tafel fabriek huys huis lab labs academie akkoord agenda
            deal wijzer kaart scan tool dienst fonds regeling programma onderzoek ontwikkeling
            community gemeenschap gemeenschappen model monitor bijeenkomst sessie"""
        )
    )
)
_WEAK = lists.NEVER_ALONE | lists.SOMETIMES_NAMES
_COMPASS = word_set("Noord Zuid Oost West Noordoost Noordwest Zuidoost Zuidwest Midden Nieuw Groot Klein Oud")
_NO_PERSON = (
    lists.COMMON | lists.ORGANISATION_BEFORE | lists.ORGANISATION_AFTER | cues.ROLES | cues.BEFORE_PERSON
)


class Facts:
    """Judges words by the lists, the dictionaries and the names of the contributors.

    Parameters
    ----------
    words
        The dictionaries, to tell words from names.
    parts
        The parts of the names of the contributors, in lower case.
    """

    def __init__(self, words: Words, parts: frozenset[str]) -> None:
        self.words = words
        self.parts = parts
        self._no_person: dict[str, bool] = {}
        self._no_word: dict[str, bool] = {}
        self._compound: dict[str, bool] = {}

    @cached_property
    def names(self) -> Lexicon:
        """The lists of names and places, which load on first use."""
        return load_lexicon()

    def is_popular(self, base: str) -> bool:
        """Tell whether a word is a first name before it is anything else: of the short list, not the long."""
        head = base.partition("-")[0]
        return head in FIRST_NAMES or (base.isupper() and base.capitalize() in FIRST_NAMES)

    def is_small_first(self, lower: str) -> bool:
        """Tell whether a word in lower case can be a first name: "sanne", not "wil" or "dan"."""
        capital = lower.capitalize()
        popular = capital in FIRST_NAMES
        if len(lower) < (3 if popular else 4) or lower in lists.COMMON or not self.names.is_first(capital):
            return False
        if lower in lists.NEVER_SMALL:
            return False
        if capital in cues.MODALS or self.words.is_small(lower):
            return False
        return popular or not self.words.is_common(lower)

    def no_word(self, token: Token) -> bool:
        """Tell whether a word is in no list and no dictionary, and not a compound or an abbreviation."""
        known = self._no_word.get(token.base)
        if known is None:
            known = self._no_word[token.base] = self._judge_no_word(token.base)
        return known

    def _judge_no_word(self, base: str) -> bool:
        shortest = _SHORTEST_UNKNOWN if base.isascii() else _SHORTEST_UNKNOWN - 2
        if not shortest <= len(base) <= 2 * _LONGEST_UNKNOWN:
            return False
        if self.words.is_word(base.lower()) or self.names.is_place(base):
            return False
        parts = base.split("-")
        if base.endswith(_WORD_ENDINGS) or parts[0] in _COMPASS:
            return False
        return all(self._no_word_part(part, shortest) for part in parts)

    def _no_word_part(self, part: str, shortest: int) -> bool:
        if part in {"Al", "El", "Ben", "Abu", "Ait"}:
            return True
        if not part[:1].isupper() or not shortest <= len(part) <= _LONGEST_UNKNOWN:
            return False
        if not part[1:].islower() and not reads_like_surname(part):
            return False
        return not self.words.is_word(part.lower()) or self.names.is_surname(part)

    def is_compound(self, lower: str) -> bool:
        """Tell whether a word is two Dutch words in one: "kennisdeling", "verzendadres".

        Surnames can be as well ("Uiterwijk"), so this says something only where every word has a capital.
        """
        if len(lower) > LONGEST:
            return False
        known = self._compound.get(lower)
        if known is None:
            known = self._compound[lower] = any(
                self._both_words(lower[:cut], lower[cut:]) for cut in range(3, len(lower) - 3)
            )
        return known

    def _both_words(self, head: str, tail: str) -> bool:
        if not self.words.is_common(tail):
            return False
        return self.words.is_common(head) or (head[-1] in "s-" and self.words.is_common(head[:-1]))

    def is_surname(self, token: Token) -> bool:
        """Tell whether a word is a listed surname that is no office, organisation or town."""
        base = token.base
        listed = base in self.names.last or base in self.names.prefixed
        listed = listed or ("-" in base and base.partition("-")[0] in self.names.last)
        return listed and base not in lists.NO_SURNAME_ALONE and not self.names.is_place(base)

    def no_person(self, base: str) -> bool:
        """Tell whether this word never belongs to the name of a person."""
        known = self._no_person.get(base)
        if known is None:
            known = self._no_person[base] = self._judge_no_person(base)
        return known

    def _judge_no_person(self, base: str) -> bool:
        lower = base.lower()
        if lower in _NO_PERSON or lower.endswith(cues.ROLE_ENDINGS):
            return True
        return base in lists.NEVER_ALONE and not self.names.is_surname(base)

    def extend(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Give the position after a name that begins here, with the surnames that follow."""
        weak = tokens[index].base in _WEAK
        weak = weak and (tokens[index].opens or not self.is_popular(tokens[index].base))
        end = index + 1
        for _ in range(_MOST_PARTS):
            stop = after_prefixes(tokens, end)
            if stop >= len(tokens) or stop in kept or not tokens[stop].capital or tokens[end - 1].possessive:
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
        # "Ruben S. belt": the first letter of a surname, when the name would end before it.
        if end < len(tokens) and tokens[end].gap in SPACES and not tokens[end - 1].possessive:
            letter = tokens[end]
            if len(letter.base) == 1 and letter.capital and letter.after.startswith("."):
                return end + 1
        return end

    def _follows(self, token: Token, prefixed: bool, weak: bool) -> bool:
        """Tell whether this word can be the surname after a first name."""
        if self.no_person(token.base) or token.lower in cues.TITLES:
            return False
        place = self.names.is_place(token.base)
        if token.lower in self.parts or (prefixed and (not place or token.base in self.names.prefixed)):
            return True
        if self.names.is_surname(token.base) and token.base not in lists.NOT_SURNAMES:
            return not (weak and self.words.is_common(token.lower) and token.base in lists.NEVER_ALONE)
        unknown = not self.words.is_word(token.lower) and not place
        return unknown and (not weak or len(token.base) >= _SHORTEST_UNKNOWN)
