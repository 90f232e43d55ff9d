"""Lines with invented names and identifiers, in which what to mask is marked ``{kind:value}``."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lcsynth.prepare.language import Languages
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.words import Words

_HERE = Path(__file__).parent
# Seen: the rules were made and mended with these lines in view, so what they say flatters. The second and
# third were written by somebody who had not seen the rules; read since. The writer of the second marked
# thinkers such as Wenger too, whom the rules keep readable as a source: these count as missed.
SEEN = (_HERE / "labelled_lines.txt", _HERE / "labelled_lines_2.txt", _HERE / "labelled_lines_3.txt")
# Unseen: written by somebody who had not seen the rules, and read by nobody who worked on them: the honest
# measure. Whoever looks at its errors to mend a rule makes it a seen file, and must write another.
UNSEEN = _HERE / "unseen_lines.txt"
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


def one_address(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Join a street and the postcode after it: whether they are marked as one piece or two says nothing."""
    joined: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: one.start):
        last = joined[-1] if joined else None
        between = piece.line[last.end : piece.start] if last else ""
        if last and last.kind == piece.kind == KINDS["a"] and between in {", ", " "}:
            joined[-1] = last._replace(end=piece.end)
        else:
            joined.append(piece)
    return joined


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
        marked.update(one_address(pieces))
        found.update(one_address(Piece(plain, one.start, one.end, one.kind) for one in masker.find(plain)))
    return Measured(frozenset(marked), frozenset(found))


def by_language(lines: Iterable[str]) -> dict[str, list[str]]:
    """Divide lines by the language they are in: Dutch, English, and what is too short to tell."""
    languages = Languages(Words())
    divided: dict[str, list[str]] = {}
    for line in lines:
        divided.setdefault(languages.judge(MARK.sub(" ", line)).language, []).append(line)
    return dict(sorted(divided.items()))
