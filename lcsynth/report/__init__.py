"""The reports: pages, notebooks, their runner and the overview of all sessions. Cheap to import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.lazily import imported_on_first_use

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


__getattr__ = imported_on_first_use(__name__, _HOMES)
