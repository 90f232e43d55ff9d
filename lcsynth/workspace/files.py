"""Reading and writing on disk: atomic writes, hashes, one writer at a time."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError

if TYPE_CHECKING:
    import pandas as pd

LOCK_SECONDS = 120.0
KEY_BYTES = 32


@contextlib.contextmanager
def explained(path: Path, doing: str) -> Iterator[None]:
    """Turn an error of the operating system into a paragraph that names the file.

    Raises
    ------
    DataError
        When the file cannot be read or written.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(
            f"It cannot be {doing} ({reason})",
            where=str(path),
            mend="Check that the folder exists, has space, and that you may read and write there",
        ) from error


def write_atomically(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole or not at all: a killed run leaves the old file or the new one.

    Parameters
    ----------
    path
        Where the file goes; its folder is made when needed.
    write
        Called with the path of a temporary file next to it.

    Raises
    ------
    DataError
        When the folder cannot be written.
    """
    # Not named after the file: a name may be as long as the system allows already.
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    with explained(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write(temporary)
            with temporary.open("rb+") as handle:  # Windows syncs only what is open for writing
                os.fsync(handle.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text file atomically, UTF-8, with plain newlines."""
    write_atomically(path, lambda part: part.write_text(text, encoding="utf-8", newline="\n"))


def read_text(path: Path) -> str:
    """Read a UTF-8 text file.

    Raises
    ------
    DataError
        When it cannot be read or is not UTF-8.
    """
    with explained(path, "read"):
        raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(
            f"Byte {error.start} is not UTF-8 text",
            where=str(path),
            mend="Save the file again with the encoding UTF-8",
        ) from error


def write_table(frame: pd.DataFrame, path: Path) -> None:
    """Write a table as Parquet, atomically."""
    write_atomically(path, lambda part: frame.to_parquet(part, index=False))


def read_table(path: Path) -> pd.DataFrame:
    """Read a Parquet table.

    Raises
    ------
    DataError
        When it cannot be read.
    """
    import pandas as pd
    import pyarrow as pa

    with explained(path, "read"):
        try:
            return pd.read_parquet(path)
        except pa.ArrowInvalid as error:
            raise DataError(
                "This is not a whole Parquet table",
                where=str(path),
                mend="Delete it and run `lcsynth run`; it is made again",
            ) from error


def hash_file(path: Path) -> str:
    """Give the SHA-256 of a file's bytes, in hexadecimal.

    Raises
    ------
    DataError
        When it cannot be read.
    """
    with explained(path, "read"), path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


@contextlib.contextmanager
def only_writer(lock: Path) -> Iterator[None]:
    """Hold the lock of a workspace: two runs at once would undo each other's work.

    Raises
    ------
    DataError
        When another run keeps it for longer than two minutes, or the folder cannot be written.
    """
    import filelock

    with explained(lock, "written"):
        lock.parent.mkdir(parents=True, exist_ok=True)
        holder = filelock.FileLock(lock, timeout=LOCK_SECONDS)
        try:
            holder.acquire()
        except filelock.Timeout as error:
            raise DataError(
                "Another lcsynth is writing in this workspace",
                where=str(lock),
                mend="Wait until it is done and try again",
            ) from error
    try:
        yield
    finally:
        holder.release()


def secret_key(path: Path) -> bytes:
    """Read the secret behind the pseudonyms; make it, for this user only, when it is not there.

    Call it with the workspace locked: two keys made at once would give people two pseudonyms.

    Raises
    ------
    DataError
        When it cannot be read or written, or does not hold a key.
    """
    with explained(path, "read or written"):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            write_private(path, secrets.token_hex(KEY_BYTES) + "\n")
        written = path.read_text(encoding="ascii", errors="replace").strip()
    try:
        key = bytes.fromhex(written)
    except ValueError:
        key = b""
    # Exactly: a key that was cut off would silently give everybody a new pseudonym.
    if len(key) != KEY_BYTES:
        raise DataError(
            "It does not hold a key",
            where=str(path),
            expected=f"{2 * KEY_BYTES} hexadecimal digits",
            mend="Put back the key of this workspace; a new one would give every contributor a new pseudonym",
        )
    return key


def write_private(path: Path, text: str) -> None:
    """Write a text file atomically that only this user may read: it tells who is who.

    Raises
    ------
    DataError
        When the folder cannot be written.
    """
    with explained(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomically(path, lambda part: _write_private(part, text))


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
