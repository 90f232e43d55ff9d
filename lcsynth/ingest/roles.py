"""Which column plays which role: by what the coordinator said, then by heading, then by content."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.ingest.asked import question_column
from lcsynth.ingest.asked_who import asks_role, asks_who, bare
from lcsynth.ingest.columns import judge_columns
from lcsynth.ingest.content import Content
from lcsynth.ingest.entries import somebody
from lcsynth.ingest.place_named import section_named
from lcsynth.ingest.table import Table
from lcsynth.ingest.vocabulary import HEADINGS, normal
from lcsynth.ingest.wordings import mostly_known

if TYPE_CHECKING:
    from lcsynth.workspace import Settings, Source, Wording

_ANSWERED = {"text", "audience", "organisation_type"}
_SHOWN = 12  # columns named in a message
_CHOSEN = {
    "contributor_column": "contributor",
    "name_column": "name",
    "audience_column": "audience",
    "organisation_type_column": "organisation_type",
    "said_at_column": "said_at",
    "id_column": "id",
    "section_column": "section",
}


@dataclass
class Roles:
    """The columns of one table by role, as positions, and how closed answers map to ids."""

    texts: list[int] = field(default_factory=list)
    of: dict[str, int] = field(default_factory=dict)
    chosen: set[str] = field(default_factory=set)
    closed: list[int] = field(default_factory=list)
    empty: set[int] = field(default_factory=set)

    def named(self, header: Sequence[str]) -> dict[str, str]:
        """Tell the role of every column; those without one are ``empty`` or ``not used``."""
        by_position = dict.fromkeys(self.empty, "empty") | dict.fromkeys(self.closed, "closed answer")
        by_position.update((position, role) for role, position in self.of.items())
        by_position.update(dict.fromkeys(self.texts, "text"))
        return {name: by_position.get(position, "not used") for position, name in enumerate(header)}


def assign_roles(table: Table, source: Source, settings: Settings) -> Roles:
    """Recognise the columns of a survey; what the source says goes first.

    Raises
    ------
    CallError
        If a column named in the source does not exist.
    """
    roles = Roles()
    for option, role in _CHOSEN.items():
        if name := getattr(source, option):
            roles.of[role] = find_column(name, table, source.file)
            roles.chosen.add(role)
    roles.texts = [find_column(name, table, source.file) for name in source.text_columns]
    _by_heading(table, roles)
    _by_question(table, roles)
    contents = judge_columns(table, {*roles.of.values(), *roles.texts})
    for role, wordings in (
        ("audience", settings.audiences),
        ("organisation_type", settings.organisation_types),
    ):
        _by_answers(table, roles, contents, role, wordings)
    if not source.text_columns:
        roles.texts = _open_columns(table, roles, contents)
    _find_questions(table, roles, contents, source)
    taken = {*roles.of.values(), *roles.texts}
    roles.empty = {index for index, content in contents.items() if content == "empty"} - taken
    roles.closed = [
        index
        for index, content in contents.items()
        if content in {"choice", "closed"} and index not in taken and not _is_role(table.header[index])
    ]
    return roles


def find_column(name: str, table: Table, where: str) -> int:
    """Find a column by its heading, exactly or else but for case and punctuation.

    Where a reader wrote headings otherwise than the file does, both are known.

    Raises
    ------
    CallError
        If there is none, naming the nearest.
    """
    header = table.header
    for names in (header, table.spelled):
        if name in names:
            return names.index(name)
        alike = [index for index, heading in enumerate(names) if normal(heading) == normal(name)]
        if len(alike) == 1:
            return alike[0]
    hint = (
        nearest(name, header) if len(header) <= 2 * _SHOWN or nearest(name, header).startswith("Did") else ""
    )
    raise CallError(
        f"There is no column '{name}'", where=where, mend=hint or f"Columns: {list_columns(header)}"
    )


def no_text_column(header: Sequence[str], where: str) -> DataError:
    """Make the error for a table in which nothing looks like open answers."""
    return DataError(
        f"No column with open answers was found among {list_columns(header)}",
        where=where,
        expected="a column of texts that people wrote themselves",
        mend="Name it with --text-column",
    )


def list_columns(header: Sequence[str]) -> str:
    """Name the columns, the first twelve when there are many."""
    shown = ", ".join(f"'{name if len(name) <= 60 else name[:59] + '…'}'" for name in header[:_SHOWN])
    return shown + (f" and {len(header) - _SHOWN} more" if len(header) > _SHOWN else "")


def _is_role(heading: str) -> bool:
    # A second number or name of the same person is no answer.
    return any(normal(heading) in names for role, names in HEADINGS.items() if role not in _ANSWERED)


def _by_heading(table: Table, roles: Roles) -> None:
    positions: dict[str, int] = {}
    for index, heading in enumerate(table.header):
        positions.setdefault(normal(heading), index)
        positions.setdefault(bare(heading), index)
    for role, headings in HEADINGS.items():
        if role == "text" or role in roles.of:
            continue
        taken = {*roles.of.values(), *roles.texts}
        free = [positions[name] for name in headings if name in positions and positions[name] not in taken]
        fitting = [index for index in free if _fits(role, table.column(index))]
        if role in {"email", "name"}:
            # A form that asks for a name itself has two: that of the tool may be "anonymous" in every row.
            fitting = [index for index in fitting if any(map(somebody, table.column(index)))] or fitting
        if fitting:
            roles.of[role] = fitting[0]


def _by_question(table: Table, roles: Roles) -> None:
    """Find the columns in which people were asked for their name or address in a whole question."""
    for index, heading in enumerate(table.header):
        role = asks_who(heading)
        if role not in {"email", "name"} or index in {*roles.of.values(), *roles.texts}:
            continue
        values = list(filter(None, map(somebody, table.column(index))))
        told = role in roles.of and any(map(somebody, table.column(roles.of[role])))
        if told or role in roles.chosen or not values or not _fits(role, values):
            continue
        if role == "name" or sum(map(_is_address, values)) >= 0.8 * len(values):
            roles.of[role] = index


def _is_address(value: str) -> bool:
    return "@" in value and " " not in value


def _fits(role: str, values: list[str]) -> bool:
    filled = [value.strip() for value in values if value.strip()]
    if role == "id":
        return len(filled) == len(values) and len(set(filled)) == len(filled)
    if role == "section":
        return bool(filled) and sum(bool(section_named(value)) for value in filled) >= 0.8 * len(filled)
    if role in {"said_at", "audience", "organisation_type"}:
        # A date column that is empty, or answers in whole sentences, tell nothing here.
        return bool(filled) and sum(len(value.split()) > 8 for value in filled) < 0.2 * len(filled)
    if role in {"email", "name", "contributor"}:
        return sum(len(value.split()) > 6 for value in filled) <= 0.2 * len(filled)
    return True


def _by_answers(
    table: Table, roles: Roles, contents: Mapping[int, Content], role: str, wordings: Mapping[str, Wording]
) -> None:
    """Take the closed question whose answers are mostly known labels, or else the one that asks for them."""
    if role in roles.of:
        return
    free = [
        index
        for index, content in contents.items()
        if content in {"open", "closed"} and index not in roles.of.values()
    ]
    known = (index for index in free if mostly_known(table.column(index), wordings))
    asked = (
        index
        for index in free
        if contents[index] == "closed"
        and _fits(role, table.column(index))
        and asks_role(table.header[index], table.column(index), role)
    )
    found = next(itertools.chain(known, asked), None)
    if found is not None:
        roles.of[role] = found


def _find_questions(table: Table, roles: Roles, contents: Mapping[int, Content], source: Source) -> None:
    """Find the column that tells what each row answers; in an export of a known tool there is none."""
    if table.own is not None:
        return
    chosen = roles.texts if source.text_columns else []
    candidates = [
        index
        for index, content in contents.items()
        if content in {"open", "closed"} and index not in {*roles.of.values(), *chosen}
    ]
    people = [roles.of[role] for role in ("email", "name", "contributor") if role in roles.of]
    found = question_column(table, candidates, roles.texts, people)
    if found is not None:
        roles.of["question"] = found
        roles.texts = [index for index in roles.texts if index != found]


def _open_columns(table: Table, roles: Roles, contents: Mapping[int, Content]) -> list[int]:
    taken = roles.of.values()
    found = [
        index
        for index, content in contents.items()
        if index not in taken
        and (content == "open" or (content == "closed" and normal(table.header[index]) in HEADINGS["text"]))
    ]
    # A list of one column can only be what people said.
    return found or ([0] if len(table.header) == 1 and contents.get(0) == "closed" else [])
