"""Who brought up what: the counts that say how much may still be unheard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.errors import DataError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


@dataclass(frozen=True)
class Incidence:
    """In how many people's words each thing came up.

    Attributes
    ----------
    people
        How many people there are.
    themes
        Shape (themes,), ascending: how many of them spoke about each theme.
    singles
        Shape (single voices,), ascending: how many of them said each single voice, mostly one.
    """

    people: int
    themes: np.ndarray
    singles: np.ndarray

    @property
    def all(self) -> np.ndarray:
        """The counts of themes and single voices together."""
        import numpy as np

        return np.concatenate([self.themes, self.singles])


def incidence(voices: pd.DataFrame, single: pd.DataFrame, *, people: int) -> Incidence:
    """Count, for each theme and each single voice, the people who brought it up.

    Parameters
    ----------
    voices
        As made by `themes.voices`.
    single
        As made by `quotes.single_voices`: a repeat is counted with its first.
    people
        How many people took part; those without a theme count too.

    Raises
    ------
    DataError
        If something was brought up by more people than took part.
    """
    import numpy as np

    themes = voices.groupby("theme_id")["contributor"].nunique()
    counts = [np.sort(part.to_numpy(dtype="int64")) for part in (themes, single["contributors"])]
    most = max((int(part[-1]) for part in counts if len(part)), default=0)
    if most > people:
        raise DataError(
            f"{most} people brought something up where {people} took part",
            expected="at most as many as took part",
        )
    return Incidence(people, *counts)
