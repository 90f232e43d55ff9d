"""Which terms a set of texts uses, and how they are written: all texts at once, each looked at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from scipy import sparse

from lcsynth.themes.text_words import TextWords
from lcsynth.themes.words import NO_WORDS, Lexicon, Word

# A term, one way it is written, whether it begins a sentence there, and how many times.
Forms = Iterable[tuple[str, str, bool, int]]


@dataclass(frozen=True)
class Usage:
    """The content words of texts, as numbers.

    Attributes
    ----------
    texts
        Shape (texts,): for each text, which of the different texts it is.
    words
        The different words, in order of appearance.
    said
        Shape (spoken words,): the words of the different texts, one text after the other, as numbers of
        ``words``.
    sizes
        Shape (different texts,): how many words each has.
    goes_on
        Shape (spoken words,): whether another content word stands right after it.
    """

    texts: np.ndarray
    words: Sequence[Word]
    said: np.ndarray
    sizes: np.ndarray
    goes_on: np.ndarray

    @classmethod
    def of(cls, texts: Sequence[str], known: TextWords | None = None) -> Usage:
        """Read texts; one that occurs again, or is known already, is read once."""
        read = TextWords.of(texts) if known is None else known.only(texts)
        which = np.array([read.places[text] for text in texts], dtype=np.int64)
        return cls(which, read.words, read.said, read.sizes, read.goes_on)

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the texts, each counted once, call things."""
        forms = _most_written(chain(self._forms_of_lemmas(), self._forms_of_phrases()))
        return Lexicon(forms=forms, phrases=frozenset(self._phrases))

    def lemmas(self) -> sparse.csr_matrix:
        """Tell which lemmas each text uses; shape (texts, lemmas), values 1, lemmas as they appear."""
        return self._used(self._speaker, self._lemma, max(len(self._lemmas), 1))

    def terms(self, groups: np.ndarray | None = None) -> tuple[sparse.csr_matrix, list[str]]:
        """Tell which lemmas and recurring phrases each text uses.

        Parameters
        ----------
        groups
            Shape (texts,): a dash then stands for the words of texts only where a whole group has none, as
            BERTopic counts; by default it does for every text without words.

        Returns
        -------
        tuple
            Sparse, shape (texts, terms), values 1; and the terms, by alphabet.
        """
        silent = np.flatnonzero(self.sizes == 0)
        if groups is not None:
            _, group = np.unique(groups, return_inverse=True)
            spoken = np.bincount(group.ravel(), weights=self.sizes[self.texts])
            silent = silent if len(spoken) and not spoken.all() else silent[:0]
        dash = [NO_WORDS] if len(silent) else []
        terms = sorted([*self._lemmas, *self._phrases, *dash])
        column = {term: at for at, term in enumerate(terms)}
        of_lemma, of_phrase = [
            np.array([column[term] for term in some], dtype=np.int64)
            for some in (self._lemmas, self._phrases)
        ]
        begins = np.flatnonzero(self._phrase >= 0)
        texts = [self._speaker, self._speaker[begins], silent]
        used = [
            of_lemma[self._lemma],
            of_phrase[self._phrase[begins]],
            np.full(len(silent), column.get(NO_WORDS, -1)),
        ]
        return self._used(np.concatenate(texts), np.concatenate(used), len(terms)), terms

    def _used(self, speakers: np.ndarray, columns: np.ndarray, width: int) -> sparse.csr_matrix:
        """Write 1 where a text uses something, once or more; shape (texts, width)."""
        once = np.unique(speakers * width + columns)
        ends = np.concatenate([[0], np.cumsum(np.bincount(once // width, minlength=len(self.sizes)))])
        shape = (len(self.sizes), width)
        return sparse.csr_matrix((np.ones(len(once)), once % width, ends), shape=shape)[self.texts]

    @cached_property
    def _lemmas(self) -> dict[str, int]:
        """Number the lemmas in order of appearance."""
        numbers: dict[str, int] = {}
        for word in self.words:
            numbers.setdefault(word.lemma, len(numbers))
        return numbers

    @cached_property
    def _lemma(self) -> np.ndarray:
        """Give the lemma of every spoken word; shape (spoken words,)."""
        of_word = np.array([self._lemmas[word.lemma] for word in self.words], dtype=np.int64)
        return np.take(of_word, self.said)

    @cached_property
    def _speaker(self) -> np.ndarray:
        """Give the different text that every spoken word is in; shape (spoken words,)."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    @cached_property
    def _recurring(self) -> tuple[np.ndarray, np.ndarray]:
        """Find the pairs of lemmas that at least two texts say one after the other.

        Returns
        -------
        tuple of numpy.ndarray
            Each pair as one number; and per spoken word which of them it begins, -1 for none.
        """
        begins = np.flatnonzero(self.goes_on)
        keys = self._lemma[begins] * len(self._lemmas) + self._lemma[begins + 1]
        pairs, pair = np.unique(keys, return_inverse=True)
        pair = pair.ravel()
        once = np.unique(self._speaker[begins] * len(pairs) + pair)
        recurs = np.bincount(once % max(len(pairs), 1), minlength=len(pairs)) >= 2
        phrase = np.full(len(self.said), -1)
        phrase[begins] = np.where(recurs, np.cumsum(recurs) - 1, -1)[pair]
        return pairs[recurs], phrase

    @cached_property
    def _phrases(self) -> list[str]:
        lemmas = list(self._lemmas)
        return [f"{lemmas[pair // len(lemmas)]} {lemmas[pair % len(lemmas)]}" for pair in self._recurring[0]]

    @property
    def _phrase(self) -> np.ndarray:
        return self._recurring[1]

    def _forms_of_lemmas(self) -> Forms:
        counts = np.bincount(self.said, minlength=len(self.words)).tolist()
        for word, count in zip(self.words, counts, strict=True):
            yield word.lemma, word.written, word.begins, count

    def _forms_of_phrases(self) -> Forms:
        begins = np.flatnonzero(self._phrase >= 0)
        spoken = np.stack([self._phrase[begins], self.said[begins], self.said[begins + 1]])
        found, counts = np.unique(spoken, axis=1, return_counts=True)
        for (phrase, first, second), count in zip(found.T.tolist(), counts.tolist(), strict=True):
            one, two = self.words[first], self.words[second]
            yield self._phrases[phrase], f"{one.written} {two.written}", one.begins, count


def _most_written(forms: Forms) -> dict[str, str]:
    """Give per term the form that is written most; of equals one in small letters, then by alphabet."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    begun: dict[str, Counter[str]] = defaultdict(Counter)
    for term, form, begins, count in forms:
        (begun if begins else written)[term][form] += count
    # Where a sentence begins, nothing tells whether the capital is the word's own.
    return {
        term: min(counts, key=lambda form: (-counts[form], form != form.lower(), form))
        for term, counts in (begun | written).items()
    }
