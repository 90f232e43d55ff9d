"""Contributions to statements: privacy, language, splitting, duplicates."""

from lcsynth.prepare.safe import safe_source
from lcsynth.prepare.stage import Prepared, prepare

__all__ = ["Prepared", "prepare", "safe_source"]
