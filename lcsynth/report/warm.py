"""What a kernel imports while it waits for the first notebook."""

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
    "lcsynth.report.figures",
    "lcsynth.report.session_page",
    "lcsynth.report.document_page",
)


def warm_up(modules: Iterable[str] = ()) -> None:
    """Import what every report needs, and the given modules."""
    for name in (*_NEEDED, *modules):
        importlib.import_module(name)
