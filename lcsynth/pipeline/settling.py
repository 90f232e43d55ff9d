"""Decisions and versions that do not fit together, as sentences for who has to look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.document.unsettled import KINDS
from lcsynth.report.languages import catalogue
from lcsynth.report.unsettled_words import told

if TYPE_CHECKING:
    import pandas as pd

_MOST = 5  # of a kind that are told one by one; the reply matrix has them all


def unsettled_sentences(found: pd.DataFrame) -> list[str]:
    """Say one by one what has to be looked at, and of what there is much how much more there is."""
    words, sentences = catalogue("en"), []
    for kind in KINDS:
        rows = found[found["kind"] == kind].to_dict("records")
        sentences += [told(words, row) for row in rows[:_MOST]]
        if len(rows) > _MOST:
            sentences.append(f"and {len(rows) - _MOST} more like that (lcsynth document matrix)")
    return sentences
