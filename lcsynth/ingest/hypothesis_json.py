"""The JSON of Hypothes.is to annotations: the export of the client, an answer of the API, or a bare list."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lcsynth.errors import DataError
from lcsynth.ingest.cells import clean, printable
from lcsynth.ingest.encoding import decode

_LISTS = ("annotations", "rows", "replies")
LARGEST = 40 * 2**20  # bytes; as objects they take ten times as much
_QUOTE = "TextQuoteSelector"


@dataclass(frozen=True)
class Annotation:
    """One annotation, page note, highlight or reply; ``damaged`` when it has another shape than these."""

    locator: str
    text: str = ""
    user: str = ""
    name: str = ""
    created: str = ""
    quote: str = ""
    parent: str = ""
    tags: tuple[str, ...] = ()
    private: bool = False
    withheld: bool = False
    damaged: bool = False


def parse_annotations(content: bytes, where: str) -> list[Annotation]:
    """Parse an export.

    Raises
    ------
    DataError
        If it is too large, no JSON, or holds no list of annotations.
    """
    if len(content) > LARGEST:
        raise DataError(
            f"The annotations take {len(content) // 2**20} MiB",
            where=where,
            expected=f"at most {LARGEST // 2**20} MiB",
            mend="Export them a page or a group at a time",
        )
    text, _ = decode(content, where)
    try:
        tree = json.loads(text.strip("\ufeff\0 \t\r\n"))
    except (ValueError, RecursionError) as error:
        raise DataError(
            "The JSON is damaged or breaks off",
            where=where,
            expected="the annotations that Hypothes.is exports",
            mend="Export them again",
        ) from error
    items = _items(tree)
    if items is None:
        raise DataError(
            "There is no list of annotations in it",
            where=where,
            expected="'annotations' or 'rows' with a list, as Hypothes.is exports them",
            mend="Export them again",
        )
    seen: Counter[str] = Counter()
    return [_annotation(item, number, seen) for number, item in enumerate(items, start=1)]


def _items(tree: Any) -> list[Any] | None:
    if isinstance(tree, list):
        return tree
    if not isinstance(tree, dict):
        return None
    lists = [tree[name] for name in _LISTS if isinstance(tree.get(name), list)]
    return [item for items in lists for item in items] if lists else None


def _annotation(item: Any, number: int, seen: Counter[str]) -> Annotation:
    if not isinstance(item, dict):
        return Annotation(f"annotation {number}", damaged=True)
    name = _locator(item.get("id")) or f"annotation {number}"
    seen[name] += 1
    locator = name if seen[name] == 1 else f"{name} ({seen[name]})"
    written = item.get("text")
    if written is not None and not isinstance(written, str):
        return Annotation(locator, damaged=True)
    references, info, tags = item.get("references"), item.get("user_info"), item.get("tags")
    user = _text(item.get("user"))
    parent = _locator(references[-1]) if isinstance(references, list) and references else ""
    return Annotation(
        locator=locator,
        text=written or "",
        user=user,
        name=_text(info.get("display_name")) if isinstance(info, dict) else "",
        created=_text(item.get("created")),
        quote=next(_quotes(item.get("target")), ""),
        parent="" if parent == name else parent,
        tags=tuple(filter(None, map(_text, tags))) if isinstance(tags, list) else (),
        private=_is_private(item.get("permissions")),
        withheld=item.get("hidden") is True or item.get("flagged") is True,
    )


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else ""


def _locator(value: Any) -> str:
    flat = " ".join(printable(_text(value)).split())
    return f"id {flat}" if flat else ""


def _quotes(targets: Any) -> Iterator[str]:
    for target in targets if isinstance(targets, list) else ():
        selectors = target.get("selector") if isinstance(target, dict) else None
        for selector in selectors if isinstance(selectors, list) else ():
            if isinstance(selector, dict) and selector.get("type") == _QUOTE:
                exact = _text(selector.get("exact"))
                if exact:
                    yield exact


def _is_private(permissions: Any) -> bool:
    """Tell whether only people named themselves may read it, and no group."""
    readers = permissions.get("read") if isinstance(permissions, dict) else None
    if not isinstance(readers, list) or not readers:
        return False
    return all(isinstance(one, str) and one.startswith("acct:") for one in readers)
