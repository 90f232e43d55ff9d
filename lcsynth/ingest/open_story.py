"""The text of an OpenDocument file with its history: what was inserted, deleted and commented on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.ingest.markup import attribute, local, traverse
from lcsynth.ingest.story import END, Change, Grid, Paragraph, Piece, Place, Span, Story, columns_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACES = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100
# What is generated, and what tells about a picture or form.
_SILENT = {"table-of-content", "note-citation", "title", "desc", "forms", "sequence-decls"}
_DEEPEST = 8  # changes within changes; LibreOffice makes two


@dataclass(frozen=True)
class Remark:
    """A comment: its own text, and where it stands."""

    story: Story
    name: str
    parent: str
    author: str
    date: str


@dataclass(frozen=True)
class Region:
    """A tracked change as it is listed before the text; ``deleted`` holds what a deletion took out."""

    change: Change
    deleted: Element | None


class StoryBuilder:
    """Makes a story of the elements of a text; ``inside`` a comment or margin there are no comments."""

    def __init__(self, name: str, *, inside: bool = False) -> None:
        self.story = Story(name)
        self.remarks: list[Remark] = []
        self.unplaced: dict[str, Region] = {}
        self._regions: dict[str, Region] = {}
        self._changes: dict[str, Change] = {}
        self._named: dict[str, Span] = {}
        self._inside, self._items = inside, 0
        self._grid = Grid()
        # Frames and notes stand inside a paragraph: the innermost open one takes the text.
        self._open: list[int] = []

    def opened(self, element: Element) -> bool:
        """Take an element, and tell whether to go into it."""
        name = local(element.tag)
        if name in {"p", "h"}:
            self._open.append(len(self.story.paragraphs))
            self.story.paragraphs.append(
                Paragraph(heading=name == "h", listed=self._items > 0, cell=self._grid.cell)
            )
        elif name in {"list-item", "list-header"}:
            self._items += 1
        elif name == "tracked-changes":
            self._regions |= read_regions(element)
            self.unplaced |= {key: one for key, one in self._regions.items() if one.deleted is not None}
            return self._pass(element)
        elif name in _SILENT:
            return self._pass(element)
        elif name == "annotation" and not self._inside:
            self._remark(element)
            return self._pass(element)
        else:
            self._lay_out(name, element)
            self._inline(name, element)
        self._add(element.text)
        return True

    def closed(self, element: Element) -> None:
        """Leave an element that was gone into."""
        name = local(element.tag)
        if name in {"p", "h"}:
            self.story.paragraphs[self._open.pop()].end = self._history()
        elif name in {"list-item", "list-header"}:
            self._items -= 1
        elif name == "table":
            self._grid.close_table()
        self._add(element.tail)

    def _pass(self, element: Element) -> bool:
        self._add(element.tail)
        return False

    def _lay_out(self, name: str, element: Element) -> None:
        if name == "table":
            self._grid.open_table()
        elif name == "table-row":
            self._grid.open_row()
        elif name == "table-cell":
            self._grid.open_cell(columns_of(attribute(element, "number-columns-repeated")))
        elif name == "covered-table-cell":
            self._grid.open_cell()

    def _inline(self, name: str, element: Element) -> None:
        if name == "s":
            count = attribute(element, "c")
            self._put(" " * min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 9 else " ")
        elif name in {"tab", "line-break"}:
            self._put("\t" if name == "tab" else "\n")
        elif name == "image" and self._open:
            self.story.paragraphs[self._open[0]].picture = True
        elif name in {"change-start", "change-end", "change"}:
            self._change(name, attribute(element, "change-id"))
        elif name == "annotation-end" and (span := self._named.get(attribute(element, "name"))):
            span.end = span.end or self._place()

    def _add(self, text: str | None) -> None:
        if text and self._open:
            self._put(_SPACES.sub(" ", text))

    def _put(self, text: str) -> None:
        if self._open:
            self.story.paragraphs[self._open[-1]].pieces.append(
                Piece(text.replace(END, "\n"), self._history())
            )

    def _history(self) -> tuple[Change, ...]:
        return tuple(self._changes.values())[:_DEEPEST]

    def _change(self, name: str, key: str) -> None:
        region = self._regions.get(key)
        if name == "change-end":
            self._changes.pop(key, None)
        elif region and name == "change-start" and region.deleted is None:
            self._changes[key] = region.change
        elif region and region.deleted is not None and self.unplaced.pop(key, None):
            self._deleted(region.change, region.deleted)

    def _deleted(self, change: Change, element: Element) -> None:
        """Put the text that was deleted back where it stood, as a deletion, and the comments in it."""
        builder = StoryBuilder("deletion")
        traverse(element, builder.opened, builder.closed)
        if not self._open:
            self.story.paragraphs.append(Paragraph())
        paragraph = self.story.paragraphs[self._open[-1] if self._open else -1]
        text = "\n".join(one.text for one in builder.story.paragraphs)
        paragraph.pieces.append(Piece(text.replace(END, "\n"), (*self._history(), change)))
        for remark in builder.remarks:
            self._place_remark(remark)

    def _place(self) -> Place:
        if self._open:
            return Place(self._open[-1], len(self.story.paragraphs[self._open[-1]].pieces))
        return Place(len(self.story.paragraphs), 0)

    def _remark(self, element: Element) -> None:
        builder = StoryBuilder("comment", inside=True)
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
        self._place_remark(remark)

    def _place_remark(self, remark: Remark) -> None:
        self.remarks.append(remark)
        span = Span(start=self._place())
        self.story.spans[f"comment {len(self.remarks)}"] = span
        if remark.name:
            self._named.setdefault(remark.name, span)


def read_regions(root: Element) -> dict[str, Region]:
    """Read the list of tracked changes, by the name the text refers to; those of the formatting are none."""
    found: dict[str, Region] = {}
    for region in root:
        for element in region:
            kind = local(element.tag)
            if kind not in {"insertion", "deletion"}:
                continue
            said = {local(one.tag): (one.text or "").strip() for child in element for one in child}
            change = Change(
                "insertion" if kind == "insertion" else "deletion",
                said.get("creator", ""),
                said.get("date", "")[:19],
            )
            found.setdefault(attribute(region, "id"), Region(change, element if kind == "deletion" else None))
    return found
