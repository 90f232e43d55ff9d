"""Hypothes.is: annotations on web pages and PDF files, as JSON or csv."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.cells import clean
from lcsynth.ingest.contribution import ClosedAnswers, Reading
from lcsynth.ingest.entries import Entries, somebody
from lcsynth.ingest.exports import (
    cell,
    find_columns,
    first_headings,
    moments,
    name_roles,
    names_texts,
    part_tables,
    refuse_sheets,
)
from lcsynth.ingest.files import head, is_zip
from lcsynth.ingest.hypothesis_json import Annotation, parse_annotations
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.reasons import DAMAGED_PART, PRIVATE, WITHHELD
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Table
from lcsynth.ingest.table_file import read_tables

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_WORDS = {
    "said_at": ("created at", "created"),
    "author": ("author", "user"),
    "anchor": ("quote", "quote description", "description"),
    "text": ("comment", "text"),
    "tags": ("tags",),
    "type": ("type",),
    "url": ("url", "uri"),
    "group": ("group",),
    "page": ("page",),
}
_NEEDED = {"author", "anchor", "text", "tags", "url"}
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_MADE_HERE = (b"TextQuoteSelector", b'"acct:', b'"export_userid"')
_HOLDS = (b'"annotations"', b'"rows"', b'"target"', b'"uri"')


@dataclasses.dataclass(frozen=True)
class HypothesisReader:
    """Reads annotations of Hypothes.is; the words that were marked are the anchor."""

    name: str = "hypothesis"

    def claims(self, path: Path) -> bool:
        """Tell by the accounts and selectors in JSON, or by the columns Quote, Comment, Tags and URL."""
        if is_zip(path):
            return False
        start = _start(path)
        if _JSON.match(start):
            return any(mark in start for mark in _MADE_HERE) and any(name in start for name in _HOLDS)
        return any(find_columns(row, _WORDS).keys() >= _NEEDED for row in first_headings(path))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every annotation, page note and reply; its tags are closed answers."""
        entries = Entries(source, session, "annotation")
        if _JSON.match(_start(path)):
            closed = list(_say_all(parse_annotations(path.read_bytes(), path.name), entries))
            return dataclasses.replace(entries.reading(self.name), closed=tuple(closed))
        tables, unread = read_tables(path)
        if names_texts(source):
            return read_survey(tables, source, session, settings, format_name=self.name, unread=unread)
        fitting, others = part_tables(
            tables,
            lambda table: {"anchor", "text"} <= find_columns(table.header, _WORDS).keys(),
            path.name,
            "annotations of Hypothes.is: Author, URL, Quote, Comment, Tags",
        )
        closed = [one for table in fitting for one in _say_rows(table, entries)]
        columns = {
            name: role
            for table in fitting
            for name, role in name_roles(table, find_columns(table.header, _WORDS)).items()
        }
        columns |= refuse_sheets(entries, [*unread, *others])
        return dataclasses.replace(entries.reading(self.name, columns=columns), closed=tuple(closed))


def _start(path: Path) -> bytes:
    # UTF-16 without its mark and its zeros reads as ASCII.
    return head(path).replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _say_all(annotations: Sequence[Annotation], entries: Entries) -> Iterable[ClosedAnswers]:
    for one in annotations:
        if one.damaged:
            entries.refuse(one.locator, DAMAGED_PART, one.text)
        elif one.private:
            # A highlight is private by itself; nothing was said in it.
            if clean(one.text):
                entries.refuse(one.locator, PRIVATE)
            else:
                entries.count_empty()
        elif one.withheld:
            entries.refuse(one.locator, WITHHELD, one.text)
        else:
            entries.say(
                one.text,
                locator=one.locator,
                author=one.name,
                identity=one.user,
                said_at=to_iso(one.created, day_first=False),
                anchor=one.quote,
                parent=one.parent,
            )
            if one.tags:
                yield ClosedAnswers(
                    one.locator, somebody(one.user or one.name), {"Tags": "; ".join(one.tags)}
                )


def _say_rows(table: Table, entries: Entries) -> Iterable[ClosedAnswers]:
    found = find_columns(table.header, _WORDS)
    moment = moments(table, found.get("said_at"))
    sheet = f"{table.name} " if table.name else ""
    for row in table.rows:
        place = f"{sheet}row {row.number}"
        if row.fault:
            entries.refuse(place, row.fault)
            continue
        author, tags = cell(row.cells, found, "author"), cell(row.cells, found, "tags")
        entries.say(
            cell(row.cells, found, "text"),
            locator=place,
            author=author,
            said_at=moment(row.cells),
            anchor=cell(row.cells, found, "anchor"),
        )
        if tags:
            yield ClosedAnswers(place, somebody(author), {table.header[found["tags"]]: tags})
