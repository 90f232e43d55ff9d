"""Names of files and sheets, and ids, written as words: "antwoorden_jan-jansen2" hides a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lcsynth.prepare.near_misses import PREFIXES

# A word before the others: where every word may be a name, the first is no exception.
_LEAD = "x"


def as_words(label: str, may_be_name: Callable[[str], bool]) -> tuple[str, list[int]]:
    """Write a label as words with a space between, and a capital on what may be a name.

    Parameters
    ----------
    label
        The label, as in "jan_jansen", "JanJansen" or "jan.jansen-2022".
    may_be_name
        Tells whether a word with a capital can be or begin a name.

    Returns
    -------
    tuple
        The words, and for each of their characters its place in the label.
    """
    text, places = _LEAD, [0]
    for start, word in _words(label):
        written = _with_capital(word) if word.casefold() not in PREFIXES else word
        # An initial keeps its full stop: "f.elamrani".
        stop = "." if len(word) == 1 and label[start + 1 : start + 2] == "." else ""
        text += f" {written if may_be_name(written) else word}{stop}"
        places += [start, *range(start, start + len(word)), *[start] * len(stop)]
    return text, places


def _with_capital(word: str) -> str:
    capital = word[0].upper()
    rest = word[1:].lower() if word.isupper() and len(word) > 2 else word[1:]
    # Some letters become two, and then the places would shift.
    return capital + rest if len(capital + rest) == len(word) else word


def _words(label: str) -> Iterator[tuple[int, str]]:
    start = 0
    for place in range(1, len(label) + 1):
        before, here = label[place - 1], label[place : place + 1]
        if before.isalpha() and (not here.isalpha() or (here.isupper() and before.islower())):
            yield start, label[start:place]
            start = place
        elif not before.isalpha():
            start = place
