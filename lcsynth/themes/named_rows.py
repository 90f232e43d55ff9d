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
        # They are handed out as they are.
        self.rows.flags.writeable = False

    @classmethod
    def together(cls, parts: Sequence[NamedRows]) -> NamedRows:
        """Put parts in one array, in order of name; no name is in two of them."""
        filled = [part for part in parts if len(part)]
        if not filled:
            return cls((), np.empty((0, 0), dtype=np.float32))
        names = sorted(name for part in filled for name in part)
        places = {name: place for place, name in enumerate(names)}
        rows = np.empty((len(names), filled[0].rows.shape[1]), dtype=filled[0].rows.dtype)
        for part in filled:
            rows[[places[name] for name in part]] = part.rows
        return cls(names, rows)

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
        """Give the rows of these names, shape (names, dimensions), not to be written in."""
        if list(names) == list(self.places):
            return self.rows
        places = np.fromiter((self.places[name] for name in names), dtype=np.int64, count=len(names))
        return np.take(self.rows, places, axis=0)


def rows_of(vectors: Mapping[str, np.ndarray], names: Sequence[str]) -> np.ndarray:
    """Give the vectors of these names, at least one, as an array of shape (names, dimensions)."""
    if isinstance(vectors, NamedRows):
        return vectors.of(names)
    return np.stack([vectors[name] for name in names])
