"""One cell: what is cleaned away, what cannot be stored, what counts as nothing."""

from __future__ import annotations

import re

LONGEST_CELL = 100_000  # characters; a spreadsheet itself stops at 32,767
EXCERPT = 200  # characters

_ODD = re.compile("[\x01-\x08\x0b-\x1f\x7f]|_x000[dD]_")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# White space and the characters that leave no ink: a cell of only these holds nothing.
_NO_INK = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]*\Z")


def clean(value: str) -> str:
    """Give a cell as it is kept: one kind of line end, no control characters, no outer white space.

    NUL characters and lone surrogates stay in, so that `unstorable` sees them.
    """
    if value.isalnum():
        return value
    if _ODD.search(value):
        # `_x000D_` is how a spreadsheet writes a carriage return inside a cell.
        value = value.replace("_x000D_", "\r").replace("_x000d_", "\r")
        value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
        value = _ODD.sub("", value)
    value = value.strip().strip("\ufeff").strip()
    return "" if _NO_INK.match(value) else value


def unstorable(text: str) -> str:
    """Say why a text cannot be kept in a table; empty when it can."""
    found = _UNSTORABLE.search(text)
    if found is None:
        if len(text) > LONGEST_CELL:
            return f"The cell holds {len(text)} characters, more than the {LONGEST_CELL} a remark may have"
        return ""
    if found.group() == "\x00":
        return "The cell holds a NUL character: a part of it is damaged"
    return "The cell holds bytes that cannot be read in the encoding of the file"


def printable(text: str) -> str:
    """Replace what cannot be stored, for attributes and excerpts."""
    return _UNSTORABLE.sub("\ufffd", text)


def excerpt(text: str) -> str:
    """Cut a text down to the length of an excerpt."""
    flat = " ".join(printable(text[: 4 * EXCERPT]).split())
    return flat if len(flat) <= EXCERPT else f"{flat[: EXCERPT - 1]}…"
