"""Text for a place where no template escapes it: feeds, calendars, documents and texts to paste elsewhere."""

from __future__ import annotations

import re

# What turns the direction of the text around it, and what no reader sees: such a mark in one title would
# turn round the rest of a line that is not ours.
_TURNING = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
# Control characters, half characters and what XML has no place for.
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Of those, what a document or a spreadsheet cannot hold: all that XML has no place for.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[\s\u2028\u2029]+")
# What Markdown, HTML or the templates of a website (Liquid, Jinja) would read as an instruction.
_ACTIVE = re.compile(r"[\\`*_\[\]{}<>|~]|(?<=\{)[%#]|[%#](?=\})|&(?=#?\w+;)")
# How a line of Markdown begins that is a heading, list, quotation or code.
_BEGINNING = re.compile(r"(?:[-+=>#]|\d+[.)])")
# What programs make a link or an address of.
_LINK = re.compile(r"@|://|\bwww\.|\bjavascript:", re.IGNORECASE)


def plain(text: str) -> str:
    """Give a text as one line, without control characters and without marks that turn its direction."""
    return _UNWRITABLE.sub("", _TURNING.sub("", _SPACES.sub(" ", text))).strip()


def writable(text: str) -> str:
    """Leave out of a text what XML cannot hold, and so no document and no spreadsheet."""
    return _NOT_XML.sub("", text)


def shortened(text: str, most: int) -> str:
    """Cut a text that is not a quote to so many characters, between words where it can."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    # A word as long as the whole is cut through.
    return f"{head[: head.rfind(' ')] if ' ' in head[most // 2 :] else head}…"


def escaped(text: str) -> str:
    """Write a text so that Markdown, HTML and templates of a website show it and do nothing with it."""
    return _ACTIVE.sub(lambda found: f"\\{found[0]}", text)


def inert(text: str) -> bool:
    """Say whether a text reads the same and does nothing wherever it is pasted, letter for letter."""
    active = _ACTIVE.search(text) or _LINK.search(text) or _BEGINNING.match(text)
    return text == plain(text) and not active
