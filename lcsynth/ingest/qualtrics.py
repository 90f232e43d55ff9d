"""Qualtrics csv: two or three heading rows, of which the second holds the questions."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.delimited import parse_delimited
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.files import head, is_zip
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Row, Table, unique_names
from lcsynth.ingest.vocabulary import HEADINGS, is_technical, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_IDENTIFIER = "ImportId"
_LEGACY = ("V1", "V2", "V3", "V4")
_ATTRIBUTES = {name for role, names in HEADINGS.items() if role != "text" for name in names}


@dataclasses.dataclass(frozen=True)
class QualtricsReader:
    """Reads the csv export of Qualtrics, also the old one that names its columns V1 to V10."""

    name: str = "qualtrics"

    def claims(self, path: Path) -> bool:
        """Tell by the third heading row (``{"ImportId": …}``), or by the columns V1, V2, V3, V4."""
        if is_zip(path):
            return False
        start = head(path).replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd")
        first = start.split("\n", 1)[0]
        cells = tuple(cell.strip(' "\r') for cell in first.replace("\t", ",").split(",")[:4])
        return cells == _LEGACY or ("ResponseId" in first and _IDENTIFIER in start)

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the answers, each with the question as its context."""
        text, _ = decode(path.read_bytes(), path.name)
        table = _headed(parse_delimited(text, path.name), path.name)
        return read_survey([table], source, session, settings, format_name=self.name)


def _headed(table: Table, where: str) -> Table:
    questions = table.rows[0].cells
    third = len(table.rows) > 1 and any(_IDENTIFIER in cell for cell in table.rows[1].cells)
    rows = table.rows[2 if third else 1 :]
    if not rows:
        raise DataError(
            "There are heading rows and nothing under them", where=where, expected="a row for each answer"
        )
    return Table(table.name, _names(table.header, questions), tuple(Row(*row) for row in rows), table.heading)


def _names(codes: Sequence[str], questions: Sequence[str]) -> tuple[str, ...]:
    # The tool's own columns keep their code, which is the same in every language.
    labels = [*questions, *[""] * len(codes)]
    legacy = tuple(codes[:4]) == _LEGACY
    return unique_names(
        [
            code
            if (is_technical(code) or normal(code) in _ATTRIBUTES) and not legacy
            else label.strip() or code
            for code, label in zip(codes, labels, strict=False)
        ]
    )
