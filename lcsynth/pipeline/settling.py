"""Decisions and versions that do not fit together, as sentences for who has to look at them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lcsynth.document import read_paper
from lcsynth.document.unsettled import KINDS, unsettled
from lcsynth.register import Register
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

_MOST = 5  # of a kind that are told one by one; the reply matrix has them all


def unsettled_in(workspace: Workspace, register: Register) -> pd.DataFrame:
    """Find what a person has to look at in the decisions of a workspace; see `document.unsettled`.

    Raises
    ------
    DataError
        When a version of the paper cannot be read.
    """
    return unsettled(register, [read_paper(workspace.paper(name)) for name in workspace.papers()])


def unsettled_sentences(found: pd.DataFrame) -> list[str]:
    """Say one by one what has to be looked at, and of what there is much how much more there is."""
    sentences = []
    for kind in KINDS:
        rows = found[found["kind"] == kind].to_dict("records")
        sentences += [_told(row) for row in rows[:_MOST]]
        if len(rows) > _MOST:
            sentences.append(f"and {len(rows) - _MOST} more like that (lcsynth document matrix)")
    return sentences


def _told(row: Mapping[Any, Any]) -> str:
    theme, version, other = row["theme_id"], row["paper_version"], row["other"]
    place = f"§{row['anchor'] or row['section']} of {version}"
    one = f"The decision on {theme} at {place} ({row['operation']})"
    return {
        "unchanged": f"{one} is said to be worked in in {row['in_version']}, where nothing changed there.",
        "unexplained": f"§{row['anchor']} of {version} {_BECAME.get(other, other)} in {row['in_version']}, "
        "and no decision says why.",
        "gone": f"{one} is about a paragraph that is gone in the latest version, for no reason given.",
        "absent": f"{one} is about a place that the paper does not have (any more).",
        "disputed": f"{theme} takes the place of {other}, which was decided on differently at {place} "
        f"({row['operation']}); decide on {theme} there.",
        "split": f"{one} is from before {other} was split off; decide on {other} there too.",
        "rejected": f"{one} is about a theme that was rejected since.",
    }[row["kind"]]


_BECAME = {
    "edited": "was edited",
    "moved": "was moved",
    "split": "was split",
    "merged": "was merged",
    "new": "is new",
    "gone": "is gone",
}
