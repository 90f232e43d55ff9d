"""Miro (csv): the texts of a board as cells without a heading, placed as they stood on the board."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.ingest.cells import clean, printable
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.encoding import decode
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import head, is_zip
from lcsynth.ingest.heading import asks
from lcsynth.ingest.hypertext import plain
from lcsynth.ingest.lines import LARGEST
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.vocabulary import HEADINGS, is_technical, normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_MARK = b"\xef\xbb\xbf"
_DELIMITERS = ";\t"  # what Excel may make of the comma; it also makes all rows equally wide
_LONGEST = 8_000_000  # characters of one cell
_FIRST = 50  # rows to judge by
_STICKY = 4  # words, on average
_KNOWN = frozenset(name for names in HEADINGS.values() for name in names)

Cells = list[list[str]]


@dataclass(frozen=True)
class MiroReader:
    """Reads a board of Miro: every cell is something that somebody wrote, by whom is unknown.

    Which cells are titles cannot be known either; the setting ``headings`` of the source names them.
    """

    name: str = "miro"

    def claims(self, path: Path) -> bool:
        """Tell by a mark in front, no heading, and short texts that are scattered or never come back."""
        start = head(path)
        if is_zip(path) or not start.startswith(_MARK):
            return False
        text = start.removeprefix(_MARK).decode("utf-8", "replace")
        try:
            cells = [_trimmed(row) for row in _cut(text, path.name)[:_FIRST]]
        except DataError:
            return False
        return _is_board([row for row in cells if row], commas="," in text.partition("\n")[0])

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:  # noqa: ARG002
        """Read every cell; one that is named as a heading is the question of those under it."""
        if path.stat().st_size > LARGEST:
            raise DataError(
                f"The board has {path.stat().st_size // 2**20} MiB",
                where=path.name,
                expected=f"at most {LARGEST // 2**20} MiB",
                mend="Split it, or leave out --format if this is something else",
            )
        text, _ = decode(path.read_bytes(), path.name)
        cells = [[plain(clean(value)) for value in row] for row in _cut(text, path.name)]
        titles = _titles(cells, source)
        entries = Entries(source, session, "post")
        above = _Above()
        for number, row in enumerate(cells, start=1):
            above.see({place: value for place, value in enumerate(row) if _key(value) in titles}, row)
            for place, value in enumerate(row):
                if value and _key(value) not in titles:
                    entries.say(
                        value, locator=f"row {number}, column {place + 1}", question=above.over(place)
                    )
        filled = sum(1 for row in cells for value in row if value)
        if not filled:
            raise DataError("There is no text in it", where=path.name, expected="the texts of a board")
        return entries.reading(self.name, rows=filled, columns=dict.fromkeys(titles.values(), "heading"))


class _Above:
    """The titles that stand above the cells of each column."""

    def __init__(self) -> None:
        self._frame = ""
        self._columns: dict[int, str] = {}

    def see(self, titles: dict[int, str], row: list[str]) -> None:
        """Take the titles in a row: one alone holds for the whole width, others for what is under them."""
        if not titles:
            return
        if len(titles) < sum(map(bool, row)):
            # Beside stickies: a title of its own column only.
            self._columns |= titles
            return
        if len(titles) == 1:
            self._frame, self._columns = next(iter(titles.values())), {}
            return
        starts = sorted(titles)
        # A frame may be wider than its title.
        for place in range(starts[0], max(len(row), starts[-1] + 1)):
            self._columns[place] = titles[max(start for start in starts if start <= place)]

    def over(self, place: int) -> str:
        """Give the title above a column, empty when there is none."""
        return self._columns.get(place, self._frame)


def _key(value: str) -> str:
    return normal(" ".join(value.split()))


def _titles(cells: Cells, source: Source) -> dict[str, str]:
    """Find the cells that the coordinator named as titles: how they compare → how they are written."""
    there = {_key(value): " ".join(printable(value).split()) for row in cells for value in row if value}
    for name in source.headings:
        if _key(name) not in there or not _key(name):
            raise CallError(
                f"There is no cell '{name}'",
                where=source.file,
                expected="the words of a title on the board",
                mend=nearest(name, there.values()) if len(there) <= 30 else "",
            )
    return {_key(name): there[_key(name)] for name in source.headings}


def _cut(text: str, where: str) -> Cells:
    before = csv.field_size_limit(_LONGEST)
    try:
        for delimiter in _DELIMITERS:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            widths = {len(row) for row in rows if row}
            if len(widths) == 1 and max(widths) > 1:
                return rows
        return list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise DataError(
            f"A cell holds more than {_LONGEST:,} characters",
            where=where,
            expected="the texts of a board",
            mend='Look for a quote (") that never closes, or export the board again',
        ) from error
    finally:
        csv.field_size_limit(before)


def _trimmed(row: list[str]) -> list[str]:
    cells = [clean(value) for value in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _is_board(rows: Cells, *, commas: bool) -> bool:
    width = max(map(len, rows), default=0)
    values = [value for row in rows for value in row if value]
    if len(rows) < 3 or width < 2 or len(values) < 4 or any(map(_is_data, values)):
        return False
    # A table begins with a heading for every column.
    scattered = 2 * sum(map(bool, rows[0])) <= width and 5 * len(values) <= 3 * len(rows) * width
    return (scattered and not any(map(_is_heading, values))) or (commas and _is_full(rows, values))


def _is_full(rows: Cells, values: list[str]) -> bool:
    """Tell whether these are stickies in full columns: short, no two alike, and nothing asked above them.

    A survey without a single number, moment or name in it asks something above its columns, or gets answers
    in sentences, or the same ones again.
    """
    under = [value for row in rows[1:] for value in row if value]
    words = sum(len(value.split()) for value in under) / max(len(under), 1)
    apart = len(set(map(_key, values))) == len(values)
    # A sticky may say "Tijd", which stands above a column elsewhere.
    headed = any(sum(map(_is_heading, row)) >= (1 if row is rows[0] else 2) for row in rows)
    return apart and not headed and words < _STICKY and not any(map(asks, rows[0]))


def _is_heading(value: str) -> bool:
    return normal(value) in _KNOWN or is_technical(value)


def _is_data(value: str) -> bool:
    """Tell whether this is a number, a moment or an address: stickies hardly ever are."""
    flat = value.strip()
    return (
        flat.replace(".", "").isdecimal()
        or bool(len(flat) < 40 and to_iso(flat, day_first=True))
        or ("@" in flat and " " not in flat)
    )
