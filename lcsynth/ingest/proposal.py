"""What was recognised in a source, written as lines to paste into `data/sessions.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading

if TYPE_CHECKING:
    from lcsynth.workspace import Source

SHOWN = 12  # closed questions; a long survey has hundreds
_OPTIONS = {
    "name": "name_column",
    "audience": "audience_column",
    "organisation_type": "organisation_type_column",
    "said_at": "said_at_column",
    "id": "id_column",
    "section": "section_column",
}
_SPOKEN = {"audience": "audience", "organisation_type": "organisation type"}
_KEYS = {"audience": "audiences", "organisation_type": "organisation_types"}


def propose(reading: Reading, source: Source) -> str:
    """Write how a source was read as YAML: its questions, and its entry under `sources`.

    The lines are indented as they stand under a session, and hold what was recognised and what the
    coordinator had said already. Nothing is changed by pasting them, but that later files of another
    shape are no longer recognised by themselves.
    """
    return "\n".join([*_questions(reading), *_source(reading, source)]) + "\n"


def _questions(reading: Reading) -> Iterator[str]:
    open_ones = dict.fromkeys(
        one.question for one in reading.contributions if one.question and not one.section_hint
    )
    if not open_ones:
        return
    yield "    questions:"
    yield "      # The section of the paper that each question is about, such as 2.1; empty when none."
    columns = list(reading.columns)  # as they stand in the file; what is no column follows by name
    place = {question: columns.index(question) for question in open_ones if question in reading.columns}
    for question in sorted(open_ones, key=lambda one: (place.get(one, len(columns)), one)):
        yield f'      {_quoted(question)}: ""'


def _source(reading: Reading, source: Source) -> Iterator[str]:
    yield "    sources:"
    yield f"      - file: {_quoted(reading.source)}"
    yield f"        format: {_quoted(source.format or reading.format)}"
    by_role: dict[str, list[str]] = {}
    for column, role in reading.columns.items():
        by_role.setdefault(role, []).append(column)
    if not _one_table(reading):
        yield "        # Every sheet or table has its own columns, which are recognised every time."
        return
    if texts := by_role.get("text"):
        yield "        # Open answers: each becomes a contribution."
        yield "        text_columns:"
        yield from (f"          - {_quoted(column)}" for column in texts)
    yield from _person(by_role)
    for role, option in _OPTIONS.items():
        if columns := by_role.get(role):
            yield from _unmapped(role, reading.unmapped.get(role, ()))
            yield f"        {option}: {_quoted(columns[0])}"
    if closed := by_role.get("closed answer"):
        yield "        # Closed answers, kept as attributes of who gave them:"
        yield from (f"        # - {_quoted(column)}" for column in closed[:SHOWN])
        if len(closed) > SHOWN:
            yield f"        # and {len(closed) - SHOWN} more"


def _person(by_role: dict[str, list[str]]) -> Iterator[str]:
    numbers, addresses = by_role.get("contributor", []), by_role.get("email", [])
    if numbers and addresses:
        yield "        # People are told apart by the first of these that a row has:"
        yield from (f"        # - {_quoted(column)}" for column in [*addresses, *numbers])
    elif numbers or addresses:
        yield "        # Tells people apart; a pseudonym is made of it and it is not kept."
        yield f"        contributor_column: {_quoted((numbers or addresses)[0])}"


def _unmapped(role: str, wordings: Iterable[str]) -> Iterator[str]:
    wordings = list(wordings)
    if wordings:
        yield f"        # Answers that are no known {_SPOKEN[role]} (to be added to workspace.yaml,"
        yield f"        # under {_KEYS[role]}, as an id or an alias):"
        yield from (f"        # - {_quoted(wording)}" for wording in wordings)


def _one_table(reading: Reading) -> bool:
    return all(one.row.startswith("row ") for one in reading.contributions if one.row)


def _quoted(value: str) -> str:
    """Write a text between double quotes, with all that leaves no ink escaped."""
    return "".join(_escaped(character) for character in json.dumps(value, ensure_ascii=False))


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
