"""What changed in the paper since the version before, word by word, and because of which decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lcsynth.document import Mark, Paper, mark_words
from lcsynth.report import wording
from lcsynth.report.colours import colour
from lcsynth.report.decided import reason
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page

if TYPE_CHECKING:
    import pandas as pd

_LONGEST_KEPT = 24  # words that stayed, in a row, before their middle is left out
_EDGE = 8  # words at either end of what is left out


@dataclass(frozen=True)
class Why:
    """A decision because of which something changed."""

    theme_id: str
    label: str
    language: str
    colour: str
    decision: str
    reason: str


@dataclass(frozen=True)
class Changed:
    """A paragraph that is not as it was."""

    place: str
    what: str
    marks: tuple[Mark, ...]
    why: tuple[Why, ...]


def changed_section(
    page: Page, old: Paper, new: Paper, alignment: pd.DataFrame, why: Sequence[pd.DataFrame]
) -> Fragment:
    """Give the section that tells what changed from one version to the next.

    Parameters
    ----------
    alignment
        As `document.align` makes it.
    why
        Per row of it the decisions behind it, as `document.margins.reasons` gives them.
    """
    words = page.words
    found = [
        _changed(page, row, old.texts, new.texts, decided)
        for row, decided in zip(alignment.to_dict("records"), why, strict=True)
        if row["level"] == "paragraph" and row["change"] != "same"
    ]
    explained = sum(bool(one.why) for one in found)
    told = words.plural(
        "1 paragraph changed from {old} to {new}.",
        "{n} paragraphs changed from {old} to {new}.",
        len(found),
        old=old.version,
        new=new.version,
    )
    behind = words.plural(
        "Behind 1 of these changes is a decision of the authors on a theme.",
        "Behind {n} of these changes is a decision of the authors on a theme.",
        explained,
    )
    none = words.text("No paragraph changed from {old} to {new}.", old=old.version, new=new.version)
    return page.section(
        "changed",
        words.text("What changed since the last version, and why"),
        "changed.html.j2",
        sentences=[told, behind] if found else [none],
        changes=found,
        spoken=page.spoken(page.settings.languages[0]),
        out=words.text("taken out"),
        put_in=words.text("put in"),
        no_decision=words.text("No decision on a theme is behind this change."),
    )


def _changed(
    page: Page,
    row: Mapping[Any, Any],
    before: Mapping[str, str],
    after: Mapping[str, str],
    decided: pd.DataFrame,
) -> Changed:
    text = page.words.text
    old, new = before.get(row["old_anchor"], ""), after.get(row["new_anchor"], "")
    what = {
        "edited": text("edited"),
        "moved": text("moved from {place}", place=f"§\u00a0{row['old_anchor']}"),
        "split": text("split off from {place}", place=f"§\u00a0{row['old_anchor']}"),
        "merged": text("joined from {place}", place=f"§\u00a0{row['old_anchor']}"),
        "new": text("new"),
        "gone": text("taken out of the paper"),
    }[row["change"]]
    return Changed(
        place=f"§\u00a0{row['new_anchor'] or row['old_anchor']}",
        what=what,
        marks=tuple(_short(one) for one in mark_words(old, new)),
        why=tuple(_why(page, one) for one in decided.to_dict("records")),
    )


def _why(page: Page, row: Mapping[Any, Any]) -> Why:
    theme = str(row["theme_id"])
    return Why(
        theme,
        page.labels.get(theme, ""),
        page.borrowed(theme) if theme in page.labels else "",
        colour(theme),
        wording.decision(page.words, row["decision"]),
        reason(page.words, row),
    )


def _short(mark: Mark) -> Mark:
    """Leave out the middle of a long run of words that stayed."""
    words = mark.words.split()
    if mark.kind != "kept" or len(words) <= _LONGEST_KEPT:
        return mark
    return Mark("kept", f"{' '.join(words[:_EDGE])} … {' '.join(words[-_EDGE:])}")
