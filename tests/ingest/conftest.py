import datetime

import pytest

from lcsynth.ingest import read_source
from lcsynth.workspace import Session, Settings, Source, Title, Wording


@pytest.fixture
def settings():
    return Settings(
        name="test",
        embedder="none",
        audiences={
            "onderzoekers": Wording(nl="Onderzoekers", en="Researchers", aliases=("onderzoeker",)),
            "praktijk": Wording(nl="Praktijk", en="Practitioners"),
        },
        organisation_types={
            "mbo": Wording(nl="mbo", en="vocational education", aliases=("ROC",)),
            "wo": Wording(nl="universiteit", en="university"),
        },
    )


@pytest.fixture
def session():
    return Session(
        id="s1",
        title=Title(nl="Sessie", en="Session"),
        date=datetime.date(2022, 5, 17),
        questions={"Wat gaat er goed?": "2.1"},
    )


@pytest.fixture
def read(tmp_path, settings, session):
    """Write a file (text, bytes or a workbook's rows) and read it."""

    def read_file(content, name="bron.csv", in_session=session, hidden=(), **options):
        path = tmp_path / name
        if isinstance(content, list):
            write_workbook(path, {"Blad1": content})
        elif isinstance(content, dict):
            write_workbook(path, content, hidden)
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        reading = read_source(path, Source(file=name, **options), in_session, settings)
        assert reading.read == len(reading.contributions) + len(reading.refusals) + reading.empty
        return reading

    return read_file


def write_workbook(path, sheets, hidden=()):
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
