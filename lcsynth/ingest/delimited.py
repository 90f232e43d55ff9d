"""Delimited text (csv, tsv) to a table."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager

from lcsynth.errors import DataError
from lcsynth.ingest.cells import clean
from lcsynth.ingest.collecting import collecting_paused
from lcsynth.ingest.reasons import LONGEST_CELL
from lcsynth.ingest.table import HEADING_WITHIN, Table, build_table

_DELIMITERS = ",;\t|"
_NO_DELIMITER = "\x1f"  # for a table of one column: the unit separator does not occur in text
_SAMPLE = 200  # records
# From so many rows of so many cells, heading included, that all of these are even is no accident.
_EVEN_ROWS, _EVEN_CELLS = 3, 3
# A line or cell beyond this is no table any more; the module csv would take ten times its size in memory.
_LONGEST = 8_000_000  # characters
# Possessive: in a line without end nothing is tried again with a character less.
_LINE = re.compile(r"[^\r\n]++(?:\r\n|\r|\n)?|\r\n|\r|\n")
_BLANK = re.compile("[\ufeff \\t\\r\\n\\0]*\\Z")
_HINT = re.compile(r'[ \t]*"?sep=.?"?[ \t]*(?:\r\n|\r|\n)', re.IGNORECASE)


@collecting_paused()
def parse_delimited(text: str, where: str) -> Table:
    """Read delimited text; the delimiter is the one that cuts the records most evenly.

    Raises
    ------
    DataError
        If the text is empty, has only a heading, or opens a quote that never closes.
    """
    if _BLANK.match(text):
        raise DataError("The file is empty", where=where, expected="a heading and a row for each answer")
    # Excel's own hint is passed over: the records tell the delimiter as well.
    hint = _HINT.match(text)
    start = hint.end() if hint else 0
    above: list[list[str]] = [[]] if hint else []
    with _long_fields():
        delimiter = sniff_delimiter(text, start)
        records = _records(text, start, delimiter, where, before=len(above))
        titled = _title_rows(_sample(text, start, delimiter)) > 0
        return build_table(itertools.chain(above, records), where=where, titled=titled)


def sniff_delimiter(text: str, start: int = 0) -> str:
    """Find the delimiter by cutting the first records with each and seeing which fits the heading."""
    best, best_score = _NO_DELIMITER, (0.3, 1)
    for delimiter in _DELIMITERS:
        records = _sample(text, start, delimiter)
        # A title above the table says nothing about how its rows are cut.
        widths = [len(record) for record in records[_title_rows(records) :] if record]
        width = widths[0] if widths else 0
        if width < 2:
            continue
        # More cells than the heading: an unquoted delimiter in a text; fewer: not this delimiter.
        fits = [1.0 if one == width else 0.5 if one > width else 0.0 for one in widths[1:]]
        score = (round(sum(fits) / len(fits), 1) if fits else 1.0, width)
        if score > best_score and not (score[0] < 1 and _is_prose(records)):
            best, best_score = delimiter, score
    return best


def _sample(text: str, start: int, delimiter: str) -> list[list[str]]:
    reader = csv.reader(_lines(text, start), delimiter=delimiter)
    records: list[list[str]] = []
    try:
        records.extend(itertools.islice(reader, _SAMPLE))
    except csv.Error:
        # A cell beyond measure; reading it in earnest says where it is.
        return records
    return records


def _is_prose(records: list[list[str]]) -> bool:
    """Tell whether sentences were cut: nearly every cell but the first of a record begins with a space."""
    later = [cell for record in records for cell in record[1:] if cell]
    return sum(cell.startswith(" ") for cell in later) >= 0.9 * len(later)


def _title_rows(records: list[list[str]]) -> int:
    """Count the rows with a title above the heading; 0 when the first row that holds something is one.

    A title stands alone in its row, filled up with empty cells or with an empty row under it: without such
    a sign, texts with commas under a single heading would look like a table under a title, unless all of them
    have as many.
    """
    filled = [sum(bool(cell.strip()) for cell in record) for record in records]
    heading = next((index for index, count in enumerate(filled[:HEADING_WITHIN]) if count > 1), 0)
    above, under = filled[:heading], [count for count in filled[heading + 1 :] if count]
    if any(above) and under and not any(cell.startswith(" ") for cell in records[heading]):
        first = next(index for index, count in enumerate(above) if count)
        apart = len(records[first]) > 1 or 0 in above[first:]
        if apart and sum(count > 1 for count in under) > len(under) / 2:
            return heading
    return _above_even_rows(records, filled)


def _above_even_rows(records: list[list[str]], filled: list[int]) -> int:
    """Count the rows above a table of which (nearly) every row has as many cells as its heading."""
    widths = [len(record) for record, count in zip(records, filled, strict=True) if count]
    width = max(widths, key=widths.count, default=0)
    heading = next((index for index, record in enumerate(records) if len(record) == width), 0)
    under = [len(record) for record, count in zip(records[heading:], filled[heading:], strict=True) if count]
    even = len(under) >= _EVEN_ROWS and under.count(width) >= 0.9 * len(under)
    short = all(2 * count < width for count in filled[:heading])
    # Behind a comma in a text comes a space, and two cells may well be such a text.
    if heading >= HEADING_WITHIN or width < _EVEN_CELLS or not (even and short and any(filled[:heading])):
        return 0
    return 0 if any(cell.startswith(" ") for cell in records[heading]) else heading


def _records(text: str, start: int, delimiter: str, where: str, before: int) -> Iterator[list[str]]:
    reader = csv.reader(_lines(text, start), delimiter=delimiter)
    line, opened, number = 0, 0, before
    record: list[str] = []
    try:
        for number, record in enumerate(reader, start=1 + before):  # noqa: B007
            opened, line = line, reader.line_num
            yield record if max(map(len, record), default=0) <= LONGEST_CELL else list(map(_bounded, record))
    except csv.Error as error:
        raise _too_long(f"{where} row {number + 1}") from error
    if line - opened > 1 or any("\n" in cell or "\r" in cell for cell in record):
        _refuse_open_quote(text, start, delimiter, f"{where} row {number}", opened)


def _bounded(cell: str) -> str:
    """Keep of a cell beyond measure what its refusal shows: a hundred of them would not fit in memory."""
    cleaned = clean(cell)
    return cleaned if len(cleaned) <= LONGEST_CELL else f"{cleaned[:LONGEST_CELL]}…"


def _refuse_open_quote(text: str, start: int, delimiter: str, where: str, opened: int) -> None:
    # A quote that never closes swallows the rest of the file into the last cell.
    tail = itertools.islice(_lines(text, start), opened, None)
    try:
        for _ in csv.reader(tail, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end" not in str(error):
            return
        raise DataError(
            'A quote (") opens in this row and never closes, so that all that follows became one cell',
            where=where,
            mend="Remove the quote or double it, or save the file as an Excel workbook (.xlsx)",
        ) from error


def _too_long(where: str) -> DataError:
    return DataError(
        f"A cell or line holds more than {_LONGEST:,} characters",
        where=where,
        expected="a table with a line for each answer",
        mend='Look for a quote (") that never closes, or export the answers again',
    )


def _lines(text: str, start: int) -> Iterator[str]:
    """Cut at every kind of line end, as a file opened with ``newline=""`` does, but without copying it."""
    for found in _LINE.finditer(text, start):
        if found.end() - found.start() > _LONGEST:
            raise csv.Error("line larger than the limit")
        yield found.group()


@contextmanager
def _long_fields() -> Iterator[None]:
    # The limit belongs to the whole process: raised while a file is read, then put back.
    before = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
