"""Readers: one per source format, all giving contributions; what cannot be read is refused, never lost."""

from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
from lcsynth.ingest.readers import READERS, Reader, detect, read_source

__all__ = ["READERS", "RawContribution", "Reader", "Reading", "Refusal", "detect", "read_source"]
