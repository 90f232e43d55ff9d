"""Vectors by name, held as one array: separate rows would be put together again at every step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np


class NamedRows(Mapping[str, np.ndarray]):
    """A mapping from a name to a row of an array.

    Parameters
    ----------
    names
        One per row, each once.
    rows
        Shape (names, dimensions).
    """

    def __init__(self, names: Sequence[str], rows: np.ndarray) -> None:
        self.places = {name: place for place, name in enumerate(names)}
        self.rows = rows

    @classmethod
    def together(cls, parts: Sequence[NamedRows]) -> NamedRows:
        """Put parts next to each other; no name is in two of them."""
        filled = [part for part in parts if len(part)]
        if len(filled) < 2:
            return filled[0] if filled else cls((), np.empty((0, 0), dtype=np.float32))
        names = [name for part in filled for name in part]
        return cls(names, np.concatenate([part.rows for part in filled]))

    def __getitem__(self, name: str) -> np.ndarray:
        row: np.ndarray = self.rows[self.places[name]]
        return row

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def of(self, names: Sequence[str]) -> np.ndarray:
        """Give the rows of these names, shape (names, dimensions)."""
        places = np.fromiter((self.places[name] for name in names), dtype=np.int64, count=len(names))
        return np.take(self.rows, places, axis=0)


def rows_of(vectors: Mapping[str, np.ndarray], names: Sequence[str]) -> np.ndarray:
    """Give the vectors of these names, at least one, as an array of shape (names, dimensions)."""
    if isinstance(vectors, NamedRows):
        return vectors.of(names)
    return np.stack([vectors[name] for name in names])
