"""What the authors decide about a theme at a place, made ready for the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.places import place_in, version_named
from lcsynth.register import Operation, Register, operation
from lcsynth.register.deciding import DECIDE, OPEN, WORKED_IN
from lcsynth.schema import DECISIONS

if TYPE_CHECKING:
    from lcsynth.document import Paper

# How people write the decisions; the first of a language is what the reports say.
WORDS = {
    "open": ("open", "nog open"),
    "adopted": ("adopted", "overgenomen", "aangenomen", "accepted"),
    "partly": ("partly", "partly adopted", "deels overgenomen", "deels", "gedeeltelijk"),
    "rejected": ("rejected", "niet overgenomen", "afgewezen", "verworpen"),
    "deferred": ("deferred", "uitgesteld", "aangehouden", "later"),
}  # fmt: skip
_MEANT = {word: name for name, words in WORDS.items() for word in words}


def meant(word: str) -> str:
    """Give the decision that a word means, in Dutch or English.

    Raises
    ------
    CallError
        When it means none.
    """
    found = _MEANT.get(" ".join(word.split()).casefold())
    if found is None:
        raise CallError(f"{word!r} is not a decision", mend=nearest(word, DECISIONS))
    return found


def decision_on(
    register: Register,
    paper: Paper,
    versions: Sequence[str],
    theme: str,
    *,
    at: str,
    decision: str,
    because: str,
    in_version: str,
    by: str,
    coder: str,
    note: str,
) -> Operation:
    """Make the operation; on a theme that was merged it is about the one that holds its statements now.

    Raises
    ------
    CallError
        When the theme, the place, the decision or the version does not exist, or the reason is absent.
    """
    word = meant(decision)
    section, anchor = place_in(paper, at)
    if word != OPEN and not because.strip():
        raise CallError(
            "A decision is explained to those who made the remark", expected="the reason, in your own words"
        )
    if in_version.strip() and word not in WORKED_IN:
        raise CallError(
            f"What is {word} is worked into no version", expected="a version for adopted or partly only"
        )
    now = register.resolve(theme) if theme in register.themes else theme
    followed = {"named": theme} if now != theme else {}
    return operation(
        DECIDE,
        coder=coder,
        note=note,
        theme=now,
        **followed,
        paper_version=paper.version,
        section=section,
        anchor=anchor,
        decision=word,
        reason=because,
        in_version=version_named(in_version, paper.version, versions),
        by=by,
    )
