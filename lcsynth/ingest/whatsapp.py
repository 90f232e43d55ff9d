"""Group chat from WhatsApp (txt): "17-05-2022 15:02 - Name: text", or "[17-05-2022, 15:02:10] Name: text"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.ingest import reasons
from lcsynth.ingest.chat_days import ChatDays
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.lines import all_lines, first_lines
from lcsynth.ingest.whatsapp_words import is_call, no_remark, without_mark

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_BEGINS = re.compile(
    r"[\u200e\u200f]*\[?(\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),? (\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s[AP]M)?)"
    r"(?:\]| -) (?:([^:]{1,60}): )?(.*)"
)


@dataclass(frozen=True)
class WhatsAppReader:
    """Reads the chat that WhatsApp exports; what the app itself says counts as empty."""

    name: str = "whatsapp"

    def claims(self, path: Path) -> bool:
        """Tell by two messages with a whole date, a time and a name, the first at the top of the file."""
        found = [_BEGINS.match(line) for line in first_lines(path)]
        return bool(found and found[0]) and sum(bool(one and one[3]) for one in found) >= 2

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read every message; lines without a date and time go on with the message above them."""
        entries = Entries(source, session, "message")
        messages: list[list[str]] = []
        for number, line in enumerate(all_lines(path), start=1):
            if found := _BEGINS.match(line):
                messages.append([f"line {number}", *(part or "" for part in found.groups())])
            elif messages:
                messages[-1][-1] += f"\n{line}"
            elif line.strip():
                entries.refuse(f"line {number}", reasons.UNPLACED, line)
        days = ChatDays(session.date, [day for _, day, *_ in messages], dutch="nl" in settings.languages)
        for locator, day, time, name, text in messages:
            said = without_mark(text)
            if not name or is_call(said):
                entries.count_empty()
            elif reason := no_remark(said):
                entries.refuse(locator, reason, said)
            else:
                entries.say(said, locator=locator, author=name, said_at=days.moment(day, time))
        return entries.reading(self.name)
