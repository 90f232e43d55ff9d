"""How many people spoke and of which audiences, told in one way by the draft, the matrix and the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.languages import Catalogue

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.report.page import Page


def audiences_told(page: Page, spoke: pd.DataFrame, per: Sequence[str]) -> Mapping[tuple[str, ...], str]:
    """Name the audiences of those who spoke, with their numbers where these may be told.

    Parameters
    ----------
    spoke, per
        As for `analysis.replies.audiences`.

    Returns
    -------
    mapping
        The values of ``per`` → the audiences; nothing for what is not broken down.
    """
    from lcsynth.analysis.replies import audiences

    smallest = page.settings.thresholds.smallest_cell
    found = audiences(spoke, smallest_cell=smallest, hidden=page.hidden_audiences, per=per)
    return {
        of: page.words.join([_counted(page, name, number) for name, number in counts])
        for of, counts in found.items()
    }


def people(words: Catalogue, contributors: int, audiences: str) -> str:
    """Write how many people spoke, and of which audiences: ``12 people · Researchers (8)``."""
    return " · ".join(filter(None, (wording.people_said(words, contributors), audiences)))


def rule(words: Catalogue, smallest: int) -> str:
    """Say what is told of small numbers, and what is not."""
    return words.text(
        "How many people spoke at a place is always told; their audiences are where they were at least "
        "{smallest}. An audience of fewer than {smallest} among them is named without a number, and so is "
        "one from which that number could be worked out.",
        smallest=smallest,
    )


def _counted(page: Page, name: str, number: int | None) -> str:
    label = page.audience(name)
    return label if number is None else f"{label} ({page.words.number(number)})"
