"""Lines with invented names and identifiers, in which what to mask is marked ``{kind:value}``."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lcsynth.prepare.language import Languages
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.words import Words

SHIPPED = Path(__file__).with_name("labelled_lines.txt")
# Written by somebody who had not seen the rules; the rules were made without these lines.
HELD_OUT = Path(__file__).with_name("held_out_lines.txt")
KINDS = {
    "n": "persoon",
    "e": "e-mail",
    "t": "telefoon",
    "u": "url",
    "i": "iban",
    "b": "bsn",
    "a": "adres",
    "p": "ip",
    "h": "handle",
}
NAMES = frozenset({"persoon"})
IDENTIFIERS = frozenset(KINDS.values()) - NAMES
MARK = re.compile(r"\{([a-z]):([^}]*)\}")


class Piece(NamedTuple):
    """A stretch to mask, or that was masked: its line, place and kind."""

    line: str
    start: int
    end: int
    kind: str

    @property
    def text(self) -> str:
        return self.line[self.start : self.end]


class Score(NamedTuple):
    """How many pieces were marked, found, and both; the same place and kind counts as right."""

    marked: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 1.0


class Measured(NamedTuple):
    """What was marked and what was found in a number of lines."""

    marked: frozenset[Piece]
    found: frozenset[Piece]

    def score(self, kinds: Iterable[str]) -> Score:
        wanted = frozenset(kinds)
        marked, found = ({one for one in group if one.kind in wanted} for group in (self.marked, self.found))
        return Score(len(marked), len(found), len(marked & found))

    def errors(self) -> list[tuple[str, Piece]]:
        """Give what was found too much and what was missed, per line."""
        wrong = [("too much", one) for one in self.found - self.marked]
        missed = [("missed", one) for one in self.marked - self.found]
        return sorted(wrong + missed, key=lambda one: (one[1], one[0]))


def read_lines(path: Path) -> list[str]:
    """Give the labelled lines of a file."""
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def unmark(line: str) -> tuple[str, frozenset[Piece]]:
    """Give a line without its marks, and what they mark."""
    plain, places, end = "", [], 0
    for mark in MARK.finditer(line):
        plain += line[end : mark.start()]
        places.append((len(plain), len(plain) + len(mark[2]), KINDS[mark[1]]))
        plain += mark[2]
        end = mark.end()
    plain += line[end:]
    return plain, frozenset(Piece(plain, *place) for place in places)


def make_masker() -> Masker:
    """Give the masker that is measured; one organisation is in its settings."""
    return Masker(Names(Words(), (), ("Hogeschool Delta",)))


def measure(lines: Iterable[str], masker: Masker | None = None) -> Measured:
    """Mask labelled lines and lay the result beside the marks."""
    masker = masker or make_masker()
    marked: set[Piece] = set()
    found: set[Piece] = set()
    for line in lines:
        plain, pieces = unmark(line)
        marked |= pieces
        found.update(Piece(plain, one.start, one.end, one.kind) for one in masker.find(plain))
    return Measured(frozenset(marked), frozenset(found))


def by_language(lines: Iterable[str]) -> dict[str, list[str]]:
    """Divide lines by the language they are in: Dutch, English, and what is too short to tell."""
    languages = Languages(Words())
    divided: dict[str, list[str]] = {}
    for line in lines:
        divided.setdefault(languages.judge(MARK.sub(" ", line)).language, []).append(line)
    return dict(sorted(divided.items()))
