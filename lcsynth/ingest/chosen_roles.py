"""The audience and the kind of organisation that people chose in a closed question of a poll."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, nearest
from lcsynth.ingest.asked_who import asks_role
from lcsynth.ingest.closed import unmapped
from lcsynth.ingest.contribution import RawContribution, Reading
from lcsynth.ingest.vocabulary import HEADINGS, normal
from lcsynth.ingest.wordings import match_wording, mostly_known

if TYPE_CHECKING:
    from lcsynth.workspace import Settings, Source, Wording


def with_chosen_roles(reading: Reading, source: Source, settings: Settings) -> Reading:
    """Give everybody the audience and the kind of organisation that they chose themselves.

    The question is the one that the coordinator named, or else the one whose answers are mostly known in the
    settings, or that asks for it. The answers stay closed answers too.

    Raises
    ------
    CallError
        If a column named in the source is no closed question.
    """
    told = (
        ("audience", source.audience_column, settings.audiences),
        ("organisation_type", source.organisation_type_column, settings.organisation_types),
    )
    taken: set[str] = set()
    for role, named, wordings in told:
        asked = {
            question: answers for question, answers in _questions(reading).items() if question not in taken
        }
        question = _named(named, asked, source.file) if named else _found(role, asked, wordings)
        if question:
            taken.add(question)
            reading = _filled(reading, role, question, wordings)
    return reading


def _questions(reading: Reading) -> dict[str, list[str]]:
    """Closed question → what was chosen in it."""
    asked: dict[str, list[str]] = {}
    for row in reading.closed:
        for question, answer in row.answers.items():
            asked.setdefault(question, []).append(answer)
    return asked


def _named(name: str, asked: Mapping[str, Sequence[str]], where: str) -> str:
    found = next((question for question in asked if _same(question, name)), "")
    if not found:
        raise CallError(f"There is no closed question '{name}'", where=where, mend=nearest(name, list(asked)))
    return found


def _same(question: str, heading: str) -> bool:
    # A tool writes more behind the question than was asked: "Welke rol heeft u?: Answer".
    return normal(heading) == normal(question) or normal(heading).startswith(f"{normal(question)} ")


def _found(role: str, asked: Mapping[str, Sequence[str]], wordings: Mapping[str, Wording]) -> str:
    known = [question for question, answers in asked.items() if mostly_known(answers, wordings)]
    fitting = [
        question
        for question, answers in asked.items()
        if normal(question) in HEADINGS[role] or asks_role(question, answers, role)
    ]
    return next(iter([*known, *fitting]), "")


def _filled(reading: Reading, role: str, question: str, wordings: Mapping[str, Wording]) -> Reading:
    rows = [(row, row.answers[question]) for row in reading.closed if question in row.answers]
    by_place = {row.locator: answer for row, answer in rows}
    by_person = {row.identity: answer for row, answer in rows if row.identity}

    def with_role(one: RawContribution) -> RawContribution:
        answer = by_person.get(one.identity) or by_place.get(one.row or one.locator)
        if not answer:
            return one
        meant = match_wording(answer, wordings) or answer
        if role == "audience":
            return dataclasses.replace(one, audience=meant)
        return dataclasses.replace(one, organisation_type=meant)

    unknown = unmapped([answer for _, answer in rows], wordings)
    return dataclasses.replace(
        reading,
        contributions=tuple(map(with_role, reading.contributions)),
        columns={
            name: role if known == "question" and _same(question, name) else known
            for name, known in reading.columns.items()
        },
        unmapped={**reading.unmapped, **({role: unknown} if unknown else {})},
    )
