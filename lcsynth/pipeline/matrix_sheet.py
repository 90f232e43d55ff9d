"""The reply matrix as a workbook that authors fill in, written and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.pipeline.exporting import as_text
from lcsynth.pipeline.sheet_rows import column_letter, sheet_rows
from lcsynth.report.languages import LOCALES, Catalogue, catalogue

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from lcsynth.report.matrix import MatrixPage, Reply

# What is filled in, and what tells a row wherever it was sorted to: the theme and place, and the decision
# that stood there when the sheet was made.
DECISION, REASON, IN_VERSION, BY = "decision", "reason", "in_version", "by"
FILLED = (DECISION, REASON, IN_VERSION, BY)
KEYS = ("key_theme", "key_version", "key_section", "key_anchor", "key_operation")
_SEEN = (
    "place", "opening", "theme", "people", "statements", "audiences", "quote_1", "quote_2", "decided_for"
)  # fmt: skip
_WIDTHS = (20, 34, 34, 9, 11, 26, 50, 50, 24, 20, 50, 11, 24, *(14,) * len(KEYS))


@dataclass(frozen=True)
class Line:
    """One row of a sheet that was filled in.

    Attributes
    ----------
    number
        Of the row, as a person sees it.
    key
        Theme, version, section and anchor.
    operation
        The decision that stood there when the sheet was made; empty for none.
    filled
        `FILLED` → what the cell says.
    """

    number: int
    key: tuple[str, str, str, str]
    operation: str
    filled: Mapping[str, str]


@dataclass(frozen=True)
class Filled:
    """A sheet that was filled in: its rows, where its columns are, and its language, to say what is meant."""

    name: str
    lines: tuple[Line, ...]
    letters: Mapping[str, str]
    language: str

    def cell(self, line: Line, column: str) -> str:
        """Say where a cell is."""
        return f"{self.name}, row {line.number}, column {self.letters[column]}"


def write_matrix_sheet(page: MatrixPage) -> bytes:
    """Write the workbook: one sheet, the open decisions first.

    The decision is chosen from a list, in the language of the page. Texts stay text whatever they begin with;
    the columns that tell a row are hidden.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    words = page.words
    headings: list[str | int] = [*_headings(words).values(), *KEYS]
    book = Workbook()
    sheet = book.active
    sheet.title = words.text("Reply matrix")[:31]
    rows = sorted(page.replies, key=lambda one: not one.open)
    filled_in: list[list[str | int]] = [headings, *(_row(one) for one in rows)]
    _fill(sheet, filled_in)
    for place, width in enumerate(_WIDTHS, start=1):
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width, column.hidden = width, place > len(headings) - len(KEYS)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    choices = ",".join(decision_words(words))
    choice = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
    choice.prompt = words.text("Choose what was decided, and give the reason beside it.")
    choice.error = words.text("Choose a decision from the list.")
    choice.showInputMessage = choice.showErrorMessage = True
    letter = get_column_letter(headings.index(_headings(words)[DECISION]) + 1)
    choice.add(f"{letter}2:{letter}{max(len(rows), 1) + 1}")
    sheet.add_data_validation(choice)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_matrix_sheet(path: Path) -> Filled:
    """Read a workbook that was filled in; rows and columns may be in another order, others may be added.

    Raises
    ------
    DataError
        When the file is no workbook, or its first sheet is no reply matrix.
    """
    records = sheet_rows(path, expected="a reply matrix, an .xlsx file")
    heading = [cell.strip().casefold() for cell in records[0]] if records else []
    named = [_headings(catalogue(language)) for language in LOCALES]
    at = {
        **{name: _place(heading, [one[name] for one in named]) for name in FILLED},
        **{name: _place(heading, [name]) for name in KEYS},
    }
    for name, place in at.items():
        if place < 0:
            called = " or ".join(dict.fromkeys(f"'{one[name]}'" for one in named)) if name in FILLED else name
            raise DataError(
                f"The first row of the first sheet has no column {called}",
                where=path.name,
                expected="a sheet made by `lcsynth document matrix --format xlsx`, with its hidden columns",
            )
    lines = []
    for number, record in enumerate(records[1:], start=2):
        theme, version, section, anchor, operation = (record[at[name]].strip() for name in KEYS)
        filled = {name: " ".join(record[at[name]].split()) for name in FILLED}
        if any((theme, version, section, *filled.values())):
            lines.append(Line(number, (theme, version, section, anchor), operation, filled))
    letters = {name: column_letter(place) for name, place in at.items()}
    # The first language of which it has the heading: in the others that heading has another word.
    spoken = next(
        one for one, names in zip(LOCALES, named, strict=True) if names[DECISION].casefold() in heading
    )
    return Filled(path.name, tuple(lines), letters, spoken)


def _headings(words: Catalogue) -> dict[str, str]:
    return {
        "place": words.text("Place"),
        "opening": words.text("Paragraph begins with"),
        "theme": words.text("Theme"),
        "people": words.text("People"),
        "statements": words.text("Statements"),
        "audiences": words.text("Audiences"),
        "quote_1": words.text("Quote"),
        "quote_2": words.text("Second quote"),
        "decided_for": words.text("Decided for"),
        DECISION: words.text("Decision"),
        REASON: words.text("Reason"),
        IN_VERSION: words.text("In version"),
        BY: words.text("Decided by"),
    }


def decision_words(words: Catalogue) -> list[str]:
    """List what can be decided, as it is called in a language."""
    from lcsynth.report.wording import decision
    from lcsynth.schema import DECISIONS

    return [decision(words, name) for name in DECISIONS]


def _row(reply: Reply) -> list[str | int]:
    quotes = [f"{one.text} ({one.statement_id})" for one in reply.quotes] + ["", ""]
    seen: list[str | int] = [
        reply.place, reply.opening, f"{reply.theme_id} {reply.label}", reply.people, reply.statements,
        reply.said_by, *quotes[:2], reply.decided_for,
    ]  # fmt: skip
    filled = (reply.decided, reply.plain_reason, reply.in_version, reply.decided_by)
    return [*seen, *filled, *reply.key, reply.operation]


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str | int]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    filled = range(len(_SEEN) + 1, len(_SEEN) + len(FILLED) + 1)
    shade = PatternFill("solid", start_color="FBF3DF")
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if isinstance(value, int):
                cell.value = value
            elif value:
                as_text(cell, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
            if column in filled:
                cell.fill = shade
                # Else a version or reason that an author types can turn into a number, a date or a formula.
                cell.number_format = "@"


def _place(heading: Sequence[str], names: Sequence[str]) -> int:
    wanted = {name.casefold() for name in names}
    return next((place for place, name in enumerate(heading) if name in wanted), -1)
