"""What people wrote on a PDF: highlights with a note, sticky notes, typed text, and the replies to these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lcsynth.errors import DataError
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.markup import parse_xml
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.pdf_file import FAULTS, open_pdf, resolved
from lcsynth.ingest.pdf_text import Finder
from lcsynth.ingest.reasons import DAMAGED_PART, NO_TEXT

_MOST = 50_000  # annotations; a damaged file may show one list of them on every page
_MARKS = {"/Highlight", "/Underline", "/StrikeOut", "/Squiggly"}
# Links, fields of forms and the like are not remarks; a pop-up shows the text of another one.
_REMARKS = _MARKS | {
    *("/Text", "/FreeText", "/Caret", "/Stamp", "/Ink", "/FileAttachment", "/Sound"),
    *("/Square", "/Circle", "/Line", "/Polygon", "/PolyLine"),
}
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?")


@dataclass(frozen=True)
class Remark:
    """One annotation: where it stands, and what other annotations call it."""

    locator: str
    page: Any
    holder: Any
    key: tuple[int, int]


def tell_annotations(entries: Entries, path: Path) -> None:
    """Add every annotation; marks without a note, and states of review, are counted as empty.

    Raises
    ------
    DataError
        If the file is damaged or protected, or holds more annotations than is sound.
    """
    with open_pdf(path) as pdf:
        remarks = list(_remarks(entries, pdf, path.name))
        parents = {remark.key: remark.locator for remark in remarks if any(remark.key)}
        finder = Finder()
        for remark in remarks:
            try:
                _tell(entries, remark, parents, finder)
            except FAULTS:
                entries.refuse(remark.locator, DAMAGED_PART)


def _remarks(entries: Entries, pdf: Any, where: str) -> Iterator[Remark]:
    total = 0
    for number, page in enumerate(pdf.pages, start=1):
        try:
            holders = list(resolved(page.get("/Annots")) or ())
        except FAULTS:
            entries.refuse(f"page {number}", DAMAGED_PART)
            continue
        count = 0
        for holder in holders:
            total += 1
            if total > _MOST:
                raise DataError(
                    f"There are more than {_MOST:,} annotations", where=where, mend="Split the PDF"
                )
            key = (getattr(holder, "idnum", 0), getattr(holder, "generation", 0))
            try:
                if resolved(holder).get("/Subtype") not in _REMARKS:
                    continue
            except FAULTS:
                entries.refuse(f"page {number}, in the list of annotations at {total}", DAMAGED_PART)
                continue
            count += 1
            yield Remark(f"page {number}, annotation {count}", page, holder, key)


def _tell(entries: Entries, remark: Remark, parents: dict[tuple[int, int], str], finder: Finder) -> None:
    annotation = resolved(remark.holder)
    kind = annotation.get("/Subtype")
    text = _text(annotation, "/Contents") or _rich(annotation)
    if "/StateModel" in annotation or not text.strip():
        if kind in {"/FileAttachment", "/Sound"}:
            entries.refuse(remark.locator, NO_TEXT)
        else:
            entries.count_empty()
        return
    above = annotation.raw_get("/IRT") if "/IRT" in annotation else None
    parent = parents.get((getattr(above, "idnum", 0), getattr(above, "generation", 0)), "")
    entries.say(
        text,
        locator=remark.locator,
        author=_text(annotation, "/T"),
        said_at=_moment(_text(annotation, "/M")) or _moment(_text(annotation, "/CreationDate")),
        anchor=finder.under(remark.page, annotation.get("/QuadPoints")) if kind in _MARKS else "",
        parent=parent if parent != remark.locator else "",
    )


def _text(annotation: Any, key: str) -> str:
    value = resolved(annotation.get(key))
    if isinstance(value, bytes):
        # What the library could make no text of: the bytes that are none refuse the entry later.
        return value.decode("utf-8", "surrogateescape")
    return str(value) if isinstance(value, str) else ""


def _rich(annotation: Any) -> str:
    # Some programs write only the formatted text, which is XHTML.
    formatted = _text(annotation, "/RC").strip()
    if not formatted.startswith("<"):
        return formatted
    try:
        root = parse_xml(formatted.encode("utf-8", "replace"), "")
    except DataError:
        return formatted
    return "".join(root.itertext())


def _moment(value: str) -> str:
    found = _DATE.match(value)
    if found is None:
        return ""
    year, month, day, hour, minute, second, utc, hours, minutes = found.groups()
    if hour is None:
        return to_iso(f"{year}-{month}-{day}", day_first=False)
    zone = "+00:00" if utc else f"{hours}:{minutes or '00'}" if hours else ""
    return to_iso(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}", day_first=False)
