"""Who filled in a row of a survey, what group they belong to, and when it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lcsynth.ingest.cells import clean, printable, without_result
from lcsynth.ingest.entries import is_name, somebody
from lcsynth.ingest.moments import day_comes_first, from_serial, to_iso
from lcsynth.ingest.roles import Roles
from lcsynth.ingest.table import Table
from lcsynth.ingest.vocabulary import HEADINGS, normal
from lcsynth.ingest.wordings import match_wording

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Wording

# Words that only one of the two languages has, as tools and questions write them.
_DUTCH = frozenset(
    {"begintijd", "starttijd", "tijdstempel", "naam", "datum", "tijd", "voltooien", "verstuurd", "laatste"}
    | {
        "de",
        "het",
        "een",
        "van",
        "wat",
        "hoe",
        "u",
        "uw",
        "je",
        "jouw",
        "vindt",
        "welke",
        "waar",
        "voor",
        "niet",
    }
)
_ENGLISH = frozenset(
    {
        "start",
        "completion",
        "timestamp",
        "name",
        "date",
        "time",
        "submitted",
        "last",
        "the",
        "a",
        "of",
        "what",
    }
    | {"how", "you", "your", "which", "where", "for", "not", "do", "does"}
)


_WHO = ("email", "name", "contributor", "first name", "last name")


def person_reader(table: Table, roles: Roles) -> Callable[[Sequence[str]], tuple[str, tuple[str, ...]]]:
    """Make the function that tells who wrote a row: identity and names."""
    present = [(role, roles.of[role]) for role in _WHO if role in roles.of]
    heading = normal(table.header[roles.of["contributor"]]) if "contributor" in roles.of else ""
    chosen = "contributor" in roles.chosen or heading not in HEADINGS["contributor"]

    def person(cells: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        told = {role: somebody(cells[position]) for role, position in present}
        email, number = told.get("email", ""), told.get("contributor", "")
        parts = told.get("first name", ""), told.get("last name", "")
        name = told.get("name", "") or " ".join(filter(None, parts))
        names = [one for one in (name, number) if is_name(one)]
        order = (number, email, name) if chosen else (email, name, number)
        return next((one for one in order if one), ""), tuple(dict.fromkeys(names))

    return person


def attribute_reader(
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
        value: match_wording(value, wordings) or _written(value) or absent
        for value in set(table.column(position))
    }
    return lambda cells: known[cells[position]]


def _moments(table: Table, position: int | None) -> Callable[[Sequence[str]], str]:
    if position is None:
        return lambda _: ""
    values = set(table.column(position))
    day_first = day_comes_first(values, _in_dutch(table.header))
    known = {value: to_iso(clean(value), day_first) or from_serial(value) for value in values}
    return lambda cells: known[cells[position]]


def _written(value: str) -> str:
    return "" if without_result(value) else " ".join(printable(clean(value)).split())


def _in_dutch(header: Sequence[str]) -> bool:
    """Tell whether headings are in Dutch, by the words that tools write and by those of questions."""
    words = Counter(word for name in header for word in normal(name).split())
    dutch, english = (sum(words[word] for word in known) for known in (_DUTCH, _ENGLISH))
    return dutch > english
