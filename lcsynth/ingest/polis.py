"""Polis comments (csv): a row for each comment, with the votes that it got."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import ClosedAnswers, Reading
from lcsynth.ingest.exports import cell, find_columns, first_headings, part_tables, with_votes
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table_file import read_tables
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_VOTES = {"support": ("agrees",), "opposition": ("disagrees",), "moderated": ("moderated",)}
_BODY = normal("comment-body")
_NEEDED = frozenset(map(normal, ("comment-id", "comment-body", "author-id", "agrees", "disagrees")))


@dataclasses.dataclass(frozen=True)
class PolisReader:
    """Reads the comments export of Polis.

    Comments that were moderated out are contributions as well; what was decided is a closed answer.
    """

    name: str = "polis"

    def claims(self, path: Path) -> bool:
        """Tell by the columns comment-id, comment-body, author-id, agrees and disagrees."""
        return any(_NEEDED.issubset(map(normal, row)) for row in first_headings(path))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every comment as the table reader does, and add what was voted and decided."""
        tables, unread = read_tables(path)
        fitting, others = part_tables(
            tables,
            lambda table: _BODY in map(normal, table.header),
            path.name,
            "the comments of a Polis conversation: comment-id, author-id, agrees, disagrees, comment-body",
        )
        table = fitting[0]
        columns = find_columns(table.header, _VOTES)
        if not source.text_columns:
            body = next(name for name in table.header if normal(name) == _BODY)
            source = source.model_copy(update={"text_columns": (body,)})
        reading = read_survey(
            fitting, source, session, settings, format_name=self.name, unread=[*unread, *others]
        )
        if len(fitting) > 1:
            return reading
        rows = {f"row {row.number}": row.cells for row in table.rows if not row.fault}
        decided = tuple(
            ClosedAnswers(one.locator, one.identity, {table.header[columns["moderated"]]: value}, one.row)
            for one in reading.contributions
            if (value := cell(rows.get(one.row, ()), columns if one.row in rows else {}, "moderated"))
        )
        voted = with_votes(reading, table, columns)
        roles = {table.header[place]: role for role, place in columns.items()}
        return dataclasses.replace(
            voted, closed=(*reading.closed, *decided), columns={**reading.columns, **roles}
        )
