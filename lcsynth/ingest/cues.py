"""Cues of a transcript (WebVTT and SubRip): their times and text, and what of the file is no cue.

A parser of our own: one that follows the standard drops a damaged cue and the text outside cues without
a word, and nothing received may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?", re.DOTALL)
_ARROW = "-->"
_VOICE_ENDS = "</v>"
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)|WEBVTT")
_SPACE = re.compile(r"\s")
_NUMBER = re.compile(r"[ \t]*(?:\d{1,9}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/\d+-\d+)[ \t]*")


@dataclass
class Cue:
    """One cue: seconds since the start of the recording, and its lines as they stand in the file."""

    start: float
    end: float
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines together."""
        return "\n".join(self.lines)


@dataclass
class Stray:
    """Lines that are no cue, from the number of the first; ``damaged`` when they were meant to be one."""

    line: int
    lines: list[str]
    damaged: bool


def is_timing(line: str) -> bool:
    """Tell whether a line says from when to when a cue is shown."""
    return _TIMING.fullmatch(line) is not None


def times(line: str) -> tuple[float, float] | None:
    """Give from when to when a cue is shown, in seconds; none when the line does not say so."""
    found = _TIMING.fullmatch(line)
    if found is None:
        return None
    numbers = [int(part or 0) for part in found.groups()]
    if any(numbers[place] > 59 for place in (1, 2, 5, 6)):
        return None
    thousandths = [float(f"0.{found[4]}"), float(f"0.{found[8]}")]
    starts, ends = (
        3600 * numbers[first] + 60 * numbers[first + 1] + numbers[first + 2] + thousandths[first // 4]
        for first in (0, 4)
    )
    return starts, ends


def read_cues(lines: Sequence[str]) -> tuple[list[Cue], list[Stray]]:
    """Part the lines of a transcript into cues in order, and what is left.

    Comments and styles are neither. "NOTE" begins a comment in WebVTT only.
    """
    webvtt = bool(lines) and lines[0].startswith("WEBVTT")
    closes = any(_VOICE_ENDS in line for line in lines)
    cues: list[Cue] = []
    strays: list[Stray] = []
    speaking = False
    for number, block in _blocks(lines):
        place = next((place for place, line in enumerate(block) if _ARROW in line), None)
        if place is not None:
            before, cue, damaged = _parted(number, block, place)
            cues.extend(filter(None, [cue]))
            strays.extend(filter(None, [before, damaged]))
            speaking = cue is not None
        elif closes and speaking and _voice_is_open(cues[-1]):
            # Somebody's words hold an empty line.
            cues[-1].lines.extend(block)
        elif not (webvtt and _NO_CUE.match(block[0])) and not all(_NUMBER.fullmatch(line) for line in block):
            strays.append(Stray(number, block, damaged=False))
    return cues, strays


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut at empty lines, and before the times of a cue that no empty line parts from the one before."""
    block: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            if block:
                yield number - len(block), block
            block = []
            continue
        if _ARROW in line and any(_ARROW in earlier for earlier in block):
            own = 1 if _NUMBER.fullmatch(block[-1]) else 0
            yield number - len(block), block[: len(block) - own]
            block = block[len(block) - own :]
        block.append(line)
    if block:
        yield len(lines) + 1 - len(block), block


def _parted(number: int, block: list[str], place: int) -> tuple[Stray | None, Cue | None, Stray | None]:
    """Part a block with the times of a cue into what stands before it, and the cue, sound or damaged."""
    before = block[:place]
    if before and (_NUMBER.fullmatch(before[-1]) or (place == 1 and not _SPACE.search(before[0].strip()))):
        before = before[:-1]  # the id of the cue
    lost = Stray(number, before, damaged=False) if before and not _NO_CUE.match(before[0]) else None
    shown, lines = times(block[place]), block[place + 1 :]
    if shown is None:
        return lost, None, Stray(number + place, lines or [block[place]], damaged=True)
    return lost, Cue(*shown, lines=lines), None


def _voice_is_open(cue: Cue) -> bool:
    text = cue.text
    return text.rfind("<v") > text.rfind(_VOICE_ENDS)
