"""The content words of texts as numbers: each text is read once, whatever is counted in it afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from lcsynth.themes.words import Word, content_runs


@dataclass(frozen=True)
class TextWords:
    """Different texts and the words in them.

    Attributes
    ----------
    places
        Text → its number.
    words
        The different words.
    said
        Shape (spoken words,): the words of the texts, one text after the other, as numbers of ``words``.
    sizes
        Shape (texts,): how many words each has.
    goes_on
        Shape (spoken words,): whether another content word stands right after it.
    """

    places: Mapping[str, int]
    words: Sequence[Word]
    said: np.ndarray
    sizes: np.ndarray
    goes_on: np.ndarray

    @classmethod
    def of(cls, texts: Iterable[str]) -> TextWords:
        """Read texts; one that occurs again is read once. Words are numbered as they appear."""
        places: dict[str, int] = {}
        for text in texts:
            places.setdefault(text, len(places))
        runs = [content_runs(text) for text in places]
        numbers: dict[Word, int] = {}
        every = chain.from_iterable(chain.from_iterable(runs))
        said = np.array([numbers.setdefault(word, len(numbers)) for word in every], dtype=np.int64)
        lengths = np.array([len(run) for one in runs for run in one], dtype=np.int64)
        goes_on = np.ones(len(said), dtype=bool)
        goes_on[np.cumsum(lengths) - 1] = False
        sizes = np.array([sum(map(len, one)) for one in runs], dtype=np.int64)
        return cls(places, list(numbers), said, sizes, goes_on)

    @classmethod
    def together(cls, parts: Sequence[TextWords]) -> TextWords:
        """Put texts that were read apart next to each other; one in several parts counts in the first."""
        places: dict[str, int] = {}
        numbers: dict[Word, int] = {}
        said = []
        before = 0
        for part in parts:
            places = {text: before + place for text, place in part.places.items()} | places
            before += len(part.sizes)
            here = np.array([numbers.setdefault(word, len(numbers)) for word in part.words], dtype=np.int64)
            said.append(np.take(here, part.said))
        return cls(
            places,
            list(numbers),
            np.concatenate([*said, np.empty(0, dtype=np.int64)]),
            np.concatenate([*(part.sizes for part in parts), np.empty(0, dtype=np.int64)]),
            np.concatenate([*(part.goes_on for part in parts), np.empty(0, dtype=bool)]),
        )

    def only(self, texts: Iterable[str]) -> TextWords:
        """Give what reading only these texts would have given; those that were not read yet are read now."""
        wanted = list(dict.fromkeys(texts))
        absent = [text for text in wanted if text not in self.places]
        if absent:
            return TextWords.together([self, TextWords.of(absent)]).only(wanted)
        chosen = np.array([self.places[text] for text in wanted], dtype=np.int64)
        sizes = self.sizes[chosen]
        begins = (np.cumsum(self.sizes) - self.sizes)[chosen]
        # The spoken words of the first text, then those of the second…
        spoken = np.arange(sizes.sum()) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
        used, first, said = np.unique(self.said[spoken], return_index=True, return_inverse=True)
        as_they_appear = np.argsort(first)
        number = np.argsort(as_they_appear)
        return TextWords(
            {text: place for place, text in enumerate(wanted)},
            [self.words[word] for word in used[as_they_appear].tolist()],
            number[said.ravel()],
            sizes,
            self.goes_on[spoken],
        )
