"""Office files are zip archives of XML: what is in one, and how to unpack it without being harmed by it."""

from __future__ import annotations

import mmap
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lcsynth.errors import DataError
from lcsynth.ingest.cells import printable
from lcsynth.ingest.markup import parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Kind = Literal["workbook", "word", "open document", "other", "damaged"]

LARGEST_PART = 40 * 2**20  # bytes of one XML part, unpacked; a book of a thousand pages takes half of it
MOST_PARTS = 20_000
_CHUNK = 2**20
_ENTRY = re.compile(rb"PK\x01\x02")
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
# The only two ways in which office files are packed. Others unpack without a limit.
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What the standard library raises on archives that were cut, changed or encrypted.
BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
)


class Archive:
    """An open archive: its parts by name, each unpacked up to a limit and checked while it is."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive, self._where = archive, where
        self.names = frozenset(archive.namelist())

    def part(self, name: str) -> bytes:
        """Unpack one part.

        Raises
        ------
        DataError
            If it is absent, damaged, packed in an unusual way or larger than is safe.
        """
        if name not in self.names:
            raise DataError(
                f"Its part {printable(name)} is absent",
                where=self._where,
                mend="Open it in the program that it is from, and save it again",
            )
        content = bytearray()
        try:
            member = self._archive.getinfo(name)
            if member.compress_type not in _PACKINGS:
                raise damaged(self._where, f"its part {printable(name)} is packed in an unusual way")
            if member.file_size > LARGEST_PART:
                raise _too_large(self._where, name, member.file_size)
            with self._archive.open(member) as stream:
                # What was declared need not be true.
                while chunk := stream.read(_CHUNK):
                    content += chunk
                    if len(content) > LARGEST_PART:
                        raise _too_large(self._where, name, len(content))
        except BROKEN as error:
            raise damaged(self._where, f"its part {printable(name)} cannot be unpacked") from error
        return bytes(content)

    def xml(self, name: str) -> Element:
        """Unpack and parse one part.

        Raises
        ------
        DataError
            If it is absent, damaged, not safe to open, or no XML.
        """
        return parse_xml(self.part(name), f"{self._where}, part {printable(name)}")


@contextmanager
def open_archive(path: Path, what: str = "") -> Iterator[Archive]:
    """Open an archive, of which nothing is unpacked until it is asked for.

    Parameters
    ----------
    what
        What it is taken for, for messages.

    Raises
    ------
    DataError
        If it is damaged, or has more parts than an office file has.
    """
    _check_parts(path)
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise damaged(path.name, "it breaks off or was changed on the way") from error
    with archive:
        yield Archive(archive, f"{path.name}, {what}" if what else path.name)


def kind_of_archive(path: Path) -> Kind:
    """Tell what an archive is, by the names of its parts."""
    try:
        with open_archive(path) as archive:
            if "xl/workbook.xml" in archive.names:
                return "workbook"
            if any(name.startswith("word/") for name in archive.names):
                return "word"
            if "content.xml" in archive.names and "mimetype" in archive.names:
                kind = archive.part("mimetype").strip().decode("ascii", "replace")
                return "open document" if kind.startswith(_OPEN_DOCUMENT) else "other"
    except DataError:
        return "damaged"
    return "other"


def check_archive(path: Path, largest: int) -> frozenset[str]:
    """Check that an archive is sound and of a safe size before something else unpacks it whole.

    Parameters
    ----------
    largest
        Bytes that all its parts may have together, unpacked.

    Returns
    -------
    frozenset of str
        The names of its parts.

    Raises
    ------
    DataError
        If it is damaged, packed in an unusual way, or unpacks to more.
    """
    _check_parts(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            if unpacked > largest:
                raise DataError(
                    f"It unpacks to {unpacked // 2**20} MiB, more than is safe to open",
                    where=path.name,
                    expected=f"at most {largest // 2**20} MiB",
                    mend="Split it, or save the sheet as csv",
                )
            if any(member.compress_type not in _PACKINGS for member in members):
                raise damaged(path.name, "it is packed in an unusual way")
            # Unpacks as much as was declared and no more, and compares the checksums.
            broken = archive.testzip()
    except BROKEN as error:
        raise damaged(path.name, "it breaks off or was changed on the way") from error
    if broken:
        raise damaged(path.name, f"its part {printable(broken)} does not pass its checksum")
    return frozenset(member.filename for member in members)


def damaged(where: str, why: str) -> DataError:
    """Make the error for an office file that cannot be opened."""
    return DataError(
        f"The file is damaged: {why}",
        where=where,
        mend="Download or copy the file again, or open it in the program that it is from and save it again",
    )


def _check_parts(path: Path) -> None:
    # Opening an archive makes an object for every part: counted first, as a file may claim millions.
    with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for count, _ in enumerate(_ENTRY.finditer(content), start=1):
            if count > MOST_PARTS:
                raise DataError(
                    f"The archive has more than {MOST_PARTS:,} parts",
                    where=path.name,
                    expected="an office file",
                )


def _too_large(where: str, name: str, size: int) -> DataError:
    return DataError(
        f"Its part {printable(name)} unpacks to {size // 2**20} MiB or more, more than is safe to open",
        where=where,
        expected=f"at most {LARGEST_PART // 2**20} MiB",
        mend="Split the document",
    )
