"""SurveyMonkey (csv, xlsx): two heading rows, the questions and under each what its columns hold."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.asked_who import asks_who
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.labels import plain_label
from lcsynth.ingest.peek import first_rows
from lcsynth.ingest.table import Table
from lcsynth.ingest.table_file import read_export, with_headings
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_RESPONDENT = {"respondent id", "respondentid"}
_COLLECTOR = re.compile(r"collector ?id|verzamel\w* ?id")
_FIXED = 12  # the tool's own columns come first, up to the first question
_OWN = re.compile(
    r"respondent ?id|collector ?id|verzamel\w* ?id|(?:start|end|begin|eind) ?(?:date|datum)"
    r"|date (?:created|modified)|ip ?(?:address|adres)|e ?mail ?(?:address|adres)"
    r"|(?:first|last) ?name|voornaam|achternaam|custom data(?: \d+)?|(?:aangepaste|eigen) gegevens(?: \d+)?"
)
# A column without a heading, as `unique_names` calls it.
_BLANK = re.compile(r"column \d+")
_ANSWER = {"response", "respons", "reactie", "antwoord"}
_TYPED = re.compile(r"open ended response|open (?:antwoord|vraag|reactie)|(?:other|anders|overige?)\b.*")


@dataclasses.dataclass(frozen=True)
class SurveyMonkeyReader:
    """Reads the export of all responses of SurveyMonkey."""

    name: str = "surveymonkey"

    def claims(self, path: Path) -> bool:
        """Tell by the first two columns, of the respondent and of the collector, and two heading rows."""
        return any(_is_export(rows[place:]) for rows in first_rows(path) for place in range(len(rows)))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the answers, each with the question and, in a grid, its row as their context."""

        def arrange(table: Table) -> Table:
            return _arranged(table, path.name)

        return read_export(path, source, session, settings, format_name=self.name, arrange=arrange)


def _is_export(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) < 2 or len(rows[0]) < 3:
        return False
    first, second = normal(rows[0][0]), normal(rows[0][1])
    return (
        first in _RESPONDENT and bool(_COLLECTOR.fullmatch(second)) and not any(map(str.strip, rows[1][:2]))
    )


def _arranged(table: Table, where: str) -> Table:
    if not table.rows or not _is_export([table.header, table.rows[0].cells]):
        return table
    if len(table.rows) == 1:
        raise DataError(
            "There are heading rows and nothing under them", where=where, expected="a row for each answer"
        )
    under = [plain_label(cell) for cell in table.rows[0].cells[: len(table.header)]]
    own = {
        index
        for index, name in enumerate(table.header[:_FIXED])
        if _OWN.fullmatch(normal(name)) and not normal(under[index])
    }
    names = list(_names(table.header, under))
    return dataclasses.replace(
        with_headings(table, names),
        rows=table.rows[1:],
        own=frozenset(own),
        free=frozenset(
            index
            for index, name in enumerate(under)
            if _TYPED.fullmatch(normal(name)) and not asks_who(names[index].partition(" [")[0])
        ),
    )


def _names(header: Sequence[str], under: Sequence[str]) -> Iterator[str]:
    question = ""
    for name, part in zip(header, under, strict=True):
        question = question if _BLANK.fullmatch(name) and part else plain_label(name)
        told = normal(part) in _ANSWER or normal(part) == "open ended response" or not part
        yield question if told else f"{question} [{part}]"
