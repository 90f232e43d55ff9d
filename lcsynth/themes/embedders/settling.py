"""Vectors that do not depend on the texts embedded with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

# Vectors are kept on a grid, see `settle`. 1/128 costs a thousandth of the cosine with the exact vector.
GRID = 128
# Twice the largest difference seen, with the default embedder, between a text encoded alone and in a batch.
NOISE = 5e-7
# Texts that are embedded together.
BATCH = 64
# Characters of a text that a transformer reads: eight times its usual window would hold, for a statement, and
# one text of 100,000 takes it a minute and a half.
READ = 4_000


def settle(
    encode: Callable[[list[list[str]]], np.ndarray],
    texts: Sequence[str],
    *,
    dimensions: int,
    noise: float = NOISE,
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
    noise
        More than a component of a text can differ between batches; 0 when it never does.

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
    doubtful = np.flatnonzero((from_edge < noise * GRID).any(axis=1))
    if len(doubtful):
        scaled[doubtful] = np.asarray(encode([[distinct[row]] for row in doubtful]), dtype=np.float64) * GRID
    whole = np.rint(scaled)
    lengths = np.sqrt((whole**2).sum(axis=1, keepdims=True))
    settled: np.ndarray = (whole / np.maximum(lengths, 1.0)).astype(np.float32)
    place = {text: row for row, text in enumerate(distinct)}
    rows = np.array([place[text] for text in clean])
    return np.take(settled, rows, axis=0)


def beginnings(texts: Sequence[str]) -> list[str]:
    """Cut texts to what a transformer reads, and take out the NULs at which an engine in C would stop."""
    return [text[:READ].replace("\x00", " ") for text in texts]
