"""A draft that lcsynth made is known by its mark, also when nobody put anything into it."""

import zipfile

import pytest

from lcsynth.document import parse_paper
from lcsynth.ingest import reasons
from lcsynth.ingest.draft_mark import is_draft
from lcsynth.report.draft_file import draft_file
from tests.ingest import office

PAPER = parse_paper("# Samen\n\n## 1 Wat\n\nEen hele zin over leren.\n\n- een\n- twee\n", version="v2")


def as_odt(marked=True):
    """An OpenDocument text with the properties that LibreOffice takes over."""
    name = "lcsynth draft" if marked else "Info 1"
    properties = (
        f'<office:document-meta xmlns:office="urn:o" xmlns:meta="urn:m"><office:meta><meta:user-defined '
        f'meta:name="{name}">v2</meta:user-defined></office:meta></office:document-meta>'
    )
    content = office.odt("<text:h>Wat</text:h><text:p>Een hele zin over leren.</text:p>")
    return office.with_part(content, "meta.xml", properties)


@pytest.mark.parametrize(
    ("content", "name"), [(draft_file(PAPER, {}, language="nl"), "v2.docx"), (as_odt(), "v2.odt")]
)
def test_of_a_draft_without_comments_the_text_is_no_feedback(read, content, name):
    reading = read(content, name=name)
    assert (reading.format, reading.contributions, reading.empty) == ("word", (), 0)
    assert [one.reason for one in reading.refusals] == [reasons.PAPER]


def test_what_people_add_to_it_is_read(read):
    content = office.rewritten(
        draft_file(PAPER, {}, language="nl"),
        "word/document.xml",
        lambda text: text.replace(
            "<w:t>Een hele zin", f"<w:t/></w:r>{office.ins('Stel: ')}<w:r><w:t>Een hele zin"
        ),
    )
    (said,) = read(content, name="v2.docx").contributions
    assert (said.kind, said.text) == ("insertion", "Stel:")


def test_another_document_without_comments_is_notes(read):
    assert read(as_odt(marked=False), name="v2.odt").format == "notes"


def test_the_mark_is_a_property_of_the_file_that_names_the_version(tmp_path):
    path = tmp_path / "v2.docx"
    path.write_bytes(draft_file(PAPER, {}, language="nl"))
    assert is_draft(path)
    with zipfile.ZipFile(path) as parts:
        assert ">v2<" in parts.read("docProps/custom.xml").decode()
        assert "/docProps/custom.xml" in parts.read("[Content_Types].xml").decode()
        assert "custom-properties" in parts.read("_rels/.rels").decode()
