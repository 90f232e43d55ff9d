"""The rows of the first sheet of a workbook that people filled in, numbered as they see them."""

from __future__ import annotations

import io
from pathlib import Path

from lcsynth.errors import DataError

_UNPACKED_LIMIT = 100 * 2**20  # bytes


def sheet_rows(path: Path, *, expected: str) -> list[list[str]]:
    """Read all rows as text, all as wide as the widest.

    Parameters
    ----------
    expected
        What the file should be, for the message when it is not there.

    Raises
    ------
    DataError
        When there is no such file, or it is no workbook.
    """
    from lcsynth.ingest.archive import check_archive, damaged
    from lcsynth.ingest.spreadsheet import to_text

    if not path.is_file():
        raise DataError("There is no such file", where=str(path), expected=expected)
    check_archive(path, _UNPACKED_LIMIT)
    import python_calamine as calamine

    try:
        sheet = calamine.load_workbook(io.BytesIO(path.read_bytes())).get_sheet_by_index(0)
        # skip_empty_area=False: the numbers of rows stay those a person sees.
        rows = sheet.to_python(skip_empty_area=False)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise damaged(path.name, "its sheets cannot be read") from error
    width = max(map(len, rows), default=0)
    return [[to_text(value) for value in row] + [""] * (width - len(row)) for row in rows]


def column_letter(place: int) -> str:
    """Give the letter of a column, the first of which has place 0."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))
