"""The BERTopic model of a set of statements, fitted with our own parts."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Self

import numpy as np
from scipy import sparse

from lcsynth.themes.clusterer import GivenGroups, LeidenClusterer
from lcsynth.themes.embedders import Embedder
from lcsynth.themes.theme_model import ThemeModel
from lcsynth.themes.vectorizer import ThemeVectorizer
from lcsynth.themes.words import Lexicon

# As for BERTopic itself: see `theme_model`.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from bertopic.backend import BaseEmbedder
    from bertopic.cluster import BaseCluster
    from bertopic.dimensionality import BaseDimensionalityReduction
    from bertopic.vectorizers import ClassTfidfTransformer


class Backend(BaseEmbedder):  # type: ignore[misc]
    """One of our embedders, the way BERTopic calls it."""

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(embedding_model=embedder)

    def embed(self, documents: Sequence[str], verbose: bool = False) -> np.ndarray:  # noqa: ARG002 - BERTopic's
        """Embed documents or words; shape (texts, dimensions)."""
        embedder: Embedder = self.embedding_model
        return embedder.encode(list(documents))


class ClassWeights(ClassTfidfTransformer):  # type: ignore[misc]
    """BERTopic's c-TF-IDF, which cannot be fitted on a vocabulary of one word; that word weighs 1."""

    def fit(self, X: sparse.csr_matrix, multiplier: np.ndarray | None = None) -> Self:  # noqa: N803 - BERTopic's
        """Learn the weights of words from their counts, shape (topics, words)."""
        if X.shape[1] == 1:
            self._idf_diag = sparse.identity(1, format="csr")
            return self
        super().fit(X, multiplier=multiplier)
        return self


def fit_model(
    texts: Sequence[str],
    embeddings: np.ndarray,
    *,
    embedder: Embedder,
    clusterer: LeidenClusterer | GivenGroups,
    lexicon: Lexicon,
) -> ThemeModel:
    """Fit a BERTopic model whose topics are what the clusterer found.

    Parameters
    ----------
    texts
        The statements, at least one.
    embeddings
        Shape (statements, dimensions).
    embedder
        For new texts, in ``transform``.
    clusterer
        Fitted on these embeddings as they are: nothing is reduced before clustering.
    lexicon
        What the statements call things.
    """
    model = ThemeModel(
        embedding_model=Backend(embedder),
        umap_model=BaseDimensionalityReduction(),
        hdbscan_model=BaseCluster(),
        vectorizer_model=ThemeVectorizer(forms=lexicon.forms, phrases=lexicon.phrases),
        ctfidf_model=ClassWeights(reduce_frequent_words=True),
    )
    model.fit(list(texts), embeddings, y=clusterer.labels_)
    # From here on for new texts; to fit it again would only give the same.
    model.hdbscan_model = clusterer
    return model


def reorder(model: ThemeModel, order: np.ndarray) -> None:
    """Put what the model keeps per statement in another order: row ``order[i]`` comes to place ``i``."""
    model.topics_ = [model.topics_[row] for row in order]
    model.points_ = None if model.points_ is None else model.points_[order]
    clusterer = model.hdbscan_model
    clusterer.labels_ = clusterer.labels_[order]
    if isinstance(clusterer, LeidenClusterer):
        clusterer.nodes_ = clusterer.nodes_[order]
        clusterer.words = None if clusterer.words is None else clusterer.words[order]
