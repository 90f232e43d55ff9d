"""What the tests of boards, annotations and structured exports share: files, damage, and a whole stage."""

import datetime
import io
import zipfile

import openpyxl
from hypothesis import strategies as st

from lcsynth.errors import LcsynthError
from lcsynth.ingest import read_source
from lcsynth.prepare import prepare
from lcsynth.schema import validate
from lcsynth.workspace import Session, Settings, Source, Title

_BITS = [
    b"\0",
    b'"',
    b"\n",
    b",",
    b";",
    b"<script>",
    b"&#xD800;",
    b"[" * 40,
    b"null",
    b"9" * 5000,
    b"\xed\xa0\x80",
]


def workbook(sheets):
    """Give the bytes of a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def damaged(data, contents):
    """Give one of the contents with some bytes replaced; in a workbook in one of its parts or in the file."""
    content = data.draw(st.sampled_from(contents))
    if content.startswith(b"PK") and data.draw(st.booleans()):
        return _in_a_part(data, content)
    return _bytes(data, content)


def _in_a_part(data, content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        hit = data.draw(st.sampled_from(sorted(archive.namelist())))
        gone = data.draw(st.booleans())
        for name in archive.namelist():
            if name != hit:
                copy.writestr(name, archive.read(name))
            elif not gone:
                copy.writestr(name, _bytes(data, archive.read(name)))
    return out.getvalue()


def _bytes(data, whole):
    content = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        size = data.draw(st.integers(0, 12))
        content[place : place + size] = (
            data.draw(st.one_of(st.binary(max_size=6), st.sampled_from(_BITS))) or b" "
        )
    keep = data.draw(st.one_of(st.just(len(content)), st.integers(1, len(content))))
    return bytes(content[:keep])


def check_account(path, content, format_name):
    """Read a file as recognised and as told; the account holds, or there is one paragraph."""
    path.write_bytes(content)
    for chosen in ("", format_name):
        source = Source(file=path.name, format=chosen)
        try:
            reading = read_source(path, source, SESSION, Settings(name="x", embedder="x"))
        except LcsynthError:
            continue
        assert reading.read == len(reading.contributions) + len(reading.refusals) + reading.empty
        assert all(one.text == one.text.strip() != "" for one in reading.contributions)
        assert all(one.support >= 0 and one.opposition >= 0 for one in reading.contributions)


def prepared(reading):
    """Take a reading through the stage that follows, and check every table of it."""
    done = prepare([reading], session_id="s1", key=b"k" * 32, settings=Settings(name="x", embedder="none"))
    for table in ("contributions", "statements", "quarantine", "attributes", "ledger"):
        validate(getattr(done, table), table)
    ledger = done.ledger
    parts = ledger[["contributions", "duplicates", "quarantined", "empty"]].sum(axis=1)
    assert (ledger["read"] == parts).all()
    return done


SESSION = Session(id="s1", title=Title(nl="", en=""), date=datetime.date(2022, 5, 17))
