"""The reply matrix as a Word document: landscape, with headings and tables whose heading row repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.report.languages import Catalogue
from lcsynth.report.matrix import Group, MatrixPage, Reply
from lcsynth.report.matrix_html import facts_of, group_caption
from lcsynth.report.matrix_markdown import spoken
from lcsynth.report.plain import writable
from lcsynth.report.word_blocks import head
from lcsynth.report.word_file import describe, stored

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_WIDTHS = (5.2, 10.6, 3.6, 6.3)  # centimetres, together what an A4 lying down holds between its margins


def matrix_word(page: MatrixPage) -> bytes:
    """Give the matrix as a .docx file.

    Raises
    ------
    DataError
        If a quote is not literally in its contribution.
    """
    import docx

    words, matrix = page.words, page.matrix
    document = docx.Document()
    _set_up(document, page)
    document.add_heading(writable(matrix.title), level=0)
    for sentence in facts_of(page):
        _say(document, sentence)
    if matrix.unsettled:
        document.add_heading(words.text("To look at"), level=1)
        for text in matrix.unsettled:
            document.add_paragraph(writable(text), style="List Bullet")
    document.add_heading(words.text("Per section of the paper"), level=1)
    _say(document, matrix.suppression)
    for group in matrix.sections:
        _add_group(document, words, group, by_theme=False)
    if matrix.themes:
        document.add_heading(words.text("Per theme"), level=1)
    for group in matrix.themes:
        _add_group(document, words, group, by_theme=True)
    return stored(document)


def _set_up(document: Document, page: MatrixPage) -> None:
    """Lay the page down, set the language for spelling and screen readers, and name the document."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    describe(document, page.matrix.title, page.language)
    document.core_properties.subject = writable(page.matrix.subtitle)


def _add_group(document: Document, words: Catalogue, group: Group, *, by_theme: bool) -> None:
    document.add_heading(writable(f"{group_caption(group)} ({group.state})"), level=2)
    first = words.text("Place") if by_theme else words.text("Theme")
    headings = (first, words.text("What was said"), words.text("Decision"), words.text("Reason"))
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    head(table)
    for reply in group.replies:
        cells = table.add_row().cells
        for cell, paragraphs in zip(cells, _cells(words, reply, by_theme=by_theme), strict=True):
            _fill(cell, paragraphs)
    _set_widths(table)
    document.add_paragraph()


def _cells(words: Catalogue, reply: Reply, *, by_theme: bool) -> tuple[Sequence[str], ...]:
    named = [reply.place] if by_theme else [f"{reply.theme_id} {reply.label}", reply.place]
    named += [f"“{reply.opening}”"] if reply.opening else []
    said = [spoken(words, reply), *(f"“{one.text}” ({one.statement_id})" for one in reply.quotes)]
    version = words.text("in version {version}", version=reply.in_version) if reply.in_version else ""
    return named, said, (reply.decided, version), (reply.answer, reply.who)


def _set_widths(table: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for number, row in enumerate(table.rows):
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
        if number:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _fill(cell: _Cell, paragraphs: Sequence[str]) -> None:
    written = [text for text in paragraphs if text]
    for place, text in enumerate(written):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.add_run(writable(text))


def _say(document: Document, text: str) -> None:
    document.add_paragraph(writable(text))
