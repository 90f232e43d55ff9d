"""XML, read without trusting it: no entities, no document types, nothing fetched, nothing beyond measure."""

from __future__ import annotations

import codecs
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, TreeBuilder

from lcsynth.errors import DataError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Small parts can become large trees: bounds on the tags and attributes keep one under 500 MB.
_MOST_TAGS, _MOST_ATTRIBUTES = 1_200_000, 3_000_000
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse_xml(content: bytes, where: str) -> Element:
    """Parse XML in UTF-8 or UTF-16, as the parts of office files are.

    Raises
    ------
    DataError
        If it is damaged, declares a document type or entities, or has more tags than is safe.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser

    text = to_utf8(content)
    if text.count(b"<") > _MOST_TAGS or text.count(b"=") > _MOST_ATTRIBUTES:
        raise DataError(
            "The document has more markup than is safe to open", where=where, mend="Split the document"
        )
    try:
        # The encoding is given, so that no declaration can hide what was counted.
        parser = DefusedXMLParser(target=TreeBuilder(), encoding="utf-8", forbid_dtd=True)
        parser.feed(text)
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise DataError(
            "The document declares entities or a document type, which is not safe to read",
            where=where,
            expected="a file as Word or LibreOffice saves it",
            mend="Open it in the program that it is from, and save it again",
        ) from error
    except (ParseError, ValueError) as error:
        raise DataError(
            "The document is damaged: its XML cannot be read",
            where=where,
            mend="Open it in the program that it is from, and save it again",
        ) from error
    return root


def to_utf8(content: bytes) -> bytes:
    """Write XML in UTF-8 when it is in UTF-16."""
    if content.startswith(_WIDE):
        return content.decode("utf-16", "replace").encode("utf-8", "replace")
    return content


def traverse(root: Element, opened: Callable[[Element], bool], closed: Callable[[Element], None]) -> None:
    """Go through a tree in the order of the document, however deep it is.

    Parameters
    ----------
    opened
        Called for every element, the root aside; tells whether to go into it.
    closed
        Called after the last child of every element gone into.
    """
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                closed(element)
        elif opened(child):
            stack.append((child, iter(child)))


@functools.lru_cache(maxsize=4096)
def local(tag: str) -> str:
    """Give a name without its namespace: office files of different makers have different ones."""
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Give an attribute by its name without namespace; empty when it is absent."""
    for key, value in element.items():
        if local(key) == name:
            return value
    return ""
