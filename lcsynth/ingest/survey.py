"""Rows of a survey to contributions: every open answer becomes one, every entry is accounted for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.errors import CallError
from lcsynth.ingest.cells import clean, excerpt, printable, unstorable
from lcsynth.ingest.content import is_question
from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
from lcsynth.ingest.entries import is_name, somebody
from lcsynth.ingest.heading import judge_heading, no_heading
from lcsynth.ingest.moments import day_comes_first, to_iso
from lcsynth.ingest.reasons import DOUBTFUL_HEADING, NO_ANSWERS
from lcsynth.ingest.roles import Roles, assign_roles, match_wording, no_text_column
from lcsynth.ingest.table import Row, Table, UnreadSheet
from lcsynth.ingest.vocabulary import HEADINGS, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source, Wording


@dataclass
class _Found:
    """What the reading of the tables of one file adds up to."""

    contributions: list[RawContribution]
    refusals: list[Refusal]
    columns: dict[str, str]
    rows: int = 0
    read: int = 0
    empty: int = 0


def read_survey(
    tables: Sequence[Table],
    source: Source,
    session: Session,
    settings: Settings,
    *,
    format_name: str,
    unread: Sequence[UnreadSheet] = (),
) -> Reading:
    """Read the tables of one file; one without open answers is listed as not read, and refused as one entry.

    Parameters
    ----------
    unread
        Sheets that could not hold answers, to be listed and refused as well.

    Raises
    ------
    CallError
        If a column named in the source does not exist in any table.
    DataError
        If no table has a column with open answers, or one has an answer where its heading should be.
    """
    found = _Found([], [], {})
    usable, unknown = [], []
    for table in tables:
        try:
            roles = assign_roles(table, source, settings)
        except CallError as error:
            unknown.append(error)
            continue
        if roles.texts:
            usable.append((table, roles))
    if not usable:
        raise unknown[0] if unknown else no_text_column(tables[0].header, source.file)
    for table, roles in usable:
        sheet = f"{table.name} " if len(usable) > 1 else ""
        if not source.text_columns:
            _check_heading(table, roles, found, sheet, source, session)
        _read_table(table, roles, found, sheet, source, session, settings)
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
    only_one = len(roles.texts) == 1
    sections = {normal(question): section for question, section in session.questions.items()}
    questions = [
        (index, name_question(table.header[index], only_one), sections.get(normal(table.header[index]), ""))
        for index in roles.texts
    ]
    person = _person_reader(
        roles, normal(table.header[roles.of["contributor"]]) if "contributor" in roles.of else ""
    )
    attribute = _attribute_reader(table, roles, session, settings)
    for row in table.rows:
        place = f"{sheet}row {row.number}"
        locator = sheet + number if (number := _own_id(row, roles)) else place
        if row.fault:
            found.refusals.extend([_refuse_row(row, source.file, place)] * len(questions))
            continue
        identity, names = person(row.cells)
        audience, organisation_type, said_at = attribute(row.cells)
        for index, question, section in questions:
            text = clean(row.cells[index])
            if not text:
                found.empty += 1
            elif reason := unstorable(text):
                found.refusals.append(Refusal(source.file, locator, reason, excerpt(text), place))
            else:
                found.contributions.append(
                    RawContribution(
                        session.id, source.file, locator, identity, names, audience, organisation_type,
                        question, section, text, said_at, place,
                    )
                )  # fmt: skip
    found.rows += len(table.rows)
    found.read += len(table.rows) * len(questions)
    found.columns |= roles.named(table.header)


def _own_id(row: Row, roles: Roles) -> str:
    position = roles.of.get("id")
    if position is None or row.fault or not (value := printable(clean(row.cells[position]))):
        return ""
    return f"id {' '.join(value.split())}"


def _refuse_row(row: Row, file: str, place: str) -> Refusal:
    # Which cell is whose is unknown here, so only one long enough to be an answer is shown.
    longest = max((clean(cell) for cell in row.cells), key=len, default="")
    return Refusal(file, place, row.fault, excerpt(longest) if len(longest.split()) >= 4 else "", place)


def _person_reader(roles: Roles, heading: str) -> Callable[[Sequence[str]], tuple[str, tuple[str, ...]]]:
    """Make the function that tells who wrote a row: identity and names."""
    get = roles.of.get
    chosen = "contributor" in roles.chosen or heading not in HEADINGS["contributor"]

    def person(cells: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        email, name, number = (_somebody(cells, get(role)) for role in ("email", "name", "contributor"))
        parts = [_somebody(cells, get(role)) for role in ("first name", "last name")]
        name = name or " ".join(part for part in parts if part)
        names = [one for one in (name, number) if is_name(one)]
        order = (number, email, name) if chosen else (email, name, number)
        return next((one for one in order if one), ""), tuple(dict.fromkeys(names))

    return person


def _somebody(cells: Sequence[str], position: int | None) -> str:
    return "" if position is None else somebody(cells[position])


def _attribute_reader(
    table: Table, roles: Roles, session: Session, settings: Settings
) -> Callable[[Sequence[str]], tuple[str, str, str]]:
    """Make the function that gives the audience, organisation type and moment of a row."""
    alone = session.audiences[0] if len(session.audiences) == 1 else ""
    audience = _mapped(table, roles.of.get("audience"), settings.audiences, alone)
    organisation_type = _mapped(table, roles.of.get("organisation_type"), settings.organisation_types, "")
    moment = _moments(table, roles.of.get("said_at"))

    def attributes(cells: Sequence[str]) -> tuple[str, str, str]:
        return audience(cells), organisation_type(cells), moment(cells)

    return attributes


def _mapped(
    table: Table, position: int | None, wordings: Mapping[str, Wording], absent: str
) -> Callable[[Sequence[str]], str]:
    if position is None:
        return lambda _: absent
    known = {
        value: match_wording(value, wordings) or " ".join(printable(clean(value)).split()) or absent
        for value in set(table.column(position))
    }
    return lambda cells: known[cells[position]]


def _moments(table: Table, position: int | None) -> Callable[[Sequence[str]], str]:
    if position is None:
        return lambda _: ""
    values = set(table.column(position))
    dutch = any(
        normal(name) in {"begintijd", "tijdstempel", "naam", "datum", "tijd"} for name in table.header
    )
    day_first = day_comes_first(values, dutch)
    known = {value: to_iso(clean(value), day_first) for value in values}
    return lambda cells: known[cells[position]]
