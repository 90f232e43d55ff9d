"""Google Forms, in Dutch and English: the csv of the form, or of the sheet that its answers go to."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.moments import from_serial, to_iso
from lcsynth.ingest.peek import first_rows
from lcsynth.ingest.table import Table, unique_names
from lcsynth.ingest.table_file import read_export
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_FIRST = {"Timestamp", "Tijdstempel"}  # as Google writes it; a chat export has "timestamp"
_OWN = {"email address", "e mailadres", "username", "gebruikersnaam", "score", "total score", "totaalscore"}
_OTHER_TOOLS = {"author", "message", "comment", "reply to", "event type"}


@dataclasses.dataclass(frozen=True)
class GoogleFormsReader:
    """Reads the answers to a form or quiz of Google Forms."""

    name: str = "google-forms"

    def claims(self, path: Path) -> bool:
        """Tell by the first column, which holds the time of each answer."""
        for rows in first_rows(path):
            heading = next((place for place, row in enumerate(rows) if _is_form(unique_names(row))), None)
            if heading is not None:
                moments = [row[0].strip() for row in rows[heading + 1 :] if row and row[0].strip()]
                return bool(moments) and all(_is_moment(moment) for moment in moments)
        return False

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the answers; the scores of a quiz are no answers."""
        return read_export(path, source, session, settings, format_name=self.name, arrange=_arranged)


def _is_form(header: Sequence[str]) -> bool:
    return len(header) > 1 and header[0] in _FIRST and _OTHER_TOOLS.isdisjoint(map(normal, header))


def _is_moment(value: str) -> bool:
    return bool(to_iso(value, day_first=True) or to_iso(value, day_first=False) or from_serial(value))


def _arranged(table: Table) -> Table:
    if not _is_form(table.header):
        return table
    own = {
        index
        for index, name in enumerate(table.header)
        if index == 0 or normal(name) in _OWN or name.endswith(("[Score]", "[Feedback]"))
    }
    return dataclasses.replace(table, own=frozenset(own))
