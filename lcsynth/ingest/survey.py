"""Rows of a survey to contributions: every open answer becomes one, every entry is accounted for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lcsynth.errors import CallError
from lcsynth.ingest.cells import clean, excerpt, printable, unusable, without_result
from lcsynth.ingest.closed import ClosedColumns, unmapped
from lcsynth.ingest.collecting import collecting_paused
from lcsynth.ingest.content import is_question
from lcsynth.ingest.contribution import ClosedAnswers, RawContribution, Reading, Refusal
from lcsynth.ingest.heading import judge_heading, no_heading
from lcsynth.ingest.merged import fill_down
from lcsynth.ingest.place_named import section_named
from lcsynth.ingest.reasons import DOUBTFUL_HEADING, NO_ANSWERS, NO_RESULT
from lcsynth.ingest.respondent import attribute_reader, person_reader
from lcsynth.ingest.roles import Roles, assign_roles, no_text_column
from lcsynth.ingest.table import Row, Table, UnreadSheet
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source


# Who somebody is and what was asked: their value holds for all the rows that a merged cell spans.
_SPANNING = (
    "contributor", "email", "name", "first name", "last name", "audience", "organisation_type", "question",
    "section",
)  # fmt: skip


@dataclass
class _Found:
    """What the reading of the tables of one file adds up to."""

    contributions: list[RawContribution] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    closed: list[ClosedAnswers] = field(default_factory=list)
    unmapped: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: int = 0
    read: int = 0
    empty: int = 0


@collecting_paused()
def read_survey(
    tables: Sequence[Table],
    source: Source,
    session: Session,
    settings: Settings,
    *,
    format_name: str,
    unread: Sequence[UnreadSheet] = (),
    named: bool = False,
) -> Reading:
    """Read the tables of one file; one without open answers is listed as not read, and refused as one entry.

    When a known tool exported closed questions alone, their answers are kept and every row counts as empty.

    Parameters
    ----------
    unread
        Sheets that could not hold answers, to be listed and refused as well.
    named
        Whether the place of an entry names its table also where only one has answers.

    Raises
    ------
    CallError
        If a column named in the source does not exist in any table.
    DataError
        If no table has a column with open answers, or one has an answer where its heading should be.
    """
    found = _Found()
    usable, only_closed, unknown = [], [], []
    for table in tables:
        try:
            roles = assign_roles(table, source, settings)
        except CallError as error:
            unknown.append(error)
            continue
        if roles.texts:
            usable.append((table, roles))
        elif table.own is not None and roles.closed:
            only_closed.append((table, roles))
    # Of a known tool it is sure that nothing was overlooked: nobody was asked for words of their own.
    usable = usable or ([] if source.text_columns else only_closed)
    if not usable:
        raise unknown[0] if unknown else no_text_column(tables[0].header, source.file)
    for table, roles in usable:
        sheet = f"{table.name} " if named or len(usable) > 1 else ""
        if not source.text_columns:
            _check_heading(table, roles, found, sheet, source, session)
        filled = fill_down(table, [roles.of[role] for role in _SPANNING if role in roles.of])
        _read_table(filled, roles, found, sheet, source, session, settings)
    used = [table for table, _ in usable]
    without = [
        UnreadSheet(one.name, len(one.rows), NO_ANSWERS)
        for one in tables
        if not any(one is other for other in used)
    ]
    _refuse_sheets([*unread, *without], found, source.file)
    return Reading(
        source=source.file,
        format=format_name,
        rows=found.rows,
        read=found.read,
        empty=found.empty,
        contributions=tuple(found.contributions),
        refusals=tuple(found.refusals),
        columns=found.columns,
        closed=tuple(found.closed),
        unmapped=found.unmapped,
    )


def name_question(heading: str, only_one: bool) -> str:
    """Give the question a column of answers belongs to.

    With several open columns their heading tells them apart. A single one called "text" or
    "comment-body" asks nothing; it is a question when it ends in "?" or has more than three words.
    """
    return heading if not only_one or is_question(heading) else ""


def _check_heading(
    table: Table, roles: Roles, found: _Found, sheet: str, source: Source, session: Session
) -> None:
    """Refuse the first row when nothing tells whether it is the heading."""
    if table.own is not None:
        return
    kind = judge_heading(table, roles.texts, session.questions)
    if kind == "answer":
        raise no_heading(f"{source.file}, {sheet}row {table.heading}")
    if kind == "doubtful":
        row = f"{sheet}row {table.heading}"
        found.read += len(roles.texts)
        found.refusals.extend(
            Refusal(source.file, row, DOUBTFUL_HEADING, excerpt(table.header[index]), row)
            for index in roles.texts
        )


def _refuse_sheets(sheets: Sequence[UnreadSheet], found: _Found, file: str) -> None:
    for name, rows, reason in sheets:
        found.columns[f"sheet '{name}'"] = "not read"
        if rows:
            found.read += 1
            found.refusals.append(Refusal(file, f"sheet '{name}', rows: {rows}", reason, ""))


def _read_table(
    table: Table,
    roles: Roles,
    found: _Found,
    sheet: str,
    source: Source,
    session: Session,
    settings: Settings,
) -> None:
    questions = _questions(table, roles, session)
    asked = _asked(table, roles, session)
    place_of = _place_of(roles)
    person, attribute = person_reader(table, roles), attribute_reader(table, roles, session, settings)
    closed = ClosedColumns(table, roles.closed)
    for row in table.rows:
        place = f"{sheet}row {row.number}"
        locator = sheet + number if (number := _own_id(row, roles)) else place
        if row.fault:
            found.refusals.extend([_refuse_row(row, source.file, place)] * max(len(questions), 1))
            continue
        identity, names = person(row.cells)
        audience, organisation_type, said_at = attribute(row.cells)
        for index, heading, hint in questions:
            question, section = asked(row.cells, heading, hint)
            section = place_of(row.cells) or section
            text = clean(row.cells[index])
            if not text:
                found.empty += 1
            elif reason := unusable(text):
                found.refusals.append(_refuse(text, reason, source.file, locator, place))
            else:
                found.contributions.append(
                    RawContribution(
                        session.id, source.file, locator, identity, names, audience, organisation_type,
                        question, section, text, said_at, place,
                    )
                )  # fmt: skip
        if answers := closed.chosen(row.cells):
            found.closed.append(ClosedAnswers(locator, identity, answers, place))
        if not questions:
            found.empty += 1
        for text, reason in closed.unusable(row.cells):
            found.read += 1
            found.refusals.append(_refuse(text, reason, source.file, locator, place))
    found.rows += len(table.rows)
    found.read += len(table.rows) * max(len(questions), 1)
    found.columns |= roles.named(table.header)
    _note_unmapped(table, roles, found, settings)


def _note_unmapped(table: Table, roles: Roles, found: _Found, settings: Settings) -> None:
    for role, wordings in (
        ("audience", settings.audiences),
        ("organisation_type", settings.organisation_types),
    ):
        if role in roles.of and (unknown := unmapped(table.column(roles.of[role]), wordings)):
            found.unmapped[role] = tuple(sorted({*found.unmapped.get(role, ()), *unknown})[:20])


def _questions(table: Table, roles: Roles, session: Session) -> list[tuple[int, str, str]]:
    """Give the columns with open answers, each with its question and the section that it is about."""
    sections = {normal(question): section for question, section in session.questions.items()}
    only_one = len(roles.texts) == 1
    found = []
    for index in roles.texts:
        asked = table.questions.get(index, table.header[index])
        spelled = (
            asked,
            table.header[index],
            *table.spelled[index : index + 1],
            *filter(None, [table.about]),
        )
        section = next((sections[normal(one)] for one in spelled if normal(one) in sections), "")
        found.append((index, name_question(asked, only_one), section))
    return found


def _asked(
    table: Table, roles: Roles, session: Session
) -> Callable[[Sequence[str], str, str], tuple[str, str]]:
    """Make the function that gives what a row answers: its own question, where a column tells it."""
    position = roles.of.get("question")
    if position is None:
        return lambda _, heading, section: (heading or table.about, section)
    sections = {normal(question): section for question, section in session.questions.items()}

    def asked(cells: Sequence[str], heading: str, section: str) -> tuple[str, str]:
        cell = cells[position]
        own = "" if without_result(cell) else " ".join(printable(clean(cell)).split())
        question = f"{own} [{heading}]" if own and heading else own or heading or table.about
        return question, sections.get(normal(question)) or sections.get(normal(own)) or section

    return asked


def _place_of(roles: Roles) -> Callable[[Sequence[str]], str]:
    """Make the function that gives the section of the paper that a row says it is about."""
    position = roles.of.get("section")
    return lambda cells: "" if position is None else section_named(clean(cells[position]))


def _own_id(row: Row, roles: Roles) -> str:
    position = roles.of.get("id")
    if position is None or row.fault or not (value := printable(clean(row.cells[position]))):
        return ""
    return f"id {' '.join(value.split())}"


def _refuse(text: str, reason: str, file: str, locator: str, place: str) -> Refusal:
    return Refusal(file, locator, reason, "" if reason == NO_RESULT else excerpt(text), place)


def _refuse_row(row: Row, file: str, place: str) -> Refusal:
    # Which cell is whose is unknown here, so only one long enough to be an answer is shown.
    longest = max((clean(cell) for cell in row.cells), key=len, default="")
    return Refusal(file, place, row.fault, excerpt(longest) if len(longest.split()) >= 4 else "", place)
