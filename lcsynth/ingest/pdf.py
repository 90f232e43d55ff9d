"""PDF files on which people wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import head

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source


@dataclass(frozen=True)
class PdfReader:
    """Reads the annotations in a PDF; the text of the PDF itself is not feedback."""

    name: str = "pdf"

    def claims(self, path: Path) -> bool:
        """Tell by the first bytes."""
        return head(path).lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF")

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every annotation; marks without a note and states of review count as empty."""
        # Imported late: the library takes a tenth of a second.
        from lcsynth.ingest.pdf_annotations import tell_annotations

        del settings
        if not self.claims(path):
            raise DataError("This is no PDF", where=path.name, expected="a .pdf file with annotations")
        entries = Entries(source, session, "annotation")
        tell_annotations(entries, path)
        reading = entries.reading(self.name, columns={"the text of the document itself": "not read"})
        if not reading.read:
            raise DataError(
                "There are no annotations in the PDF",
                where=path.name,
                expected="highlights with notes, or comments",
                mend="If its text is the feedback, save that as a Word document (.docx) or as text (.txt)",
            )
        return reading
