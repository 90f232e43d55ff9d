"""The words that carry a statement's meaning: Dutch and English, lemmatised, without fillers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import stopwordsiso

from lcsynth.prepare.dictionaries import lemmatize
from lcsynth.themes import fillers

LANGUAGES = ("nl", "en")

_NOISE = re.compile(r"\[[^\]]{1,40}\]|https?://\S+|www\.\S+|\S+@\S+")
_MARKS = ("[", "@", "://", "www.")  # one of these is in all noise
# A word, or else one sign.
_TOKEN = re.compile(r"([^\W\d_]+(?:['’\-][^\W\d_]+)*)(?![\d_])|([^\s])")
_MOST_STEPS = 4  # from a word to its lemma, to the lemma of that; more than were ever seen
# Texts are read when they are compared, when they are described and when they are counted.
_KEPT_TEXTS = 50_000
# Stands for a text without a single content word, so that no vocabulary is ever empty.
NO_WORDS = "—"
Runs = tuple[tuple["Word", ...], ...]
_SENTENCE_END = frozenset(".!?:;•")


class Word(NamedTuple):
    """A word as it was written (sentence capitals aside), its lemma, and whether it begins a sentence."""

    # A tuple, because hundreds of thousands are told apart by what is in them.

    written: str
    lemma: str
    begins: bool = False


@dataclass(frozen=True)
class Lexicon:
    """What a set of texts calls things.

    Attributes
    ----------
    forms
        Term (one lemma, or two of a phrase with a space) → the way it is written most.
    phrases
        The two-word terms that at least two texts use.
    """

    forms: Mapping[str, str]
    phrases: frozenset[str]


@cache
def stop_words() -> frozenset[str]:
    """Gather the words that are left out, in Dutch and English."""
    usual = frozenset(stopwordsiso.stopwords(list(LANGUAGES)))
    return usual - set(fillers.CONTENT.split()) | set(fillers.DUTCH.split()) | set(fillers.ENGLISH.split())


@cache
def lemma(word: str) -> str:
    """Give the dictionary form of a Dutch or English word, in lower case; an unknown word is its own.

    simplemma takes some nouns for a form of a verb, and the verb for a form of the noun (les, lessen): of
    words that lead to each other the shortest is taken.
    """
    passed = [re.sub(r"['’]s$", "", word.lower())]
    for _ in range(_MOST_STEPS):
        base = _look_up(passed[-1])
        if base in passed:
            return min(passed[passed.index(base) :], key=lambda form: (len(form), form))
        passed.append(base)
    return passed[-1]


@cache
def _look_up(word: str) -> str:
    base = _simplemma(word)
    # A word with a plural on -s is a noun, whatever verb it could be a form of: rooster, roosteren.
    return word if base.endswith("en") and _simplemma(f"{word}s") == word else base


def _simplemma(word: str) -> str:
    # It writes separable verbs as samen_werken.
    return lemmatize(word, *LANGUAGES).lower().replace("_", "")


@lru_cache(maxsize=_KEPT_TEXTS)
def content_runs(text: str) -> Runs:
    """Split a text into runs of content words that stand next to each other.

    Stop words, numbers, punctuation, masks such as ``[persoon 1]``, links and addresses end a run, so that
    a phrase is always two words that somebody really wrote one after the other.
    """
    runs: list[tuple[Word, ...]] = []
    run: list[Word] = []
    starts = True
    text = text.lower() if text.isupper() else text
    # Most texts hold nothing of the kind, and looking for it takes as long as all the rest.
    if any(mark in text for mark in _MARKS):
        text = _NOISE.sub(" | ", text)
    for written, sign in _TOKEN.findall(text):
        word = None
        if written:
            word = _word(written.lower() if starts and written[1:].islower() else written, starts)
            starts = False
        elif sign in _SENTENCE_END:
            starts = True
        if word is not None:
            run.append(word)
        elif run:
            runs.append(tuple(run))
            run = []
    if run:
        runs.append(tuple(run))
    return tuple(runs)


def terms(text: str) -> list[tuple[str, str, bool]]:
    """List single words and pairs of neighbours as (term, as written, whether it begins a sentence)."""
    found = []
    for run in content_runs(text):
        found += [(word.lemma, word.written, word.begins) for word in run]
        found += [
            (f"{one.lemma} {two.lemma}", f"{one.written} {two.written}", one.begins)
            for one, two in pairwise(run)
        ]
    return found


@cache
def _word(written: str, begins: bool) -> Word | None:
    low = written.lower()
    stop = stop_words()
    if len(low) < 2 or low in stop:
        return None
    base = lemma(low)
    if len(base) < 2 or not stop.isdisjoint((base, _look_up(base))):
        return None
    return Word(re.sub(r"['’]s$", "", written), base, begins)
