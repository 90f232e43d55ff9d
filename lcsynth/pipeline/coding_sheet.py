"""The workbook in which a coder says of each statement which theme it is about, written and read back."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.errors import DataError
from lcsynth.pipeline.exporting import as_text
from lcsynth.pipeline.sheet_rows import column_letter, sheet_rows

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

STATEMENT, QUESTION, TEXT, THEME = "statement", "question", "text", "theme"
_COLUMNS = (STATEMENT, QUESTION, TEXT, THEME)
# What a coder sees, per language of the workspace.
_WORDS = {
    "nl": {
        "sheet": "codering",
        "themes": "thema's",
        STATEMENT: "uitspraak",
        QUESTION: "vraag",
        TEXT: "tekst",
        THEME: "thema",
        "none": "geen: losse stem",
        "coder": "codeur",
        "explanation": ("thema", "omschrijving", "trefwoorden"),
        "prompt": "Kies het thema waar de uitspraak vooral over gaat.",
        "error": "Kies een thema uit de lijst, of 'geen: losse stem'.",
    },
    "en": {
        "sheet": "coding",
        "themes": "themes",
        STATEMENT: "statement",
        QUESTION: "question",
        TEXT: "text",
        THEME: "theme",
        "none": "none: single voice",
        "coder": "coder",
        "explanation": ("theme", "description", "keywords"),
        "prompt": "Choose the theme that the statement is mostly about.",
        "error": "Choose a theme from the list, or 'none: single voice'.",
    },
}
_WIDTHS = {"A": 16, "B": 40, "C": 90, "D": 45, "E": 24}
# In the row of headings, which stays where it is when somebody sorts the others.
_CODER = re.compile(r"(?:codeur|coder):\s*(\S.*)", re.IGNORECASE)
_CHOSEN = re.compile(r"(T[0-9]{3,9})\b", re.IGNORECASE)
_NONE = re.compile(r"(geen|none)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Coded:
    """What a sheet says.

    Attributes
    ----------
    codes
        Statement id → theme id, empty for a single voice.
    uncoded
        How many statements have no theme filled in.
    wrong
        One per cell that cannot be used.
    coder
        Whose sheet it is; empty on one that does not say so.
    """

    codes: Mapping[str, str]
    uncoded: int
    wrong: tuple[DataError, ...]
    coder: str


def write_sheet(
    rows: Sequence[tuple[str, str, str]],
    themes: Sequence[tuple[str, str, str, str]],
    *,
    language: str,
    coder: str,
) -> bytes:
    """Write a workbook with a sheet to code on and one that explains the themes.

    Parameters
    ----------
    rows
        Per statement its id, the question it answers and its text, in the order in which they are coded.
    themes
        Per theme its id, label, description and keywords, in order of id.
    language
        Of the headings: nl or en.
    coder
        Whose sheet it is.
    """
    from openpyxl import Workbook
    from openpyxl.utils import quote_sheetname
    from openpyxl.worksheet.datavalidation import DataValidation

    words: Mapping[str, Any] = _WORDS[language]
    book = Workbook()
    sheet = book.active
    sheet.title = words["sheet"]
    headings = [*(words[column] for column in _COLUMNS), f"{words['coder']}: {coder}"]
    _fill(sheet, [headings, *([*row, ""] for row in rows)])
    choices = [[f"{theme} {label}".strip(), *more] for theme, label, *more in themes]
    explained = book.create_sheet(words["themes"])
    _fill(explained, [list(words["explanation"]), *choices, [words["none"], "", ""]])
    place = f"{quote_sheetname(words['themes'])}!$A$2:$A${len(choices) + 2}"
    choice = DataValidation(type="list", formula1=place, allow_blank=True)
    choice.prompt, choice.error = words["prompt"], words["error"]
    choice.showInputMessage = choice.showErrorMessage = True
    choice.add(f"D2:D{len(rows) + 1}")
    sheet.add_data_validation(choice)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_sheet(path: Path, *, statements: Collection[str], themes: Mapping[str, str]) -> Coded:
    """Read what a coder filled in; rows may be in another order and columns may have been added.

    Parameters
    ----------
    statements
        The ids that can be coded.
    themes
        Theme id → the theme that it counts as now; empty for one that was rejected.

    Raises
    ------
    DataError
        When the file is no workbook, or its first sheet is no coding sheet.
    """
    records = sheet_rows(path, expected="a coding sheet, an .xlsx file")
    heading = [cell.strip().casefold() for cell in records[0]] if records else []
    at = {column: _place(heading, column) for column in (STATEMENT, THEME)}
    for column, place in at.items():
        if place < 0:
            names = " or ".join(f"'{words[column]}'" for words in _WORDS.values())
            raise DataError(
                f"The first row of the first sheet has no column {names}",
                where=path.name,
                expected="a sheet made by `lcsynth themes agreement --sample`",
            )
    codes: dict[str, str] = {}
    seen: dict[str, int] = {}
    wrong, uncoded = [], 0
    for number, record in enumerate(records[1:], start=2):
        name, chosen = (record[at[column]].strip() for column in (STATEMENT, THEME))
        if not name and not chosen:
            continue
        where = {column: f"{path.name}, row {number}, column {column_letter(at[column])}" for column in at}
        if name not in statements:
            what = (
                f"There is no statement {name!r} that can be in a theme" if name else "No statement is named"
            )
            wrong.append(
                DataError(what, where=where[STATEMENT], mend="Put back the id that the sheet was made with")
            )
        elif name in seen:
            wrong.append(
                DataError(
                    f"Statement {name} is in row {seen[name]} too",
                    where=where[STATEMENT],
                    expected="each statement once; the first row counts",
                )
            )
        elif not chosen:
            uncoded += 1
        else:
            theme, problem = _theme(chosen, themes)
            if problem:
                mend = "Choose a theme from the list, or say that it is none"
                wrong.append(DataError(problem, where=where[THEME], mend=mend))
            else:
                codes[name] = theme
        seen.setdefault(name, number)
    named = (_CODER.fullmatch(cell.strip()) for cell in records[0])
    return Coded(codes, uncoded, tuple(wrong), next((one[1] for one in named if one), ""))


def _theme(chosen: str, themes: Mapping[str, str]) -> tuple[str, str]:
    """Give the theme that a cell names, or say what is wrong with it."""
    if _NONE.match(chosen):
        return "", ""
    found = _CHOSEN.match(chosen)
    if not found:
        return "", f"{_short(chosen)!r} does not begin with the id of a theme"
    named = found.group(1).upper()
    if named not in themes:
        return "", f"There is no theme {named}"
    return themes[named], "" if themes[named] else f"{named} was rejected"


def _place(heading: Sequence[str], column: str) -> int:
    names = {words[column] for words in _WORDS.values()}
    return next((place for place, name in enumerate(heading) if name in names), -1)


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font

    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value:
                cell = as_text(sheet.cell(number, column), value)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=number == 1)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
