"""What the tests of boards, annotations and structured exports share: workbooks, and a whole stage."""

import datetime
import io

import openpyxl

from lcsynth.prepare import prepare
from lcsynth.schema import validate
from lcsynth.workspace import Session, Settings, Title


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
