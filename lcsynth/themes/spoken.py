"""Statements by the terms they use, as themes are named and described from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from lcsynth.themes.usage import Usage


@dataclass(frozen=True)
class Spoken:
    """Statements, and which terms each uses.

    Attributes
    ----------
    languages
        Shape (statements,): ``nl``, ``en``, or anything else where it is unknown.
    similarity
        Shape (statements,): how typical each is of its theme.
    holds
        Sparse, shape (statements, terms): 1 where a statement uses a term.
    terms, shown
        Per column the term, and the way it is written.
    """

    languages: np.ndarray
    similarity: np.ndarray
    holds: sparse.csr_matrix
    terms: Sequence[str]
    shown: Sequence[str]

    @classmethod
    def of(
        cls,
        usage: Usage,
        languages: Sequence[str] | None,
        similarity: np.ndarray,
        groups: np.ndarray | None = None,
    ) -> Spoken:
        """Look up the terms of statements.

        Parameters
        ----------
        usage
            Of these statements.
        groups
            As for `Usage.terms`.
        """
        holds, terms = usage.terms(groups)
        forms = usage.lexicon.forms
        return cls(
            languages=np.array([""] * holds.shape[0] if languages is None else list(languages)),
            similarity=similarity,
            holds=holds,
            terms=terms,
            shown=[forms.get(term, term) for term in terms],
        )

    def only(self, rows: np.ndarray) -> Spoken:
        """Give the statements of these rows."""
        return replace(
            self,
            languages=self.languages[rows],
            similarity=self.similarity[rows],
            holds=self.holds[rows],
        )

    def condensed(self) -> Spoken:
        """Leave out the terms that none of these statements uses: of few statements that is nearly all."""
        used = np.unique(self.holds.indices)
        return replace(
            self,
            holds=self.holds[:, used],
            terms=[self.terms[column] for column in used],
            shown=[self.shown[column] for column in used],
        )
