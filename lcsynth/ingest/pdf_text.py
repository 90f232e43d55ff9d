"""The words of a PDF page that lie under a mark: as near as the file tells where its letters are."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, NamedTuple

from lcsynth.ingest.pdf_file import FAULTS, PARSED, resolved
from lcsynth.ingest.story import ANCHOR

_MOST_WORK = 3_000_000  # operators and words looked at in one file; beyond these, no words are found
_PAIRS = 20  # comparisons of a mark with a word that take as long as one operator
_MOST_WORDS, _MOST_QUADS = 20_000, 200  # of a page, of a mark
_MIDDLE = 0.25  # of the font size above the base line: the middle of a small letter
_INSIDE = 0.5  # of a word's width
# How wide letters are in most fonts, in font sizes, for a font that does not say.
_WIDTHS = {
    **dict.fromkeys("iljtfrI.,;:'!|()[]-/ ", 0.29),
    **dict.fromkeys("mwMW%@—", 0.86),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.68),
}
_USUAL = 0.53


class Word(NamedTuple):
    """A word, from where to where it stands, and the height of its middle."""

    text: str
    left: float
    right: float
    middle: float


class Finder:
    """Finds the words under the marks of one file, page by page."""

    def __init__(self) -> None:
        self._page: Any = None
        self._words: list[Word] = []
        self._work = 0

    def under(self, page: Any, quads: Any) -> str:
        """Give the words under a mark, in the order of the page; empty when none can be told.

        Parameters
        ----------
        quads
            The corners of the areas marked: eight numbers each.
        """
        try:
            numbers = [float(resolved(number)) for number in resolved(quads) or ()][: 8 * _MOST_QUADS]
        except FAULTS:
            return ""
        boxes = [_box(numbers[start : start + 8]) for start in range(0, len(numbers) - 7, 8)]
        if page is not self._page:
            self._page, self._words = page, self._read(page)
        self._work += len(boxes) * len(self._words) // _PAIRS
        if self._work > _MOST_WORK:
            return ""
        found = [word.text for word in self._words if any(_covers(box, word) for box in boxes)]
        return " ".join(found)[:ANCHOR]

    def _read(self, page: Any) -> list[Word]:
        if self._work > _MOST_WORK:
            return []
        words: list[Word] = []
        steps = 0

        def count(*_: Any) -> None:
            nonlocal steps
            steps += 1

        def collect(text: str, outer: Any, inner: Any, font: Any, size: Any) -> None:
            if text.strip() and len(words) < _MOST_WORDS:
                words.extend(_placed(text, outer, inner, font, size))

        try:
            page.extract_text(visitor_text=collect, visitor_operand_before=count)
        except FAULTS:
            # The note is what matters: without the words under it, it is still read.
            steps = PARSED
        self._work += steps + 1_000
        return words


def _placed(text: str, outer: Any, inner: Any, font: Any, size: Any) -> Iterable[Word]:
    # Text space to page: the text matrix, then that of the page.
    left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    base = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    across = math.hypot(inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3])
    scale = float(size) * (across or 1.0)
    widths = _widths(font)
    line = text.lstrip("\n").split("\n", 1)[0]
    position = left
    for part in _parts(line):
        width = sum(widths.get(letter, widths["default"]) for letter in part) * scale
        if part.strip():
            yield Word(part, position, position + width, base + _MIDDLE * scale)
        position += width


def _parts(line: str) -> list[str]:
    parts: list[str] = []
    for letter in line:
        if parts and parts[-1].isspace() == letter.isspace():
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


def _widths(font: Any) -> dict[str, float]:
    usual = {"default": _USUAL, **_WIDTHS}
    try:
        # Not promised by the library: a version without it takes the usual widths.
        from pypdf.generic._font import Font

        told = Font.from_font_resource(font).character_widths
        return {letter: float(width) / 1000 for letter, width in told.items()} if len(told) > 1 else usual
    except (ImportError, *FAULTS):
        return usual


def _box(corners: list[float]) -> tuple[float, float, float, float]:
    # Programs disagree about the order of the corners.
    return min(corners[::2]), min(corners[1::2]), max(corners[::2]), max(corners[1::2])


def _covers(box: tuple[float, float, float, float], word: Word) -> bool:
    left, bottom, right, top = box
    if not bottom <= word.middle <= top:
        return False
    shared = min(right, word.right) - max(left, word.left)
    return shared >= _INSIDE * (word.right - word.left) and shared > 0
