"""Conflicts between people as sentences: both sides, which one holds, and how to settle it."""

from __future__ import annotations

from lcsynth.pipeline.telling import told_operation
from lcsynth.register.conflicts import GONE, NUMBER, Conflict

# Per thing that people disagree on: what it is, and the command that settles it.
_ABOUT = {
    "label_nl": ("the Dutch label of {}", "rename {}"),
    "label_en": ("the English label of {}", "rename {}"),
    "description_nl": ("the Dutch description of {}", "describe {}"),
    "description_en": ("the English description of {}", "describe {}"),
    "status": ("the status of {}", "status {}"),
    "place": ("the theme of {}", "move {}"),
    "quote": ("whether to quote {}", "pin {}` or `exclude {}"),
    "decide": ("the decision on {}", ""),
    "link": ("the link of {}", ""),
}


def told_conflict(conflict: Conflict) -> str:
    """Say in one sentence per side what people did without knowing of each other, and how to settle it."""
    sides = "; ".join(told_operation(one) for one in conflict.sides)
    target = conflict.target
    if conflict.kind == NUMBER:
        return (
            f"Two themes were found under one number on two branches of the log, and the later one is "
            f"{target} now: {sides}. Merge {target} where they are the same theme, or give it a name of its "
            f"own."
        )
    if conflict.kind == GONE:
        return (
            f"{target} was merged or rejected by one while another worked on it: {sides}. Undo either "
            f"(`lcsynth themes undo`), or do what is still wanted again on the theme that holds its "
            f"statements now."
        )
    what, command = (text.replace("{}", target) for text in _ABOUT[conflict.kind])
    settles = f"`lcsynth themes {command}`" if command else f"Another `lcsynth document {conflict.kind}`"
    return (
        f"People disagree on {what}, not knowing of each other: {sides}. The last one holds; "
        f"{settles} settles it."
    )
