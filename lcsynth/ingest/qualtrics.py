"""Qualtrics csv: two or three heading rows, of which the second holds the questions."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.labels import plain_label
from lcsynth.ingest.peek import first_rows
from lcsynth.ingest.reasons import WITHHELD
from lcsynth.ingest.table import Row, Table
from lcsynth.ingest.table_file import read_export, with_headings
from lcsynth.ingest.vocabulary import HEADINGS, is_technical, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_IDENTIFIER = "ImportId"
_LEGACY = ("V1", "V2", "V3", "V4")
_ATTRIBUTES = {name for role, names in HEADINGS.items() if role != "text" for name in names}
_TYPED = re.compile(r"QID\d+(?:_\d+)*_TEXT\W*$")
# What its own analysis of texts adds to each open question.
_ANALYSED = re.compile(
    r"(?:Topics|ParentTopics|TopicHierarchyLevel\d*|Sentiment\w*|Actionability|Emotion\w*|Effort\w*)\W*$"
)
_SPAM = {"8", "9", "12", "spam", "survey preview spam", "imported spam", "possible spam"}


@dataclasses.dataclass(frozen=True)
class QualtricsReader:
    """Reads the export of Qualtrics, also the old one that names its columns V1 to V10."""

    name: str = "qualtrics"

    def claims(self, path: Path) -> bool:
        """Tell by the third heading row (``{"ImportId": …}``), or by the columns V1, V2, V3, V4."""
        return any(_is_qualtrics(rows[place:]) for rows in first_rows(path) for place in range(len(rows)))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the answers, each with the question as its context; what is marked as spam is refused."""

        def arrange(table: Table) -> Table:
            return _arranged(table, path.name)

        return read_export(path, source, session, settings, format_name=self.name, arrange=arrange)


def _is_qualtrics(rows: Sequence[Sequence[str]]) -> bool:
    if not rows:
        return False
    first = [cell.strip() for cell in rows[0]]
    named = any(_IDENTIFIER in cell for row in rows[1:3] for cell in row)
    return tuple(first[:4]) == _LEGACY or ("ResponseId" in first and named)


def _arranged(table: Table, where: str) -> Table:
    rows = [row.cells for row in table.rows[:2]]
    if not _is_qualtrics([table.header, *rows]):
        return table
    third = rows[1] if len(rows) > 1 and any(_IDENTIFIER in cell for cell in rows[1]) else ()
    kept = table.rows[2 if third else 1 :]
    if not kept:
        raise DataError(
            "There are heading rows and nothing under them", where=where, expected="a row for each answer"
        )
    codes = [*third, *[""] * (len(table.header) - len(third))]
    own = {index for index, name in enumerate(table.header) if _is_own(name, codes[index])}
    legacy = tuple(table.header[:4]) == _LEGACY
    return dataclasses.replace(
        with_headings(table, _names(table.header, rows[0], legacy)),
        rows=tuple(_marked(row, table.header) for row in kept),
        own=None if legacy else frozenset(own),
        free=frozenset(index for index, code in enumerate(codes) if _TYPED.search(code)),
    )


def _is_own(name: str, code: str) -> bool:
    if "QID" in code:
        return bool(_ANALYSED.search(code))
    return is_technical(name) or normal(name) in _ATTRIBUTES or bool(_ANALYSED.search(name))


def _names(codes: Sequence[str], questions: Sequence[str], legacy: bool) -> list[str]:
    # The tool's own columns keep their code, which is the same in every language.
    labels = [*map(plain_label, questions), *[""] * len(codes)]
    return [
        code if (is_technical(code) or normal(code) in _ATTRIBUTES) and not legacy else label or code
        for code, label in zip(codes, labels, strict=False)
    ]


def _marked(row: Row, header: Sequence[str]) -> Row:
    # Previews are kept: sessions are held with the preview of a survey as well.
    place = header.index("Status") if "Status" in header else -1
    spam = not row.fault and place >= 0 and normal(row.cells[place]) in _SPAM
    return Row(row.number, row.cells, WITHHELD) if spam else Row(*row)
