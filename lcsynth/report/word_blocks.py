"""Markdown written into a Word document: paragraphs, lists, quotes, tables, code, emphasis and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from markdown_it.tree import SyntaxTreeNode

# Characters that XML, and so a document, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DEEPEST = 3  # levels of lists for which Word has a style
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@dataclass(frozen=True)
class _Face:
    bold: bool = False
    italic: bool = False
    code: bool = False
    address: str = ""


def write_markdown(document: Document, markdown: str) -> list[Paragraph]:
    """Add a text to the end of a document.

    Returns
    -------
    list of docx.text.paragraph.Paragraph
        What was added, in order; of a table the paragraphs of its first cell.
    """
    return list(_blocks(document, parsed(markdown).children, ()))


def write_inline(paragraph: Paragraph, markdown: str) -> None:
    """Add one line of text, such as a heading, to a paragraph."""
    for block in parsed(markdown).children:
        for inline in block.children:
            _inline(paragraph, inline.children, _Face())


def writable(text: str) -> str:
    """Leave out what a document cannot hold."""
    return _UNWRITABLE.sub("", text)


def parsed(markdown: str) -> SyntaxTreeNode:
    """Take a text apart as the paper itself is."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))


def _blocks(
    document: Document, blocks: Sequence[SyntaxTreeNode], lists: tuple[str, ...], style: str = ""
) -> Iterator[Paragraph]:
    for block in blocks:
        if block.type == "paragraph":
            yield _paragraph(document, block, style or _list_style(lists))
        elif block.type in {"bullet_list", "ordered_list"}:
            yield from _list(document, block, lists)
        elif block.type == "blockquote":
            yield from _blocks(document, block.children, lists, "Quote")
        elif block.type == "table":
            yield from _table(document, block)
        elif block.type in {"fence", "code_block"}:
            yield _code(document, block.content)
        elif block.children:
            yield from _blocks(document, block.children, lists, style)


def _paragraph(document: Document, block: SyntaxTreeNode, style: str) -> Paragraph:
    paragraph = document.add_paragraph(style=style or None)
    for inline in block.children:
        _inline(paragraph, inline.children, _Face())
    return paragraph


def _list_style(lists: tuple[str, ...]) -> str:
    if not lists:
        return ""
    depth = min(len(lists), _DEEPEST)
    return f"List {lists[-1]}" + (f" {depth}" if depth > 1 else "")


def _list(document: Document, block: SyntaxTreeNode, lists: tuple[str, ...]) -> Iterator[Paragraph]:
    ordered = block.type == "ordered_list"
    deeper = (*lists, "Number" if ordered else "Bullet")
    numbering = _restarted(document, _list_style(deeper)) if ordered else None
    for item in block.children:
        first = True
        for paragraph in _blocks(document, item.children, deeper):
            own = paragraph.style is not None and paragraph.style.name == _list_style(deeper)
            if first and numbering is not None:
                _number(paragraph, numbering)
            elif not first and own:
                # What follows in an item stands under it, without a mark of its own.
                paragraph.style = document.styles[_continued(deeper)]
            first = False
            yield paragraph


def _continued(lists: tuple[str, ...]) -> str:
    depth = min(len(lists), _DEEPEST)
    return "List Continue" + (f" {depth}" if depth > 1 else "")


def _restarted(document: Document, style: str) -> int:
    """Begin a numbered list at 1; else Word goes on from the list before it."""
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    used = document.styles[style].element.pPr.numPr.numId.val
    abstract = next(one for one in numbering.num_lst if one.numId == used).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.get(qn("w:numId")))


def _number(paragraph: Paragraph, numbering: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no public way
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def _table(document: Document, block: SyntaxTreeNode) -> Iterator[Paragraph]:
    rows = [row for part in block.children for row in part.children]
    table = document.add_table(
        rows=len(rows), cols=max(len(row.children) for row in rows), style="Table Grid"
    )
    for place, row in enumerate(rows):
        for cell, content in zip(table.rows[place].cells, row.children, strict=False):
            for inline in content.children:
                _inline(cell.paragraphs[0], inline.children, _Face(bold=content.type == "th"))
    yield from table.rows[0].cells[0].paragraphs


def _code(document: Document, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    for place, line in enumerate(text.rstrip("\n").split("\n")):
        if place:
            paragraph.add_run().add_break()
        _run(paragraph, line, _Face(code=True))
    return paragraph


def _inline(paragraph: Paragraph, nodes: Sequence[SyntaxTreeNode], face: _Face) -> None:
    for node in nodes:
        if node.type == "text":
            _run(paragraph, node.content, face)
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
            _inline(paragraph, node.children, _faced(node, face))


def _faced(node: SyntaxTreeNode, face: _Face) -> _Face:
    if node.type == "strong":
        return replace(face, bold=True)
    if node.type == "em":
        return replace(face, italic=True)
    return replace(face, address=str(node.attrs.get("href", ""))) if node.type == "link" else face


def _run(paragraph: Paragraph, text: str, face: _Face) -> None:
    from docx.shared import RGBColor

    run = paragraph.add_run(writable(text))
    run.bold, run.italic = face.bold or None, face.italic or None
    if face.code:
        run.font.name = "Courier New"
    if face.address:
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
