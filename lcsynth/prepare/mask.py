"""Personal data out of a text: typed masks, numbered per contribution, with an exact map of offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from lcsynth.prepare.identifiers import Found, find_identifiers
from lcsynth.prepare.labels import as_words
from lcsynth.prepare.names import Names
from lcsynth.prepare.overrules import UNSEEN, Overruler, Stretch

_Piece = TypeVar("_Piece", Found, Stretch)
_INVISIBLE = re.compile(f"[{UNSEEN}]")


class Mask(NamedTuple):
    """One mask in a masked text: its place there, what it hides, how it reads, and who asked for it."""

    start: int
    end: int
    kind: str
    text: str
    how: str = "found"


class Masked(NamedTuple):
    """A masked text and the way from raw offsets to offsets in it."""

    text: str
    starts: tuple[int, ...]  # raw offsets at which masks start …
    ends: tuple[int, ...]  # … and end
    shifts: tuple[int, ...]  # what to add to a raw offset after so many masks
    masks: tuple[Mask, ...] = ()

    def offset(self, raw: int) -> int:
        """Give the place in the masked text of a raw offset that lies outside or at the edge of a mask."""
        return raw + self.shifts[bisect_right(self.ends, raw)] if raw else 0

    def raw(self, offset: int) -> int:
        """Give the raw offset of a place in the masked text that lies outside or at the edge of a mask."""
        ends = [end + shift for end, shift in zip(self.ends, self.shifts[1:], strict=True)]
        return offset - self.shifts[bisect_right(ends, offset)]


class Masker:
    """Finds and masks personal data.

    Parameters
    ----------
    names
        The finder of names.
    overruler
        What people overrule in what is found.
    """

    def __init__(self, names: Names, overruler: Overruler | None = None) -> None:
        self._names = names
        self._overruler = overruler

    def find(self, text: str) -> list[Found]:
        """Find everything to mask, in order, not overlapping; offsets are in the text as given."""
        visible, places = _visible(text)
        identifiers = find_identifiers(visible)
        names = self._names.find(visible)
        if not identifiers and not names:
            return []
        found = _without_overlap([*identifiers, *names])
        if places is None:
            return found
        return [one._replace(start=places[one.start], end=places[one.end - 1] + 1) for one in found]

    def mask(self, text: str, cuts: Iterable[int] = (), contribution: str = "") -> Masked:
        """Mask a text.

        Parameters
        ----------
        text
            The raw text.
        cuts
            Raw offsets where statements begin and end: a mask that lies across one becomes two, so that
            statements stay slices of the masked text.
        contribution
            The id of the contribution whose text it is, for what people overruled in it.
        """
        found = self._overruled(text, self.find(text), contribution)
        return _replace(text, _cut(found, sorted(set(cuts)))) if found else Masked(text, (), (), (0,))

    def mask_repeat(self, text: str, contribution: str, original: str) -> str:
        """Mask a text that repeats a contribution: what a person masked there is masked here too."""
        if text == original or self._overruler is None:
            return self.mask(text, contribution=contribution).text
        found = self._overruler.apply_to_repeat(text, self.find(text), contribution, original)
        return _replace(text, found).text if found else text

    def mask_label(self, label: str) -> str:
        """Mask the name of a file or sheet, or an id: as it is written, and as the words it is made of."""
        words, places = as_words(label, self._names.may_be_name)
        named = [
            one._replace(start=places[one.start], end=places[one.end - 1] + 1)
            for one in self._overruled(words, self._names.find(words))
        ]
        found = _without_overlap([*self._overruled(label, self.find(label)), *named])
        return _replace(label, found).text if found else label

    def _overruled(self, text: str, found: Sequence[Found], contribution: str = "") -> list[Stretch]:
        if self._overruler is None:
            return [Stretch(*one) for one in found]
        return self._overruler.apply(text, found, contribution)


def _visible(text: str) -> tuple[str, list[int] | None]:
    if text.isascii() or not _INVISIBLE.search(text):
        return text, None
    places = [place for place, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(text[place] for place in places), places


def _without_overlap(found: Sequence[_Piece]) -> list[_Piece]:
    # Identifiers come before names in `found`: what overlaps them is already masked.
    kept: list[_Piece] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda one: (one.kind == "persoon", one.start, one.start - one.end)):
        place = bisect_right(taken, (one.start, one.end))
        clear_before = place == 0 or taken[place - 1][1] <= one.start
        if clear_before and (place == len(taken) or one.end <= taken[place][0]):
            taken.insert(place, (one.start, one.end))
            kept.append(one)
    return sorted(kept)


def _cut(found: Sequence[Stretch], cuts: Sequence[int]) -> list[Stretch]:
    pieces: list[Stretch] = []
    for one in found:
        first = bisect_right(cuts, one.start)
        inside = []
        for cut in cuts[first:]:
            if cut >= one.end:
                break
            inside.append(cut)
        edges = [one.start, *inside, one.end]
        pieces.extend(one._replace(start=start, end=end) for start, end in pairwise(edges))
    return pieces


def _replace(text: str, pieces: Sequence[Stretch]) -> Masked:
    numbers = _number(pieces)
    parts, starts, ends, shifts, masks = [], [], [], [0], []
    done = shift = 0
    for one, number in zip(pieces, numbers, strict=True):
        mask = f"[{one.kind} {number}]"
        if not text[one.start : one.end].strip():
            mask = text[one.start : one.end]  # only the space between two pieces of one mask
        else:
            masks.append(Mask(one.start + shift, one.start + shift + len(mask), one.kind, mask, one.how))
        parts += [text[done : one.start], mask]
        shift += len(mask) - (one.end - one.start)
        starts.append(one.start)
        ends.append(one.end)
        shifts.append(shift)
        done = one.end
    parts.append(text[done:])
    return Masked("".join(parts), tuple(starts), tuple(ends), tuple(shifts), tuple(masks))


def _number(pieces: Sequence[Stretch]) -> list[int]:
    """Number the values of each kind by first occurrence; "Jan" after "Jan de Vries" is the same person."""
    known: dict[str, dict[str, int]] = {}
    numbers = []
    for one in pieces:
        values = known.setdefault(one.kind, {})
        number = values.get(one.value)
        if number is None and one.kind == "persoon":
            words = set(one.value.split())
            number = next((number for value, number in values.items() if words <= set(value.split())), None)
        numbers.append(values.setdefault(one.value, number or max(values.values(), default=0) + 1))
    return numbers
