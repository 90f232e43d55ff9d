"""Contributions to statements: privacy, language, splitting, duplicates."""

from lcsynth.prepare.stage import Prepared, prepare

__all__ = ["Prepared", "prepare"]
