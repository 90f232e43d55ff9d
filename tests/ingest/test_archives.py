import io
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from lcsynth.errors import DataError
from lcsynth.ingest import archive as archives
from lcsynth.ingest import markup
from lcsynth.ingest.archive import kind_of_archive, open_archive
from tests.ingest.damage import outcome
from tests.ingest.office import W, archive, comment, cut, docx, end, ins, odt, p, start, t

PAPER = docx(
    p(t("2.1 Leren"), style="Kop1")
    + p(start(0), t("Wij "), cut("moeten"), ins("willen"), t(" leren"), end(0)),
    comment(0, t("Hoe dan?"), paragraph="AA") + comment(1, t("Zo dus."), paragraph="BB"),
    '<w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>',
    styles='<w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>',
    footnotes=f'<w:footnote w:id="2">{p(t("Onderaan"))}</w:footnote>',
)
OPEN = odt(
    "<text:h>Kop</text:h><text:p>Een <text:s/>zin"
    "<office:annotation><text:p>Ja</text:p></office:annotation></text:p>"
)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_that_declares_entities_is_not_read(read, declared, encoding):
    body = f'{declared}<w:document xmlns:w="{W}"><w:body>{p(t("Een zin"))}</w:body></w:document>'
    with pytest.raises(DataError, match="declares entities or a document type"):
        read(archive({"word/document.xml": body.encode(encoding)}), name="a.docx")


def test_a_part_larger_than_is_safe_is_not_unpacked(read, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_PART", 10_000)
    with pytest.raises(DataError, match="unpacks to"):
        read(docx(p(t("a" * 20_000))), name="a.docx")


def test_more_markup_than_is_safe_is_not_parsed(read, monkeypatch):
    monkeypatch.setattr(markup, "_MOST_TAGS", 1000)
    with pytest.raises(DataError, match="more markup than is safe"):
        read(docx(p() * 600), name="a.docx")


def test_an_archive_of_a_million_parts_is_not_listed(read, monkeypatch):
    monkeypatch.setattr(archives, "MOST_PARTS", 50)
    with pytest.raises(DataError, match="more than 50 parts"):
        read(archive({f"word/{n}.xml": "" for n in range(60)}), name="a.docx")


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_without_a_limit_are_not_unpacked(read, packing):
    for main in ("word/document.xml", "xl/workbook.xml"):
        with pytest.raises(DataError, match="unusual way"):
            read(archive({main: "<a/>"}, packing), name="a.docx")


def test_a_declared_size_that_is_a_lie_is_found_out(tmp_path):
    content = bytearray(archive({"word/document.xml": "a" * 5000}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")
    (tmp_path / "a.docx").write_bytes(content)
    with open_archive(tmp_path / "a.docx") as opened, pytest.raises(DataError, match="cannot be unpacked"):
        opened.part("word/document.xml")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is that of Linux")
@pytest.mark.parametrize(
    ("main", "others", "told"),
    [
        ("word/document.xml", {}, "unpacks to 1024 MiB or more"),
        (
            "content.xml",
            {"mimetype": "application/vnd.oasis.opendocument.text"},
            "unpacks to 1024 MiB or more",
        ),
        ("xl/worksheets/sheet1.xml", {"xl/workbook.xml": "<workbook/>"}, "unpacks to 1024 MiB"),
    ],
    ids=["docx", "odt", "xlsx"],
)
def test_a_gigabyte_of_zeros_costs_no_memory(tmp_path, main, others, told):
    path = tmp_path / "bom"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in others.items():
            file.writestr(name, content)
        with file.open(main, "w", force_zip64=True) as part:
            for _ in range(1024):
                part.write(bytes(2**20))
    code = (
        "import resource, sys, pathlib\n"
        "from lcsynth.errors import DataError\n"
        "from lcsynth.ingest import read_source\n"
        "from tests.ingest.damage import SESSION, SETTINGS\n"
        "from lcsynth.workspace import Source\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))\n"
        "try: read_source(pathlib.Path(sys.argv[1]), Source(file='bom'), SESSION, SETTINGS)\n"
        "except DataError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert told in done.stdout


def test_a_document_without_its_main_part_says_so(read):
    with pytest.raises(DataError, match=r"part word/document\.xml is absent"):
        read(archive({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}), name="a.docx")
    with pytest.raises(DataError, match="has no body"):
        read(archive({"word/document.xml": "<a/>"}), name="a.docx")
    with pytest.raises(DataError, match="has no text"):
        read(archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}))


def test_a_workbook_by_another_name_is_read_as_what_it_is(read):
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (["tekst"], ["Een hele zin van zes woorden"], ["En dit is er nog een"]):
        book.active.append(row)
    book.save(out)
    assert read(out.getvalue(), name="a.docx").format == "xlsx"


def test_archives_are_told_apart_by_their_parts(tmp_path):
    for content, kind in (
        (PAPER, "word"),
        (OPEN, "open document"),
        (archive({"xl/workbook.xml": ""}), "workbook"),
        (archive({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "other"),
        (PAPER[:500], "damaged"),
    ):
        (tmp_path / "a").write_bytes(content)
        assert kind_of_archive(tmp_path / "a") == kind


def test_a_truncated_document_is_damaged(read):
    for length in (30, len(PAPER) // 2, len(PAPER) - 10):
        with pytest.raises(DataError, match="damaged"):
            read(PAPER[:length], name="a.docx")


def test_xml_that_breaks_off_is_damaged_and_names_the_part(read):
    with pytest.raises(DataError, match=r"word/document\.xml: The document is damaged"):
        read(archive({"word/document.xml": "<w:document"}), name="a.docx")


def test_a_tree_of_any_depth_is_read(read):
    deep = "<w:sdt>" * 50_000 + p(t("Diep van binnen")) + "</w:sdt>" * 50_000
    assert [one.text for one in read(docx(deep)).contributions] == ["Diep van binnen"]


_TAGS = ["w:p", "w:ins", "w:del", "w:r", "w:t", "w:pPr", "w:rPr", "w:commentRangeStart", "w:commentRangeEnd"]
_TAGS += [
    "w:commentReference",
    "w:footnoteReference",
    "w:tbl",
    "w:sym",
    "w:AlternateContent",
    "w:delText",
    "w:moveTo",
]
_TREES = st.recursive(
    st.sampled_from(_TAGS).map(lambda tag: f'<{tag} w:id="0" w:author="A" w:val="1" w:char="zz">x</{tag}>'),
    lambda inner: st.tuples(st.sampled_from(_TAGS), st.sampled_from("012"), st.lists(inner, max_size=4)).map(
        lambda made: f'<{made[0]} w:id="{made[1]}" w:author="B">{"".join(made[2])}</{made[0]}>'
    ),
    max_leaves=15,
)


@fuzz(max_examples=150, deadline=10_000)
@given(st.lists(_TREES, max_size=5), st.lists(_TREES, max_size=2))
def test_no_order_of_elements_brings_the_reader_of_word_down(tmp_path_factory, body, remarks):
    comments = "".join(f'<w:comment w:id="{n}">{one}</w:comment>' for n, one in enumerate(remarks))
    outcome(tmp_path_factory.getbasetemp() / "fuzz.docx", docx("".join(body), comments))
