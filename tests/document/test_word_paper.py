"""A paper in Word becomes Markdown: what is kept, and what is said about the rest."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from lcsynth.document import parse_paper
from lcsynth.document.word_paper import read_word_paper
from lcsynth.errors import DataError

# The smallest picture: one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc00000030101"
    "00c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture
def read(tmp_path):
    """Save a document and read it back."""

    def run(document, **options):
        document.save(tmp_path / "paper.docx")
        return read_word_paper(tmp_path / "paper.docx", **options)

    return run


def paper(*parts):
    """Make a document of headings (level, text) and paragraphs."""
    made = docx.Document()
    for part in parts:
        if isinstance(part, tuple):
            made.add_heading(part[1], level=part[0])
        else:
            made.add_paragraph(part)
    return made


def run_xml(text, tag="t"):
    return f'<w:r {nsdecls("w")}><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def changed(kind, text):
    tag = "delText" if kind == "del" else "t"
    return parse_xml(f'<w:{kind} {nsdecls("w")} w:id="1" w:author="A">{run_xml(text, tag)}</w:{kind}>')


def test_title_headings_and_paragraphs_are_kept(read):
    found = read(paper((0, "Samen leren"), (1, "1 Begin"), "Eerste alinea.", (2, "1.1 Rollen"), "Tweede."))
    assert found.markdown == ("# Samen leren\n\n## 1 Begin\n\nEerste alinea.\n\n### 1.1 Rollen\n\nTweede.\n")
    read_back = parse_paper(found.markdown, version="v1")
    assert [(one.number, one.title) for one in read_back.sections] == [("1", "Begin"), ("1.1", "Rollen")]


def test_the_only_heading_of_level_1_at_the_top_is_the_title_and_of_several_none_is(read):
    one = parse_paper(read(paper((1, "Titel"), (2, "Begin"), "Tekst.")).markdown, version="v1")
    assert (one.title, [section.title for section in one.sections]) == ("Titel", ["Begin"])
    several = parse_paper(read(paper((1, "Begin"), "Tekst.", (1, "Slot"), "Meer.")).markdown, version="v1")
    assert (several.title, [section.title for section in several.sections]) == ("", ["Begin", "Slot"])


def test_without_styles_lines_that_begin_with_a_number_are_headings(read):
    made = paper("Vooraf", "1.1 Rollen en afspraken", "Tekst van 2.5 uur.", "2.5 uur per week is te weinig.")
    made.add_paragraph().add_run("2 Slot").bold = True
    made.add_paragraph("3 mensen")
    assert [one.title for one in parse_paper(read(made).markdown, version="v1").sections] == [
        "",
        "Rollen en afspraken",
        "Slot",
    ]


def test_numbers_that_word_itself_puts_before_headings_are_written(read):
    made = paper((1, "Begin"), (2, "Rollen"), (2, "Tijd"), (1, "Slot"), (2, "Geld"))
    numbering = made.part.numbering_part.element
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="decimal"/></w:lvl>' for level in range(2))
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for paragraph in made.paragraphs:
        level = int(paragraph.style.name[-1]) - 1
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    sections = parse_paper(read(made).markdown, version="v1").sections
    assert [(one.number, one.title) for one in sections] == [
        ("1", "Begin"),
        ("1.1", "Rollen"),
        ("1.2", "Tijd"),
        ("2", "Slot"),
        ("2.1", "Geld"),
    ]


def test_lists_are_kept_with_their_levels(read):
    made = paper((1, "1 A"))
    for text, style in (
        ("een", "List Bullet"),
        ("diep", "List Bullet 2"),
        ("twee", "List Bullet"),
    ):
        made.add_paragraph(text, style=style)
    made.add_paragraph("Tussen.")
    for text in ("eerst", "dan"):
        made.add_paragraph(text, style="List Number")
    assert read(made).markdown == "## 1 A\n\n- een\n    - diep\n- twee\n\nTussen.\n\n1. eerst\n2. dan\n"


def test_a_table_is_kept_with_its_first_row_as_heading(read):
    made = paper((1, "1 A"))
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ("a", "b", "1|2", "x"), strict=True):
        cell.text = text
    table.rows[1].cells[1].add_paragraph("y")
    assert read(made).markdown.endswith("| a | b |\n| --- | --- |\n| 1\\|2 | x / y |\n")


def test_emphasis_and_links_are_kept_and_runs_are_put_together(read):
    made = paper((1, "1 A"))
    paragraph = made.add_paragraph("Lees ")
    paragraph.add_run("dit ").bold = True
    paragraph.add_run("nu").bold = True
    paragraph.add_run(" en ")
    paragraph.add_run("later").italic = True
    relation = made.part.relate_to(
        "https://example.org/a", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
    )
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">{run_xml("hier")}</w:hyperlink>')
    paragraph._p.append(link)
    assert read(made).markdown.endswith("Lees **dit nu** en *later*[hier](https://example.org/a)\n")


def test_a_link_that_could_do_something_is_only_text(read):
    made = paper((1, "1 A"), "Zie ")
    relation = made.part.relate_to(
        "javascript:alert(1)", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
    )
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">{run_xml("hier")}</w:hyperlink>')
    made.paragraphs[-1]._p.append(link)
    found = read(made)
    assert found.markdown.endswith("Zie hier\n")
    assert found.unlinked == 1


def test_pictures_are_noted_with_what_they_show(read):
    made = paper((1, "1 A"))
    made.add_picture(io.BytesIO(PIXEL))
    properties = next(made.element.iter(qn("wp:docPr")))
    properties.set("descr", "Een schema van de groep")
    found = read(made, picture="afbeelding")
    assert found.markdown.endswith("[afbeelding: Een schema van de groep]\n")
    assert found.pictures == 1


def test_characters_that_mean_something_to_markdown_are_only_characters(read):
    lines = [
        "*ster* en _streep_",
        "# geen kop",
        "1. geen lijst",
        "- geen lijst",
        "<b>x</b> &lt;",
        "[a](b)",
        "---",
    ]
    found = parse_paper(read(paper((1, "1 A"), *lines)).markdown, version="v1")
    assert len(found.sections[0].paragraphs) == len(lines)
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").render(read(paper((1, "1 A"), *lines)).markdown)
    assert "<em>" not in html
    assert html.count("<p>") == len(lines)
    assert "&lt;b&gt;x&lt;/b&gt; &amp;lt;" in html


@pytest.mark.parametrize(("way", "text"), [("accepted", "Dit is nieuw."), ("original", "Dit is oud.")])
def test_tracked_changes_are_taken_one_way_and_counted(read, way, text):
    made = paper((1, "1 A"), "Dit is ")
    last = made.paragraphs[-1]._p
    for part in (changed("del", "oud"), changed("ins", "nieuw"), parse_xml(run_xml("."))):
        last.append(part)
    found = read(made, changes=way)
    assert found.markdown.endswith(f"\n\n{text}\n")
    assert found.changed == 2


def test_a_paragraph_whose_end_was_taken_away_is_one_with_the_next(read):
    made = paper((1, "1 A"), "Eerste deel", "tweede deel.")
    mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="A"/></w:rPr>')
    made.paragraphs[1]._p.get_or_add_pPr().append(mark)
    assert read(made).markdown.endswith("\n\nEerste deel tweede deel.\n")
    assert read(made, changes="original").markdown.endswith("\n\nEerste deel\n\ntweede deel.\n")


def test_comments_are_counted_and_no_part_of_the_text(read):
    made = paper((1, "1 A"), "Een zin.")
    made.add_comment(made.paragraphs[-1].runs, text="Waarom?", author="B")
    found = read(made)
    assert found.commented == 1
    assert "Waarom" not in found.markdown


def test_a_file_that_is_no_document_is_refused(tmp_path):
    (tmp_path / "paper.docx").write_bytes(b"PK\x03\x04 nee")
    with pytest.raises(DataError, match=r"paper\.docx"):
        read_word_paper(tmp_path / "paper.docx")
