"""Contributions to statements: privacy, language, splitting, duplicates."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcsynth.prepare.safe import safe_source
    from lcsynth.prepare.stage import Prepared, prepare

__all__ = ["Prepared", "prepare", "safe_source"]

# Imported on first use: themes ask for the language of texts, and need no reader of files for it.
_HOMES = {"Prepared": "stage", "prepare": "stage", "safe_source": "safe"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
