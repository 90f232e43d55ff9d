"""The vectorizer that BERTopic counts words with."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer

from lcsynth.themes.words import NO_WORDS, terms


class ThemeVectorizer(CountVectorizer):  # type: ignore[misc]
    """Count the lemmas of content words, and phrases that are known to recur, in Dutch and English.

    Features are named by the form people write most, never by a bare lemma.

    Parameters
    ----------
    forms
        Term → form to show; a term that is not in it shows itself.
    phrases
        The two-word terms to count besides single words.
    """

    def __init__(
        self, *, forms: Mapping[str, str] | None = None, phrases: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        self.forms = forms
        self.phrases = phrases

    def build_analyzer(self) -> Callable[[str], list[str]]:
        """Give the function from a text to its terms; a text without any gives one dash."""
        return self._terms

    def _terms(self, text: str) -> list[str]:
        found = [term for term, *_ in terms(text) if " " not in term or term in self.phrases]
        return found or [NO_WORDS]

    def get_feature_names_out(self, input_features: object = None) -> np.ndarray:
        """Name the features as people write them; shape (features,)."""
        forms = self.forms or {}
        return np.array(
            [forms.get(term, term) for term in super().get_feature_names_out(input_features)], dtype=object
        )
