"""Changing a YAML tree without moving the comments that stand after what is changed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, NamedTuple


class _Leaf(NamedTuple):
    """The last key or item in a tree, and the slot in which ruamel keeps what follows it."""

    comments: Any
    key: Any
    slot: int


@contextlib.contextmanager
def keeping_what_follows(node: Any) -> Iterator[None]:
    """Let a part of a tree change at its end; blank lines and comments after that part stay after it.

    ruamel.yaml keeps them with the last value before them, so that a key added behind that value would end
    up below a comment on what comes next.
    """
    lines = _take(_last(node))
    yield
    _give(_last(node), lines)


def _last(node: Any) -> _Leaf | None:
    comments = getattr(node, "ca", None)
    if comments is None or not node:
        return None
    listed = isinstance(node, list)
    key = len(node) - 1 if listed else list(node)[-1]
    inner = node[key]
    if getattr(inner, "fa", None) is not None and inner and not inner.fa.flow_style():
        return _last(inner)
    return _Leaf(comments, key, 0 if listed else 2)


def _take(leaf: _Leaf | None) -> str:
    """Cut off the lines after a leaf; a comment on its own line stays with it."""
    if leaf is None:
        return ""
    around = leaf.comments.items.get(leaf.key)
    token = around[leaf.slot] if around else None
    if token is None:
        return ""
    own, _, lines = token.value.partition("\n")
    token.value = f"{own}\n"
    if not own:
        around[leaf.slot] = None
    return str(lines)


def _give(leaf: _Leaf | None, lines: str) -> None:
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    if leaf is None or not lines:
        return
    around = leaf.comments.items.setdefault(leaf.key, [None] * (leaf.slot + 2))
    if around[leaf.slot] is None:
        around[leaf.slot] = CommentToken("\n", CommentMark(0), None)
    around[leaf.slot].value += lines
