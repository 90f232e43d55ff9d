"""Mentimeter (xlsx): a row for each voter, or for each answer."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest.cells import clean
from lcsynth.ingest.chosen_roles import with_chosen_roles
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
from lcsynth.ingest.mentimeter_slides import cut_words, is_slide, judge_slide, name_slide
from lcsynth.ingest.survey import read_survey
from lcsynth.ingest.table import Table
from lcsynth.ingest.table_file import read_tables

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_WORDS = {
    "voter": ("voter", "voter id", "participant", "participant id", "deelnemer"),
    "name": ("name", "naam"),
    "email": ("email", "e mail"),
    "session": ("session", "sessie"),
    "said_at": ("date", "date utc", "submitted at", "datum", "timestamp"),
}
_LONG = {
    **_WORDS,
    "question": ("question", "vraag"),
    "answer": ("answer", "antwoord", "response"),
    "type": ("question type", "vraagtype"),
    "slide": ("slide", "slide number", "dia"),
}
_NUMBERED = re.compile(r"(?:voter|participant|deelnemer|stemmer)?\s*#?\s*(\d{1,9})", re.IGNORECASE)
_EXPECTED = "the results of a Mentimeter: a sheet 'Voters', or the columns Participant, Question, Answer"


@dataclasses.dataclass(frozen=True)
class MentimeterReader:
    """Reads the results of a Mentimeter; what was chosen from options or on a scale is a closed answer."""

    name: str = "mentimeter"

    def claims(self, path: Path) -> bool:
        """Tell by a column for the voter beside "<question>: Answer", or by Participant, Question, Answer."""
        return any(_is_results(row) for row in first_headings(path))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the sheet with the answers; sheets with totals repeat these and are listed as not read."""
        tables, unread = read_tables(path)
        if names_texts(source):
            return read_survey(tables, source, session, settings, format_name=self.name, unread=unread)
        fitting, others = part_tables(tables, lambda table: _is_results(table.header), path.name, _EXPECTED)
        results = _Results(Entries(source, session, "answer"))
        for table in fitting:
            results.take(table, f"{table.name} " if len(fitting) > 1 else "")
        columns = {**results.columns, **refuse_sheets(results.entries, [*unread, *others])}
        rows = sum(len(table.rows) for table in fitting)
        reading = results.entries.reading(self.name, rows=rows, columns=columns)
        reading = dataclasses.replace(reading, closed=tuple(results.closed))
        return with_chosen_roles(reading, source, settings)


def _is_results(row: Sequence[str]) -> bool:
    if _is_long(row):
        found = find_columns(row, _LONG)
        # Three columns alone, or with what Mentimeter adds.
        return bool({"type", "slide", "said_at", "session"} & found.keys()) or len(found) == len(row)
    return "voter" in find_columns(row, _WORDS) and any(map(is_slide, row))


def _is_long(row: Sequence[str]) -> bool:
    return {"voter", "question", "answer"} <= find_columns(row, _LONG).keys()


@dataclasses.dataclass
class _Results:
    entries: Entries
    columns: dict[str, str] = dataclasses.field(default_factory=dict)
    closed: list[ClosedAnswers] = dataclasses.field(default_factory=list)

    def take(self, table: Table, sheet: str) -> None:
        """Read one sheet, of whichever of the two shapes."""
        for row in table.rows:
            if row.fault:
                # Which cell is whose is unknown here, so none is shown.
                self.entries.refuse(f"{sheet}row {row.number}", row.fault)
        if _is_long(table.header):
            self._by_answer(table, sheet)
        else:
            self._by_voter(table, sheet)

    def _by_voter(self, table: Table, sheet: str) -> None:
        found = find_columns(table.header, _WORDS)
        slides = [index for index in range(len(table.header)) if index not in found.values()]
        kinds = {index: judge_slide(table.column(index), table.header[index]) for index in slides}
        self.columns |= name_roles(table, found, slides)
        person, moment = _persons(table, found), moments(table, found.get("said_at"))
        for row in table.rows:
            if row.fault:
                continue
            place, said_at, chosen = f"{sheet}row {row.number}", moment(row.cells), {}
            author, identity = person(row.cells)
            for index in slides:
                value, question = clean(row.cells[index]), name_slide(table.header[index])
                if kinds[index] != "closed":
                    self._say(value, kinds[index], place, author, identity, question, said_at)
                elif value:
                    chosen[question] = value
            if chosen:
                self.closed.append(ClosedAnswers(place, identity or somebody(author), chosen))

    def _by_answer(self, table: Table, sheet: str) -> None:
        found = find_columns(table.header, _LONG)
        self.columns |= name_roles(table, found)
        person, moment = _persons(table, found), moments(table, found.get("said_at"))
        given = defaultdict(list)
        for row in table.rows:
            if not row.fault:
                slide = cell(row.cells, found, "question"), cell(row.cells, found, "type")
                given[slide].append(cell(row.cells, found, "answer"))
        kinds = {slide: judge_slide(values, *slide) for slide, values in given.items()}
        for row in table.rows:
            if row.fault:
                continue
            place, said_at = f"{sheet}row {row.number}", moment(row.cells)
            author, identity = person(row.cells)
            slide = cell(row.cells, found, "question"), cell(row.cells, found, "type")
            value, question = cell(row.cells, found, "answer"), name_slide(slide[0])
            if kinds[slide] != "closed":
                self._say(value, kinds[slide], place, author, identity, question, said_at)
            elif value:
                self.closed.append(ClosedAnswers(place, identity or somebody(author), {question: value}))

    def _say(
        self, value: str, kind: str, place: str, author: str, identity: str, question: str, said_at: str
    ) -> None:
        for word in cut_words(value) if kind == "words" else [value]:
            self.entries.say(
                word, locator=place, author=author, identity=identity, question=question, said_at=said_at
            )


def _persons(table: Table, found: dict[str, int]) -> Callable[[Sequence[str]], tuple[str, str]]:
    """Make the function that tells who voted: a name, and a number or address."""
    several = (
        len(
            {value for value in table.column(found["session"]) if value.strip()} if "session" in found else ()
        )
        > 1
    )

    def person(cells: Sequence[str]) -> tuple[str, str]:
        voter, name = cell(cells, found, "voter"), cell(cells, found, "name")
        number = _NUMBERED.fullmatch(voter)
        if address := cell(cells, found, "email"):
            return name or voter, address
        if number is None:
            return name or voter, voter
        # A bare number holds within its survey only; every session of the slides counts from one again.
        begins = re.sub(r"\D", "", cell(cells, found, "session")) if several else ""
        return name, begins + (number[1].zfill(6) if begins else number[1])

    return person
