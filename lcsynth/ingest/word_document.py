"""A Word document taken apart: its body, notes, headers and comments, each as a story."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lcsynth.errors import DataError
from lcsynth.ingest.archive import Archive, open_archive
from lcsynth.ingest.markup import attribute, local
from lcsynth.ingest.story import Story
from lcsynth.ingest.word_story import Styles, read_story

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "word/document.xml"
_TITLES = ("heading ", "kop ", "title", "titel", "subtitle")
_LONGEST_CHAIN = 20  # styles based on one another; Word stops at eleven


@dataclass(frozen=True)
class Thread:
    """What tells replies apart: the id of a comment's last paragraph, that of the comment it replies to."""

    paragraph: str
    parent: str


@dataclass(frozen=True)
class WordDocument:
    """The stories of a document, its comments in the order of the file, and how these reply to each other."""

    body: Story
    notes: tuple[Story, ...]
    margins: tuple[Story, ...]
    comments: tuple[tuple[Element, Story], ...]
    threads: tuple[Thread, ...]

    @property
    def stories(self) -> tuple[Story, ...]:
        """All text that can be commented on and changed."""
        return (self.body, *self.notes, *self.margins)


def read_word(path: Path) -> WordDocument:
    """Take a Word document apart.

    Raises
    ------
    DataError
        If it is damaged, not safe to open, or no Word document.
    """
    with open_archive(path, "the Word document in it") as archive:
        main = main_part(archive)
        parts = _related(archive, main)
        body = read_story(_body(archive.xml(main), path.name), "paragraph", _styles(archive, parts))
        notes = [story for kind in ("footnote", "endnote") for story in _notes(archive, parts, kind, body)]
        margins = [
            read_story(archive.xml(name), kind if number == 1 else f"{kind} {number}")
            for kind in ("header", "footer")
            for number, name in enumerate(parts.get(kind, ()), start=1)
        ]
        comments = [
            (element, read_story(element, "comment"))
            for name in parts.get("comments", ())
            for element in archive.xml(name)
            if local(element.tag) == "comment"
        ]
        threads = [
            Thread(attribute(element, "paraId"), attribute(element, "paraIdParent"))
            for name in parts.get("commentsExtended", ())
            for element in archive.xml(name)
        ]
    return WordDocument(body, tuple(notes), tuple(margins), tuple(comments), tuple(threads))


def main_part(archive: Archive) -> str:
    """Name the part with the body: Word on the web calls it document2.xml."""
    named = _related(archive, "").get("officeDocument", ())
    return named[0] if named else _MAIN


def parts_with(archive: Archive, *kinds: str) -> tuple[str, ...]:
    """Name the parts of some kinds: "comments", "footnotes"."""
    parts = _related(archive, main_part(archive))
    return tuple(name for kind in kinds for name in parts.get(kind, ()))


def _related(archive: Archive, part: str) -> dict[str, tuple[str, ...]]:
    # Every part has a part of its own that names those it uses: kind → names, only those that are there.
    folder, name = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in archive.names:
        usual = ("comments", "commentsExtended", "footnotes", "endnotes", "styles")
        names = {kind: f"word/{kind}.xml" for kind in usual} if part else {}
        return {kind: (name,) for kind, name in names.items() if name in archive.names}
    found: dict[str, tuple[str, ...]] = {}
    for element in archive.xml(source):
        kind = attribute(element, "Type").rpartition("/")[2]
        target = unquote(attribute(element, "Target"))
        full = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        if full in archive.names and full not in found.get(kind, ()):
            found[kind] = (*found.get(kind, ()), full)
    return found


def _body(root: Element, where: str) -> Element:
    body = next((child for child in root if local(child.tag) == "body"), None)
    if body is None:
        raise DataError(
            "The Word document is damaged: it has no body",
            where=where,
            mend="Open it in Word and save it again",
        )
    return body


def _notes(archive: Archive, parts: dict[str, tuple[str, ...]], kind: str, body: Story) -> list[Story]:
    stories = []
    for name in parts.get(f"{kind}s", ()):
        for element in archive.xml(name):
            # The lines above the notes are kept as notes too.
            if local(element.tag) != kind or attribute(element, "type") not in {"", "normal"}:
                continue
            label = f"{kind} {attribute(element, 'id')}"
            place = body.notes.get(label)
            heading = body.heading_above(place.paragraph) if place else ""
            stories.append(read_story(element, label, heading=heading))
    return stories


def _styles(archive: Archive, parts: dict[str, tuple[str, ...]]) -> Styles:
    based: dict[str, str] = {}
    headings: dict[str, bool] = {}
    lists: dict[str, bool] = {}
    for name in parts.get("styles", ()):
        for style in archive.xml(name):
            identifier = attribute(style, "styleId")
            children = {local(child.tag): child for child in style}
            based[identifier] = attribute(children["basedOn"], "val") if "basedOn" in children else ""
            called = attribute(children["name"], "val").casefold() if "name" in children else ""
            own = {local(one.tag): one for one in children.get("pPr", ())}
            if "outlineLvl" in own:
                headings[identifier] = attribute(own["outlineLvl"], "val") in set("012345678")
            elif called.startswith(_TITLES):
                headings[identifier] = True
            if "numPr" in own:
                lists[identifier] = True
    usual = {f"{word}{level}" for word in ("Heading", "Kop") for level in range(1, 10)}
    return Styles(
        frozenset(usual | {one for one in based if _inherited(one, based, headings)}),
        frozenset(one for one in based if _inherited(one, based, lists)),
    )


def _inherited(style: str, based: dict[str, str], found: dict[str, bool]) -> bool:
    for _ in range(_LONGEST_CHAIN):
        if style in found:
            return found[style]
        style = based.get(style, "")
        if not style:
            break
    return False
