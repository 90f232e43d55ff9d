"""Decisions and versions that do not fit together, as sentences in Dutch or English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lcsynth.report.languages import Catalogue


def told(words: Catalogue, row: Mapping[Any, Any]) -> str:
    """Say what has to be looked at.

    Parameters
    ----------
    row
        Of the table that `document.unsettled` gives.
    """
    named = {
        "theme": str(row["theme_id"]),
        "place": f"§\u00a0{row['anchor'] or row['section']}",
        "version": str(row["paper_version"]),
        "later": str(row["in_version"]),
        "other": str(row["other"]),
    }
    return {
        "unchanged": words.text(
            "{theme} at {place} of {version} is said to be worked in in {later}, where nothing changed "
            "there.",
            **named,
        ),
        "unexplained": _changed(words, named),
        "gone": words.text(
            "The decision on {theme} is about {place} of {version}, a paragraph that the latest version does "
            "not have any more, and nothing was decided on that.",
            **named,
        ),
        "absent": words.text(
            "The decision on {theme} is about {place} of {version}, which is not there (any more).", **named
        ),
        "disputed": words.text(
            "{other} was merged into {theme}, and the two were decided on differently at {place} of "
            "{version}: decide on {theme} there.",
            **named,
        ),
        "split": words.text(
            "{other} was split from {theme} after the decision at {place} of {version}: decide on {other} "
            "there too.",
            **named,
        ),
        "rejected": words.text("{theme} was set aside after the decision at {place} of {version}.", **named),
    }[row["kind"]]


def _changed(words: Catalogue, named: Mapping[str, str]) -> str:
    what = {
        "edited": words.text("was edited"),
        "moved": words.text("was moved"),
        "split": words.text("was split"),
        "merged": words.text("was merged"),
        "new": words.text("is new"),
        "gone": words.text("is gone"),
    }.get(named["other"], named["other"])
    return words.text(
        "{place} of {version} {change} in {later}, and no decision says why.",
        **{key: value for key, value in named.items() if key != "other"},
        change=what,
    )
