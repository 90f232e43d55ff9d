"""Two embedders as one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.themes.embedders.embedder import Embedder

if TYPE_CHECKING:
    import numpy as np

PLUS = " + "


class PairEmbedder:
    """The vectors of two embedders side by side: the cosine of a pair is the mean of both cosines."""

    def __init__(self, one: Embedder, other: Embedder) -> None:
        self.name = f"{one.name}{PLUS}{other.name}"
        self._both = one, other

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts; shape (texts, dimensions of the one and of the other)."""
        import numpy as np

        both = np.hstack([one.encode(texts) for one in self._both])
        return (both / math.sqrt(2)).astype(np.float32)
