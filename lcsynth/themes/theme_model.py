"""BERTopic as it is handed to researchers: its own methods, at every number of topics."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from lcsynth.errors import CallError
from lcsynth.themes.layout import coordinates

# BERTopic silences every FutureWarning and UserWarning of the process when it is imported; its own
# dependencies warn at import. Neither is to leak out of here.
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from bertopic import BERTopic

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

_SHOWN = 3  # documents that stand for a topic, as in BERTopic
_LINKS = (
    "Parent_ID", "Parent_Name", "Topics", "Child_Left_ID", "Child_Left_Name", "Child_Right_ID",
    "Child_Right_Name", "Distance",
)  # fmt: skip


class ThemeModel(BERTopic):  # type: ignore[misc]
    """BERTopic that keeps the numbers its clusterer gave, and answers also where there is little to show.

    BERTopic numbers topics by size with a sort that is free to swap equals; ours are sorted by size
    already, and the numbers of given groups are somebody else's. Where a method of BERTopic fails on too
    few topics, this one gives an empty table or a figure that says so.
    """

    points_: np.ndarray | None = None

    @property
    def coordinates_(self) -> np.ndarray:
        """A place in the plane for every statement, shape (statements, 2); made when first asked for."""
        if self.points_ is None:
            raise CallError("The model is not fitted on statements", where="coordinates_")
        if not hasattr(self, "_plane"):
            self._plane = coordinates(self.points_)
        return self._plane

    def hierarchical_topics(self, docs: Sequence[str], *options: Any, **named: Any) -> pd.DataFrame:
        """Join topics two by two, as BERTopic does; an empty table when there are fewer than two."""
        import pandas as pd

        if self._topics() < 2:
            return pd.DataFrame(columns=list(_LINKS))
        joined: pd.DataFrame = super().hierarchical_topics(list(docs), *options, **named)
        return joined

    def topics_over_time(
        self, docs: Sequence[str], timestamps: Sequence[Any], *options: Any, **named: Any
    ) -> pd.DataFrame:
        """Count topics per moment, as BERTopic does; dates may be texts (ISO 8601, or with a format)."""
        import pandas as pd

        if len(timestamps) and isinstance(timestamps[0], str):
            # BERTopic 0.17 hands pandas an argument that pandas 3 no longer has.
            timestamps = pd.to_datetime(
                pd.Series(timestamps), format=named.pop("datetime_format", None)
            ).tolist()
        counted: pd.DataFrame = super().topics_over_time(list(docs), timestamps, *options, **named)
        return counted

    def approximate_distribution(
        self, documents: str | Sequence[str], *options: Any, **named: Any
    ) -> tuple[np.ndarray, Any]:
        """Tell how much each document is about each topic, as BERTopic does; no columns without topics."""
        texts = [documents] if isinstance(documents, str) else list(documents)
        if not self._topics():
            return np.zeros((len(texts), 0)), None
        shares, tokens = super().approximate_distribution(texts, *options, **named)
        return shares, tokens

    def visualize_barchart(self, *options: Any, **named: Any) -> Figure:
        """Draw the words of each topic."""
        return super().visualize_barchart(*options, **named) if self._topics() else self._too_few(1)

    def visualize_heatmap(self, *options: Any, **named: Any) -> Figure:
        """Draw how alike topics are."""
        return super().visualize_heatmap(*options, **named) if self._topics() else self._too_few(1)

    def visualize_hierarchy(self, *options: Any, **named: Any) -> Figure:
        """Draw how topics join two by two."""
        return super().visualize_hierarchy(*options, **named) if self._topics() > 1 else self._too_few(2)

    def visualize_distribution(self, probabilities: np.ndarray, *options: Any, **named: Any) -> Figure:
        """Draw how much one document is about each topic."""
        if not (np.asarray(probabilities) >= named.get("min_probability", 0.015)).any():
            return self._too_few(1)
        return super().visualize_distribution(probabilities, *options, **named)

    def visualize_documents(
        self, docs: Sequence[str], *options: Any, reduced_embeddings: np.ndarray | None = None, **named: Any
    ) -> Figure:
        """Draw documents in the plane, at the coordinates that are kept when no others are given."""
        own = (
            reduced_embeddings is None and named.get("embeddings") is None and len(docs) == len(self.topics_)
        )
        places = self.coordinates_ if own and not options else reduced_embeddings
        return super().visualize_documents(list(docs), *options, reduced_embeddings=places, **named)

    def visualize_topics(self, *options: Any, **named: Any) -> Figure:
        """Draw topics in the plane; BERTopic uses umap-learn for it, and needs four topics.

        Raises
        ------
        CallError
            If umap-learn is not installed.
        """
        if self._topics() < 4:
            return self._too_few(4)
        try:
            with warnings.catch_warnings():
                # umap-learn tells of a part of it that is not used, and that a seed makes it use one core.
                warnings.filterwarnings("ignore", module="umap")
                return super().visualize_topics(*options, **named)
        except ModuleNotFoundError as error:
            raise CallError(
                "BERTopic draws topics in the plane with umap-learn, which is not installed",
                where="visualize_topics",
                mend="Install it with the extra 'umap', or draw statements with visualize_documents",
            ) from error

    def _save_representative_docs(self, documents: pd.DataFrame) -> None:
        """Keep the documents nearest to the centre of their topic; while fitting they are not known yet."""
        if self.points_ is not None:
            super()._save_representative_docs(documents)

    def _topics(self) -> int:
        return len(set(self.topics_) - {-1})

    def _too_few(self, least: int) -> Figure:
        from plotly.graph_objects import Figure

        return Figure(layout={"title": f"{self._topics()} topics; this takes at least {least}"})

    def place(self, points: np.ndarray, docs: Sequence[str], similarity: np.ndarray) -> None:
        """Take in what is known of the documents after fitting.

        Parameters
        ----------
        points
            Shape (documents, dimensions), where they were compared.
        docs
            The documents.
        similarity
            Shape (documents,): to the centre of their topic; NaN in none.
        """
        self.points_ = points
        topics = np.array(self.topics_)
        nearest_first = np.argsort(-np.nan_to_num(similarity, nan=-1.0), kind="stable")
        self.representative_docs_ = {
            topic: [docs[row] for row in nearest_first[topics[nearest_first] == topic][:_SHOWN]]
            for topic in sorted(set(self.topics_))
        }

    def _sort_mappings_by_frequency(self, documents: pd.DataFrame) -> pd.DataFrame:
        self._update_topic_size(documents)
        same = {topic: topic for topic in self.topic_sizes_}
        self.topic_mapper_.add_mappings(same, topic_model=self)
        return documents
