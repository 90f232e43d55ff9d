"""Is the first row a heading? Exports without one would lose their first answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from lcsynth.errors import DataError
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.table import Table
from lcsynth.ingest.vocabulary import HEADINGS, is_technical, normal

_KNOWN = frozenset(name for names in HEADINGS.values() for name in names)
_PERSONAL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_NUMBER = re.compile(r"\d+")
# How headings begin that ask without a question mark.
_ASKS = re.compile(
    r"(?:wat|wie|waar|waarom|wanneer|hoe|hoeveel|welke?|in hoeverre|heeft|heb|kun|kunt|zou|geef|noem|benoem"
    r"|beschrijf|vertel|licht|vul|schrijf|deel|leg|uw|jouw|je|overige?|eventuele|andere|ruimte|vraag|stelling"
    r"|alinea|paragraaf|what|who|where|why|when|how|which|to what extent|do|did|have|can|could|would|please"
    r"|give|name|list|describe|explain|tell|share|write|your|any|other|additional|question|statement|paragraph"
    r"|section|q\d+)\b",
    re.IGNORECASE,
)
# Where somebody sat: "Tafel 2", "Groep B".
_GROUP = re.compile(
    r"(?:tafel|(?:sub)?groep|ronde|(?:deel)?sessie|table|group|round|session|break-?out(?:[ -]?room)?)"
    r" ?\w{1,2}",
    re.IGNORECASE,
)
_LONG_ANSWER = 6  # words


def judge_heading(
    table: Table, texts: Sequence[int], questions: Iterable[str]
) -> Literal["heading", "doubtful", "answer"]:
    """Tell what the first row of a table is.

    Parameters
    ----------
    texts
        The positions of the open answers.
    questions
        The questions of the session.

    Returns
    -------
    str
        ``heading`` when a word or a question in it says so; ``answer`` when it holds an e-mail address, a
        date, a number over numbers or a long text that asks nothing; ``doubtful`` when nothing tells.
    """
    known = _KNOWN.union(map(normal, questions))
    if any(normal(name) in known or is_technical(name) for name in table.header):
        return "heading"
    if any(_PERSONAL.fullmatch(name) or to_iso(name, day_first=True) for name in table.header):
        return "answer"
    if any(map(asks, table.header)):
        return "heading"
    numbered = any(_numbers(table, index) for index in range(len(table.header)))
    long = any(len(table.header[index].split()) >= _LONG_ANSWER for index in texts)
    return "answer" if numbered or long else "doubtful"


def asks(name: str) -> bool:
    """Tell whether a cell asks something: by how it ends or begins, or by naming a table or group."""
    return (
        name.rstrip(" *\"'”’)").endswith(("?", ":"))
        or _ASKS.match(name) is not None
        or _GROUP.fullmatch(name.strip()) is not None
    )


def no_heading(where: str) -> DataError:
    """Make the error for a table whose first row is an answer."""
    return DataError(
        "The first row looks like an answer and would be lost as the heading",
        where=where,
        expected="a heading above each column",
        mend="Add a row with headings; if this is one, name its columns of answers with --text-column",
    )


def _numbers(table: Table, index: int) -> bool:
    filled = [value.strip() for value in table.column(index) if value.strip()]
    return bool(filled) and all(map(_NUMBER.fullmatch, (table.header[index], *filled)))
