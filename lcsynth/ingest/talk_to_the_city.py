"""Talk to the City (csv): a row for each comment, with who said it."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.exports import find_columns, first_headings, part_tables, with_votes
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Table
from lcsynth.ingest.table_file import read_tables
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_WORDS = {
    "text": tuple(map(normal, ("comment-body", "comment"))),
    "id": tuple(map(normal, ("comment-id", "id"))),
    "contributor": ("interview",),
    "support": ("agrees",),
    "opposition": ("disagrees",),
}
_LONGEST_NAME = 6  # words


@dataclasses.dataclass(frozen=True)
class TalkToTheCityReader:
    """Reads the comments that Talk to the City takes: ``id,interview,comment``."""

    name: str = "talk-to-the-city"

    def claims(self, path: Path) -> bool:
        """Tell by the columns for the id, the interview and the comment."""
        return any(
            {"text", "id", "contributor"} <= find_columns(row, _WORDS).keys()
            and normal("author-id") not in map(normal, row)
            for row in first_headings(path)
        )

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every comment; the interview is who said it."""
        tables, unread = read_tables(path)
        fitting, others = part_tables(
            tables,
            lambda table: {"text", "contributor"} <= find_columns(table.header, _WORDS).keys(),
            path.name,
            "the columns id, interview and comment",
        )
        table = fitting[0]
        columns = find_columns(table.header, _WORDS)
        reading = read_survey(
            fitting,
            _told(source, table, columns),
            session,
            settings,
            format_name=self.name,
            unread=[*unread, *others],
        )
        return with_votes(reading, table, columns) if len(fitting) == 1 else reading


def _told(source: Source, table: Table, columns: dict[str, int]) -> Source:
    """Name the columns that the coordinator did not name."""
    update: dict[str, object] = {}
    if not source.text_columns:
        update["text_columns"] = (table.header[columns["text"]],)
    said = [value for value in table.column(columns["contributor"]) if value.strip()]
    long = sum(len(value.split()) > _LONGEST_NAME for value in said)
    # A column with whole transcripts tells nobody apart.
    if not source.contributor_column and 2 * long <= len(said):
        update["contributor_column"] = table.header[columns["contributor"]]
    return source.model_copy(update=update) if update else source
