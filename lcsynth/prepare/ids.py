"""Content addresses: ids computed from what was received, the same on every machine."""

from __future__ import annotations

import hashlib

_HEX_DIGITS = 12


def content_id(prefix: str, *parts: str | int) -> str:
    """Give the id of something by its content: a prefix and 12 hexadecimal digits of SHA-256.

    Every part goes in with its length, so that no two lists of parts read the same.
    """
    joined = "".join([f"{len(text)}:{text}" for text in map(str, parts)])
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_HEX_DIGITS]


class ContentIds:
    """Gives ids in order; the second of two identical contents counts as 1, and so gets its own.

    Parameters
    ----------
    prefix
        ``c`` for contributions, ``s`` for statements.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: dict[tuple[str, ...], int] = {}

    def give(self, *parts: str) -> str:
        """Give the id of this content, counting identical ones given earlier."""
        earlier = self._seen.get(parts, 0)
        self._seen[parts] = earlier + 1
        return content_id(self._prefix, *parts, earlier)
