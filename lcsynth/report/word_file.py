"""What every Word document of ours has in common: who made it, in which language, and no moment of making."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from lcsynth.ingest.draft_mark import PART, RELATION, TYPE, mark_of
from lcsynth.ingest.draft_notes import DRAFTER
from lcsynth.report.plain import writable

if TYPE_CHECKING:
    from docx.document import Document

# A zip file has no earlier moment. None of now: the same content is the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_LONGEST = 255  # characters of a property


def describe(document: Document, title: str, language: str) -> None:
    """Name a document and set its language, for spelling checkers and screen readers."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    about = document.core_properties
    about.title, about.author, about.language = writable(title)[:_LONGEST], DRAFTER, _LOCALES[language]
    about.comments, about.revision = "", 1
    about.created = about.modified = dt.datetime(*_MOMENT[:3])
    # The template comes with a picture of itself.
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[name]
    marked = list(document.styles.element.iter(qn("w:lang")))
    if not marked:
        marked = [OxmlElement("w:lang")]
        document.styles["Normal"].element.get_or_add_rPr().append(marked[0])
    for one in marked:
        one.set(qn("w:val"), _LOCALES[language])


def mark_as_draft(document: Document, version: str) -> None:
    """Mark a document as a draft of a version of the paper, so that it is known when it comes back."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    package.relate_to(Part(PackURI(f"/{PART}"), TYPE, mark_of(version), package), RELATION)


def stored(document: Document) -> bytes:
    """Store a document without the moment at which that is done."""
    made, out = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(out, "w") as file:
        for name in parts.namelist():
            file.writestr(zipfile.ZipInfo(name, _MOMENT), parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
