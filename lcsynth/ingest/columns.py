"""What each column of a table holds: judged by its values, its siblings, and what its tool says of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from itertools import chain

from lcsynth.ingest.asked_who import asks_consent, asks_who
from lcsynth.ingest.cells import clean
from lcsynth.ingest.content import Content, is_question, judge, too_few
from lcsynth.ingest.facts import are_facts, asks_for_fact
from lcsynth.ingest.table import Table
from lcsynth.ingest.vocabulary import HEADINGS, normal

_GRID = re.compile(r"(\S[^\[]*)\[|(?=.*[?:] - )(.+) - ")
_NUMBER = re.compile(r"\d+")


def judge_columns(table: Table, taken: Collection[int]) -> dict[int, Content]:
    """Judge the columns that have no role yet; those that a tool adds itself are left out.

    Parameters
    ----------
    taken
        Positions of the columns that have a role.
    """
    contents = {
        index: _judge(table, index)
        for index in range(len(table.header))
        if index not in taken and not table.is_own(index)
    }
    for siblings in _grids(table, contents):
        # A grid of statements: each column alone may hold too little to see that the answers repeat.
        if judge(chain.from_iterable(map(table.column, siblings)), asked=True) in {"closed", "choice"}:
            contents.update(dict.fromkeys(siblings, "closed"))
    for numbered in _numbered(table, contents):
        # "Tafel 1" to "Tafel 4": a column with hardly any answers is what they are together.
        if judge(chain.from_iterable(map(table.column, numbered)), asked=True) == "open":
            contents.update((index, "open") for index in numbered if too_few(table.column(index)))
    return contents


def _judge(table: Table, index: int) -> Content:
    heading = table.header[index]
    asked = table.own is not None or is_question(heading) or normal(heading) in HEADINGS["text"]
    values = table.column(index)
    content = judge(values, asked)
    who = asks_who(heading)
    if content in {"open", "closed"} and who in {"name", "contact"} and are_facts(values):
        return "machine"  # what tells who somebody is, or how to reach them, is no answer
    fact = asks_for_fact(heading) or who in {"audience", "organisation_type", "organisation"}
    if content == "open" and ((fact and are_facts(values)) or asks_consent(heading, values)):
        # Every answer may differ: there are as many organisations as people.
        content = "closed"
    if content == "closed" and index in table.free:
        return "open"
    if content == "machine" and table.own is not None and not any("@" in value for value in values):
        # Where the tool tells what it adds itself, all else was asked: a year, a date, a web page.
        return "choice"
    if content == "empty" and any(map(clean, values)):
        return "closed"  # nothing but errors of a spreadsheet, which have to be told
    return content


def _grids(table: Table, contents: dict[int, Content]) -> list[list[int]]:
    """Group the columns whose headings differ only between brackets, or behind the question and a hyphen."""
    groups = defaultdict(list)
    for index, content in contents.items():
        stem = _GRID.match(table.header[index])
        if content in {"open", "closed"} and stem and index not in table.free:
            groups[stem[1] or stem[2]].append(index)
    return [found for found in groups.values() if len(found) > 1]


def _numbered(table: Table, contents: dict[int, Content]) -> list[list[int]]:
    """Group the columns that look open or closed and whose headings differ only in their numbers."""
    groups = defaultdict(list)
    for index, content in contents.items():
        stem = _NUMBER.sub("#", table.header[index])
        if content in {"open", "closed"} and stem != table.header[index]:
            groups[stem].append(index)
    return [found for found in groups.values() if len(found) > 1]
