"""Readers: one per source format, all giving contributions; what cannot be read is refused, never lost."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
    from lcsynth.ingest.readers import READERS, Reader, detect, read_source

__all__ = ["READERS", "RawContribution", "Reader", "Reading", "Refusal", "detect", "read_source"]

# Imported on first use, so that a command that reads no source does not wait for all readers.
_HOMES = dict.fromkeys(("RawContribution", "Reading", "Refusal"), "contribution") | dict.fromkeys(
    ("READERS", "Reader", "detect", "read_source"), "readers"
)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
