"""Readers: one per source format, all giving contributions; what cannot be read is refused, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.lazily import imported_on_first_use

if TYPE_CHECKING:
    from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
    from lcsynth.ingest.readers import READERS, Reader, detect, read_source

__all__ = ["READERS", "RawContribution", "Reader", "Reading", "Refusal", "detect", "read_source"]

# Imported on first use, so that a command that reads no source does not wait for all readers.
_HOMES = dict.fromkeys(("RawContribution", "Reading", "Refusal"), "contribution") | dict.fromkeys(
    ("READERS", "Reader", "detect", "read_source"), "readers"
)


__getattr__ = imported_on_first_use(__name__, _HOMES)
