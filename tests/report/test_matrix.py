"""The reply matrix in words, as a page, in Word and in Markdown."""

import io
from dataclasses import replace

import pandas as pd
import pytest

from lcsynth.document import parse_paper
from lcsynth.document.unsettled import COLUMNS
from lcsynth.errors import DataError
from lcsynth.report.matrix import MatrixPage
from lcsynth.report.matrix_html import matrix_html
from lcsynth.report.matrix_markdown import matrix_markdown
from lcsynth.report.matrix_word import matrix_word

NOTHING = pd.DataFrame(columns=list(COLUMNS))


@pytest.fixture
def decided(whole):
    """The tables, with one decision on the first row."""
    table = whole.decisions.copy()
    said = {
        "decision": "partly", "reason": "Tijd | stond <er> al.", "in_version": "v2", "decided_by": "Redactie",
        "decided_at": "2022-10-01T10:00:00+00:00", "operation": "o1", "coder": "Anne", "decided_for": "1.1",
    }  # fmt: skip
    for name, value in said.items():
        table.loc[table.index[0], name] = value
    return replace(whole, decisions=table)


def page_of(tables, language="nl", unsettled=NOTHING):
    return MatrixPage(tables, language, unsettled)


def test_what_is_open_comes_first_in_every_group_and_the_counts_add_up(decided):
    matrix = page_of(decided).matrix
    for group in (*matrix.sections, *matrix.themes):
        states = [one.open for one in group.replies]
        assert states == sorted(states, reverse=True)
    (everything, _), (still_open, _), (done, _) = matrix.counts
    assert (everything, still_open, done) == (len(decided.decisions), len(decided.decisions) - 1, 1)
    for groups in (matrix.sections, matrix.themes):
        assert sum(len(group.replies) for group in groups) == everything


def test_a_reply_tells_people_statements_audience_quotes_decision_reason_and_version(decided):
    (reply,) = [one for one in page_of(decided).replies if not one.open]
    row = decided.decisions.iloc[0]
    assert (reply.people, reply.statements) == (row["contributors"], row["statements"])
    assert (reply.decided, reply.in_version, reply.who) == (
        "deels overgenomen", "v2", "Redactie, 1 oktober 2022",
    )  # fmt: skip
    assert 1 <= len(reply.quotes) <= 2
    texts = set(decided.statements["text"])
    assert all(quote.text in texts for quote in reply.quotes)


def test_a_quote_that_was_never_said_stops_the_matrix(decided):
    tables = replace(decided, statements=decided.statements.assign(text="Verzonnen"))
    with pytest.raises(DataError, match="The quote is not a verbatim slice"):
        _ = page_of(tables).matrix


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_has_real_tables_no_script_and_escapes_what_people_wrote(decided, language):
    html = matrix_html(page_of(decided, language))
    assert html.count("<table") == html.count('role="table"') > 1
    assert 'scope="col"' in html
    assert 'scope="row"' in html
    assert "<script" not in html
    assert "Tijd | stond &lt;er&gt; al." in html
    assert f'<html lang="{language}">' in html


def test_what_does_not_fit_together_is_told_on_the_page(decided):
    row = dict.fromkeys(COLUMNS, "") | {
        "kind": "unexplained", "paper_version": "v2", "section": "1.1", "anchor": "1.1:1",
        "in_version": "v2", "other": "edited",
    }  # fmt: skip
    page = page_of(decided, unsettled=pd.DataFrame([row]))
    assert "§\u00a01.1:1 van v2 is gewijzigd in v2, en geen besluit zegt waarom." in matrix_html(page)


def test_without_a_paper_or_anything_said_there_is_a_matrix_that_says_so(nobody):
    page = page_of(replace(nobody, session=None), "en")
    assert "Nothing was said about the paper yet." in matrix_html(page)
    assert "0 open" in matrix_markdown(page)
    assert matrix_word(page)


def test_in_markdown_a_cell_ends_where_it_ends(decided):
    text = matrix_markdown(page_of(decided))
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert all(line.replace("\\|", "").count("|") == 5 for line in rows)
    assert "Tijd \\| stond \\<er\\> al." in text


def test_in_word_tables_have_a_heading_row_that_repeats_and_the_page_lies_down(decided):
    import docx

    document = docx.Document(io.BytesIO(matrix_word(page_of(decided))))
    page = document.sections[0]
    assert page.page_width > page.page_height
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert [cell.text for cell in table.rows[0].cells][2:] == ["Besluit", "Reden"]
    assert document.core_properties.title == "Reactienota"
    assert matrix_word(page_of(decided)) == matrix_word(page_of(decided))
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "Tijd | stond <er> al." in text


def test_a_control_character_in_a_remark_does_not_break_the_document(decided):
    tables = decided.saying("Een remark\x0b met een teken dat nergens mag staan.")
    assert matrix_word(page_of(tables))


def test_a_row_that_was_decided_for_a_whole_section_says_so_in_every_form(decided):
    import docx
    import openpyxl

    from lcsynth.pipeline.matrix_sheet import write_matrix_sheet

    row = decided.decisions.iloc[[0]].assign(section="1.1", anchor="1.1:1", decided_for="1.1")
    page = page_of(replace(decided, decisions=row))
    said = "besloten voor heel paragraaf 1.1"
    assert said in matrix_html(page)
    assert said in matrix_markdown(page)
    document = docx.Document(io.BytesIO(matrix_word(page)))
    assert any(said in row.cells[3].text for row in document.tables[0].rows)
    sheet = openpyxl.load_workbook(io.BytesIO(write_matrix_sheet(page))).active
    headings = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, headings.index("Besloten voor") + 1).value == said
    assert sheet.cell(2, headings.index("Reden") + 1).value == "Tijd | stond <er> al."


def test_paragraphs_are_called_by_their_number_and_their_first_words(decided):
    paper = parse_paper("## 1.1 Omschrijving\n\n" + "woord " * 30, version="v1")
    table = decided.decisions.head(1).assign(section="1.1", anchor="1.1:1")
    (reply,) = page_of(replace(decided, decisions=table, paper=paper)).replies
    assert reply.place == "v1 § 1.1, alinea 1"
    assert reply.opening == " ".join(["woord"] * 12) + "…"
