"""One cell: what is cleaned away, what cannot be stored, what counts as nothing."""

from __future__ import annotations

import re

from lcsynth.ingest.reasons import DAMAGED, LONGEST_CELL, NO_RESULT, TOO_LONG, UNREADABLE

EXCERPT = 2_000  # characters, raw: ten times what is shown, so that masking sees what the cut would break

# What stands for a cell of a workbook whose formula has no result; no file can hold it as an answer.
WITHOUT_RESULT = "\x00="
# What Excel writes for a formula that failed, in English and in Dutch: often an answer that began with "=".
_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!"
    r"|VERW!|N/B|WAARDE!|NAAM\?|DEEL/0!|LEEG!|GETAL!)"
)

_ODD = re.compile("[\x01-\x08\x0b-\x1f\x7f]|_x000[dD]_")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# White space and the characters that leave no ink: a cell of only these holds nothing.
_NO_INK = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]*\Z")


def clean(value: str) -> str:
    """Give a cell as it is kept: one kind of line end, no control characters, no outer white space.

    NUL characters and lone surrogates stay in, so that `unstorable` sees them.
    """
    if value.isascii() and value.isprintable() and "_x000" not in value:
        return value.strip()  # most cells
    if _ODD.search(value):
        # `_x000D_` is how a spreadsheet writes a carriage return inside a cell.
        value = value.replace("_x000D_", "\r").replace("_x000d_", "\r")
        value = value.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
        value = _ODD.sub("", value)
    value = value.strip().strip("\ufeff").strip()
    return "" if _NO_INK.match(value) else value


def unstorable(text: str) -> str:
    """Say why a text cannot be kept in a table; empty when it can."""
    found = None if text.isprintable() else _UNSTORABLE.search(text)
    if found is None:
        return TOO_LONG if len(text) > LONGEST_CELL else ""
    return DAMAGED if found.group() == "\x00" else UNREADABLE


def unusable(text: str) -> str:
    """Say why a cell of a table is no answer: it cannot be stored, or a spreadsheet failed in it."""
    return NO_RESULT if without_result(text) else unstorable(text)


def without_result(text: str) -> bool:
    """Tell whether a spreadsheet could not compute what belongs in a cell."""
    return text[:1] in {"#", "\x00"} and (text == WITHOUT_RESULT or bool(_ERROR.fullmatch(text)))


def printable(text: str) -> str:
    """Replace what cannot be stored, for attributes and excerpts."""
    return text if text.isprintable() else _UNSTORABLE.sub("\ufffd", text)


def excerpt(text: str) -> str:
    """Give the beginning of a text for a refusal: still raw, in whole words, to be masked and then cut."""
    if len(text) <= EXCERPT:
        return printable(text)
    # Half a word may be half an e-mail address, which no pattern would know.
    words = text[:EXCERPT].rsplit(maxsplit=1)
    return printable(words[0]) if len(words) > 1 else ""
