"""Contributions to statements: sentences, list items and chat lines as slices with offsets.

Own rules and not `simplemma.split_sentences`: it gives strings without offsets, does not cut at single
newlines or bullets, does not know most Dutch abbreviations (m.i., bijv., p. 3, d.w.z.), cuts after no
full stop before a lower-case letter (chat), and leaves "Dat is onduidelijk." without what it refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lcsynth.prepare.abbreviations import ALWAYS, SOMETIMES

Span = tuple[int, int]

_FEWEST_WORDS = 4
_DANGLING_WORDS = 5
_LONGEST_WORD = 40
_WRAPPED = 50  # characters; a line as long as this that goes on in lower case was only wrapped
_CLOSERS = "\"'”’»)]"

# Every alternative begins where a run begins and repeats one class, so matching is linear. A line or stop
# begins with one of five characters, for which the engine looks ten times as fast as for any of five
# alternatives; few texts have a bullet, an item or a face.
_LINE_OR_STOP = (
    r"[\n.!?…](?:(?P<line>(?<=\n)\s*)"
    r"|(?<!\n)(?<![.!?…]{2})(?P<stop>[.!?…]*)(?P<close>[\"'”’»)\]]*)(?P<gap>[^\S\n]+|(?=[A-ZÀ-ÖØ-Þ])))"
)
_BREAK = re.compile(_LINE_OR_STOP)
_ANY_BREAK = re.compile(
    _LINE_OR_STOP + r"|(?P<bullet>(?<=[^\S\n])(?=[•●▪◦‣]))"
    r"|(?P<item>(?<=[^\S\n])(?=\(?(?:\d{1,2}|[a-h])\)[^\S\n]))"
    r"|(?P<face>(?<=[\U0001f300-\U0001faff])(?=[^\S\n]+[A-ZÀ-ÖØ-Þ]))"
)
_BULLET_OR_FACE = re.compile(r"[•●▪◦‣\U0001f300-\U0001faff]")
_FACES = re.compile(r"[^\S\n]{0,3}[\U0001f300-\U0001faff\ufe0f\u200d]{1,20}")
_ITEM = re.compile(r"(?<![^\s(])(\d{1,2}|[a-h])\)[^\S\n]")
_INDENTED = re.compile(r"\n(?:[^\S\n]{2,}|\t)\Z")
_LABEL = re.compile(
    r"(?:stap|step|punt|point|vraag|question|fase|phase|optie|option|tip|idee|idea|stelling|deel|part|nr|no)\.?\s+\Z",
    re.IGNORECASE,
)
_CAPITAL_AFTER_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s+[A-ZÀ-ÖØ-Þ]")
_IN_LINE = ("stop", "face")
_BULLET = re.compile(r"(?:[-–—*•●▪◦‣>+]+|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+\S")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]?\Z")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«/]{1,30}\Z")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_REFERS = re.compile(
    r"(?:dat|dit|die|deze|(?:hier|daar)(?:door|mee|over|bij|van|om|in)|zo|idem|ook|helemaal|precies|inderdaad|klopt|"
    r"that|this|these|those|it|so|same|agreed?|exactly|totally|indeed)\b",
    re.IGNORECASE,
)


def split_statements(text: str) -> list[Span]:
    """Cut a contribution into statements.

    A sentence under four words, or a short one that begins by pointing back ("Dat is onduidelijk."),
    stays with the one before it on the same line; a short first one goes with the next.

    Returns
    -------
    list of (start, end)
        Slices without outer white space; every character but white space is in exactly one.
    """
    pieces: list[tuple[int, int, bool]] = []
    for start, end, new_line in _pieces(text):
        first = _skip(text, start, end)
        last = end
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            pieces.append((first, last, new_line))
    return _join(text, pieces) if len(pieces) > 1 else [(start, end) for start, end, _ in pieces]


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    chat = not _has_capitals_after_stops(text)
    counts = _counts_items(text)
    start, new_line = 0, True
    every = counts or (not text.isascii() and _BULLET_OR_FACE.search(text))
    for found in (_ANY_BREAK if every else _BREAK).finditer(text):
        kind = found.lastgroup if found.group("stop") is None else "stop"
        if kind == "line":
            cut = found.start() if _line_ends(text, start, found) else -1
        elif kind in ("bullet", "face"):
            cut = found.start()
        elif kind == "item":
            cut = found.start() if counts else -1
        else:
            cut = _with_faces(text, found) if _sentence_ends(text, start, found, chat) else -1
        if cut > start:
            yield start, cut, new_line
            start, new_line = cut, kind not in _IN_LINE
        elif cut == start:
            new_line = new_line or kind not in _IN_LINE
    yield start, len(text), new_line


def _has_capitals_after_stops(text: str) -> bool:
    return _CAPITAL_AFTER_STOP.search(text) is not None


def _counts_items(text: str) -> bool:
    """Tell whether a text counts: "1) more time 2) more money", and not "as (2) says"."""
    if ")" not in text:
        return False
    items = [found[1] for found in _ITEM.finditer(text)]
    return ("1" in items and "2" in items) or ("a" in items and "b" in items)


def _with_faces(text: str, found: re.Match[str]) -> int:
    """Give the end of a sentence with the emoji that stand behind it."""
    end = found.end("close")
    return faces.end() if (faces := _FACES.match(text, end)) else end


def _line_ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a newline parts two statements, or only wraps a long line."""
    if found.group().count("\n") > 1 or _BULLET.match(text, found.end()):
        return True
    if _INDENTED.match(found.group()) and text[found.end() : found.end() + 1].islower():
        return not _BULLET.match(text, _skip(text, start, found.start()))
    line = text[max(start, found.start() - 2 * _WRAPPED) : found.start()].rstrip()
    goes_on = text[found.end() : found.end() + 1].islower() and not line.endswith(
        (".", "!", "?", "…", ":", ";")
    )
    return not (goes_on and len(line) - line.rfind("\n") > _WRAPPED)


def _sentence_ends(text: str, start: int, found: re.Match[str], chat: bool) -> bool:
    stop, closers = text[found.start() : found.start("close")], found.group("close")
    after = text[found.end() : found.end() + 1]
    if not found.group("gap"):
        return _glued(text, start, found)
    if not after or after == "\n":
        return True
    lower = after.islower()
    if stop[-1] in "!?":
        return not (closers and lower)
    if len(stop) > 1 or stop == "…":
        return not lower
    return _full_stop_ends(text, start, found, lower, chat)


def _full_stop_ends(text: str, start: int, found: re.Match[str], lower: bool, chat: bool) -> bool:
    at = found.start()
    word_match = _LAST_WORD.search(text, max(start, at - 30), at)
    word = word_match.group() if word_match else ""
    known = word.casefold()
    if known in SOMETIMES:
        return not lower and text[found.end()].isalpha()
    if known in ALWAYS or (len(word) == 1 and word.isalpha()):
        return False
    if word_match and _ENUMERATOR.match(word) and _opens(text[max(start, at - 40) : word_match.start()]):
        return False
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return False  # initials and abbreviations nobody listed: j.w.
    if not lower:
        return True
    # Before a lower-case letter a full stop ends a sentence only where nobody writes capitals.
    return (chat or text[_skip(text, start, at)].islower()) and len(word) >= 3 and word.isalpha()


def _opens(before: str) -> bool:
    """Tell whether a number here counts an item: it is the first of its sentence or follows a colon."""
    before = _LABEL.sub("", before).strip(" \t\n-–*•(")
    return not before or before.endswith((":", ";", ","))


def _glued(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a stop without a space after it ends a sentence: "goed.Maar", not "Node.Js"."""
    word = text[max(start, found.start() - _LONGEST_WORD) : found.start()].split()[-1:]
    following = _WORD.match(text, found.end(), found.end() + _LONGEST_WORD)
    if not word or following is None:
        return False
    last = word[0].strip(_CLOSERS + "([“‘")
    plain = len(last) > 1 and last.isalpha() and last.islower() and last not in ALWAYS
    after = text[following.end() : following.end() + 1]
    begins = len(following.group()) > 1 and following.group()[1:].islower() and (not after or after.isspace())
    return plain and (begins or bool(found.group("close")))


def _join(text: str, pieces: list[tuple[int, int, bool]]) -> list[Span]:
    """Put short and dangling pieces with their neighbour."""
    joined: list[Span] = []
    waiting = -1  # where a short first piece of a line begins, which goes with the next
    for index, (start, end, new_line) in enumerate(pieces):
        follows = index + 1 < len(pieces) and not pieces[index + 1][2]
        words = _count_words(text, start, end)
        if joined and waiting < 0 and _stays(text, start, new_line, words):
            joined[-1] = (joined[-1][0], end)
        elif waiting < 0 and _introduces(text, end, words, follows, index + 1 < len(pieces)):
            waiting = start
        else:
            joined.append((start if waiting < 0 else waiting, end))
            waiting = -1
    return joined


def _count_words(text: str, start: int, end: int) -> int:
    count = 0
    for _ in _WORD.finditer(text, start, end):
        count += 1
        if count > _DANGLING_WORDS:
            break
    return count


def _stays(text: str, start: int, new_line: bool, words: int) -> bool:
    if not words:
        return True
    if new_line:
        return words <= _DANGLING_WORDS and bool(_REFERS.match(text, start)) and words > 1
    return words < _FEWEST_WORDS or (words <= _DANGLING_WORDS and bool(_REFERS.match(text, start)))


def _introduces(text: str, end: int, words: int, follows: bool, more: bool) -> bool:
    if not more:
        return False
    if text[end - 1] == ":":
        return words <= _DANGLING_WORDS
    return words == 0 or (follows and words < _FEWEST_WORDS)
