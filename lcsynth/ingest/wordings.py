"""Closed answers to the ids of audiences and organisation types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Wording


def match_wording(value: str, wordings: Mapping[str, Wording]) -> str:
    """Give the id that a closed answer means, by id, label or alias; empty when it means none."""
    wanted = normal(value)
    for name, wording in wordings.items():
        if wanted in {normal(name), normal(wording.nl), normal(wording.en), *map(normal, wording.aliases)}:
            return name
    return ""


def mostly_known(values: Iterable[str], wordings: Mapping[str, Wording]) -> bool:
    """Tell whether at least half of the answers mean one of the wordings; no answers tell nothing."""
    filled = [value for value in values if value.strip()]
    known = {value for value in set(filled) if match_wording(value, wordings)}
    return bool(filled) and sum(value in known for value in filled) >= 0.5 * len(filled)
