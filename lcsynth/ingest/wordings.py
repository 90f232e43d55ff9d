"""Closed answers to the ids of audiences and organisation types."""

from __future__ import annotations

from collections.abc import Mapping
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
