"""The settings of a workspace and its sessions: frozen, and an unknown key is an error."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from lcsynth.workspace.endpoint import Endpoint
from lcsynth.workspace.model import Model

# Names in the folder of reports that are no session's.
# The folder of the reports on all sessions together, beside those of the sessions.
LIVING_DOCUMENT = "living-document"
RESERVED = (
    LIVING_DOCUMENT,
    "index.html",
    "readme.md",
    "feed.nl.xml",
    "feed.en.xml",
    "sessions.nl.ics",
    "sessions.en.ics",
)
_IDENTIFIER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
# Windows keeps these for devices, whatever follows the point.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def check_session_id(value: str) -> str:
    """Check that a name can be a session's: it is also the name of a folder, so it can hold no path.

    Raises
    ------
    ValueError
        Saying what is expected.
    """
    if value.casefold() in RESERVED:
        raise PydanticCustomError("reserved", "This name is taken in the folder of reports")
    return _identifier(value)


def _identifier(value: str) -> str:
    if not _IDENTIFIER.fullmatch(value) or _DEVICE.fullmatch(value):
        raise PydanticCustomError(
            "identifier",
            "This cannot be an id, because folders and files are named after it",
            {"expected": "letters, digits, points, dashes and underscores, such as 2022-05-17-onderzoekers"},
        )
    return value


def _clock(value: str) -> str:
    if value and not _CLOCK.fullmatch(value):
        raise PydanticCustomError("clock", "This is not a time", {"expected": 'a time such as "09:30"'})
    return value


def _as_text(value: Any) -> Any:
    """Take a date or a whole number for the text it was; 2.10 was read as 2.1, so it needs its quotes."""
    plain = isinstance(value, (int, dt.date)) and not isinstance(value, (bool, dt.datetime))
    return str(value) if plain else value


Language = Literal["nl", "en"]
Mode = Literal["online", "on site", "hybrid", "survey", ""]
Clock = Annotated[str, AfterValidator(_clock)]
Text = Annotated[str, BeforeValidator(_as_text)]
Identifier = Annotated[Text, AfterValidator(_identifier)]
SessionId = Annotated[Text, AfterValidator(check_session_id)]
# The name of a file without its suffix, or none.
Version = Annotated[Text, AfterValidator(lambda value: value and _identifier(value))]


class Wording(Model):
    """A label in both languages, and the other ways in which sources spell it."""

    nl: str
    en: str
    aliases: tuple[str, ...] = ()


class Title(Model):
    """A title in both languages."""

    nl: str
    en: str


class Thresholds(Model):
    """The sizes below which less is said.

    Attributes
    ----------
    smallest_cell
        Groups of fewer people than this are not broken down.
    cluster_from
        Fewer statements than this are listed, not clustered.
    indicative_below
        With fewer people than this, results are called indicative.
    theme_contributors
        A theme needs statements of at least this many people.
    indicative_up_to
        Themes found among so many statements, or fewer, are called indicative.
    dormant_after
        A theme to which nothing was added in this many sessions is dormant.
    """

    smallest_cell: int = Field(5, ge=1)
    cluster_from: int = Field(15, ge=4)
    indicative_below: int = Field(30, ge=1)
    theme_contributors: int = Field(2, ge=1)
    indicative_up_to: int = Field(100, ge=1)
    dormant_after: int = Field(3, ge=1)


class Settings(Model):
    """What holds for the whole workspace (`data/workspace.yaml`)."""

    name: str
    languages: tuple[Language, ...] = Field(("nl", "en"), min_length=1)
    audiences: dict[Identifier, Wording] = Field(default_factory=dict)
    organisation_types: dict[Identifier, Wording] = Field(default_factory=dict)
    embedder: str
    seed: int = Field(0, ge=0, lt=2**32)
    thresholds: Thresholds = Thresholds()  # type: ignore[call-arg]
    organisations: tuple[str, ...] = ()
    endpoint: Endpoint | None = None


class Source(Model):
    """How one file of a session is read; what is left empty is recognised from the file."""

    file: str = Field(min_length=1, pattern=r"^[^/\\]+$")
    format: str = ""
    text_columns: tuple[str, ...] = ()
    contributor_column: str = ""
    name_column: str = ""
    audience_column: str = ""
    organisation_type_column: str = ""
    said_at_column: str = ""
    id_column: str = ""
    section_column: str = ""
    headings: tuple[str, ...] = ()


class Session(Model):
    """One dated meeting or survey round (an entry of `data/sessions.yaml`)."""

    id: SessionId
    title: Title
    date: dt.date
    start: Clock = ""
    end: Clock = ""
    audiences: tuple[Identifier, ...] = ()
    mode: Mode = ""
    place: str = ""
    paper_version: Version = ""
    illustrative: bool = False
    questions: dict[str, Text] = Field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    def source(self, file: str) -> Source:
        """Give the reading options of one file; the defaults when none are set."""
        return next((source for source in self.sources if source.file == file), Source(file=file))


class Sessions(Model):
    """All sessions (`data/sessions.yaml`), with unique ids."""

    sessions: tuple[Session, ...] = ()

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Sessions:
        first: dict[str, int] = {}
        for place, session in enumerate(self.sessions):
            # Not every computer tells the folders `A` and `a` apart.
            earlier = first.setdefault(session.id.casefold(), place)
            if earlier != place:
                raise PydanticCustomError(
                    "twice",
                    "Session {earlier} has this id already",
                    {"earlier": earlier + 1, "place": ("sessions", place, "id")},
                )
        return self
