"""What is found in a text, and how its mask reads."""

from __future__ import annotations

import re
from typing import NamedTuple


class Found(NamedTuple):
    """A stretch of text to mask: its place, kind and the value that tells whether two are the same."""

    start: int
    end: int
    kind: str
    value: str


# What stands in a masked text for what was found: "[persoon 1]".
MASK = re.compile(r"\[[a-z-]+ \d+\]")
