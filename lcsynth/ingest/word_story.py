"""The text of a Word document with its history: what is inserted, deleted, moved and commented on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lcsynth.ingest.markup import attribute, local, traverse
from lcsynth.ingest.story import END, Change, Grid, Paragraph, Piece, Place, Span, Story, columns_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHANGES = {
    "ins": "insertion",
    "del": "deletion",
    "moveTo": "moved in",
    "moveFrom": "moved out",
}  # fmt: skip
_DEEPEST = 8  # changes within changes; Word itself makes two
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_PICTURES = {"blip", "imagedata", "OLEObject"}
# Properties hold no text; instructions are what a field does, not what it shows.
_SILENT = {"instrText", "delInstrText", "tblGrid", "rPrChange", "pPrChange"}


class Styles(NamedTuple):
    """The ids of the styles of paragraphs that make a heading of one, or an item of a list."""

    headings: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()


_NO_STYLES = Styles()


def read_story(root: Element, name: str, styles: Styles = _NO_STYLES, *, heading: str = "") -> Story:
    """Read a body, footnote, header or comment of a Word document.

    Parameters
    ----------
    name
        What it is: "paragraph" for the body, "footnote 2".
    styles
        What the styles of its paragraphs tell.
    heading
        The heading above the whole story.
    """
    builder = _Builder(Story(name, heading=heading), styles)
    traverse(root, builder.opened, builder.closed)
    return builder.story


class _Builder:
    def __init__(self, story: Story, styles: Styles) -> None:
        self.story, self._styles = story, styles
        # Text boxes stand inside a paragraph: the innermost open one takes the text.
        self._open: list[int] = []
        self._grid = Grid()
        self._changes: list[tuple[Change, ...]] = [()]
        self._handlers: dict[str, Callable[[Element], bool]] = {
            "p": self._paragraph,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "pPr": self._properties,
            "t": self._text,
            "delText": self._text,
            "sym": self._symbol,
            "AlternateContent": self._alternatives,
            "commentRangeStart": self._range_start,
            "commentRangeEnd": self._range_end,
            "commentReference": self._mark,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            **dict.fromkeys(_CHANGES, self._change),
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_PICTURES, self._picture),
        }

    def opened(self, element: Element) -> bool:
        name = local(element.tag)
        if handler := self._handlers.get(name):
            return handler(element)
        return not name.endswith("Pr") and name not in _SILENT

    def closed(self, element: Element) -> None:
        name = local(element.tag)
        if name == "p":
            self._open.pop()
        elif name == "tbl":
            self._grid.close_table()
        elif name in _CHANGES:
            self._changes.pop()

    def _current(self) -> Paragraph:
        if not self._open:
            # A damaged document may have text outside its paragraphs.
            self.story.paragraphs.append(Paragraph())
            return self.story.paragraphs[-1]
        return self.story.paragraphs[self._open[-1]]

    def _place(self) -> Place:
        if self._open:
            return Place(self._open[-1], len(self.story.paragraphs[self._open[-1]].pieces))
        # Between paragraphs: the start of the next one, which may not come.
        return Place(len(self.story.paragraphs), 0)

    def _add(self, text: str) -> bool:
        self._current().pieces.append(Piece(text.replace(END, "\n"), self._changes[-1]))
        return False

    def _paragraph(self, element: Element) -> bool:
        self._open.append(len(self.story.paragraphs))
        self.story.paragraphs.append(Paragraph(id=attribute(element, "paraId"), cell=self._grid.cell))
        return True

    def _table(self, _: Element) -> bool:
        self._grid.open_table()
        return True

    def _row(self, _: Element) -> bool:
        self._grid.open_row()
        return True

    def _cell(self, element: Element) -> bool:
        own = {
            local(one.tag): attribute(one, "val")
            for child in element
            if local(child.tag) == "tcPr"
            for one in child
        }
        self._grid.open_cell(columns_of(own.get("gridSpan", "")))
        if own.get("vMerge") in {"", "continue"} and (cell := self._grid.cell):
            self.story.continued.add(cell)
        return True

    def _properties(self, element: Element) -> bool:
        paragraph = self._current()
        for child in element:
            name, value = local(child.tag), attribute(child, "val")
            if name == "pStyle":
                paragraph.heading = paragraph.heading or value in self._styles.headings
                paragraph.listed = paragraph.listed or value in self._styles.lists
            elif name == "outlineLvl":
                paragraph.heading = value in set("012345678")
            elif name == "numPr":
                # A list with the number 0 takes a paragraph out of the list of its style.
                numbers = [attribute(one, "val") for one in child if local(one.tag) == "numId"]
                paragraph.listed = numbers != ["0"]
            elif name == "rPr":
                marks = [self._changed(mark) for mark in child if local(mark.tag) in _CHANGES]
                paragraph.end = tuple(marks[:_DEEPEST])
        return False

    def _changed(self, element: Element) -> Change:
        kind = _CHANGES[local(element.tag)]
        return Change(kind, attribute(element, "author"), attribute(element, "date"))  # type: ignore[arg-type]

    def _change(self, element: Element) -> bool:
        self._changes.append((*self._changes[-1], self._changed(element))[:_DEEPEST])
        return True

    def _text(self, element: Element) -> bool:
        return self._add(element.text) if element.text else False

    def _sign(self, element: Element) -> bool:
        return self._add(_SIGNS[local(element.tag)])

    def _symbol(self, element: Element) -> bool:
        code = attribute(element, "char")
        try:
            return self._add(chr(int(code, 16)))
        except (ValueError, OverflowError):
            return False

    def _picture(self, _: Element) -> bool:
        self._current().picture = True
        return True

    def _alternatives(self, element: Element) -> bool:
        # The same text in a new and an old form: only one is read.
        choices = [child for child in element if local(child.tag) == "Choice"]
        element[:] = choices[:1] or list(element)[:1]
        return True

    def _range_start(self, element: Element) -> bool:
        span = self.story.spans.setdefault(attribute(element, "id"), Span())
        span.start = span.start or self._place()
        return False

    def _range_end(self, element: Element) -> bool:
        span = self.story.spans.setdefault(attribute(element, "id"), Span())
        span.end = span.end or self._place()
        return False

    def _mark(self, element: Element) -> bool:
        span = self.story.spans.setdefault(attribute(element, "id"), Span())
        span.mark = span.mark or self._place()
        return False

    def _note(self, element: Element) -> bool:
        kind = "footnote" if local(element.tag) == "footnoteReference" else "endnote"
        self.story.notes.setdefault(f"{kind} {attribute(element, 'id')}", self._place())
        return False
