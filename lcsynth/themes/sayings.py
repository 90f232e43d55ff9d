"""A theme named after what somebody said, where its statements share too few words to be named by these."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FEWEST, _MOST = 3, 9  # words that are read at a glance
_CUT = 7  # words that are kept of a longer statement
_END = " .!?,;:…"
_PLACEHOLDER = re.compile(r"\[[^\]]{1,40}\]|https?://|www\.|\S@\S")


def saying(statements: Sequence[str]) -> str:
    """Give a short statement in quotation marks, or else the beginning of one.

    Parameters
    ----------
    statements
        Of the theme, the most typical first.

    Returns
    -------
    str
        Empty when no statement has words that can be shown: what is masked or an address names nothing.
    """
    readable = [
        " ".join(text.split())
        for text in statements
        if len(text.split()) >= _FEWEST and not _PLACEHOLDER.search(text)
    ]
    short = next((text for text in readable if len(text.split()) <= _MOST), "")
    chosen = short.strip(_END) or _begun(next(iter(readable), ""))
    return f"“{chosen[0].upper()}{chosen[1:]}”" if chosen else ""


def _begun(text: str) -> str:
    words = text.split()
    begun = " ".join(words[:_CUT]).strip(_END)
    return f"{begun} …" if begun and len(words) > _CUT else begun
