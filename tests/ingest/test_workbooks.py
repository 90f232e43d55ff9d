import datetime as dt
import re
import zipfile

import pytest

from lcsynth.errors import DataError
from lcsynth.ingest import spreadsheet
from lcsynth.ingest.reasons import HIDDEN_SHEET, NO_ANSWERS
from lcsynth.ingest.spreadsheet import to_text
from tests.ingest.conftest import write_workbook

ROWS = [["id", "tekst"], [1.0, "Dit is een zin van zes woorden"], [2, "En dit is er nog een"]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        (1e20, "1e+20"),
        (True, "true"),
        (dt.datetime(2022, 5, 17, 15), "2022-05-17T15:00:00"),
        (dt.date(2022, 5, 17), "2022-05-17"),
        ("3.0", "3.0"),
    ],
)
def test_cells_are_written_as_a_person_reads_them(value, text):
    assert to_text(value) == text


def test_numbers_in_cells_make_plain_locators(read):
    assert [one.locator for one in read(ROWS, name="a.xlsx").contributions] == ["id 1", "id 2"]


def test_the_content_decides_not_the_extension(read):
    assert read(ROWS, name="a.csv").format == "xlsx"
    assert read("tekst\nDit is een hele zin\n", name="a.xlsx").format == "csv"


def test_lines_above_the_heading_are_passed_over_and_rows_keep_their_number(read):
    reading = read(
        [["Resultaten"], [], ["naam", "wat mist u?", "cijfer"], ["Jan", "Meer tijd voor elkaar", 3]], "a.xlsx"
    )
    assert [(one.locator, one.identity) for one in reading.contributions] == [("row 4", "Jan")]


def test_sheets_with_answers_are_all_read_and_others_listed(read):
    reading = read({"Mei": ROWS, "Codes": [["code", "aantal"], [1, 2]], "Juni": ROWS}, name="a.xlsx")
    assert [one.locator for one in reading.contributions] == [
        "Mei id 1",
        "Mei id 2",
        "Juni id 1",
        "Juni id 2",
    ]
    assert reading.columns["sheet 'Codes'"] == "not read"


def test_a_hidden_sheet_and_one_without_answers_are_refused_as_one_entry_each(read):
    sheets = {
        "Mei": ROWS,
        "Codes": [["code", "aantal"], [1, 2], [3, 4]],
        "Oud": [*ROWS, [3, "Nog een zin van zes woorden"]],
        "Kop": [["naam", "tekst"]],
        "Leeg": [],
    }
    reading = read(sheets, name="a.xlsx", hidden=("Oud",))
    assert sorted((one.locator, one.reason) for one in reading.refusals) == [
        ("sheet 'Codes', rows: 2", NO_ANSWERS),
        ("sheet 'Oud', rows: 3", HIDDEN_SHEET),
    ]
    assert (reading.rows, reading.read, len(reading.contributions)) == (2, 4, 2)
    assert {name for name, role in reading.columns.items() if role == "not read"} == {
        "sheet 'Codes'",
        "sheet 'Oud'",
        "sheet 'Kop'",
    }


def test_a_workbook_with_only_a_hidden_sheet_says_so(read):
    with pytest.raises(DataError, match="hidden sheets"):
        read({"Leeg": [], "Oud": ROWS}, name="a.xlsx", hidden=("Oud",))


def test_a_carriage_return_in_a_cell_becomes_a_newline(read):
    assert read([["tekst"], ["Eerste regel_x000D_\nen de tweede regel"]], "a.xlsx").contributions[0].text == (
        "Eerste regel\nen de tweede regel"
    )


def test_a_truncated_workbook_is_damaged(read, tmp_path):
    read(ROWS, name="heel.xlsx")
    whole = (tmp_path / "heel.xlsx").read_bytes()
    for length in (10, len(whole) // 2, len(whole) - 10):
        with pytest.raises(DataError, match="damaged"):
            read(whole[:length], name="half.xlsx")


def test_a_changed_byte_does_not_pass(read, tmp_path):
    read(ROWS, name="heel.xlsx")
    whole = bytearray((tmp_path / "heel.xlsx").read_bytes())
    whole[200:260] = b"\xff" * 60
    with pytest.raises(DataError):
        read(bytes(whole), name="kapot.xlsx")


@pytest.mark.parametrize(
    ("member", "told"), [("ppt/presentation.xml", "PowerPoint"), ("foto.jpg", "something else")]
)
def test_a_zip_of_something_else_is_told(read, tmp_path, member, told):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(DataError, match=told):
        read((tmp_path / "x.zip").read_bytes(), name="a.xlsx")


def test_a_workbook_that_unpacks_too_far_is_not_opened(read, monkeypatch):
    monkeypatch.setattr(spreadsheet, "UNPACKED_LIMIT", 1000)
    with pytest.raises(DataError, match="unpacks to"):
        read(ROWS, name="a.xlsx")


def test_an_empty_workbook_says_so(read):
    with pytest.raises(DataError, match="empty"):
        read([[]], name="a.xlsx")
    with pytest.raises(DataError, match="nothing under it"):
        read([["naam", "tekst"]], name="a.xlsx")


@pytest.mark.parametrize("place", ["xfd1048576", " XFD1048576 ", "XFD1048576"])
def test_a_sheet_that_would_not_fit_in_memory_is_told_before_it_is_loaded(read, tmp_path, place):
    whole, odd = tmp_path / "heel.xlsx", tmp_path / "groot.xlsx"
    write_workbook(whole, {"Blad1": [["Opmerking"], ["Er is te weinig tijd in het rooster."]]})
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(odd, "w") as made:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith("sheet1.xml"):
                content = re.sub(rb'r="A2"', f'r="{place}"'.encode(), content)
            made.writestr(name, content)
    with pytest.raises(DataError, match="more than can be read"):
        read(odd.read_bytes(), "groot.xlsx")
