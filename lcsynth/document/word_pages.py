"""On which page of a Word document each block stands, as Word last laid it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lcsynth.ingest.markup import attribute, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BREAK = "lastRenderedPageBreak"
# What stands beside the text: Word lays a text box out by itself, and keeps a picture twice.
_ASIDE = ("drawing", "pict", "object", "AlternateContent", "txbxContent", "del", "moveFrom")


def pages_of(body: Element, blocks: Sequence[Element]) -> list[tuple[int, int]]:
    """Tell on which page each block begins and ends.

    Word keeps in the text where a page began when it last showed the document (ISO/IEC 29500-1, 17.3.3.13).
    A number at which the pages of a part begin anew is followed.

    Parameters
    ----------
    body
        The body of the document.
    blocks
        Its paragraphs and tables in order.

    Returns
    -------
    list of tuple of int
        Per block; empty when the document was never laid out, or has one page.
    """
    if not any(local(one.tag) == _BREAK for block in blocks for one in block.iter()):
        return []
    begins = _begins(body, blocks)
    found, page = [], 1
    for place, block in enumerate(blocks):
        before, inside = _breaks(block)
        page = begins.get(place, page + before)
        found.append((page, page + inside))
        page += inside
    return found


def _begins(body: Element, blocks: Sequence[Element]) -> dict[int, int]:
    """Place of a block → the number that its page is given, where a part of the document sets one."""
    parts: list[tuple[int, Element]] = []
    first = 0
    for place, block in enumerate(blocks):
        for one in block.iter():
            if local(one.tag) == "sectPr":
                parts.append((first, one))
                first = place + 1
    # The last part is described after its blocks, the others in the last of theirs.
    parts += [(first, one) for one in body if local(one.tag) == "sectPr"]
    starts = [
        (first, attribute(one, "start"))
        for first, part in parts
        for one in part
        if local(one.tag) == "pgNumType"
    ]
    return {first: int(start) for first, start in starts if start.isdecimal()}


def _breaks(block: Element) -> tuple[int, int]:
    """Count the pages that begin before the text of a block, and in it."""
    if local(block.tag) != "tbl":
        return _in_text(block)
    rows = [
        [_in_text(cell) for cell in row if local(cell.tag) == "tc"] for row in block if local(row.tag) == "tr"
    ]
    # Every cell of a row that runs on to the next page has a break of its own.
    before = max((cell[0] for cell in rows[0]), default=0) if rows else 0
    return before, sum(max((sum(cell) for cell in row), default=0) for row in rows) - before


def _in_text(block: Element) -> tuple[int, int]:
    before = inside = 0
    begun = False
    for one in _shown(block):
        if local(one.tag) == _BREAK:
            before, inside = before + (not begun), inside + begun
        elif local(one.tag) == "t" and (one.text or "").strip():
            begun = True
    return before, inside


def _shown(element: Element) -> Iterator[Element]:
    for child in element:
        if local(child.tag) not in _ASIDE:
            yield child
            yield from _shown(child)
