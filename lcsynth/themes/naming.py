"""Names for groups of statements that are found already, without fitting a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from lcsynth.themes.text_words import TextWords


def name_groups(
    texts: Sequence[str],
    labels: np.ndarray,
    languages: Sequence[str],
    vectors: np.ndarray,
    read: TextWords | None = None,
) -> dict[int, dict[str, str]]:
    """Name groups by what tells them from each other.

    Parameters
    ----------
    texts
        The statements.
    labels
        Shape (statements,): groups 0…k - 1, -1 for none.
    languages
        Per statement ``nl``, ``en`` or ``other``.
    vectors
        Shape (statements, dimensions).
    read
        The words of texts that were read before.

    Returns
    -------
    dict
        Group → ``{"nl": …, "en": …}``; no two groups have the same name in a language.
    """
    from lcsynth.themes.centres import Centres, own_similarity
    from lcsynth.themes.labels import describe
    from lcsynth.themes.spoken import Spoken
    from lcsynth.themes.usage import Usage

    centres = Centres.of(vectors, labels, mean=vectors.mean(axis=0), fits_above=None)
    similarity = own_similarity(centres.similarities(vectors[labels >= 0]), labels)
    _, names = describe(Spoken.of(Usage.of(texts, read), languages, similarity), labels)
    return names
