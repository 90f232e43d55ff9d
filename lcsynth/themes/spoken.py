"""Statements by the terms they use, as themes are named and described from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from scipy import sparse

from lcsynth.themes.vectorizer import ThemeVectorizer


@dataclass(frozen=True)
class Spoken:
    """Statements, and which terms each uses.

    Attributes
    ----------
    texts
        The statements.
    languages
        Shape (statements,): ``nl``, ``en``, or anything else where it is unknown.
    similarity
        Shape (statements,): how typical each is of its theme.
    holds
        Sparse, shape (statements, terms): 1 where a statement uses a term.
    terms, shown
        Per column the term, and the way it is written.
    """

    texts: Sequence[str]
    languages: np.ndarray
    similarity: np.ndarray
    holds: sparse.csr_matrix
    terms: Sequence[str]
    shown: Sequence[str]

    @classmethod
    def of(
        cls,
        texts: Sequence[str],
        languages: Sequence[str] | None,
        similarity: np.ndarray,
        vectorizer: ThemeVectorizer,
    ) -> Spoken:
        """Look up the terms of statements.

        Parameters
        ----------
        vectorizer
            Fitted on these statements.
        """
        columns = {text: vectorizer.columns(text) for text in dict.fromkeys(texts)}
        used = [columns[text] for text in texts]
        ends = np.cumsum([0, *map(len, used)])
        flat = np.fromiter(chain.from_iterable(used), dtype=np.int32, count=int(ends[-1]))
        shape = (len(texts), len(vectorizer.vocabulary_))
        return cls(
            texts=texts,
            languages=np.array([""] * len(texts) if languages is None else list(languages)),
            similarity=similarity,
            holds=sparse.csr_matrix((np.ones(len(flat)), flat, ends), shape=shape),
            terms=sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__),
            shown=vectorizer.get_feature_names_out().tolist(),
        )

    def only(self, rows: np.ndarray) -> Spoken:
        """Give the statements of these rows."""
        return replace(
            self,
            texts=[self.texts[row] for row in rows],
            languages=self.languages[rows],
            similarity=self.similarity[rows],
            holds=self.holds[rows],
        )
