"""Padlet (csv, xlsx): a row for each post, in HTML."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest import reasons
from lcsynth.ingest.cells import clean
from lcsynth.ingest.chosen_roles import with_chosen_roles
from lcsynth.ingest.content import is_question, judge
from lcsynth.ingest.contribution import ClosedAnswers, Reading
from lcsynth.ingest.entries import Entries, somebody
from lcsynth.ingest.exports import (
    cell,
    count,
    find_columns,
    first_headings,
    moments,
    name_roles,
    names_texts,
    part_tables,
    refuse_sheets,
    with_votes,
)
from lcsynth.ingest.hypertext import plain
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Row, Table
from lcsynth.ingest.table_file import read_tables
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_WORDS = {
    "subject": ("subject", "onderwerp", "titel", "title"),
    "body": ("body", "inhoud", "tekst", "bericht"),
    "section": ("section", "sectie", "kolom", "column"),
    "attachment": ("attachment", "attachments", "bijlage", "bijlagen", "attachment url"),
    "author": ("author", "auteur", "gemaakt door", "created by"),
    "said_at": ("created at", "gemaakt op", "aangemaakt op", "published at", "gepubliceerd op"),
    "support": ("likes", "upvotes", "vind ik leuks", "stemmen", "votes", "reactions", "reacties"),
    "opposition": ("downvotes", "dislikes"),
    "replies": ("comments", "opmerkingen"),
}
_BESIDE = frozenset({"section", "attachment", "author", "said_at"})
_TOOLS = frozenset({"updated at", "bijgewerkt op", "post id", "url", "link", "email", "e mail"})


@dataclasses.dataclass(frozen=True)
class PadletReader:
    """Reads the export of a Padlet; the section of the board is the question, with the subject of a post."""

    name: str = "padlet"

    def claims(self, path: Path) -> bool:
        """Tell by the columns for the subject and the body of a post, and two of those beside them."""
        return any(map(_is_board, first_headings(path)))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every post; its subject is what was said when it has no body."""
        tables, unread = read_tables(path)
        if names_texts(source):
            stripped = [_stripped(table) for table in tables]
            reading = read_survey(stripped, source, session, settings, format_name=self.name, unread=unread)
            columns = find_columns(tables[0].header, _WORDS)
            return with_votes(reading, tables[0], columns) if len(tables) == 1 else reading
        fitting, others = part_tables(
            tables,
            lambda table: "body" in find_columns(table.header, _WORDS),
            path.name,
            "the export of a Padlet: Author, Subject, Body, Section, Attachment",
        )
        board = _Board(Entries(source, session, "post"))
        for table in fitting:
            board.take(table, f"{table.name} " if len(fitting) > 1 else "")
        roles = {**board.columns, **refuse_sheets(board.entries, [*unread, *others])}
        rows = sum(len(table.rows) for table in fitting)
        reading = board.finish(board.entries.reading(self.name, rows=rows, columns=roles))
        return with_chosen_roles(reading, source, settings)


def _is_board(row: Sequence[str]) -> bool:
    """Tell whether these are the headings of a Padlet; any list may have a title, a text and an author."""
    found = find_columns(row, _WORDS)
    beside = _BESIDE & found.keys()
    if not {"subject", "body"} <= found.keys() or not beside & {"author", "said_at"}:
        return False
    if beside & {"section", "attachment"}:
        return len(beside) > 1
    named = normal(row[found["subject"]]) in {"subject", "onderwerp"}
    return named and (len(beside) > 1 or len(found) == len(row))


def _stripped(table: Table) -> Table:
    rows = tuple(Row(row.number, [plain(one) for one in row.cells], row.fault) for row in table.rows)
    return dataclasses.replace(table, rows=rows)


@dataclasses.dataclass
class _Board:
    entries: Entries
    columns: dict[str, str] = dataclasses.field(default_factory=dict)
    closed: list[ClosedAnswers] = dataclasses.field(default_factory=list)
    posts: dict[str, str] = dataclasses.field(default_factory=dict)  # locator of a field → its post

    def finish(self, reading: Reading) -> Reading:
        """Add what was chosen, and let the fields of a post be of its writer, also of somebody unknown."""
        contributions = tuple(
            dataclasses.replace(one, row=self.posts.get(one.locator, "")) for one in reading.contributions
        )
        return dataclasses.replace(reading, contributions=contributions, closed=tuple(self.closed))

    def take(self, table: Table, sheet: str) -> None:
        """Read the posts of one sheet."""
        found = find_columns(table.header, _WORDS)
        fields = _own_fields(table, found)
        self.columns |= name_roles(table, found, fields)
        moment = moments(table, found.get("said_at"))
        for row in table.rows:
            place = f"{sheet}row {row.number}"
            if row.fault:
                # Which cell is whose is unknown here, so none is shown.
                self.entries.refuse(place, row.fault)
                continue
            self._say(row.cells, found, place, moment(row.cells))
            self._keep(table, row, found, fields, place)

    def _say(self, cells: Sequence[str], found: Mapping[str, int], place: str, said_at: str) -> None:
        subject, body = (plain(cell(cells, found, role)) for role in ("subject", "body"))
        text = body or subject
        author, section = cell(cells, found, "author"), plain(cell(cells, found, "section"))
        raw = [cell(cells, found, role) for role in ("subject", "body", "attachment")]
        if not text and any(raw):
            self.entries.refuse(place, reasons.NO_TEXT, raw[-1])
        else:
            self.entries.say(
                text,
                locator=place,
                author=author,
                question=section,
                subject=subject if body else "",
                said_at=said_at,
                support=count(cell(cells, found, "support")),
                opposition=count(cell(cells, found, "opposition")),
            )
        for role in ("support", "replies"):
            value = plain(cell(cells, found, role))
            if value and not value.replace(".", "").isdecimal():
                # Not how many, but what others answered; by whom is unknown.
                self.entries.say(value, locator=f"{place}, {role}", question=section, parent=place)

    def _keep(
        self, table: Table, row: Row, found: Mapping[str, int], fields: Mapping[int, bool], place: str
    ) -> None:
        """Keep what a post holds beside its text: other fields of the board, and what is attached."""
        author, answers = cell(row.cells, found, "author"), {}
        for index, is_open in fields.items():
            value = plain(clean(row.cells[index]))
            if value and is_open:
                locator = f"{place}, field {index + 1}"
                self.posts[locator] = place
                self.entries.say(value, locator=locator, author=author, question=table.header[index])
            elif value:
                answers[table.header[index]] = value
        attached = cell(row.cells, found, "attachment")
        if attached and any(cell(row.cells, found, role) for role in ("subject", "body")):
            answers[table.header[found["attachment"]]] = attached
        if answers:
            self.closed.append(ClosedAnswers(place, somebody(author), answers))


def _own_fields(table: Table, found: Mapping[str, int]) -> dict[int, bool]:
    """Find the fields that a board has beside the usual: position → whether people wrote texts in it."""
    fields = {}
    for index, heading in enumerate(table.header):
        if index in found.values() or normal(heading) in _TOOLS or table.is_own(index):
            continue
        content = judge(table.column(index), is_question(heading))
        if content not in {"empty", "machine"}:
            fields[index] = content == "open"
    return fields
