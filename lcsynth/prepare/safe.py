"""One place where every free text but the contribution itself is made safe to store."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from lcsynth.ingest.cells import printable
from lcsynth.ingest.contribution import ClosedAnswers, RawContribution, Refusal
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.words import Words

if TYPE_CHECKING:
    from lcsynth.workspace import Settings

EXCERPT = 200  # characters
LONGEST_ID = 64  # characters; what is longer is a text
# Numbers too short for a telephone or citizen service number, and what only a machine thinks of.
_PLAIN = re.compile(
    r"(?:id|row) \d{1,7}|id (?:R_[0-9A-Za-z]{10,20}|(?=[\da-f]*[a-f])(?=[\da-f]*\d)[\da-f]{8,64}"
    r"|[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12})"
)
_ENDINGS = frozenset({".csv", ".docx", ".json", ".md", ".tsv", ".txt", ".vtt", ".xls", ".xlsm", ".xlsx"})


class Safe:
    """Masks what goes into a table beside the text of a contribution, and remembers its answers.

    Parameters
    ----------
    masker
        Finds personal data; knows the names of the contributors.
    """

    def __init__(self, masker: Masker) -> None:
        self._masker = masker
        self._texts: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    def text(self, value: str) -> str:
        """Mask a sentence: a question, an attribute, a reason."""
        if value not in self._texts:
            self._texts[value] = self._masker.mask(printable(value)).text
        return self._texts[value]

    def label(self, value: str) -> str:
        """Mask the name of something: also a person's name in lower case, alone or joined to other words."""
        if value not in self._labels:
            # A file name from a Mac has its accents apart from their letters.
            composed = unicodedata.normalize("NFC", printable(value))
            self._labels[value] = self._masker.mask_label(composed)
        return self._labels[value]

    def source(self, name: str) -> str:
        """Mask the name of a file, but for its ending."""
        ending = PurePath(name).suffix
        if ending.lower() not in _ENDINGS:
            return self.label(name)
        return self.label(name.removesuffix(ending)) + ending

    def sources(self, names: Iterable[str]) -> dict[str, str]:
        """Mask the names of the files of a session; the second that reads like another gets a number."""
        seen = Counter[str]()
        masked = {}
        for name in sorted(set(names)):
            alike = self.source(name)
            seen[alike] += 1
            masked[name] = alike if seen[alike] == 1 else f"{alike} ({seen[alike]})"
        return masked

    def locator(self, one: RawContribution | Refusal | ClosedAnswers) -> str:
        """Give where an entry stands: by its own id, or by its row when the id may tell who somebody is."""
        sheet, found, number = one.row.rpartition("row ")
        own = one.locator.removeprefix(sheet)
        if not _PLAIN.fullmatch(own) and not (_is_technical(own) and self.label(own) == own):
            own = f"row {number}" if found else self.label(own)
        return self.label(sheet) + own if sheet else own

    def excerpt(self, value: str, contribution: str = "", original: str = "") -> str:
        """Mask the beginning of a refused text, and only then cut it: half an address is not found.

        What repeats a contribution, whose id and raw text are given, is masked as that is.
        """
        masked = self._masker.mask_repeat(printable(value), contribution, original)
        flat = " ".join(masked.split())
        return flat if len(flat) <= EXCERPT else f"{flat[: EXCERPT - 1]}…"


def _is_technical(own: str) -> bool:
    # A login name such as "wvdberg" is in no list of names; what numbers rows has digits.
    return len(own) <= LONGEST_ID and "@" not in own and any(map(str.isdigit, own))


def safe_source(name: str, settings: Settings) -> str:
    """Give the name of a source as it may be stored: "antwoorden van Jan Jansen.csv" loses the name.

    Parameters
    ----------
    name
        The name of the file, without its folder.
    settings
        The organisations that are never masked as a person.
    """
    return Safe(Masker(Names(Words(), (), settings.organisations))).source(name)
