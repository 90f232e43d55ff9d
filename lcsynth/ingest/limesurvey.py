"""LimeSurvey csv and workbook, with its three ways to write headings: codes, questions, or both."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.labels import plain_label
from lcsynth.ingest.peek import headings
from lcsynth.ingest.table import Row, Table
from lcsynth.ingest.table_file import read_export, with_headings
from lcsynth.ingest.vocabulary import is_technical, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_ID = {"id", "response id", "respons id", "antwoord id"}
_SENT = {"submitdate", "date submitted", "datum verstuurd", "datum ingediend"}
_MORE = {
    "lastpage",
    "last page",
    "laatste pagina",
    "startlanguage",
    "start language",
    "begin taal",
    "starttaal",
}
_OWN = (
    _ID
    | _SENT
    | _MORE
    | {"seed", "token", "toegangscode", "access code", "startdate", "date started", "startdatum", "datestamp"}
    | {"date last action", "datum laatste actie", "ipaddr", "ip address", "ip adres", "refurl"}
    | {"referrer url", "verwijzer url"}
)
_CODE = re.compile(r"\A[A-Za-z]\w{0,60}(?:\[\w{1,60}\]){0,9}\.\s+")
_TIMING = re.compile(
    r"(?:total time|totaaltijd|totale tijd|interviewtime|group time|groep ?s?tijd|question time|vraag ?tijd)",
    re.IGNORECASE,
)
# What somebody typed next to the options of a question.
_FREE = re.compile(
    r"\s*\[(?:other|anders|overig|overige|andere|comment|commentaar|opmerking|toelichting|\w+comment)\]$",
    re.IGNORECASE,
)
_NOT_SHOWN = "N/A"  # the question was not shown to this person


@dataclasses.dataclass(frozen=True)
class LimeSurveyReader:
    """Reads the export of responses of LimeSurvey."""

    name: str = "limesurvey"

    def claims(self, path: Path) -> bool:
        """Tell by its own columns, in each of its ways to write headings."""
        return any(map(_is_limesurvey, headings(path)))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the answers; people who only opened the survey count as empty."""
        return read_export(path, source, session, settings, format_name=self.name, arrange=_arranged)


def _is_limesurvey(header: Sequence[str]) -> bool:
    names = {normal(_CODE.sub("", name, count=1)) for name in header[:15]}
    first = normal(_CODE.sub("", header[0], count=1)) if header else ""
    return first in _ID and not _SENT.isdisjoint(names) and not _MORE.isdisjoint(names)


def _arranged(table: Table) -> Table:
    if not _is_limesurvey(table.header):
        return table
    both = table.header[0].casefold().startswith("id.")
    names = [plain_label(_CODE.sub("", name, count=1) if both else name) for name in table.header]
    arranged = with_headings(table, names)
    free = {index for index, name in enumerate(names) if _FREE.search(name)}
    rows = tuple(
        row
        if row.fault or _NOT_SHOWN not in row.cells
        else Row(row.number, ["" if cell == _NOT_SHOWN else cell for cell in row.cells])
        for row in table.rows
    )
    return dataclasses.replace(
        arranged,
        rows=rows,
        own=_own(table.header, names),
        free=frozenset(free),
        questions={index: _FREE.sub("", arranged.header[index]) or arranged.header[index] for index in free},
    )


def _own(header: Sequence[str], names: Sequence[str]) -> frozenset[int]:
    timing = next((index for index, name in enumerate(names) if index and _TIMING.match(name)), len(names))
    return frozenset(
        index
        for index, name in enumerate(names)
        if index >= timing
        or normal(name) in _OWN
        or (index < len(_OWN) and is_technical(name))
        # An equation, which the survey computes itself.
        or header[index].startswith("{")
        or name.startswith("{")
    )
