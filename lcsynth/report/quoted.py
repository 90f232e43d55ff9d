"""Statements as they are shown: literal, with their id, and the audience where that gives nobody away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.page import Page

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Quote:
    """One statement as it is shown.

    ``language`` is None in the language of the page, empty when unknown; ``spoken`` names it for readers.
    With ``anchor`` other places on the page can link to it by its id.
    """

    text: str
    statement_id: str
    audience: str
    language: str | None
    said_by: str = ""
    spoken: str = ""
    anchor: bool = False


def quotes_of(page: Page, table: pd.DataFrame) -> tuple[Quote, ...]:
    """Turn rows of quotes or single voices into quotes on a page."""
    return tuple(
        Quote(
            text=str(row["text"]),
            statement_id=str(row["statement_id"]),
            audience=page.audience(str(row["audience"])) if row["audience"] else "",
            language=page.spoken(str(row["language"])),
            spoken=wording.language(page.words, page.spoken(str(row["language"])) or ""),
            said_by=_repeated(page, int(row.get("contributors", 1))),
        )
        for row in table.to_dict("records")
    )


def _repeated(page: Page, contributors: int) -> str:
    """Say how many people said literally this, where it was more than one and the number is no secret."""
    if contributors < max(2, page.settings.thresholds.smallest_cell):
        return ""
    return page.words.text("said by {people} people in these words", people=contributors)
