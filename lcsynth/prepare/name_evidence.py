"""A last rule for names: weighs what a word is and where it stands, when no single sign is enough.

"Bakker" is a word, "Gülay" is in no list, "Faith" begins a sentence: each can be a name or not. What stands
around it decides: "Bakker vindt", "Gülay wil dat", "Faith left the group". The weights are set by hand, a
point for a sign that names have as often as other words; they are in one table, so that they can be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from lcsynth.prepare import name_cues as cues
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.name_facts import Facts
from lcsynth.prepare.surnames import SURNAMES, reads_like_surname
from lcsynth.prepare.tokens import SPACES, Token

_ENOUGH = 2.5
_MOST_ASIDE = 6  # words within brackets after a name: "Wardak (nurse, 34) told us"
_SHORTEST = 3
# Of things too it is said that they ask: "Rust vraagt om ruimte".
_ASKED_BY_THINGS = frozenset({"vraagt", "spreekt", "wijst", "verwacht", "gelijk"})
_CLOSE = SPACES | {", "}
# Plurals and infinitives: "Vissen heeft" is no sentence, but "Wandelen helpt" is.
_NO_SUBJECT = ("en", "ing", "heid")


class Sign:
    """What speaks for a name, and what against; in points."""

    # What the word is.
    POPULAR = 2.5
    LISTED_FIRST = 1.5
    LISTED_SURNAME = 2.0
    WORD_AND_FIRST = 1.5
    WORD_AND_SURNAME = 0.6
    WELL_KNOWN = 0.3  # a surname of the short list that is a word as well: "Smith"
    UNKNOWN = 1.0
    SHAPED = 1.0  # "Terlouw-Akinci", "Hylkema"
    TOWN = -3.0
    HARDLY_EVER = -1.5
    INSIDE = 1.0  # a capital in the middle of a sentence …
    WORD_INSIDE = 1.5  # … tells more of a word that is written without one
    SUBJECT = 0.9  # "Smith makes": a lone noun with a verb, which only a name can be
    # What stands before.
    ARTICLE = -3.0
    PLACE_BEFORE = -1.5
    CAPITAL_BEFORE = -2.0  # "Bowling Green", "City Hall"
    AFTER_CONJUNCTION = 0.4
    AFTER_PERSONS_VERB = 1.5
    AFTER_CUE = 2.0
    # What follows.
    SAYS = 2.5
    ACTS = 1.5
    DOES = 1.0
    IS = 0.2
    HAS_IDEA = 2.0
    OWNS = 0.4
    OWNS_DUTCH = 1.5
    AND_I = 2.0
    WHO = 1.5
    ASIDE = 0.5
    COMES_FROM = 1.0
    SPOKEN_TO = 1.5
    SPEAKS = 1.5


class Evidence:
    """Weighs the evidence for a lone name."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._known: dict[tuple[str, bool], float] = {}

    def weighed(self, tokens: Sequence[Token], index: int, kept: set[int]) -> int:
        """Take a word for a name when there is enough for it: "Bakker vindt", "Gülay wil dat"."""
        token = tokens[index]
        points = self._word(token)
        if not points:
            return index
        end = self._facts.extend(tokens, index, kept)
        small_word = token.opens and self._facts.words.is_small(token.lower)
        if small_word and end > index + 1 and self._facts.names.is_first(tokens[index + 1].base):
            return index  # "Per Marta's suggestion": the name begins after it
        unlisted = not (self._facts.names.is_first(token.base) or self._facts.is_surname(token))
        if unlisted and end > index + 1 and self._facts.names.is_first(tokens[index + 1].base):
            return index
        points += self._before(tokens, index) + self._after(tokens, index, end)
        return end if points >= _ENOUGH else index

    def _word(self, token: Token) -> float:
        """Give what the word itself is worth; nothing when it cannot be a name."""
        key = (token.base, token.opens)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._judge(token)
        return known

    def _judge(self, token: Token) -> float:
        base, facts = token.base, self._facts
        if len(base) < _SHORTEST or base.isupper() or base in lists.NOT_SURNAMES:
            return 0
        popular = facts.is_popular(base)
        if facts.no_person(base) and not popular and base not in lists.SOMETIMES_NAMES:
            return 0
        total = self._listed(token)
        if not total:
            return 0
        total += Sign.SHAPED * reads_like_surname(base) + Sign.TOWN * facts.names.is_place(base)
        if base in lists.NEVER_ALONE or token.lower in lists.COMMON:
            total += Sign.HARDLY_EVER
        if not token.opens:
            total += Sign.WORD_INSIDE if facts.words.is_common(base) else Sign.INSIDE
        return total

    def _listed(self, token: Token) -> float:
        """Give what the lists and the dictionaries make of a word."""
        base, facts, names = token.base, self._facts, self._facts.names
        common = facts.words.is_common(base)
        if base in lists.SOMETIMES_NAMES or (common and facts.is_popular(base)):
            return Sign.WORD_AND_FIRST
        if facts.is_popular(base):
            return Sign.POPULAR
        if names.is_first(base) and not common:
            return Sign.LISTED_FIRST
        if base in names.last or base in names.prefixed or _is_double(facts, base):
            known = Sign.WELL_KNOWN * (base in SURNAMES)
            return Sign.WORD_AND_SURNAME + known if common else Sign.LISTED_SURNAME
        heading = token.lower in cues.BEFORE_NAMES or (token.opens and facts.is_compound(token.lower))
        if heading or not facts.no_word(token):
            return 0
        return Sign.UNKNOWN + Sign.SHAPED * ("-" in base)

    def _before(self, tokens: Sequence[Token], index: int) -> float:
        """Weigh the word before."""
        if not index:
            return 0
        token, before = tokens[index], tokens[index - 1]
        if token.opens:
            return Sign.AFTER_CUE if ":" in token.gap and _heads_names(tokens, index) else 0
        if token.gap not in SPACES:
            return 0
        if before.capital and not before.possessive and not self._facts.words.is_small(before.lower):
            return Sign.CAPITAL_BEFORE if not self._facts.no_person(before.base) else 0
        if before.lower in cues.BEFORE_PERSON or _somebodys(tokens, index):
            return Sign.AFTER_CUE
        if before.lower in cues.DETERMINERS:
            return Sign.ARTICLE
        if before.lower in cues.PLACE_BEFORE:
            return Sign.PLACE_BEFORE
        if before.lower in cues.SAYING or before.lower in cues.ACTING:
            return Sign.AFTER_PERSONS_VERB
        return Sign.AFTER_CONJUNCTION if before.lower in cues.CONJUNCTIONS else 0

    def _after(self, tokens: Sequence[Token], index: int, end: int) -> float:
        """Weigh what follows the name."""
        last = tokens[end - 1]
        if last.after.startswith(":") and tokens[index].opens:
            return Sign.SPEAKS
        if end >= len(tokens):
            return 0
        following = tokens[end]
        if last.possessive:
            ideas = any(one.lower in cues.PERSON_NOUNS for one in tokens[end : end + 2])
            return Sign.HAS_IDEA if ideas else Sign.OWNS
        if last.after.startswith(" ("):
            end = _after_aside(tokens, end)
            return Sign.ASIDE + (_verb(tokens[end]) if end < len(tokens) else 0)
        if following.lower in {"die", "who"} and following.gap in _CLOSE:
            return Sign.WHO
        if last.after.startswith((", ", "? ")):
            spoken_to = any(one.lower in cues.YOU for one in tokens[end : end + 3])
            return Sign.SPOKEN_TO * (tokens[index].opens and spoken_to)
        return self._close(tokens, index, end) if following.gap in SPACES else 0

    def _close(self, tokens: Sequence[Token], index: int, end: int) -> float:
        """Weigh the word that follows after a space."""
        following = tokens[end]
        second = tokens[end + 1].lower if end + 1 < len(tokens) else ""
        if following.lower in {"en", "and"}:
            return Sign.AND_I * (second in {"ik", "i"})
        if following.lower in cues.HIS:
            return Sign.OWNS_DUTCH
        if following.lower in {"van", "uit", "from"} and second in cues.DETERMINERS:
            return Sign.COMES_FROM * (tokens[index].gap not in SPACES)
        verb = Sign.ACTS if following.lower in {"is", "was"} and second in cues.STATES else _verb(following)
        token = tokens[index]
        noun = token.base in lists.NOT_SUBJECTS or self._facts.is_surname(token)
        if not token.opens or not noun or verb <= Sign.IS:
            return verb
        return verb + self._subject(token.base, following, verb)

    def _subject(self, base: str, following: Token, verb: float) -> float:
        """Weigh that a word which is a surname opens a sentence and has a verb: a noun has an article."""
        plural = base.endswith(_NO_SUBJECT) and self._facts.words.is_common(base)
        if base not in lists.NOT_SUBJECTS and not plural:
            return Sign.SUBJECT
        if following.lower in _ASKED_BY_THINGS or verb <= Sign.DOES:
            return -Sign.SUBJECT
        return 0 if verb > Sign.ACTS or base in lists.SOMETIMES_NAMES else -Sign.SUBJECT


def _is_double(facts: Facts, base: str) -> bool:
    """Tell whether this is a surname with another: "Terlouw-Akinci", not "Super-G"."""
    first, hyphen, second = base.partition("-")
    known = first in facts.names.last and not facts.words.is_common(first)
    return bool(hyphen) and known and len(second) >= _SHORTEST and second[0].isupper()


def _verb(token: Token) -> float:
    if token.lower in cues.SAYING:
        return Sign.SAYS
    if token.lower in cues.ACTING:
        return Sign.ACTS
    if token.lower in cues.BEING:
        return Sign.IS
    return Sign.DOES if token.lower in cues.FINITE else 0


def _after_aside(tokens: Sequence[Token], index: int) -> int:
    """Give the position after what is between brackets here."""
    for place in range(index, min(len(tokens), index + _MOST_ASIDE)):
        if tokens[place].after.startswith((") ", "), ")):
            return place + 1
    return len(tokens)


def _heads_names(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a colon after "afwezig", "contact" or the like stands before this word."""
    return any(one.lower in cues.BEFORE_NAMES for one in tokens[max(0, index - 3) : index])


def _somebodys(tokens: Sequence[Token], index: int) -> bool:
    return index > 1 and tokens[index - 1].lower in cues.OF and tokens[index - 2].lower in cues.PERSON_NOUNS
