"""Markdown written into a Word document: paragraphs, lists, quotes, tables, code, emphasis, links, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lcsynth.report.plain import writable
from lcsynth.report.word_lists import DEEPEST, begin_list, put_in_list
from lcsynth.report.word_notes import REFERENCE, WordNotes

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.tree import SyntaxTreeNode

# Characters that XML, and so a document, cannot hold.
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass(frozen=True)
class _Face:
    bold: bool = False
    italic: bool = False
    code: bool = False
    address: str = ""


@dataclass(frozen=True)
class MarkdownWriter:
    """Adds texts to the end of a document, and their notes to its notes."""

    document: Document
    notes: WordNotes

    def write(self, markdown: str) -> list[Paragraph]:
        """Add a text.

        Returns
        -------
        list of docx.text.paragraph.Paragraph
            What was added, in order; of a table the paragraphs of its first cell.
        """
        return list(self._blocks(_parsed(markdown).children))

    def write_line(self, paragraph: Paragraph, markdown: str) -> None:
        """Add one line of text, such as a heading, to a paragraph."""
        for block in _parsed(markdown).children:
            self._inlines(paragraph, block)

    def _blocks(self, blocks: Sequence[SyntaxTreeNode], style: str = "") -> Iterator[Paragraph]:
        for block in blocks:
            if block.type == "paragraph":
                paragraph = self.document.add_paragraph(style=style or None)
                self._inlines(paragraph, block)
                yield paragraph
            elif block.type in {"bullet_list", "ordered_list"}:
                yield from self._list(block, 0)
            elif block.type == "blockquote":
                yield from self._blocks(block.children, "Quote")
            elif block.type == "table":
                yield from self._table(block)
            elif block.type in {"fence", "code_block"}:
                yield self._code(self.document.add_paragraph(), block.content)
            elif block.children:
                yield from self._blocks(block.children, style)

    def _list(self, block: SyntaxTreeNode, level: int) -> Iterator[Paragraph]:
        ordered = block.type == "ordered_list"
        start = int(block.attrs.get("start", 1))
        number = begin_list(self.document, ordered=ordered, level=level, start=start)
        for item in block.children:
            # One paragraph an item, so that a list stays one list; what follows in it begins a new line.
            own = self.document.add_paragraph(style="List Number" if ordered else "List Bullet")
            put_in_list(own, number, level)
            yield own
            yield from self._item(item.children, own, level)

    def _item(self, blocks: Sequence[SyntaxTreeNode], own: Paragraph, level: int) -> Iterator[Paragraph]:
        for block in blocks:
            if block.type in {"bullet_list", "ordered_list"}:
                yield from self._list(block, min(level + 1, DEEPEST))
                continue
            if block.type == "table":
                yield from self._table(block)
                continue
            if block.type in {"fence", "code_block"}:
                self._code(_on_a_new_line(own), block.content)
            elif block.type == "paragraph":
                self._inlines(_on_a_new_line(own), block)
            else:
                yield from self._item(block.children, own, level)

    def _table(self, block: SyntaxTreeNode) -> Iterator[Paragraph]:
        rows = [row for part in block.children for row in part.children]
        width = max(len(row.children) for row in rows)
        table = self.document.add_table(rows=len(rows), cols=width, style="Light Grid")
        head(table)
        for place, row in enumerate(rows):
            for cell, content in zip(table.rows[place].cells, row.children, strict=False):
                self._inlines(cell.paragraphs[0], content)
        yield from table.rows[0].cells[0].paragraphs

    def _code(self, paragraph: Paragraph, text: str) -> Paragraph:
        for place, line in enumerate(text.rstrip("\n").split("\n")):
            if place:
                paragraph.add_run().add_break()
            _run(paragraph, line, _Face(code=True))
        return paragraph

    def _inlines(self, paragraph: Paragraph, block: SyntaxTreeNode) -> None:
        for inline in block.children:
            self._inline(paragraph, inline.children, _Face())

    def _inline(self, paragraph: Paragraph, nodes: Sequence[SyntaxTreeNode], face: _Face) -> None:
        for node in nodes:
            if node.type == "text":
                self._text(paragraph, node.content, face)
            elif node.type == "softbreak":
                _run(paragraph, " ", face)
            elif node.type == "hardbreak":
                paragraph.add_run().add_break()
            elif node.type == "code_inline":
                _run(paragraph, node.content, replace(face, code=True))
            elif node.type == "image":
                _run(paragraph, f"[{node.content or node.attrs.get('src', '')}]", face)
            elif node.type == "html_inline":
                _run(paragraph, node.content, face)
            else:
                self._inline(paragraph, node.children, _faced(node, face))

    def _text(self, paragraph: Paragraph, text: str, face: _Face) -> None:
        done = 0
        for found in REFERENCE.finditer(text):
            _run(paragraph, text[done : found.start()], face)
            if not self.notes.refer(paragraph, found[1], self.write_line):
                _run(paragraph, found[0], face)
            done = found.end()
        _run(paragraph, text[done:], face)


def _parsed(markdown: str) -> SyntaxTreeNode:
    """Take a text apart as the paper itself is."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))


def _on_a_new_line(paragraph: Paragraph) -> Paragraph:
    if paragraph.text:
        paragraph.add_run().add_break()
    return paragraph


def head(table: Any) -> None:
    """Make the first row a heading that every page repeats; the first column is none."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way
    for look in table._tbl.tblPr.iter(qn("w:tblLook")):  # noqa: SLF001 - no public way
        look.set(qn("w:firstColumn"), "0")
        look.set(qn("w:val"), "0420")


def _faced(node: SyntaxTreeNode, face: _Face) -> _Face:
    if node.type == "strong":
        return replace(face, bold=True)
    if node.type == "em":
        return replace(face, italic=True)
    return replace(face, address=str(node.attrs.get("href", ""))) if node.type == "link" else face


def _run(paragraph: Paragraph, text: str, face: _Face) -> None:
    from docx.shared import RGBColor

    if not text:
        return
    run = paragraph.add_run(writable(text))
    run.bold, run.italic = face.bold or None, face.italic or None
    if face.code:
        run.font.name = "Courier New"
    if face.address and paragraph._p.getparent().tag.endswith("}footnote"):  # noqa: SLF001 - no public way
        # The links of the notes would need a list of their own.
        run.text = text if text == face.address else f"{run.text} ({writable(face.address)})"
    elif face.address:
        run.underline = True
        run.font.color.rgb = RGBColor(0x0A, 0x5D, 0x63)
        _link(paragraph, run, face.address)


def _link(paragraph: Paragraph, run: Any, address: str) -> None:
    """Put a run into a link; python-docx reads links and does not write them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link: Any = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, _HYPERLINK, is_external=True))
    paragraph._p.replace(run._r, link)  # noqa: SLF001 - no public way
    link.append(run._r)  # noqa: SLF001 - no public way
