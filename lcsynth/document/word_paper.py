"""A paper in Word as Markdown: headings, paragraphs, lists, tables, notes; and what did not come along."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.document.pages import mark
from lcsynth.document.paper import NUMBER
from lcsynth.document.word_inline import CHANGED, Changes, Inline
from lcsynth.document.word_pages import pages_of
from lcsynth.document.word_styles import Kind, Styles, read_styles
from lcsynth.errors import DataError
from lcsynth.ingest.archive import Archive, open_archive
from lcsynth.ingest.markup import attribute, local
from lcsynth.ingest.word_document import main_part, parts_with

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST_HEADING = 120  # characters of a line without a heading style that is taken for a heading
_BEGINS = re.compile(r"^(\s*)(#{1,6}|[>+]|-+|=+|~{3,}|\d{1,9}[.)])(?=\s|$)", re.MULTILINE)
_INDENT = "    "
_INSIDE = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")


@dataclass(frozen=True)
class WordPaper:
    """What was read.

    Attributes
    ----------
    markdown
        The text.
    changed, commented, pictures, unlinked
        How many tracked changes, comments, pictures and links without an address that a reader can open there
        are.
    pages
        How many pages are marked; 0 when Word never laid the document out on more than one.
    """

    markdown: str
    changed: int
    commented: int
    pictures: int
    unlinked: int
    pages: int


def read_word_paper(path: Path, *, changes: Changes = "accepted", picture: str = "image") -> WordPaper:
    """Read a Word document as a paper.

    Headings are paragraphs with the style of a heading, with the number that Word shows; where there are
    none, short lines that begin with a number and are bold, or have a number with a point in it. Footnotes
    and endnotes stand after the block that refers to them. Where a page began when Word last showed the
    document is marked. Comments, headers and footers are left out.

    Parameters
    ----------
    changes
        Whether tracked changes are taken as accepted, or as never made.
    picture
        The word for a picture, which is noted with its description.

    Raises
    ------
    DataError
        If it is damaged, not safe to open, or no Word document.
    """
    with open_archive(path, "the Word document in it") as archive:
        main = main_part(archive)
        body = next((child for child in archive.xml(main) if local(child.tag) == "body"), None)
        if body is None:
            raise DataError(
                "The Word document is damaged: it has no body",
                where=path.name,
                mend="Open it in Word and save it again",
            )
        parts = [next(iter(parts_with(archive, kind)), "") for kind in ("styles", "numbering")]
        styles = read_styles(*(archive.xml(name) if name else None for name in parts))
        inline = Inline(_addresses(archive, main), changes, picture)
        writer = _Writer(styles, inline, _notes(archive))
        writer.write(body)
    text = re.sub(r"\n{3,}", "\n\n", "\n\n".join(writer.blocks)).strip() + "\n"
    return WordPaper(text, inline.changed, inline.commented, inline.pictures, inline.unlinked, writer.pages)


@dataclass
class _Writer:
    styles: Styles
    inline: Inline
    notes: dict[tuple[str, str], Element]
    blocks: list[str] = field(default_factory=list)
    _list: list[str] = field(default_factory=list)
    _levels: list[int] = field(default_factory=list)  # of the open list: how many items each level has
    pages: int = 0  # how many are marked
    _at: tuple[int, int] = (0, 0)  # the pages of the block that is read, none when they are not known,
    _list_at: tuple[int, int] = (0, 0)  # those of the open list,
    _page: int = 0  # and the page that was marked last
    _told: int = 0  # how many notes are written,
    _noted: int = 0  # and how many had been referred to at the end of the open list
    _kept: list[str] = field(default_factory=list)  # of paragraphs whose end was taken away

    def write(self, body: Element) -> None:
        """Write all blocks of a document."""
        blocks = list(_blocks(body))
        levels = self._levels_of(blocks)
        headings = [level for level in levels if level is not None]
        # The only heading of level 1 is the title when others follow; of several, none is.
        deeper = headings.count(1) != 1 or headings[0] != 1 or len(headings) == 1
        pages = pages_of(body, blocks)
        self.pages = len({page for both in pages for page in both})
        for block, level, at in zip(blocks, levels, pages or [(0, 0)] * len(blocks), strict=True):
            # Paragraphs that were joined begin where the first of them does.
            self._at = (self._at[0], at[1]) if self._kept else at
            if local(block.tag) == "tbl":
                self._close_list()
                self._put(self._table(block), self._at)
            else:
                self._paragraph(block, level if not level else level + deeper)
            if not self._list:
                self._tell_notes(len(self.inline.notes))
        self._close_list()

    def _put(self, text: str, at: tuple[int, int]) -> None:
        """Write a block, with a mark of its pages unless it is on the page that was marked last."""
        if at != (self._page, self._page):
            self.blocks.append(mark(*at))
        self._page = at[1]
        self.blocks.append(text)

    def _levels_of(self, blocks: Sequence[Element]) -> list[int | None]:
        """Give the level of every heading, 0 for the title; by the text where no style says so."""
        kinds = [self.styles.kind(_child(one, "pPr")) if local(one.tag) == "p" else Kind() for one in blocks]
        if any(kind.level for kind in kinds):
            return [kind.level for kind in kinds]
        return [
            kind.level if kind.level is not None or local(one.tag) != "p" else self._level_by_text(one)
            for kind, one in zip(kinds, blocks, strict=True)
        ]

    def _paragraph(self, element: Element, level: int | None) -> None:
        kind = self.styles.kind(_child(element, "pPr"))
        self._kept.append(self.inline.markdown(element, emphasis=level is None))
        if self._goes_on(element):
            return
        text = " ".join(filter(None, self._kept))
        self._kept.clear()
        if level is not None and text:
            self._close_list()
            self._put(self._heading(kind, level or 1, text), self._at)
        elif kind.list_id and text:
            self._item(kind, text)
        elif text:
            self._close_list()
            self._put(_BEGINS.sub(_escape_mark, text), self._at)
        boxes, self.inline.boxes = self.inline.boxes, []
        for one in (part for box in boxes for part in _blocks(box) if local(part.tag) == "p"):
            self._paragraph(one, None)

    def _heading(self, kind: Kind, level: int, text: str) -> str:
        text = re.sub(r"\\?\s*\n\s*", " ", text)
        if kind.list_id and self.styles.is_numbered(kind) and not NUMBER.fullmatch(text):
            text = f"{self.styles.number(kind)} {text}"
        return f"{'#' * min(level, 6)} {text}"

    def _level_by_text(self, element: Element) -> int | None:
        """Give the level of a line that is a heading by its number; None for other text."""
        text = "".join(one.text or "" for one in element.iter() if local(one.tag) == "t").strip()
        number = NUMBER.fullmatch(text)
        if not number or not number[2] or len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",")):
            return None
        depth = number[1].count(".") + 1
        return depth if depth > 1 or self.inline.is_bold(element) else None

    def _goes_on(self, element: Element) -> bool:
        """Tell whether the next paragraph joins this one: its end was taken away, or was never put in."""
        properties = _child(element, "pPr")
        marks = _child(properties, "rPr") if properties is not None else None
        kinds = {local(one.tag) for one in marks} & set(CHANGED) if marks is not None else set()
        self.inline.changed += bool(kinds)
        gone = {"del", "moveFrom"} if self.inline.changes == "accepted" else {"ins", "moveTo"}
        return bool(kinds & gone)

    def _item(self, kind: Kind, text: str) -> None:
        level = min(kind.list_level, len(self._levels))
        self._levels[level + 1 :] = []
        self._levels += [0] * (level + 1 - len(self._levels))
        self._levels[level] += 1
        mark = f"{self._levels[level]}." if self.styles.is_numbered(kind) else "-"
        inner = _BEGINS.sub(_escape_mark, text).replace("\n", f"\n{_INDENT * (level + 1)}")
        self._noted = len(self.inline.notes)
        self._list_at = (self._list_at[0] if self._list else self._at[0], self._at[1])
        self._list.append(f"{_INDENT * level}{mark} {inner}")

    def _close_list(self) -> None:
        if self._list:
            self._put("\n".join(self._list), self._list_at)
            self._tell_notes(self._noted)
        self._list.clear()
        self._levels.clear()

    def _table(self, table: Element) -> str:
        rows = [list(self._cells(row)) for row in table if local(row.tag) == "tr"]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return ""
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _cells(self, row: Element) -> Iterator[str]:
        for cell in row:
            if local(cell.tag) != "tc":
                continue
            properties = _child(cell, "tcPr")
            own = (
                {local(one.tag): attribute(one, "val") for one in properties}
                if properties is not None
                else {}
            )
            texts = [self.inline.markdown(one) for one in cell.iter() if local(one.tag) == "p"]
            text = re.sub(r"\\?\n", " ", " / ".join(filter(None, texts))).replace("|", "\\|")
            yield "" if "vMerge" in own and own["vMerge"] != "restart" else text
            span = own.get("gridSpan", "1")
            yield from [""] * (min(int(span), 64) - 1 if span.isdecimal() else 0)

    def _tell_notes(self, last: int) -> None:
        """Write the notes that were referred to since the last time."""
        while self._told < min(last, len(self.inline.notes)):
            note = self.notes.get(self.inline.notes[self._told])
            self._told += 1
            paragraphs = (one for one in (note if note is not None else ()) if local(one.tag) == "p")
            texts = [self.inline.markdown(one) for one in paragraphs]
            self.blocks.append(f"[^{self._told}]: {' '.join(filter(None, texts))}".strip())


def _blocks(parent: Element) -> Iterator[Element]:
    """Give the paragraphs and tables in order, also those inside content controls."""
    for child in parent:
        name = local(child.tag)
        if name in ("p", "tbl"):
            yield child
        elif name in _INSIDE:
            yield from _blocks(child)


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child.tag) == name), None)


def _escape_mark(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}"


def _notes(archive: Archive) -> dict[tuple[str, str], Element]:
    return {
        (kind, attribute(element, "id")): element
        for kind in ("footnote", "endnote")
        for name in parts_with(archive, f"{kind}s")
        for element in archive.xml(name)
        if local(element.tag) == kind
    }


def _addresses(archive: Archive, main: str) -> dict[str, str]:
    """Relation id → the web address of a link."""
    folder, name = posixpath.split(main)
    source = posixpath.join(folder, "_rels", f"{name}.rels")
    if source not in archive.names:
        return {}
    return {
        attribute(element, "Id"): attribute(element, "Target")
        for element in archive.xml(source)
        if attribute(element, "TargetMode") == "External"
    }
