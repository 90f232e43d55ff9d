"""The section of the paper that a cell names: "2.1", "§ 2.1", "paragraaf 2.1 Perspectieven"."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"(?:§+|(?:paragraaf|par\.?|alinea|sectie|hoofdstuk|hst\.?|section|sec\.?|paragraph|para\.?|chapter|ch\.?))?"
    r"\s*(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?:[:\s].*)?",
    re.IGNORECASE | re.DOTALL,
)


def section_named(cell: str) -> str:
    """Give the number of the section that a cell names, such as ``2.1``; empty when it names none."""
    found = _NAMED.fullmatch(cell.strip())
    return found[1] if found else ""
