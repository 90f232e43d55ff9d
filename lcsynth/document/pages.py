"""Pages of the paper, as people name them: “p. 4”, “op pagina 4”, “blz. 4–5”."""

from __future__ import annotations

import re
from collections.abc import Sequence

# The mark of a page in a version of the paper: before the first block that begins on page 4, `<!-- p. 4 -->`;
# before one that runs from there to the next, `<!-- p. 4-5 -->`.
_MARK = re.compile(r"<!--\s*(?:pp?\.?|pagina|page)\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*-->", re.IGNORECASE)
_ONE = r"\d{1,3}(?![.,]?\d)"
_SAID = re.compile(
    # Not the page of a book: “(Wenger, 1998, p. 4)”.
    r"(?<!\d{4}, )(?<!\d{4}[a-z], )(?<!\d{4}: )"
    rf"\b(?:pp?\.|pag\.|blz\.?|pagina(?:[’']s)?|bladzijden?|pages?)\s*({_ONE})"
    rf"(?:\s*(?:-|–|t/m|tot en met|en|and|to)\s*({_ONE}))?",
    re.IGNORECASE,
)
_MOST = 20  # pages of a range


def mark(first: int, last: int) -> str:
    """Write the mark of the pages on which a block begins and ends."""
    return f"<!-- p. {first} -->" if first == last else f"<!-- p. {first}-{last} -->"


def as_range(pages: Sequence[int]) -> str:
    """Write pages that follow each other as people do: 3, or 3–4."""
    return "–".join(str(page) for page in dict.fromkeys([*pages[:1], *pages[-1:]]))


def marked(html: str) -> tuple[int, ...]:
    """Read a mark; no pages when it is none."""
    found = _MARK.fullmatch(html.strip())
    return _all(found) if found else ()


def pages_said(text: str) -> set[int]:
    """Find the pages that a text names, whether the paper has them or not."""
    return {page for found in _SAID.finditer(text) for page in _all(found)}


def _all(found: re.Match[str]) -> tuple[int, ...]:
    first, last = int(found[1]), int(found[2] or found[1])
    return tuple(range(first, last + 1)) if first <= last < first + _MOST else (first,)
