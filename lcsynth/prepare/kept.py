"""What becomes of an entry that was said: it counts, or it repeats one that does."""

from __future__ import annotations

from dataclasses import dataclass

from lcsynth.ingest.contribution import RawContribution


@dataclass(frozen=True, slots=True)
class Kept:
    """A contribution that counts, with its id and the pseudonym of its contributor."""

    contribution_id: str
    contributor: str
    raw: RawContribution
    parent: str = ""
    support: int = 0
    opposition: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """An entry that its contributor had given before: `same` word for word, or `near` to it."""

    original: str
    contributor: str
    how: str
    raw: RawContribution
