"""Delimited text (csv, tsv) to a table."""

from __future__ import annotations

import csv
import io
import itertools
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from lcsynth.errors import DataError
from lcsynth.ingest.table import Table, build_table

_DELIMITERS = ",;\t|"
_NO_DELIMITER = "\x1f"  # for a table of one column: the unit separator does not occur in text
_SAMPLE = 200  # records


def parse_delimited(text: str, where: str) -> Table:
    """Read delimited text; the delimiter is the one that cuts the records most evenly.

    Raises
    ------
    DataError
        If the text is empty, has only a heading, or opens a quote that never closes.
    """
    if not text.strip("\ufeff \t\r\n\0"):
        raise DataError("The file is empty", where=where, expected="a heading and a row for each answer")
    first, _, rest = text.partition("\n")
    skipped = first.strip().lower().startswith("sep=") and len(first.strip()) <= 5
    if skipped:
        text = rest  # Excel's own hint; the records tell the delimiter as well
    with _long_fields():
        delimiter = sniff_delimiter(text)
        records = list(_records(text, delimiter, where, before=int(skipped)))
    hint: list[list[str]] = [[]] if skipped else []
    return build_table(hint + records, where=where)


def sniff_delimiter(text: str) -> str:
    """Find the delimiter by cutting the first records with each and seeing which fits the heading."""
    best, best_score = _NO_DELIMITER, (0.3, 1)
    for delimiter in _DELIMITERS:
        reader = csv.reader(_lines(text), delimiter=delimiter)
        sample = [record for record in itertools.islice(reader, _SAMPLE) if record]
        width = len(sample[0]) if sample else 0
        if width < 2:
            continue
        # More cells than the heading: an unquoted delimiter in a text; fewer: not this delimiter.
        fits = [1.0 if len(record) == width else 0.5 if len(record) > width else 0.0 for record in sample[1:]]
        score = (round(sum(fits) / len(fits), 1) if fits else 1.0, width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _records(text: str, delimiter: str, where: str, before: int) -> Iterator[list[str]]:
    lines = _lines(text)
    reader = csv.reader(lines, delimiter=delimiter)
    line, opened = 0, 0
    record: list[str] = []
    for number, record in enumerate(reader, start=1 + before):  # noqa: B007
        opened, line = line, reader.line_num
        yield record
    if line - opened > 1 or any("\n" in cell or "\r" in cell for cell in record):
        _refuse_open_quote(text, delimiter, where, opened, number)


def _refuse_open_quote(text: str, delimiter: str, where: str, opened: int, number: int) -> None:
    # A quote that never closes swallows the rest of the file into the last cell.
    tail = itertools.islice(_lines(text), opened, None)
    try:
        for _ in csv.reader(tail, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "unexpected end" not in str(error):
            return
        raise DataError(
            'A quote (") opens in this row and never closes, so that all that follows became one cell',
            where=f"{where} row {number}",
            mend="Remove the quote or double it, or save the file as an Excel workbook (.xlsx)",
        ) from error


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


@contextmanager
def _long_fields() -> Iterator[None]:
    # The limit belongs to the whole process: lifted while a file is read, then put back.
    before = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)
