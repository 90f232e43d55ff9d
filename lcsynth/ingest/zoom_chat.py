"""Zoom chat: saved by a client (two layouts), copied, or with a cloud recording, in English or Dutch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest import reasons
from lcsynth.ingest.attachments import is_only_a_file
from lcsynth.ingest.cells import clean
from lcsynth.ingest.clock import Locators, moment, since_midnight, written
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.display_names import person
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.lines import all_lines, first_lines
from lcsynth.ingest.reactions import read_reaction
from lcsynth.ingest.thread import Thread
from lcsynth.ingest.zoom_lines import Header, read_header

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_EARLY = 5 * 3600  # a cloud chat that begins before five in the morning counts from the recording's start


@dataclass
class _Block:
    header: Header
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean("\n".join(line.strip(" \t") for line in (self.header.text, *self.lines)))


@dataclass(frozen=True)
class ZoomChatReader:
    """Reads the chat of a Zoom meeting: messages, with replies and reactions."""

    name: str = "zoom-chat"

    def claims(self, path: Path) -> bool:
        """Tell by the lines "10:01:00 From Noor to Everyone:", "00:04:13<TAB>Noor:<TAB>…" and the like."""
        lines = [line for line in first_lines(path) if line.strip(" \t\0")]
        found = [read_header(line) for line in lines]
        headers = [one for one in found if one and one.time and one.readable]
        begins = bool(headers) and headers[0] is found[0]
        if begins and headers[0].addressed:
            return True
        return len(headers) >= 2 and (begins or 5 * len(headers) >= len(lines))

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:  # noqa: ARG002
        """Read every message; reactions become votes, messages to one person are refused unread."""
        before, blocks = _cut(all_lines(path))
        if not blocks:
            raise DataError(
                "There are no messages of a Zoom chat in it",
                where=path.name,
                expected="lines as '10:01:00 From Name to Everyone:'",
                mend="Save the chat again, or leave out --format",
            )
        chat = _Chat(Entries(source, session, "message"), session.date, _clock_begins(blocks, session.start))
        for number, text in before:
            chat.entries.refuse(f"line {number}", reasons.UNPLACED, text)
        chat.file_mark = f"{blocks[0].header.time} {blocks[0].header.name}"
        for block in blocks:
            chat.take(block)
        for vote in chat.thread.votes():
            chat.entries.vote(vote.locator, vote.identity, against=vote.against)
        return chat.entries.reading(self.name)


@dataclass
class _Chat:
    entries: Entries
    date: dt.date
    begins: int | None
    file_mark: str = ""
    thread: Thread = field(default_factory=Thread)
    locators: Locators = field(default_factory=Locators)

    def take(self, block: _Block) -> None:
        header = block.header
        seconds = since_midnight(header.time)
        place = f"line {block.line}" if seconds is None else f"{header.date} {written(seconds)}".lstrip()
        locator = self.locators.at(place)
        if header.private:
            self.thread.add(locator, block.text, private=True)
            self.entries.refuse(locator, reasons.PRIVATE)
        elif not header.readable:
            # To whom it was sent is lost: it may be private.
            self.entries.refuse(locator, reasons.DAMAGED_PART)
        elif not self._react(block, locator):
            self._say(block, locator, self._moment(header, seconds))

    def _react(self, block: _Block, locator: str) -> bool:
        reaction = read_reaction(block.text)
        if reaction is None:
            return False
        who = person(block.header.name, self.file_mark).identity
        message = self.thread.react(who, reaction)
        if message is None:
            self.entries.refuse(locator, reasons.NO_MESSAGE, block.text)
        elif message.private:
            self.entries.refuse(locator, reasons.PRIVATE)
        else:
            self.entries.count_reactions()
        return True

    def _say(self, block: _Block, locator: str, said_at: str) -> None:
        text, parent = block.text, ""
        if reply := self.thread.reply(text):
            text, parent = reply.text, "" if reply.to.private else reply.to.locator
        if is_only_a_file(text):
            self.entries.refuse(locator, reasons.NO_TEXT, text)
            self.thread.add(locator, text, block.text)
            return
        who = person(block.header.name, self.file_mark)
        self.entries.say(
            text, locator=locator, author=who.name, identity=who.identity, said_at=said_at, parent=parent
        )
        if text:
            self.thread.add(locator, text, block.text)

    def _moment(self, header: Header, seconds: int | None) -> str:
        if seconds is None or self.begins is None:
            return ""
        try:
            day = dt.date.fromisoformat(header.date) if header.date else self.date
        except ValueError:
            day = self.date
        return moment(day, seconds + self.begins)


def _cut(lines: Sequence[str]) -> tuple[list[tuple[int, str]], list[_Block]]:
    """Cut the lines into messages; also give what stands before the first, a paragraph at a time."""
    before: list[tuple[int, str]] = []
    blocks: list[_Block] = []
    open_paragraph = False
    for number, line in enumerate(lines, start=1):
        header = read_header(line)
        if header:
            blocks.append(_Block(header, number))
        elif blocks:
            blocks[-1].lines.append(line)
        elif not clean(line):
            open_paragraph = False
        elif open_paragraph:
            before[-1] = (before[-1][0], f"{before[-1][1]}\n{line}")
        else:
            before.append((number, line))
            open_paragraph = True
    return before, blocks


def _clock_begins(blocks: Sequence[_Block], start: str) -> int | None:
    """Give what to add to the times: with a cloud recording they may count from its start."""
    first = since_midnight(blocks[0].header.time)
    if not blocks[0].header.cloud or first is None or first >= _EARLY:
        return 0
    return since_midnight(start) if start else None
