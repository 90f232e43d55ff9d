"""Chat copied from Teams: text with a name and a time above or before each message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest import reasons
from lcsynth.ingest.attachments import is_only_a_file
from lcsynth.ingest.cells import clean
from lcsynth.ingest.chat_days import ChatDays
from lcsynth.ingest.clock import Locators
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.display_names import looks_like_name, person
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.lines import all_lines, first_lines
from lcsynth.ingest.reactions import read_count
from lcsynth.ingest.teams_lines import Block, cut, flat
from lcsynth.ingest.thread import Thread

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_MOST_LINES = 15  # per message, in the mean
_MARKS = frozenset({"edited", "bewerkt", "(edited)", "(bewerkt)"})
_REMOVED = frozenset(
    {
        "this message has been deleted.", "this message has been deleted", "dit bericht is verwijderd.",
        "dit bericht is verwijderd",
    }
)  # fmt: skip


@dataclass(frozen=True)
class TeamsChatReader:
    """Reads text that somebody copied from the chat of a Teams meeting."""

    name: str = "teams-chat"

    def claims(self, path: Path) -> bool:
        """Tell by several messages that begin with a full name and a time, the first on top."""
        lines = first_lines(path)
        before, blocks = cut(lines)
        if len(blocks) < 2 or sum(bool(line) for line in before) > 2:
            return False
        names = [one.name for one in blocks if looks_like_name(one.name)]
        return (
            2 * len(names) > len(blocks)
            and any(len(name.split()) > 1 for name in names)
            and 2 * sum(bool(one.text) for one in blocks) > len(blocks)
            and sum(bool(line.strip()) for line in lines) <= _MOST_LINES * len(blocks)
        )

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every message; lines that count reactions become its support."""
        before, blocks = cut(all_lines(path))
        if not blocks:
            raise DataError(
                "There are no messages copied from Teams in it",
                where=path.name,
                expected="a name and a time for every message, as '[10:02] Name'",
                mend="Copy the chat again, or leave out --format",
            )
        dutch = settings.languages[0] == "nl" and not any("m" in one.time.lower() for one in blocks)
        days = ChatDays(session.date, [one.day for one in blocks], dutch=dutch)
        chat = _Chat(Entries(source, session, "message"), days, f"{blocks[0].place} {blocks[0].name}")
        for number, line in enumerate(before, start=1):
            if clean(line):
                chat.entries.refuse(f"line {number}", reasons.UNPLACED, line)
        chat.take(blocks)
        return chat.entries.reading(self.name)


@dataclass(frozen=True)
class _Sent:
    block: Block
    locator: str
    text: str


@dataclass
class _Chat:
    entries: Entries
    days: ChatDays
    file_mark: str
    thread: Thread = field(default_factory=Thread)
    locators: Locators = field(default_factory=Locators)
    sent: dict[tuple[str, str], _Sent] = field(default_factory=dict)

    def take(self, blocks: Sequence[Block]) -> None:
        place = 0
        while place < len(blocks):
            block, following = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
            quoted = self._quotation(following) if following and not block.text else None
            if following and quoted:
                block.lines = following.lines[quoted[1] :]
                place += 1
            self._say(block, quoted[0].locator if quoted else "")
            place += 1

    def _quotation(self, block: Block) -> tuple[_Sent, int] | None:
        """Find the earlier message that a block repeats under its own name and time: a reply quotes it."""
        earlier = self.sent.get((block.name, block.time))
        if earlier is None or not earlier.text:
            return None
        whole = flat(earlier.text)
        for count in range(1, len(block.lines) + 1):
            quoted = flat("\n".join(block.lines[:count]))
            shortened = quoted.removesuffix("…").removesuffix("...").rstrip()
            if quoted == whole or (shortened not in {"", quoted} and whole.startswith(shortened)):
                return earlier, count
            if len(quoted) > len(whole):
                break
        return None

    def _say(self, block: Block, parent: str) -> None:
        locator = self.locators.at(block.place)
        support, opposition = self._reactions(block)
        text = block.text
        if not parent:
            text, parent = self._marked_reply(block, text)
        if text.casefold() in _REMOVED:
            text = ""
        if is_only_a_file(text):
            self.entries.refuse(locator, reasons.NO_TEXT, text)
            return
        who = person(block.name, self.file_mark)
        self.entries.say(
            text,
            locator=locator,
            author=who.name,
            identity=who.identity,
            said_at=self.days.moment(block.day, block.time),
            parent=parent,
            support=support,
            opposition=opposition,
        )
        if text:
            self.thread.add(locator, text)
            self.sent[block.name, block.time] = _Sent(block, locator, text)

    def _reactions(self, block: Block) -> tuple[int, int]:
        """Take the lines that count reactions, and the mark of a change, off the end of a message."""
        counts = [0, 0]
        while said := [place for place, line in enumerate(block.lines) if clean(line)]:
            last = block.lines[said[-1]]
            counted = read_count(last)
            if len(said) > 1 and _repeats_count(block.lines[said[-2]], last):
                pass  # "2 Like reactions." is shown as "2" below it
            elif counted:
                counts[counted[1]] += counted[0]
                self.entries.count_reactions()
            elif len(said) == 1 or last.casefold() not in _MARKS:
                break
            del block.lines[said[-1] :]
        return counts[0], counts[1]

    def _marked_reply(self, block: Block, text: str) -> tuple[str, str]:
        """Read a reply whose quotation is marked with ">"; as said when nobody said what it quotes."""
        lines = [line for line in block.lines if clean(line)]
        quote = []
        while lines and lines[0].startswith(">"):
            quote.append(lines.pop(0).lstrip("> "))
        found = self.thread.quoted("\n".join(quote)) if quote and lines else None
        return ("\n".join(lines), found.locator) if found else (text, "")


def _repeats_count(line: str, number: str) -> bool:
    counted = read_count(line)
    return counted is not None and number.strip() == str(counted[0])
