"""A text file as lines, whatever encoding and line ends it has."""

from __future__ import annotations

from pathlib import Path

from lcsynth.errors import DataError
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.files import head, is_zip

LARGEST = 20 * 2**20  # bytes; a day of talk takes less than one


def first_lines(path: Path) -> list[str]:
    """Give the first lines of a file, to recognise it by; none when it is no text."""
    if is_zip(path):
        return []
    try:
        text, _ = decode(head(path), path.name)
    except DataError:
        return []
    return to_lines(text)


def all_lines(path: Path) -> list[str]:
    """Give all lines of a file, the last empty ones too.

    Raises
    ------
    DataError
        If no encoding makes text of it, or it is larger than any chat or transcript.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise DataError(
            f"The text has {size // 2**20} MiB",
            where=path.name,
            expected=f"a chat or transcript of at most {LARGEST // 2**20} MiB",
            mend="Split the file, or name its format with --format if this is something else",
        )
    text, _ = decode(path.read_bytes(), path.name)
    return to_lines(text)


def to_lines(text: str) -> list[str]:
    """Cut a text at its line ends only: a form feed or separator inside a message ends no line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").split("\n")
