"""One base class; each message says what, where, what was expected and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LONGEST = 1_000  # characters of one part of a message


class LcsynthError(Exception):
    """An error that a person can mend, told in one plain paragraph.

    Parameters
    ----------
    what
        What is wrong, as a sentence.
    where
        The file, row, column or key, or an empty string where the call itself is meant.
    expected
        What was expected there instead.
    mend
        How to put it right.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", expected: str = "", mend: str = "") -> None:
        self.what, self.where, self.expected, self.mend = what, where, expected, mend
        parts = [f"{where}: {what}" if where else what, f"Expected {expected}" if expected else "", mend]
        super().__init__(" ".join(_sentence(part) for part in parts if part.strip()))

    def _render_traceback_(self) -> list[str]:
        # IPython asks an exception for its own rendering: a notebook shows the paragraph, no traceback.
        return [str(self)]


class DataError(LcsynthError):
    """A source, a table or the state of the workspace is wrong (exit code 1)."""


class CallError(LcsynthError):
    """The call itself is wrong: an unknown session, file, option or parameter (exit code 2)."""

    exit_code = 2


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name is closest, as a hint to end a message with.

    Returns
    -------
    str
        ``Did you mean 'x'?``, or the list of known names, or an empty string when there are none.
    """
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Known: {', '.join(names)}." if names else ""


def _sentence(text: str) -> str:
    flat = " ".join(text.split())
    if len(flat) > _LONGEST:
        # What is quoted in a message may be a heading of 70,000 characters.
        flat = f"{flat[:_LONGEST]}…"
    return flat if flat.endswith((".", "?", "!")) else f"{flat}."
