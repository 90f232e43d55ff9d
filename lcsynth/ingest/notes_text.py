"""Notes in plain text and markdown: lines, bullets, paragraphs, and the headings above them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from lcsynth.ingest.note import Note

BULLET = re.compile(r"[ \t]*(?:[-*+•‣◦▪●○–—·]|o(?=\t)|\d{1,2}[.)]|[a-z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
RULE = re.compile(r"[ \t]*(?:=|-|_|\*|~|#){3,}[ \t]*\Z")
_POINT = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]+(\S.*)")
_LONGEST_POINT = 8  # words
_LINE_END = re.compile(r"\r\n|\r|\n")
_CLOSED = (".", "!", "?", ":", ";")
_SHORT = 30  # characters: the next line of a shorter one begins something new
_WRAPPED = range(50, 121)  # how wide editors and mail programs make lines

Line = tuple[int, str]


def lines_of(text: str) -> list[str]:
    """Cut a text into lines as editors number them."""
    return _LINE_END.split(text)


def notes_of_text(text: str) -> list[Note]:
    """Give every bullet and paragraph of a plain text.

    What is underlined, and every point of an agenda, is a heading.
    """
    notes: list[Note] = []
    block: list[Line] = []
    lines = lines_of(text)
    agenda = _agenda(lines)
    for number, line in enumerate(lines, start=1):
        if number in agenda:
            notes += [*notes_of_block(block), Note(agenda[number], f"line {number}", "heading")]
            block = []
            continue
        if line.strip(" \t\ufeff") and not RULE.match(line):
            block.append((number, line))
            continue
        underlined = RULE.match(line) and len(block) and block[-1][0] == number - 1
        title = block.pop() if underlined and not BULLET.match(block[-1][1]) else None
        notes += notes_of_block(block)
        if title:
            notes.append(Note(title[1].strip(), f"line {title[0]}", "heading"))
        block = []
    return [*notes, *notes_of_block(block)]


def _agenda(lines: Sequence[str]) -> dict[int, str]:
    """Find the numbered points of an agenda: line → its text.

    They are short, count on by one, and something stands under each but the last; a numbered list is not.
    """
    filled = [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    found = [
        (place, number, point) for place, (number, line) in enumerate(filled) if (point := _POINT.match(line))
    ]
    steps = list(itertools.pairwise(found))
    counts_on = all(int(after[2][1]) == int(before[2][1]) + 1 for before, after in steps)
    apart = all(after[0] - before[0] > 1 for before, after in steps)
    if not (steps and counts_on and apart):
        return {}
    titles = {number: point[2].strip() for _, number, point in found}
    short = all(
        len(title.split()) <= _LONGEST_POINT and not title.endswith((".", "!", ";"))
        for title in titles.values()
    )
    return titles if short else {}


def notes_of_block(lines: Sequence[Line]) -> Iterator[Note]:
    """Give the notes in lines without a blank one between them.

    Every bullet is one, with the lines that go on with it. Other lines are one each, unless they are the
    lines of one paragraph: those that begin in lower case, in a block that does not, go on with the line
    before; and in a block of lines of one width that goes on so at least once, all are one.
    """
    flowing = _is_flowing([line for _, line in lines])
    started: list[str] = []
    first, item = 0, False
    for number, line in lines:
        bullet = BULLET.match(line)
        if started and not bullet and _goes_on(started, line, item, flowing):
            started.append(line)
            continue
        if started:
            yield _note(started, first, item)
        started, first, item = [line[bullet.end() :] if bullet else line], number, bullet is not None
    if started:
        yield _note(started, first, item)


def _note(lines: list[str], first: int, item: bool) -> Note:
    text = " ".join(line.strip() for line in lines) if len(lines) > 1 else lines[0]
    return Note(text, f"line {first}", "item" if item else "paragraph")


def _goes_on(started: list[str], line: str, item: bool, flowing: bool) -> bool:
    if item:
        return line[0] in " \t" or line[0].islower()
    if flowing:
        return True
    before = started[-1].rstrip()
    return (
        started[0].lstrip()[:1].isupper()
        and line.lstrip()[0].islower()
        and len(before) >= _SHORT
        and not before.endswith(_CLOSED)
    )


def _is_flowing(lines: list[str]) -> bool:
    plain = [line.strip() for line in lines]
    if len(plain) < 3 or any(BULLET.match(line) for line in lines):
        return False
    widest = max(map(len, plain))
    even = all(len(line) >= 0.75 * widest for line in plain[:-1])
    return widest in _WRAPPED and even and any(line[0].islower() for line in plain[1:])
