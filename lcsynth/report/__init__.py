"""The reports: pages, notebooks, their runner and the overview of all sessions. Cheap to import."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lcsynth.report.document_page import DocumentPage
    from lcsynth.report.explore import Explorer
    from lcsynth.report.index import write_index
    from lcsynth.report.kernel import Kernel
    from lcsynth.report.news import write_news
    from lcsynth.report.parameters import check_parameters
    from lcsynth.report.runner import run_notebook
    from lcsynth.report.session_page import SessionPage

__all__ = [
    "DocumentPage",
    "Explorer",
    "Kernel",
    "SessionPage",
    "check_parameters",
    "run_notebook",
    "write_index",
    "write_news",
]

_HOMES = {
    "DocumentPage": "document_page",
    "Explorer": "explore",
    "Kernel": "kernel",
    "SessionPage": "session_page",
    "check_parameters": "parameters",
    "run_notebook": "runner",
    "write_index": "index",
    "write_news": "news",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
