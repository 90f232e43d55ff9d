"""A trace as a page of its own: where a remark went, and where a change came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.report.languages import catalogue
from lcsynth.report.templating import render
from lcsynth.report.trace_words import steps_of

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.workspace import Settings


def trace_page(
    name: str, *, forward: pd.DataFrame, backward: pd.DataFrame, settings: Settings, language: str
) -> str:
    """Draw a trace as HTML, one self-contained file.

    Parameters
    ----------
    name
        What was traced, as it was asked for.
    forward, backward
        As `lcsynth.document.trace` makes them; one without more than its own row is left out.

    Raises
    ------
    CallError
        If the language is unknown.
    """
    words = catalogue(language)
    text = words.text
    both = [
        ("forward", text("What became of it"), forward),
        ("backward", text("Where it came from"), backward),
    ]
    shown = [one for one in both if len(one[2]) > 1] or both[:1]
    parts = [(anchor, title, steps_of(table, words, settings)) for anchor, title, table in shown]
    heading = text("Trace of {name}", name=name)
    page = render(
        "trace.html.j2",
        language=language,
        title=heading,
        heading=heading,
        kind=settings.name,
        skip=text("Skip to the content"),
        footer=text("Made with lcsynth. This page works without a network."),
        before=text("Before"),
        after=text("After"),
        parts=parts,
    )
    return str(page).lstrip()
