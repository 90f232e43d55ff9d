"""OpenDocument texts (.odt): their paragraphs, the comments on them, and the changes tracked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.archive import open_archive
from lcsynth.ingest.cells import printable
from lcsynth.ingest.draft_notes import is_note, tell_note, theme_replied_to
from lcsynth.ingest.draft_places import draft_places, with_places
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.markup import local, to_utf8, traverse
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.open_story import Remark, StoryBuilder
from lcsynth.ingest.reasons import DAMAGED_PART, NO_TEXT
from lcsynth.ingest.story import Place, Story

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTENT, _STYLES = "content.xml", "styles.xml"
_REMARK = re.compile(rb"<(?:\w+:)?(?:annotation|insertion|deletion)[\s>]")


@dataclass(frozen=True)
class OpenDocument:
    """The text of a document, its headers and footers, and the comments in the order of the text.

    ``lost`` names the deletions of which the text does not say where they were.
    """

    body: Story
    margins: tuple[Story, ...]
    remarks: tuple[Remark, ...]
    lost: tuple[str, ...] = ()

    @property
    def stories(self) -> tuple[Story, ...]:
        """All text that can be commented on and changed."""
        return (self.body, *self.margins)


def is_discussed(path: Path) -> bool:
    """Tell whether there are comments or tracked changes in a document."""
    with open_archive(path) as archive:
        return bool(_REMARK.search(to_utf8(archive.part(_CONTENT))))


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
        builder = StoryBuilder("paragraph")
        traverse(body, builder.opened, builder.closed)
        margins = list(_margins(archive.xml(_STYLES))) if _STYLES in archive.names else []
    return OpenDocument(builder.story, tuple(margins), tuple(builder.remarks), tuple(builder.unplaced))


def tell_open_comments(entries: Entries, document: OpenDocument) -> int:
    """Add every comment, with the text or else the paragraph it is about, and give how many there are."""
    body = document.body
    numbers = {remark.name: number for number, remark in enumerate(document.remarks, start=1) if remark.name}
    texts = [_text(remark) for remark in document.remarks]
    drafted = draft_places(body, open_notes_in(document))
    parents = {
        number: numbers[remark.parent] - 1
        for number, remark in enumerate(document.remarks)
        if numbers.get(remark.parent, number + 1) != number + 1
    }
    for number, remark in enumerate(document.remarks, start=1):
        locator = f"comment {number}"
        text = texts[number - 1]
        if tell_note(entries, text, locator=locator, author=remark.author):
            continue
        if not text.strip() and any(paragraph.picture for paragraph in remark.story.paragraphs):
            entries.refuse(locator, NO_TEXT)
            continue
        span = body.spans[locator]
        first = body.number(span.start or Place(0, 0))
        last = body.number(span.end) if span.end else first
        about = theme_replied_to(number - 1, texts, parents)
        paragraph = body.paragraph_of(first)
        entries.say(
            text,
            locator=locator,
            author=remark.author,
            said_at=to_iso(remark.date[:19], day_first=False),
            question=about or body.heading_above(paragraph),
            anchor=with_places(
                body.words(first, last) or body.around(first), () if about else drafted.get(paragraph, ())
            ),
            parent=f"comment {parents[number - 1] + 1}" if number - 1 in parents else "",
            kind="comment",
        )
    for name in document.lost:
        entries.refuse(f"change named {' '.join(printable(name).split())} in the file", DAMAGED_PART)
    return len(document.remarks) + len(document.lost)


def open_notes_in(document: OpenDocument) -> dict[str, str]:
    """Give the comments that lcsynth made: the name of their span in the body → their text."""
    texts = ((number, one, _text(one)) for number, one in enumerate(document.remarks, start=1))
    return {f"comment {number}": text for number, one, text in texts if is_note(text, one.author)}


def _text(remark: Remark) -> str:
    return "\n".join(filter(None, (one.text for one in remark.story.paragraphs)))


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
            builder = StoryBuilder(name if counts[name] == 1 else f"{name} {counts[name]}", inside=True)
            traverse(margin, builder.opened, builder.closed)
            yield builder.story
