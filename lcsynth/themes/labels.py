"""Keywords and readable names of themes, per language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise, zip_longest
from typing import NamedTuple

import numpy as np
from scipy import sparse

from lcsynth.themes.spoken import Spoken
from lcsynth.themes.words import LANGUAGES, NO_WORDS

KEYWORDS = 10
NAME_WORDS = 3
# Statements a theme needs in a language before its words in that language speak for it.
ENOUGH = 3
# Of a theme's terms, those that are looked at: many more than are ever shown.
MOST_WEIGHED = 100
# Words that at least two of those statements share.
ENOUGH_WORDS = 2
# A phrase says more than a word, and is rarer by nature.
PHRASE_BONUS = 1.4
# Nouns make better names than "samenwerken" (a lemma on -en) or "externe" (its lemma and -e).
NO_NOUN_FACTOR = 0.5
# From the second word on, a word in a name weighs at least this share of the first one.
LEAST_SHARE = 0.35
# Between 0.5 (BERTopic's square root, which favours rare words) and 1 (which favours common ones).
COMMONNESS = 0.75
# Letters that words with one stem begin with alike, at least.
_STEM = 5

AND = {"nl": " en ", "en": " and "}
NAMELESS = {"nl": "Thema zonder trefwoorden", "en": "Theme without keywords"}


class Candidate(NamedTuple):
    """A term that may describe a theme: its lemmas, the form people write, its weight, how many say it."""

    term: str
    shown: str
    weight: float
    statements: int


def describe(spoken: Spoken, labels: np.ndarray) -> tuple[dict[int, list[str]], dict[int, dict[str, str]]]:
    """Find keywords and names of themes.

    A theme's words in a language come from its statements in that language. Where these are too few to share
    two words, it is called there as in its other language: a name that people used, not half a translation.
    Where that fails too, or the languages are unknown, the words come from all its statements.

    Parameters
    ----------
    spoken
        The statements.
    labels
        Shape (statements,): themes 0…k - 1, -1 for none.

    Returns
    -------
    tuple
        Theme → keywords, best first, the theme's languages in turn; theme → language → name. No two themes
        have the same name in a language.
    """
    themes = int(labels.max(initial=-1)) + 1
    by_language: list[dict[str, list[Candidate]]] = [{} for _ in range(themes)]
    for language in LANGUAGES:
        rows = np.flatnonzero(spoken.languages == language)
        sizes = np.bincount(labels[rows][labels[rows] >= 0], minlength=themes)
        for theme, found in enumerate(_candidates(spoken.only(rows), labels[rows], themes)):
            # Words that are not said twice would name the theme after one speaker.
            if sizes[theme] >= ENOUGH and sum(one.statements > 1 for one in found) >= ENOUGH_WORDS:
                by_language[theme][language] = _pick(found)
    of_all: list[list[Candidate]] = [[] for _ in range(themes)]
    if not all(by_language):
        of_all = [_pick(found) for found in _candidates(spoken, labels, themes)]
    keywords = {
        theme: _keywords(list(by_language[theme].values()) or [of_all[theme]]) for theme in range(themes)
    }
    names: dict[int, dict[str, str]] = {theme: {} for theme in range(themes)}
    for language in LANGUAGES:
        taken: set[str] = set()
        for theme in range(themes):
            own = by_language[theme]
            most = _most(spoken.languages[labels == theme], language)
            spoken_in = language if language in own else next(iter(own), most)
            names[theme][language] = _name(own.get(spoken_in, of_all[theme]), spoken_in, taken)
    return keywords, names


def describe_parts(
    spoken: Spoken, labels: np.ndarray, parts: np.ndarray
) -> dict[tuple[int, int], dict[str, str]]:
    """Name the parts of themes by what tells them from the other parts of their theme.

    Parameters
    ----------
    labels
        Shape (statements,): the theme, -1 for none.
    parts
        Shape (statements,): the part of its theme, -1 for none.

    Returns
    -------
    dict
        Theme and part → language → name.
    """
    found: dict[tuple[int, int], dict[str, str]] = {}
    for theme in np.unique(labels[parts >= 0]).tolist():
        rows = np.flatnonzero(labels == theme)
        _, names = describe(spoken.only(rows).condensed(), parts[rows])
        found |= {(theme, part): name for part, name in names.items()}
    return found


def _most(spoken: np.ndarray, otherwise: str) -> str:
    """Give the language that most of these statements are in, if it is one that names are in."""
    counts = {language: int((spoken == language).sum()) for language in LANGUAGES}
    most = max(LANGUAGES, key=counts.__getitem__)
    return most if counts[most] else otherwise


def _candidates(spoken: Spoken, labels: np.ndarray, themes: int) -> list[list[Candidate]]:
    """Weigh the terms of every theme by c-TF-IDF (Grootendorst 2022).

    Statements are counted, not words: one that repeats within a statement counts once; and a statement counts
    for more the more typical it is of its theme. What only one statement says is left out where anything is
    said by more.
    """
    # Row 0 is for statements in no theme: their words count for what is common, as in BERTopic.
    places, shape = (labels + 1, np.arange(len(labels))), (themes + 1, len(labels))
    counts = (sparse.csr_matrix((np.ones(len(labels)), places), shape=shape) @ spoken.holds).tocsr()
    typical = 1.0 + np.clip(np.nan_to_num(spoken.similarity), 0.0, 1.0)
    counts_typical = (sparse.csr_matrix((typical, places), shape=shape) @ spoken.holds).tocsr()
    counts.sort_indices()
    counts_typical.sort_indices()
    everywhere = np.maximum(np.asarray(counts.sum(axis=0)).ravel(), 1.0)
    rarity = np.log1p(counts.sum() / (themes + 1) / everywhere)
    found = []
    for start, end in pairwise(counts.indptr[1:]):
        said, weighed = counts.data[start:end], counts_typical.data[start:end]
        repeated = said >= min(2, said.max(initial=0))
        columns, statements = counts.indices[start:end][repeated], said[repeated]
        weights = (weighed[repeated] / max(weighed.sum(), 1.0)) ** COMMONNESS * rarity[columns]
        strong = weights >= np.sort(weights)[-MOST_WEIGHED:].min(initial=np.inf)
        found.append(_ranked(spoken, columns[strong], weights[strong], statements[strong]))
    return found


def _ranked(
    spoken: Spoken, columns: np.ndarray, weights: np.ndarray, statements: np.ndarray
) -> list[Candidate]:
    """Put terms in order of weight; equals stay by alphabet, as their columns are."""
    terms = [spoken.terms[column] for column in columns.tolist()]
    shown = [spoken.shown[column] for column in columns.tolist()]
    preferred = weights * np.array([_preference(*both) for both in zip(terms, shown, strict=True)])
    said, weighs = statements.astype(np.int64).tolist(), preferred.tolist()
    return [
        Candidate(terms[place], shown[place], weighs[place], said[place])
        for place in np.argsort(-np.round(preferred, 9), kind="stable").tolist()
        if terms[place] != NO_WORDS and shown[place]
    ]


@lru_cache(maxsize=100_000)
def _preference(term: str, shown: str) -> float:
    """Favour phrases, and of single words those that are not plainly a Dutch verb or adjective."""
    if " " in term:
        return PHRASE_BONUS
    adjective = shown.lower() in {f"{term}{ending}" for ending in ("e", "er", "ere")}
    return NO_NOUN_FACTOR if adjective or term.endswith("en") else 1.0


def _pick(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Take the best candidates that are not variations on one already taken."""
    taken: list[Candidate] = []
    for candidate in candidates:
        if len(taken) == KEYWORDS:
            break
        if not any(_alike(candidate, other) for other in taken):
            taken.append(candidate)
    return taken


def _alike(one: Candidate, two: Candidate) -> bool:
    """Say whether two terms share a word, or words that begin alike (samenwerken, samenwerking)."""
    return any(_same_stem(left, right) for left in one.term.split() for right in two.term.split())


def _same_stem(left: str, right: str) -> bool:
    if left == right or left[:_STEM] != right[:_STEM]:
        return left == right
    shortest = min(len(left), len(right))
    shared = next((at for at in range(shortest) if left[at] != right[at]), shortest)
    return shared >= max(_STEM, 0.6 * max(len(left), len(right)))


def _keywords(lists: Sequence[Sequence[Candidate]]) -> list[str]:
    """Take words from each language in turn, up to the number of keywords, each once."""
    in_turn = (one.shown for one in chain.from_iterable(zip_longest(*lists)) if one is not None)
    return list(dict.fromkeys(in_turn))[:KEYWORDS]


def _name(picked: Sequence[Candidate], language: str, taken: set[str]) -> str:
    """Join the best words into a name that no other theme has."""
    strong = [one for one in picked[:NAME_WORDS] if one.weight >= LEAST_SHARE * picked[0].weight]
    size = max(len(strong), min(2, len(picked)))
    name = _joined([one.shown for one in picked[:size]], language)
    # A further word tells two themes apart better than a number does.
    while name.casefold() in taken and size < len(picked):
        size += 1
        name = _joined([one.shown for one in picked[:size]], language)
    plain, number = name, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain} ({number})"
    taken.add(name.casefold())
    return name


def _joined(words: Sequence[str], language: str) -> str:
    if not words:
        return NAMELESS[language]
    joined = AND[language].join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    return joined[0].upper() + joined[1:]
