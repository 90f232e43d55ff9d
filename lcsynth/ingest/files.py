"""The file itself: there, readable, not too large, and not of a kind that is no text."""

from __future__ import annotations

from pathlib import Path

from lcsynth.errors import CallError, DataError

LARGEST_FILE = 100 * 2**20  # bytes
HEAD = 64 * 1024  # bytes
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_NO_TEXT = {
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file, an e-mail of Outlook (.msg), or a file with a password",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
}


def check_file(path: Path) -> None:
    """Check that there is a file that can be read, with something in it.

    Raises
    ------
    CallError
        If there is no such file.
    DataError
        If it is empty, too large, unreadable, or of a kind that no reader can ever read.
    """
    if not path.is_file():
        what = "This is a folder" if path.is_dir() else "There is no such file"
        raise CallError(what, where=str(path), expected="a file with feedback", mend="Check the path")
    if path.stat().st_size > LARGEST_FILE:
        raise DataError(
            f"The file has {path.stat().st_size // 2**20} MiB",
            where=path.name,
            expected=f"at most {LARGEST_FILE // 2**20} MiB",
            mend="Split it into several files",
        )
    start = head(path)
    if not start:
        raise DataError(
            "The file is empty",
            where=path.name,
            expected="a file with feedback",
            mend="Export it again",
        )
    kind = next((kind for magic, kind in _NO_TEXT.items() if start.startswith(magic)), "")
    if kind:
        raise DataError(
            f"This is {kind}",
            where=path.name,
            expected="a file with feedback: .csv or .xlsx, .docx or .odt, .pdf with annotations, or text",
            mend="Save or export it as an Excel workbook (.xlsx), as csv or as a Word document (.docx), "
            "an e-mail as .eml",
        )


def head(path: Path) -> bytes:
    """Give the first 64 KiB of a file.

    Raises
    ------
    DataError
        If it cannot be read.
    """
    try:
        with path.open("rb") as handle:
            return handle.read(HEAD)
    except OSError as error:
        raise DataError(
            f"It cannot be read ({error.strerror})", where=path.name, mend="Check that you may read this file"
        ) from error


def is_zip(path: Path) -> bool:
    """Tell whether a file is a zip archive, as every .xlsx and .docx is."""
    return head(path).startswith(_ZIP)
