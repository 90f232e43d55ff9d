"""Any model of sentence-transformers, from a folder or from the hub."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.errors import CallError
from lcsynth.themes.embedders.extras import require
from lcsynth.themes.embedders.models import fetch_model, is_folder, kept_model, on_the_hub, read_model
from lcsynth.themes.embedders.settling import beginnings, settle

if TYPE_CHECKING:
    import numpy as np

PREFIX = "sentence-transformers:"
# These are trained with a prefix, and texts that are compared as equals get this one (Wang et al. 2024).
_E5 = re.compile(r"(?:^|[/\\-])e5-(?:small|base|large)", re.IGNORECASE)
_E5_PREFIX = "query: "


class SentenceTransformerEmbedder:
    """A model of sentence-transformers (Reimers and Gurevych 2019), on the processor.

    A folder is read from the disk. A model of the hub is read from the local cache of the hub and, only when
    it is not there, downloaded: to name it is to allow that. No text ever leaves the machine. The first 4,000
    characters of a text are read, or less where the model's own window ends before.

    Parameters
    ----------
    name
        ``sentence-transformers:`` and a whole path of a folder, or a model of the hub such as
        ``clips/e5-small-trm-nl``, if need be with ``@`` and a commit. What is in a folder may not change as
        long as its name does not.

    Raises
    ------
    CallError
        When the extra is not installed, there is no such folder, or no model can be called that.
    """

    parts = ("sentence-transformers", "torch", "transformers")

    def __init__(self, name: str) -> None:
        model = name.removeprefix(PREFIX)
        if is_folder(model):
            if not Path(model).expanduser().is_dir():
                raise CallError(f"There is no folder '{model}'", where="embedder", expected="a saved model")
        elif not on_the_hub(model):
            raise CallError(
                f"'{model}' is no name of a model",
                where="embedder",
                expected=f"'{PREFIX}owner/model', or '{PREFIX}' and the whole path of a folder",
            )
        require("sentence_transformers", extra="sentence-transformers", embedder=name)
        self.name = name
        self._model = model
        self._before = _E5_PREFIX if _E5.search(model) else ""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts; shape (texts, dimensions of the model).

        Raises
        ------
        CallError
            When the model cannot be read or downloaded.
        """
        import numpy as np

        model = _load(self._model)

        def embed(batches: list[list[str]]) -> np.ndarray:
            return np.vstack([_embed(model, batch) for batch in batches])

        whole = [self._before + text for text in beginnings(texts)]
        return settle(embed, whole, dimensions=_embed(model, [""]).shape[1])


def _embed(model: Any, batch: list[str]) -> np.ndarray:
    found: np.ndarray = model.encode(
        batch, batch_size=len(batch), normalize_embeddings=True, show_progress_bar=False
    )
    return found


@cache
def _load(model: str) -> Any:
    """Load a model once in a process."""
    if is_folder(model):
        return read_model(Path(model).expanduser())
    kept = kept_model(model)
    if kept is not None:
        try:
            return read_model(kept)
        except CallError:
            # A download that was broken off: what is absent is fetched, and read again.
            return read_model(fetch_model(model))
    return read_model(fetch_model(model))
