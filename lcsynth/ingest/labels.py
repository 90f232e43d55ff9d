"""The text of a question as a survey tool exports it: markup and entities become plain text."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)


def plain_label(name: str) -> str:
    """Take the markup out of a heading: ``<b>Wat</b>&nbsp;nu?`` is ``Wat nu?``."""
    if "<" in name:
        name = _TAG.sub(" ", name)
    return " ".join((html.unescape(name) if "&" in name else name).split())
