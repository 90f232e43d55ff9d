"""A transcript that Teams saved as a Word document: who speaks and when, and under it what is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lcsynth.errors import DataError
from lcsynth.ingest.archive import kind_of_archive
from lcsynth.ingest.cues import Stray, times
from lcsynth.ingest.display_names import looks_like_name
from lcsynth.ingest.files import is_zip
from lcsynth.ingest.story import Story
from lcsynth.ingest.utterances import Utterance
from lcsynth.ingest.word_document import WordDocument, read_word

# "Noor Verheul   0:03", since 2023; before that the times of a cue, with the name on the next line.
_SPEAKS = re.compile(r"(\S.{0,98}?)(?:[ \xa0]{2,}|\t+)(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\s*")
_EVENT = re.compile(
    r".{1,100} (?:(?:started|stopped) transcription|heeft (?:de )?transcriptie (?:gestart|gestopt))\.?"
)
_FEW_SPEAKERS = 2
_LINES_OF_A_TURN = 6  # on average, at most


@dataclass
class _Turn:
    start: float
    end: float
    label: str
    lines: list[str] = field(default_factory=list)


def is_word_transcript(path: Path) -> bool:
    """Tell whether a Word document is a transcript: again and again a line holds a name and a time."""
    if not is_zip(path) or kind_of_archive(path) != "word":
        return False
    try:
        lines = [line for _, line in _lines(read_word(path).body)]
    except DataError:
        return False
    speaks = sum(_speaks(line) is not None for line in lines)
    return speaks >= max(_FEW_SPEAKERS, len(lines) / _LINES_OF_A_TURN)


def read_word_transcript(document: WordDocument) -> tuple[list[Utterance], list[Stray]]:
    """Part the text of a transcript into what is said and what belongs to nobody: its title, who recorded it.

    The number of a stray is that of its paragraph, and 0 for what stands outside the body.
    """
    turns: list[_Turn] = []
    strays: list[Stray] = []
    naming = False
    for number, line in _lines(document.body):
        if turn := _speaks(line):
            turns.append(turn)
            naming = not turn.label
        elif _EVENT.fullmatch(line.strip()) or not turns:
            strays.append(Stray(number, [line], damaged=False))
        elif naming and looks_like_name(line.strip()):
            turns[-1].label, naming = line.strip(), False
        else:
            turns[-1].lines.append(line)
            naming = False
    strays.extend(
        Stray(0, [text], damaged=False)
        for story in (*document.notes, *document.margins)
        if (text := "\n".join(line for _, line in _lines(story)))
    )
    said = (Utterance(one.start, one.end, one.label, " ".join(" ".join(one.lines).split())) for one in turns)
    return list(said), strays


def _lines(story: Story) -> Iterator[tuple[int, str]]:
    for number, paragraph in enumerate(story.paragraphs, start=1):
        yield from ((number, line) for line in _filled(paragraph.text.split("\n")))


def _filled(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.strip())


def _speaks(line: str) -> _Turn | None:
    if span := times(line):
        return _Turn(*span, label="")
    found = _SPEAKS.fullmatch(line)
    if found is None or not looks_like_name(found[1].strip()):
        return None
    seconds = 3600.0 * int(found[2] or 0) + 60 * int(found[3]) + int(found[4])
    return _Turn(seconds, seconds, found[1].strip())
