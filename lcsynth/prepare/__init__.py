"""Contributions to statements: privacy, language, splitting, duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.lazily import imported_on_first_use

if TYPE_CHECKING:
    from lcsynth.prepare.safe import safe_source
    from lcsynth.prepare.stage import Prepared, prepare

__all__ = ["Prepared", "prepare", "safe_source"]

# Imported on first use: themes ask for the language of texts, and need no reader of files for it.
_HOMES = {"Prepared": "stage", "prepare": "stage", "safe_source": "safe"}


__getattr__ = imported_on_first_use(__name__, _HOMES)
