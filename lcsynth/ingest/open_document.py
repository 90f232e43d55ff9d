"""OpenDocument texts (.odt): their paragraphs, and the comments on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.archive import open_archive
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.markup import attribute, local, to_utf8, traverse
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.reasons import NO_TEXT
from lcsynth.ingest.story import END, Paragraph, Piece, Place, Span, Story

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT, _STYLES = "content.xml", "styles.xml"
_COMMENT = re.compile(rb"<(?:\w+:)?annotation[\s>]")
_SPACES = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100
# What was deleted, what is generated, and what tells about a picture or form.
_SILENT = {"tracked-changes", "table-of-content", "note-citation", "title", "desc", "forms", "sequence-decls"}


@dataclass(frozen=True)
class Remark:
    """A comment: its own text, and where it stands."""

    story: Story
    name: str
    parent: str
    author: str
    date: str


@dataclass(frozen=True)
class OpenDocument:
    """The text of a document, its headers and footers, and the comments in the order of the text."""

    body: Story
    margins: tuple[Story, ...]
    remarks: tuple[Remark, ...]


def has_comments(path: Path) -> bool:
    """Tell whether there are comments in a document."""
    with open_archive(path) as archive:
        return bool(_COMMENT.search(to_utf8(archive.part(_CONTENT))))


def read_open_document(path: Path) -> OpenDocument:
    """Take an OpenDocument text apart.

    Raises
    ------
    DataError
        If it is damaged, not safe to open, or holds no text.
    """
    with open_archive(path, "the OpenDocument text in it") as archive:
        root = archive.xml(_CONTENT)
        body = next((one for one in _children(root, "body") if local(one.tag) == "text"), None)
        if body is None:
            raise DataError(
                "The OpenDocument file is damaged: it has no text",
                where=path.name,
                mend="Open it in LibreOffice and save it again",
            )
        builder = _Builder("paragraph")
        traverse(body, builder.opened, builder.closed)
        margins = list(_margins(archive.xml(_STYLES))) if _STYLES in archive.names else []
    return OpenDocument(builder.story, tuple(margins), tuple(builder.remarks))


def tell_open_comments(entries: Entries, document: OpenDocument) -> int:
    """Add every comment, with the text or else the paragraph it is about, and give how many there are."""
    body = document.body
    numbers = {remark.name: number for number, remark in enumerate(document.remarks, start=1) if remark.name}
    for number, remark in enumerate(document.remarks, start=1):
        locator = f"comment {number}"
        text = "\n".join(filter(None, (paragraph.text for paragraph in remark.story.paragraphs)))
        if not text.strip() and any(paragraph.picture for paragraph in remark.story.paragraphs):
            entries.refuse(locator, NO_TEXT)
            continue
        span = body.spans[locator]
        first = body.number(span.start or Place(0, 0))
        last = body.number(span.end) if span.end else first
        parent = numbers.get(remark.parent, number)
        entries.say(
            text,
            locator=locator,
            author=remark.author,
            said_at=to_iso(remark.date[:19], day_first=False),
            question=body.heading_above(body.paragraph_of(first)),
            anchor=body.words(first, last) or body.around(first),
            parent=f"comment {parent}" if parent != number else "",
            kind="comment",
        )
    return len(document.remarks)


class _Builder:
    def __init__(self, name: str, *, inside: bool = False) -> None:
        self.story = Story(name)
        self.remarks: list[Remark] = []
        self._named: dict[str, Span] = {}
        self._inside, self._items = inside, 0
        # Frames and notes stand inside a paragraph: the innermost open one takes the text.
        self._open: list[int] = []

    def opened(self, element: Element) -> bool:
        name = local(element.tag)
        if name in {"p", "h"}:
            self._open.append(len(self.story.paragraphs))
            self.story.paragraphs.append(Paragraph(heading=name == "h", listed=self._items > 0))
        elif name in {"list-item", "list-header"}:
            self._items += 1
        elif name in _SILENT:
            return self._pass(element)
        elif name == "annotation" and not self._inside:
            self._remark(element)
            return self._pass(element)
        else:
            self._inline(name, element)
        self._add(element.text)
        return True

    def closed(self, element: Element) -> None:
        name = local(element.tag)
        if name in {"p", "h"}:
            self._open.pop()
        elif name in {"list-item", "list-header"}:
            self._items -= 1
        self._add(element.tail)

    def _pass(self, element: Element) -> bool:
        self._add(element.tail)
        return False

    def _inline(self, name: str, element: Element) -> None:
        if name == "s":
            count = attribute(element, "c")
            self._put(" " * min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 9 else " ")
        elif name in {"tab", "line-break"}:
            self._put("\t" if name == "tab" else "\n")
        elif name == "image" and self._open:
            self.story.paragraphs[self._open[0]].picture = True
        elif name == "annotation-end" and (span := self._named.get(attribute(element, "name"))):
            span.end = span.end or self._place()

    def _add(self, text: str | None) -> None:
        if text and self._open:
            self._put(_SPACES.sub(" ", text))

    def _put(self, text: str) -> None:
        if self._open:
            self.story.paragraphs[self._open[-1]].pieces.append(Piece(text.replace(END, "\n")))

    def _place(self) -> Place:
        if self._open:
            return Place(self._open[-1], len(self.story.paragraphs[self._open[-1]].pieces))
        return Place(len(self.story.paragraphs), 0)

    def _remark(self, element: Element) -> None:
        builder = _Builder("comment", inside=True)
        traverse(element, builder.opened, builder.closed)
        said = {local(child.tag): (child.text or "").strip() for child in element}
        name = attribute(element, "name")
        remark = Remark(
            builder.story,
            name,
            attribute(element, "parent-name"),
            said.get("creator", ""),
            said.get("date", ""),
        )
        self.remarks.append(remark)
        span = Span(start=self._place())
        self.story.spans[f"comment {len(self.remarks)}"] = span
        if name:
            self._named.setdefault(name, span)


def _children(root: Element, name: str) -> Iterator[Element]:
    for child in root:
        if local(child.tag) == name:
            yield from child


def _margins(root: Element) -> Iterator[Story]:
    counts: dict[str, int] = {}
    for page in _children(root, "master-styles"):
        for margin in page:
            name = local(margin.tag).partition("-")[0]
            if name not in {"header", "footer"}:
                continue
            counts[name] = counts.get(name, 0) + 1
            builder = _Builder(name if counts[name] == 1 else f"{name} {counts[name]}", inside=True)
            traverse(margin, builder.opened, builder.closed)
            yield builder.story
