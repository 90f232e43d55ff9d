"""Microsoft Forms, in Dutch and English: a workbook, or the csv that was saved from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.peek import headings
from lcsynth.ingest.table import Table
from lcsynth.ingest.table_file import read_export
from lcsynth.ingest.vocabulary import is_technical, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_STARTED = {"start time", "begintijd", "starttijd"}
_DONE = {"completion time", "tijd van voltooien", "voltooiingstijd", "tijdstip van voltooien"}
_PERSON = {"email", "e mail", "name", "naam"}
_FIXED = 9  # the tool's own columns come first: ID, both times, e-mail, name, last change, points, feedback


@dataclasses.dataclass(frozen=True)
class MicrosoftFormsReader:
    """Reads the answers to a form or quiz of Microsoft Forms."""

    name: str = "microsoft-forms"

    def claims(self, path: Path) -> bool:
        """Tell by the columns that every form has: ID, and the times of start and completion."""
        return any(map(_is_form, headings(path)))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the answers; points and feedback that a quiz gives are no answers."""
        return read_export(path, source, session, settings, format_name=self.name, arrange=_arranged)


def _is_form(header: Sequence[str]) -> bool:
    names = [normal(name) for name in header[:_FIXED]]
    return bool(names) and names[0] == "id" and not _STARTED.isdisjoint(names) and not _DONE.isdisjoint(names)


def _arranged(table: Table) -> Table:
    if not _is_form(table.header):
        return table
    fixed = {"id"} | _STARTED | _DONE | _PERSON
    own = {
        index
        for index, name in enumerate(table.header)
        if (index < _FIXED and (normal(name) in fixed or is_technical(name))) or _is_marking(name)
    }
    return dataclasses.replace(table, own=frozenset(own))


def _is_marking(name: str) -> bool:
    return name.casefold().startswith(("points - ", "punten - ", "feedback - "))
