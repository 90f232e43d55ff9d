"""Transcripts (.vtt, .docx) and subtitles (.srt): consecutive cues of one speaker are one turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest import reasons
from lcsynth.ingest.clock import Locators, moment, since_midnight, written
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.cues import is_timing, read_cues
from lcsynth.ingest.display_names import Person, person
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import is_zip
from lcsynth.ingest.lines import all_lines, first_lines
from lcsynth.ingest.transcript_document import is_word_transcript, read_word_transcript
from lcsynth.ingest.utterances import Utterance, plain, utterances
from lcsynth.ingest.word_comments import tell_comments
from lcsynth.ingest.word_document import read_word

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_PAUSE = 2.0  # seconds of silence after which somebody unnamed may be somebody else
_LONG_TURN = 1_000  # characters, after which a turn of somebody unnamed ends with its sentence
_LONGEST_TURN = reasons.LONGEST_CELL // 2  # characters; an hour of one voice has about that
_ROLLING = 1.0  # seconds between captions that move up a line and so repeat it
_LAST_WORDS = 60


@dataclass
class _Turn:
    person: Person
    start: float
    end: float
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    last: list[str] = field(default_factory=list)

    def add(self, said: Utterance) -> None:
        words = said.text.split()
        if abs(said.start - self.end) <= _ROLLING:
            words = words[_repeated(self.last, words) :]
        if words:
            self.pieces.append(" ".join(words))
            self.length += len(self.pieces[-1]) + 1
            self.last = [*self.last, *words][-_LAST_WORDS:]
        self.end = max(self.end, said.end)

    def holds(self, who: Person, said: Utterance) -> bool:
        """Tell whether this is still the same turn."""
        if who != self.person or self.length + len(said.text) > _LONGEST_TURN:
            return False
        if who.identity:
            return True
        ended = self.length > _LONG_TURN and self.pieces[-1][-1] in ".?!…"
        return said.start - self.end < _PAUSE and not ended


@dataclass(frozen=True)
class TranscriptReader:
    """Reads what was said in a recorded meeting, a turn at a time.

    Where nobody is named a turn ends at a pause of two seconds, or with a sentence once it is long.
    """

    name: str = "transcript"

    def claims(self, path: Path) -> bool:
        """Tell by "WEBVTT" on top, by lines "00:00:01,000 --> 00:00:04,000", or by lines "Name   0:03"."""
        if is_zip(path):
            return is_word_transcript(path)
        lines = [line for line in first_lines(path) if line.strip(" \t\0")]
        if not lines:
            return False
        if lines[0].startswith("WEBVTT") or any(map(is_timing, lines[:2])):
            return True
        return sum(map(is_timing, lines)) >= 2

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:  # noqa: ARG002
        """Read the turns in order; damaged cues and loose text are refused."""
        entries, locators = Entries(source, session, "turn"), Locators()
        if in_word := is_zip(path):
            document = read_word(path)
            said, strays = read_word_transcript(document)
            rows = len(said) + len(strays) + tell_comments(entries, document)
        else:
            cues, strays = read_cues(all_lines(path))
            said, rows = list(utterances(cues)), len(cues) + len(strays)
        if not said and (in_word or not strays):
            raise DataError(
                "There is not one cue in the transcript",
                where=path.name,
                expected="times as '00:00:01.000 --> 00:00:04.000' with text under them",
                mend="Download the transcript again",
            )
        start = since_midnight(session.start) if session.start else None
        for turn in _turns(said):
            seconds = int(turn.start)
            entries.say(
                " ".join(turn.pieces),
                locator=locators.at(written(seconds)),
                author=turn.person.name,
                identity=turn.person.identity,
                said_at="" if start is None else moment(session.date, start + seconds),
            )
        entries.count_empty(sum(not one.text for one in said))
        for stray in strays:
            reason = reasons.DAMAGED_PART if stray.damaged else reasons.UNPLACED
            place = f"{'paragraph' if in_word else 'line'} {stray.line}" if stray.line else "beside the text"
            entries.refuse(place, reason, plain("\n".join(stray.lines)))
        return entries.reading(self.name, rows=rows)


def _turns(said: Iterable[Utterance]) -> Iterator[_Turn]:
    turn: _Turn | None = None
    mark = ""
    for one in said:
        if not one.text:
            continue
        mark = mark or f"{one.start} {one.text}"
        who = person(one.label, mark)
        if turn is None or not turn.holds(who, one):
            if turn:
                yield turn
            turn = _Turn(who, one.start, one.start)
        turn.add(one)
    if turn:
        yield turn


def _repeated(before: list[str], words: list[str]) -> int:
    """Count the words with which a caption repeats the end of the one before; one word is no repetition."""
    for length in range(min(len(before), len(words)), 1, -1):
        if before[-length:] == words[:length]:
            return length
    return 0
