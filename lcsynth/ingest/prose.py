"""What reads as notes, in sentences and bullets, and not as a table, a chat or what a machine wrote."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path

from lcsynth.errors import DataError
from lcsynth.ingest.delimited import sniff_delimiter
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.files import head, is_zip
from lcsynth.ingest.notes_markdown import is_markdown
from lcsynth.ingest.notes_text import BULLET, RULE, lines_of
from lcsynth.ingest.vocabulary import HEADINGS, is_technical, normal

_NO_DELIMITER = "\x1f"
_SAMPLE = 200  # lines
# Subtitles, JSON, XML, mail, saved web pages: for other readers, or for none.
_MACHINE = re.compile(r"\s*(?:WEBVTT|[{<]|\[\s*[\[{\"\d]|%PDF|From [^\n]*\d{4}\n|MIME-Version:|sep=)")
_TIMED = re.compile(r"\s*[\[(]?(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[ ,])")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f]")
_KNOWN = frozenset(name for names in HEADINGS.values() for name in names)
_EXTENSIONS = {".txt": 1, ".md": 1, ".markdown": 1, ".text": 1, ".csv": -2, ".tsv": -2, ".tab": -2}


def reads_as_notes(path: Path) -> bool:
    """Tell whether a file holds notes, by its beginning; what it is called only tips the balance."""
    if is_zip(path):
        return False
    try:
        text, _ = decode(head(path), path.name)
    except DataError:
        return False
    text = text.lstrip("\ufeff")
    if not text.strip() or _MACHINE.match(text) or len(_CONTROL.findall(text)) > 0.01 * len(text):
        return False
    lines = [line for line in lines_of(text)[:_SAMPLE] if line.strip()]
    timed = sum(bool(_TIMED.match(line)) for line in lines)
    if timed >= 0.3 * len(lines):
        return False
    return _balance(text, lines) + _EXTENSIONS.get(path.suffix.lower(), 0) >= 2


def _balance(text: str, lines: list[str]) -> int:
    bullets = sum(bool(BULLET.match(line)) for line in lines)
    listed = bullets >= 2 and bullets >= 0.4 * len(lines)
    underlined = any(RULE.match(line) for line in lines[1:])
    blank = bool(re.search(r"\n[ \t]*\r?\n[ \t]*\S", text))
    words = sum(len(line.split()) for line in lines) / len(lines)
    balance = 2 * listed + is_markdown(text) + underlined + (blank and words >= 3) + (words >= 4)
    if not listed:
        balance -= 4 * _is_table(text)
        balance -= 3 * _has_heading(lines, blank)
    return balance


def _has_heading(lines: list[str], blank: bool) -> bool:
    # One column with a heading: a word for answers, or a question that every other line answers.
    first = lines[0].strip().strip('"')
    if normal(first) in _KNOWN or is_technical(first):
        return True
    return first.endswith("?") and not blank and len(lines) > 1


def _is_table(text: str) -> bool:
    sample = "\n".join(lines_of(text)[:_SAMPLE])
    try:
        delimiter = sniff_delimiter(sample)
        if delimiter == _NO_DELIMITER:
            return False
        records = [
            one for one in itertools.islice(csv.reader(sample.split("\n"), delimiter=delimiter), 50) if one
        ]
    except csv.Error:
        return False
    header = [cell.strip() for cell in records[0]]
    known = any(normal(cell) in _KNOWN or is_technical(cell) for cell in header)
    even = sum(len(record) == len(header) for record in records[1:]) >= 0.8 * max(len(records) - 1, 1)
    # A comma in every line of prose is chance in a few lines; in front of a space it is prose.
    spaced = delimiter == "," and all(cell.startswith(" ") for record in records for cell in record[1:])
    return known or (even and len(records) > 1 and not spaced)
