"""Themes that are called the same, at least one of them by a person: readers cannot tell them apart."""

from __future__ import annotations

from lcsynth.register import Register, read_log, replay
from lcsynth.workspace import Workspace

GONE = ("merged", "split", "rejected")


def folded(label: str) -> str:
    """Write a label as it is compared: neither capitals nor the width of spaces tell two apart."""
    return " ".join(label.split()).casefold()


def namesakes(register: Register, theme: str = "") -> list[str]:
    """Say in a sentence which themes have one label, in either language.

    Parameters
    ----------
    theme
        Only those that are called as this one is; empty for all.
    """
    called: dict[tuple[str, str], list[str]] = {}
    by_hand = set()
    for one in register.themes.values():
        if one.merged_into or one.status in GONE:
            continue
        for language, label in (("nl", one.label_nl), ("en", one.label_en)):
            key = language, folded(label)
            called.setdefault(key, []).append(one.id)
            if one.renamed:
                by_hand.add(key)
    told: dict[tuple[str, ...], str] = {}
    for (language, name), themes in called.items():
        if name and len(themes) > 1 and (language, name) in by_hand and (not theme or theme in themes):
            first = register.themes[themes[0]]
            label = first.label_nl if language == "nl" else first.label_en
            both, other = ("both", "one another label") if len(themes) == 2 else ("all", "each its own label")
            told.setdefault(
                tuple(themes),
                f"{', '.join(themes[:-1])} and {themes[-1]} are {both} called “{label}”: give {other} "
                "(lcsynth themes rename), or merge them",
            )
    return list(told.values())


def namesakes_in(workspace: Workspace, theme: str = "") -> list[str]:
    """Say which themes of a workspace are called the same, as the log has them now.

    Raises
    ------
    DataError
        When the log cannot be read.
    """
    return namesakes(replay(read_log(workspace.log)[0]), theme)
