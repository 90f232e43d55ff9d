"""What an embedder is: the protocol that everything else goes by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    import numpy as np


@runtime_checkable
class Embedder(Protocol):
    """Whatever turns texts into vectors: one attribute, one method."""

    name: str

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts.

        Returns
        -------
        numpy.ndarray
            Shape (texts, dimensions), float32, rows of length 1; a text's row is the same bits in
            whatever company it was embedded.
        """
        ...
