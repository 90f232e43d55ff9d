"""The mark by which a draft that lcsynth made is known, whatever people did to its text and its comments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lcsynth.ingest.archive import open_archive
from lcsynth.ingest.markup import attribute

if TYPE_CHECKING:
    from lcsynth.ingest.archive import Archive

# A property of the file, which Word and LibreOffice keep when they save it, the latter as .odt too.
_NAME = "lcsynth draft"
PART = "docProps/custom.xml"
_PARTS = (PART, "meta.xml")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = f"{_OFFICE}/relationships/custom-properties"
# What the format calls properties that are its user's own, and where their numbers begin.
_KIND, _FIRST = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", 2


def mark_of(version: str) -> bytes:
    """Give the part of a Word document that marks it as a draft of a version of the paper."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_KIND}" pid="{_FIRST}" name="{_NAME}">'
        f"<vt:lpwstr>{escape(version)}</vt:lpwstr></property></Properties>"
    ).encode()


def is_draft(path: Path) -> bool:
    """Tell whether a Word document or OpenDocument text is marked as a draft.

    Raises
    ------
    DataError
        If it is damaged or not safe to open.
    """
    with open_archive(path) as archive:
        return any(_is_marked(archive, name) for name in _PARTS if name in archive.names)


def _is_marked(archive: Archive, name: str) -> bool:
    return any(attribute(one, "name") == _NAME for one in archive.xml(name).iter())
