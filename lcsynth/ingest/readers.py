"""The registry of readers, and the one way in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.files import check_file
from lcsynth.ingest.google_forms import GoogleFormsReader
from lcsynth.ingest.hypothesis_annotations import HypothesisReader
from lcsynth.ingest.limesurvey import LimeSurveyReader
from lcsynth.ingest.mail import MailReader
from lcsynth.ingest.mentimeter import MentimeterReader
from lcsynth.ingest.microsoft_forms import MicrosoftFormsReader
from lcsynth.ingest.miro import MiroReader
from lcsynth.ingest.notes import NotesReader
from lcsynth.ingest.padlet import PadletReader
from lcsynth.ingest.pdf import PdfReader
from lcsynth.ingest.plain_table import DelimitedReader, WorkbookReader
from lcsynth.ingest.polis import PolisReader
from lcsynth.ingest.qualtrics import QualtricsReader
from lcsynth.ingest.surveymonkey import SurveyMonkeyReader
from lcsynth.ingest.talk_to_the_city import TalkToTheCityReader
from lcsynth.ingest.teams_chat import TeamsChatReader
from lcsynth.ingest.transcript import TranscriptReader
from lcsynth.ingest.whatsapp import WhatsAppReader
from lcsynth.ingest.word import WordReader
from lcsynth.ingest.zoom_chat import ZoomChatReader

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source


class Reader(Protocol):
    """One source format: says whether a file is of it, and reads it."""

    @property
    def name(self) -> str:
        """The name used in ``--format`` and in the ledger."""

    def claims(self, path: Path) -> bool:
        """Tell by the content of a file, never by its name alone, whether it is of this format."""

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every entry of a file."""


# In order: the first reader that claims a file reads it, so the particular come before the general.
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        reader.name: reader
        for reader in (
            TranscriptReader(),
            ZoomChatReader(),
            WhatsAppReader(),
            TeamsChatReader(),
            MailReader(),
            WordReader(),
            PdfReader(),
            HypothesisReader(),
            MentimeterReader(),
            PadletReader(),
            PolisReader(),
            TalkToTheCityReader(),
            MicrosoftFormsReader(),
            GoogleFormsReader(),
            LimeSurveyReader(),
            QualtricsReader(),
            SurveyMonkeyReader(),
            NotesReader(),
            WorkbookReader(),
            MiroReader(),
            DelimitedReader(),
        )
    }
)


def detect(path: Path) -> str:
    """Name the format of a file, by its content.

    Raises
    ------
    CallError
        If there is no such file.
    DataError
        If it is empty or of no known format.
    """
    check_file(path)
    for name, reader in READERS.items():
        if reader.claims(path):
            return name
    raise DataError(
        "The content is of no format known here",
        where=path.name,
        expected=f"one of {', '.join(READERS)}",
        mend="If it is a table, name its format with --format",
    )


def read_source(path: Path, source: Source, session: Session, settings: Settings) -> Reading:
    """Read one file of a session; every entry becomes a contribution, a refusal or counts as empty.

    Parameters
    ----------
    path
        The file.
    source
        How to read it; what it leaves empty is recognised from the content.
    session, settings
        The questions with their sections, and the wordings of closed answers.

    Raises
    ------
    CallError
        If the file, the format or a column named in ``source`` does not exist.
    DataError
        If nothing can be read from the file.
    """
    if source.format and source.format not in READERS:
        raise CallError(
            f"There is no format '{source.format}'", where=path.name, mend=nearest(source.format, READERS)
        )
    check_file(path)
    reading = READERS[source.format or detect(path)].read(path, source, session, settings)
    if reading.read != len(reading.contributions) + len(reading.refusals) + reading.empty:
        raise DataError(
            f"Of {reading.read} entries read, not every one is accounted for",
            where=path.name,
            mend="Report this",
        )
    return reading
