"""Whether two makings of one thing are the same, and where they first differ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.errors import DataError
from lcsynth.workspace.files import read_table, read_text

if TYPE_CHECKING:
    import pandas as pd

# In a passport: when it was made, and what the tables tell themselves.
_NOT_COMPARED = frozenset({"made_at", "counts", "agreement"})
_LONGEST = 80  # characters of a value that is shown
_SECTION = re.compile(r'<section\b[^>]*\bid="([^"]+)"')


@dataclass(frozen=True)
class Compared:
    """One thing that was made twice; ``difference`` says what is not the same, and is empty when all is."""

    what: str
    difference: str = ""


def compare_passports(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Compared]:
    """Compare what two makings were made from: sources, settings, the log, the paper, code and versions.

    Returns
    -------
    iterator of Compared
        One for each session whose sources changed and each other input that did; one that is equal when none.
    """
    found = [*_sources(before.get("sources", {}), now["sources"]), *_others(before, now)]
    yield from found or [Compared("inputs")]


def _sources(before: Mapping[str, list[str]], now: Mapping[str, list[str]]) -> Iterator[Compared]:
    for session in sorted({*before, *now}):
        old, new = set(before.get(session, ())), set(now.get(session, ()))
        if old != new:
            yield Compared(
                f"sources of {session}",
                f"changed since: {len(new - old)} not in the passport, {len(old - new)} not there any more",
            )


def _others(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Compared]:
    old, new = dict(_flat(before)), dict(_flat(now))
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield Compared(f"input {name}", f"{_shown(old.get(name))} then, {_shown(new.get(name))} now")


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if not above and name in {*_NOT_COMPARED, "sources"}:
            continue
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{above}{name} › ")
        else:
            yield f"{above}{name}", json.dumps(value, ensure_ascii=False)


def _shown(value: str | None) -> str:
    if value is None:
        return "nothing"
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"


def compare_tables(kept: Path, made: Mapping[str, pd.DataFrame]) -> Iterator[Compared]:
    """Compare tables cell by cell with those in a folder, in the order in which rows and columns stand."""
    for name, frame in made.items():
        path = kept / f"{name}.parquet"
        try:
            difference = _difference(read_table(path), frame)
        except DataError as error:
            difference = str(error)
        yield Compared(f"table {name} ({len(frame)} rows)", difference)


def _difference(kept: pd.DataFrame, made: pd.DataFrame) -> str:
    if list(kept.columns) != list(made.columns):
        return f"has the columns {', '.join(kept.columns)}, made again {', '.join(made.columns)}"
    if len(kept) != len(made):
        return f"has {len(kept)} rows, made again {len(made)}"
    for column in kept.columns:
        same = (kept[column] == made[column]) | (kept[column].isna() & made[column].isna())
        if not same.all():
            row = int((~same).to_numpy().argmax())
            key = f"{kept.columns[0]} {kept.iloc[row, 0]}"
            return f"column {column} differs in {int((~same).sum())} rows, first in row {row + 1} ({key})"
    return ""


def compare_texts(what: str, kept: Path, made: str) -> Compared:
    """Compare a text with that in a file, character by character."""
    try:
        text = read_text(kept)
    except DataError as error:
        return Compared(what, str(error))
    if text == made:
        return Compared(what)
    pairs = enumerate(zip(text, made, strict=False))
    place = next((at for at, (one, other) in pairs if one != other), min(len(text), len(made)))
    line = text.count("\n", 0, place) + 1
    sections = _SECTION.findall(text[:place])
    within = f" in the section {sections[-1]}" if sections else ""
    return Compared(what, f"differs from line {line} on{within}")
