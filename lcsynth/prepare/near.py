"""Near copies: texts that say the same in all but case, punctuation, a typing error or a word more.

Measured on labelled requests and consultations: likeness of characters takes "zet de lamp in de keuken
aan" and "… uit" for copies, so that a word may only differ by a typing error, and none may come or go
that turns a text round (a negation, a number, "alleen", "uit").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain, combinations

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DIGIT = re.compile(r"\d")
FEWEST_WORDS = 6  # shorter texts differ in meaning when they differ in a letter
_WORDS_PER_WORD_MORE = 10  # one word in ten may be new: 0.9 of the words are the same
_WORDS_PER_ERROR = 8
_MOST_DIFFERENCES = 6
_MOST_COMPARED = 50  # originals with the same rare words that one text is held against
_LETTERS = 5  # of a word that may hold one typing error; twice as many may hold two
# With or without one of these a text says something else.
_TURNS_SAID = """
    niet geen nooit niemand niets niks nergens noch zonder not no never nobody nothing none neither nor
    without cannot nee neen wel alleen only slechts maar but tegen against meer minder more less fewer
    te too altijd always soms sometimes alle all every elke ieder sommige some aan uit af op in out on off
    open dicht closed up down voor na before after boven onder above below links rechts left right
    een één twee drie vier vijf zes zeven acht negen tien one two three four five six seven eight nine
    ten half helft dubbel double eerste tweede first second unless tenzij mits als if
"""
_TURNS = frozenset(_TURNS_SAID.split())
_OPPOSES = re.compile(r"(?:on|in|im|un|non|niet|dis|de|her|re)")


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text without case, punctuation or the form of its accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'")
    return tuple(_WORD.findall(text.casefold()))


def originals(texts: Sequence[str], groups: Sequence[Hashable], *, fewest: int = FEWEST_WORDS) -> list[int]:
    """Give for each text the place of the first in its group that says the same, its own for a first.

    Parameters
    ----------
    texts
        In an order that does not depend on the order of rows: the earlier of two is the original.
    groups
        What must be equal for one to be a copy of the other.
    fewest
        Words below which only the same words are the same text.

    Returns
    -------
    list of int
        A copy names an original and never another copy. Candidates are texts that share two of their
        rarest words (prefix filtering: Bayardo, Ma and Srikant, WWW 2007), so that the time grows with the
        number of texts and not with its square.
    """
    said = [words_of(text) for text in texts]
    sets, lone = _ranked(said)
    exact: dict[Hashable, dict[Hashable, int]] = defaultdict(dict)
    sharing: dict[Hashable, dict[tuple[int, int], list[int]]] = defaultdict(dict)
    found = []
    for place, (words, group) in enumerate(zip(said, groups, strict=True)):
        original = exact[group].setdefault(words or texts[place], place)
        if original == place and len(words) >= fewest:
            pairs, known = list(_rare_pairs(sets[place], lone, len(words))), sharing[group]
            original = _first_alike(place, said, sets, [known[pair] for pair in pairs if pair in known])
            if original == place:
                for pair in pairs:
                    places = known.setdefault(pair, [])
                    if len(places) < _MOST_COMPARED:
                        places.append(place)
            exact[group][words] = original
        found.append(original)
    return found


def _ranked(said: Sequence[tuple[str, ...]]) -> tuple[list[frozenset[int]], int]:
    """Give the words of each text as ranks, the rarest first, and the rank from which texts share them."""
    counts = Counter(chain.from_iterable(map(set, said)))
    rank = {word: place for place, word in enumerate(sorted(counts, key=lambda word: (counts[word], word)))}
    lone = sum(count == 1 for count in counts.values())
    return [frozenset([rank[word] for word in words]) for words in said], lone


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two texts, as words, differ in so little that one is a copy of the other."""
    from rapidfuzz.distance import Levenshtein

    fewest = min(len(one), len(other))
    most = _differences(fewest)
    if Levenshtein.distance(one, other, score_cutoff=most) > most:
        return False
    more = errors = 0
    for step in Levenshtein.editops(one, other):
        if step.tag == "replace":
            errors += 1
            if not _is_typing_error(one[step.src_pos], other[step.dest_pos]):
                return False
        else:
            more += 1
            if _turns(one[step.src_pos] if step.tag == "delete" else other[step.dest_pos]):
                return False
    return more <= fewest // _WORDS_PER_WORD_MORE and errors <= max(1, fewest // _WORDS_PER_ERROR)


def _differences(words: int) -> int:
    return min(max(1, words // _WORDS_PER_ERROR), _MOST_DIFFERENCES)


def _rare_pairs(ranks: frozenset[int], lone: int, words: int) -> Iterator[tuple[int, int]]:
    # Two texts that differ in d words share at least two of the d + 2 rarest words of each.
    rarest = sorted(ranks)[: _differences(words) + 2]
    return combinations([rank for rank in rarest if rank >= lone], 2)


def _first_alike(
    place: int,
    said: Sequence[tuple[str, ...]],
    sets: Sequence[frozenset[int]],
    sharing: Sequence[list[int]],
) -> int:
    if not sharing:
        return place
    own, most = sets[place], _differences(len(said[place]))
    for one in sorted(set().union(*sharing)):
        # A word that differs makes at most one word that only the one has, and one that only the other has.
        other = sets[one]
        if len(other) - len(own) <= most and len(own - other) <= most and are_near(said[one], said[place]):
            return one
    return place


def _turns(word: str) -> bool:
    return word in _TURNS or word.endswith("n't") or bool(_DIGIT.search(word))


def _is_typing_error(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    if len(short) < _LETTERS or one[0] != other[0] or _turns(one) or _turns(other):
        return False
    opposes = _OPPOSES.match(long)
    if opposes and long[opposes.end() :] == short:
        return False
    allowed = 1 + (len(short) >= 2 * _LETTERS)
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed
