"""What is imported early: in a kernel before its first notebook, and here while that is not ready."""

from __future__ import annotations

import importlib
from collections.abc import Iterable

_NEEDED = (
    "pandas",
    "pyarrow.parquet",
    "plotly.graph_objects",
    "plotly.io",
    "babel.dates",
    "babel.lists",
    "babel.messages.pofile",
    "scipy.special",
    "lcsynth.analysis.findings",
    "lcsynth.analysis.themes",
    "lcsynth.document",
    "lcsynth.report.cards",
    "lcsynth.report.comparing",
    "lcsynth.report.figures",
    "lcsynth.report.landscape",
    "lcsynth.report.session_page",
    "lcsynth.report.document_page",
    "lcsynth.report.unheard",
)
_TO_WRITE = (
    "papermill.execute",
    "lcsynth.report.engine",
    "lcsynth.report.exporter",
    "lcsynth.report.index",
    "lcsynth.report.news",
    "lcsynth.report.session_page",
    "lcsynth.report.update",
)


def warm_up(modules: Iterable[str] = ()) -> None:
    """Import what every report needs, and the given modules."""
    _import(*_NEEDED, *modules)


def warm_up_here() -> None:
    """Import what a process needs that has reports made and writes them."""
    _import(*_TO_WRITE)


def _import(*names: str) -> None:
    for name in names:
        importlib.import_module(name)
