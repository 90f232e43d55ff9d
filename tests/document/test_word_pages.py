"""The pages of a Word document are those on which Word last showed it."""

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lcsynth.document import parse_paper
from lcsynth.document.word_paper import read_word_paper


@pytest.fixture
def pages(tmp_path):
    """Give the pages of every paragraph of a document that was saved and read back."""

    def run(document):
        document.save(tmp_path / "paper.docx")
        found = read_word_paper(tmp_path / "paper.docx")
        paper = parse_paper(found.markdown, version="v1")
        return [one.pages for section in paper.sections for one in section.paragraphs], found

    return run


def page_begins(paragraph, before="", after=""):
    """Let a page begin in a paragraph, between two texts."""
    if before:
        paragraph.add_run(before)
    run = paragraph.add_run()
    run._r.append(OxmlElement("w:lastRenderedPageBreak"))
    if after:
        paragraph.add_run(after)


def numbered_from(section, number):
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), str(number))
    section._sectPr.append(start)


def test_a_page_that_begins_before_a_paragraph_in_one_and_in_a_heading(pages):
    made = docx.Document()
    made.add_heading("1 Begin", 1)
    made.add_paragraph("Op de eerste.")
    page_begins(made.add_paragraph(), after="Op de tweede.")
    page_begins(made.add_paragraph(), "Nog op de tweede,", " en op de derde.")
    page_begins(made.add_heading("", 1), after="2 Eind")
    made.add_paragraph("Op de vierde.")
    found, read = pages(made)
    assert found == [(1,), (2,), (2, 3), (4,)]
    assert read.pages == 4
    assert read.markdown.startswith("<!-- p. 1 -->\n\n## 1 Begin\n")


def test_a_list_runs_from_the_page_of_its_first_item_to_that_of_its_last(pages):
    made = docx.Document()
    made.add_heading("1 Begin", 1)
    made.add_paragraph("Een", style="List Bullet")
    page_begins(made.add_paragraph(style="List Bullet"), after="Twee")
    page_begins(made.add_paragraph(), after="Daarna.")
    assert pages(made)[0] == [(1, 2), (3,)]


def test_a_row_that_runs_on_has_a_break_in_every_cell_and_is_one_page_more(pages):
    made = docx.Document()
    made.add_heading("1 Begin", 1)
    table = made.add_table(rows=2, cols=2)
    for cell in table.rows[1].cells:
        page_begins(cell.paragraphs[0], "Voor", "na")
    page_begins(made.add_paragraph(), after="Daarna.")
    assert pages(made)[0] == [(1, 2), (3,)]


def test_a_number_at_which_pages_begin_anew_is_followed(pages):
    made = docx.Document()
    made.add_heading("1 Begin", 1)
    made.add_paragraph("Voorwerk.")
    page_begins(made.add_paragraph(), after="Nog meer voorwerk.")
    numbered_from(made.add_section(), 1)
    page_begins(made.add_heading("", 1), after="2 Echt begin")
    made.add_paragraph("Op de eerste.")
    page_begins(made.add_paragraph(), after="Op de tweede.")
    assert pages(made)[0] == [(1,), (2,), (1,), (2,)]


def test_a_document_that_was_never_shown_has_no_pages(pages):
    made = docx.Document()
    made.add_heading("1 Begin", 1)
    made.add_paragraph("Tekst.").add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    made.add_paragraph("Nog meer.")
    found, read = pages(made)
    assert found == [(), ()]
    assert read.pages == 0
    assert "<!--" not in read.markdown


def test_what_stands_beside_the_text_begins_no_page(pages):
    made = docx.Document()
    made.add_heading("1 Begin", 1)
    aside = made.add_paragraph("Tekst")
    box = OxmlElement("w:txbxContent")
    page_begins(aside, after="met een kader.")
    box.append(aside.runs[-2]._r)
    holder = aside.add_run()
    holder._r.append(OxmlElement("w:pict"))
    holder._r[-1].append(box)
    page_begins(made.add_paragraph(), after="Op de tweede.")
    assert pages(made)[0][0] == (1,)
