"""Opening a PDF from anybody: bounded in what it unpacks to, and silent about what is odd in it."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PdfReader, apply_configuration, get_configuration
from pypdf.errors import DependencyError, PyPdfError

from lcsynth.errors import DataError

_LOG = logging.getLogger(__name__)
_LIBRARY = "pypdf"
_UNPACKED = 20_000_000  # bytes of one stream; annotations and the text of a page need far less
PARSED = 300_000  # operands and operators of one page
# What the library says that it raises, and the builtins that it lets through on damaged files.
FAULTS = (
    PyPdfError,
    DependencyError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@contextmanager
def open_pdf(path: Path) -> Iterator[PdfReader]:
    """Open a PDF; what goes wrong while it is open is told as damage.

    Raises
    ------
    DataError
        If it is damaged, or protected with a password.
    """
    limits = get_configuration().with_overwrites(
        maximum_declared_stream_length=_UNPACKED,
        array_based_stream_maximum_output_length=_UNPACKED,
        lzw_maximum_output_length=_UNPACKED,
        run_length_maximum_output_length=_UNPACKED,
        zlib_maximum_output_length=_UNPACKED,
        stream_decoding_work_maximum_length=3 * _UNPACKED,
        stream_parsing_work_maximum_count=PARSED,
        xform_maximum_invocations_per_extraction=200,
    )
    with _quiet(), apply_configuration(limits):
        try:
            pdf = PdfReader(io.BytesIO(path.read_bytes()), xref_stream_maximum_entries=500_000)
            # Many a PDF is encrypted without a password, only to forbid printing.
            if pdf.is_encrypted and not pdf.decrypt(""):
                raise _protected(path)
            yield pdf
        except DependencyError as error:
            raise _protected(path) from error
        except FAULTS as error:
            raise DataError(
                "The PDF is damaged and cannot be read",
                where=path.name,
                mend="Open it in the program that was used to annotate it, and save it again",
            ) from error


def resolved(value: Any) -> Any:
    """Follow a reference to what it is to."""
    return value.get_object() if hasattr(value, "get_object") else value


def _protected(path: Path) -> DataError:
    return DataError(
        "The PDF is protected with a password",
        where=path.name,
        expected="a PDF that opens without one",
        mend="Open it, and save or print it as a PDF without protection, with its annotations",
    )


class _Forward(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        _LOG.debug("%s", record.getMessage())


@contextmanager
def _quiet() -> Iterator[None]:
    # What the library finds odd goes to the log of this module and not to the screen.
    logger, handler = logging.getLogger(_LIBRARY), _Forward()
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = before
