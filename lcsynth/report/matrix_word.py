"""The reply matrix as a Word document: landscape, with headings and tables whose heading row repeats."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.report.languages import Catalogue
from lcsynth.report.matrix import Group, MatrixPage, Reply
from lcsynth.report.matrix_html import facts_of, group_caption
from lcsynth.report.matrix_markdown import spoken

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

# Characters that XML, and so a document, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = (5.2, 10.6, 3.6, 6.3)  # centimetres, together what an A4 lying down holds between its margins
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


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
    document.add_heading(_safe(matrix.title), level=0)
    for sentence in facts_of(page):
        _say(document, sentence)
    if matrix.unsettled:
        document.add_heading(words.text("To look at"), level=1)
        for text in matrix.unsettled:
            document.add_paragraph(_safe(text), style="List Bullet")
    document.add_heading(words.text("Per section of the paper"), level=1)
    _say(document, matrix.suppression)
    for group in matrix.sections:
        _add_group(document, words, group, by_theme=False)
    if matrix.themes:
        document.add_heading(words.text("Per theme"), level=1)
    for group in matrix.themes:
        _add_group(document, words, group, by_theme=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Document, page: MatrixPage) -> None:
    """Lay the page down, set the language for spelling and screen readers, and name the document."""
    import datetime

    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[page.language])
    normal.element.get_or_add_rPr().append(language)
    about = document.core_properties
    about.title, about.subject = _safe(page.matrix.title), _safe(page.matrix.subtitle)
    about.author, about.language = "lcsynth", _LOCALES[page.language]
    about.comments = ""
    # Else it carries the date of the library's template; the format has no time zone.
    about.created = about.modified = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


def _add_group(document: Document, words: Catalogue, group: Group, *, by_theme: bool) -> None:
    document.add_heading(_safe(f"{group_caption(group)} ({group.state})"), level=2)
    first = words.text("Place") if by_theme else words.text("Theme")
    headings = (first, words.text("What was said"), words.text("Decision"), words.text("Reason"))
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    _head(table, headings)
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


def _head(table: Table, headings: Sequence[str]) -> None:
    """Make the first row a heading: bold, repeated on every page, and known as such to a screen reader."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    row = table.rows[0]
    repeats = OxmlElement("w:tblHeader")
    repeats.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeats)  # noqa: SLF001 - the library has no word for it
    for cell, text in zip(row.cells, headings, strict=True):
        cell.paragraphs[0].add_run(_safe(text)).bold = True


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
        paragraph.add_run(_safe(text))


def _say(document: Document, text: str) -> None:
    document.add_paragraph(_safe(text))


def _safe(text: str) -> str:
    return _UNWRITABLE.sub("", text)
