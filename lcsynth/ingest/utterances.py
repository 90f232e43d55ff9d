"""Who says what in each cue: voice tags as Teams writes them, "Name: text" as Zoom does, or nobody named."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lcsynth.ingest.cues import Cue
from lcsynth.ingest.display_names import looks_like_name

_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?(?:[ \t]+([^<>\n]{0,200}))?>|</v>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,80}\}")
_LABEL = re.compile(r"(?:(?:>>+|[-–])[ ]?)?(?P<label>[^:<>]{1,60}?)[ ]?:[ ](?P<text>.*)", re.DOTALL)
_MOSTLY, _NEARLY_ALL = 0.5, 0.8  # of the cues


class Utterance(NamedTuple):
    """What one voice says in one cue; ``label`` is the name as it is shown, empty when there is none."""

    start: float
    end: float
    label: str
    text: str


def utterances(cues: Sequence[Cue]) -> Iterator[Utterance]:
    """Give what every cue holds, in order; a cue without text gives one utterance without text."""
    if any(_VOICE.search(cue.text) for cue in cues):
        for cue in cues:
            yield from _voices(cue)
        return
    texts = [plain(cue.text) for cue in cues]
    labels = _Labels(texts)
    speaking = ""
    for cue, text in zip(cues, texts, strict=True):
        label, said = labels.split(text)
        # Where nearly every cue is named, one without a name is of somebody unknown.
        speaking = label if label or labels.on_every_cue else speaking
        yield Utterance(cue.start, cue.end, speaking, said)


def plain(text: str) -> str:
    """Write the text of a cue on one line, without markup."""
    return " ".join(html.unescape(_TAG.sub("", _VOICE.sub(" ", text))).split())


def _voices(cue: Cue) -> Iterator[Utterance]:
    label, place, said = "", 0, False
    text = cue.text
    for tag in [*_VOICE.finditer(text), None]:
        piece = plain(text[place : tag.start() if tag else len(text)])
        if piece or (tag is None and not said):
            yield Utterance(cue.start, cue.end, label, piece)
            said = True
        if tag:
            label, place = html.unescape(tag[1] or ""), tag.end()


class _Labels:
    """Which beginnings "Words:" are names, told by the whole file: "Note: …" is no speaker."""

    def __init__(self, texts: Sequence[str]) -> None:
        found = Counter(label for label, _ in map(_cut, texts) if label)
        cues = max(1, sum(bool(text) for text in texts))
        names = {label: n for label, n in found.items() if looks_like_name(label)}
        self._known: set[str] = set()
        if found.total() >= max(2, _NEARLY_ALL * cues) and 2 * len(found) <= found.total():
            self._known = set(found)
        elif sum(names.values()) >= _MOSTLY * cues:
            self._known = set(names)
        elif any(n > 1 and _is_full(label) for label, n in names.items()):
            self._known = {label for label in names if _is_full(label)}
        self.on_every_cue = sum(found[label] for label in self._known) >= _MOSTLY * cues

    def split(self, text: str) -> tuple[str, str]:
        """Part a text into the name before it, if any, and what is said."""
        label, said = _cut(text)
        return (label, said) if label in self._known else ("", text)


def _cut(text: str) -> tuple[str, str]:
    found = _LABEL.fullmatch(text + " " if text.endswith(":") else text)
    if found is None or not any(character.isalpha() for character in found["label"]):
        return "", text
    return found["label"].strip(), found["text"].strip()


def _is_full(label: str) -> bool:
    return sum(word[0].isupper() or word.isdigit() for word in label.split()) >= 2
