"""E-mails: saved as .eml, or the text of one with its sender, date and subject above it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest import reasons
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.files import head
from lcsynth.ingest.lines import all_lines, first_lines
from lcsynth.ingest.mail_file import Mail, is_mail_file, read_mail_file
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.notes_text import notes_of_text
from lcsynth.ingest.vocabulary import normal

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings, Source

_LABELS = {
    "from": "from", "van": "from", "sent": "date", "date": "date", "verzonden": "date", "datum": "date",
    "subject": "subject", "onderwerp": "subject", "to": "to", "aan": "to", "cc": "to", "bcc": "to",
    "reply to": "to", "beantwoorden aan": "to", "attachments": "to", "bijlagen": "to", "importance": "to",
    "belang": "to", "prioriteit": "to",
}  # fmt: skip
_FIELD = re.compile(r"[*>\s]{0,4}([A-Za-z][A-Za-z -]{1,18}?):\*?[ \t]+(.{0,2000})", re.DOTALL)
_REPLIED = re.compile(r"\s*(?:(?:re|fw|fwd|antw?|doorst|betr|beantw)\s*:\s*)+", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:beste|geachte|hallo|hoi|hi|dag|ha|l\.?s\.?|goede?(?:morgen|middag|navond)|dear|hello|good (?:morning"
    r"|afternoon|evening))(?: [^\s,.?!:;]{1,30}){0,5}\s*[,!.]?|l\.?s\.?,?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:met (?:een )?)?(?:vriendelijke|hartelijke|collegiale|warme|beste|veel|lieve)?\s?groet(?:en|jes)?"
    r"|m\.?v\.?g\.?|hoogachtend|(?:kind|best|warm|with kind)?\s?regards|all the best|best( wishes)?|cheers"
    r"|sincerely|yours (?:sincerely|truly|faithfully)|--)(?:\s*,.{0,80}|[.!]?)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\s*[-_]{3,}\s*(?:(?:oorspronkelijke?|doorgestuurd) bericht|(?:original|forwarded) message)\b.*",
    re.IGNORECASE,
)
# "Op ma 16 mei 2022 om 09:00 schreef Bo:", with a year or a time in it, on one line or two.
_WROTE = re.compile(
    r"(?:op|on) (?=.*(?:\b\d{4}\b|\d[:.]\d\d)).{4,200}(?:schreef|wrote|geschreven)\b.{0,120}:\s*",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"(?:p\.? ?s\.?|n\.?b\.?)\b", re.IGNORECASE)
_LONGEST_SIGNATURE = 15  # lines; what is longer is no signature
_HEADERS = 3  # of a sender, a date and a subject: these tell that a text is an e-mail


@dataclass(frozen=True)
class MailReader:
    """Reads what somebody wrote in an e-mail, a paragraph or bullet at a time; its subject is the question.

    The greeting, the closing with the signature, and earlier e-mails under it are refused. Nothing is kept of
    those to whom it was sent.
    """

    name: str = "email"

    def claims(self, path: Path) -> bool:
        """Tell by the headers of a saved e-mail, or by lines with a sender, a date and a subject on top."""
        return is_mail_file(head(path)) or len(_fields(first_lines(path))[0].keys() - {"to"}) == _HEADERS

    def read(self, path: Path, source: Source, session: Session, settings: Settings) -> Reading:
        """Read the body; every part of it is accounted for."""
        del settings
        mail = read_mail_file(path) if is_mail_file(head(path)) else _copied(path)
        entries = Entries(source, session, "mail")
        for name in mail.attachments:
            entries.refuse("attachment", reasons.NO_TEXT, name)
        name, address = mail.sender
        subject = _REPLIED.sub("", mail.subject).strip()
        heading = ""
        for text, locator, role, reason in _parts(mail.lines):
            if reason:
                entries.refuse(locator, reason)  # nothing of it is shown: names, numbers, what others wrote
            elif role == "heading":
                heading = text.rstrip(":")
            else:
                entries.say(
                    text,
                    locator=locator,
                    author=name,
                    identity=address,
                    question=subject,
                    subject=heading,
                    said_at=mail.date,
                )
        reading = entries.reading(self.name)
        if not reading.read:
            raise DataError(
                "There is no text in the e-mail", where=path.name, mend="Copy its text into a file"
            )
        return reading


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """Give the text, the place, the role and the reason for refusal of every part of a body."""
    own, others = _cut(lines)
    greeted = False
    for note in notes_of_text("\n".join(own)):
        greets = not greeted and note.role == "paragraph" and bool(_GREETING.fullmatch(note.text.strip()))
        greeted = True
        yield note.text, note.locator, note.role, reasons.MAIL_FORM if greets else ""
    for start, reason in others:
        yield "", f"line {start}", "paragraph", reason


def _cut(lines: Sequence[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Part what was written from its closing and from earlier e-mails: where each begins, and why it is none.

    The lines that were written keep their numbers.
    """
    why = [""] * len(lines)
    last_quoted = max((place for place, line in enumerate(lines) if line.startswith(">")), default=-1)
    for place, line in enumerate(lines):
        if line.startswith(">"):
            why[place] = reasons.EARLIER_MAIL
            continue
        wrote = _says_who_wrote(lines, place)
        if wrote and last_quoted > place:
            # Who answers between the quoted lines goes on after them.
            why[place : place + wrote] = [reasons.EARLIER_MAIL] * wrote
        elif wrote or _begins_earlier(lines, place):
            why[place:] = [reasons.EARLIER_MAIL] * (len(lines) - place)
            break
    for reason, run in itertools.groupby(range(len(lines)), key=lambda place: why[place]):
        if not reason:
            for place in _closing(lines, list(run)):
                why[place] = reasons.MAIL_FORM
    runs = [(reason, list(run)) for reason, run in itertools.groupby(range(len(lines)), key=why.__getitem__)]
    others = [
        (run[0] + 1, reason) for reason, run in runs if reason and any(lines[place].strip() for place in run)
    ]
    return [line if not reason else "" for line, reason in zip(lines, why, strict=True)], others


def _closing(lines: Sequence[str], places: Sequence[int]) -> list[int]:
    """Find the lines from a closing on, up to a postscript."""
    first = next((n for n, place in enumerate(places) if _CLOSING.fullmatch(lines[place].strip())), None)
    if first is None:
        return []
    found = itertools.takewhile(lambda place: not _POSTSCRIPT.match(lines[place].strip()), places[first:])
    closing = list(found)
    return closing if sum(bool(lines[place].strip()) for place in closing) <= _LONGEST_SIGNATURE else []


def _says_who_wrote(lines: Sequence[str], place: int) -> int:
    """Count the lines that say who wrote what follows; none when this one does not."""
    for count in (1, 2):
        if _WROTE.fullmatch(" ".join(line.strip() for line in lines[place : place + count])):
            return count
    return 0


def _begins_earlier(lines: Sequence[str], place: int) -> bool:
    if _EARLIER.fullmatch(lines[place]):
        return True
    return len(_fields(lines[place : place + 6])[0].keys() - {"to"}) == _HEADERS


def _fields(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Read the lines with a sender, a date and a subject on top, and count these lines."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        field = _FIELD.fullmatch(line.rstrip())
        role = _LABELS.get(normal(field[1])) if field else None
        if field and role:
            found.setdefault(role, field[2].strip())
        elif line.strip() or found.keys() - {"to"}:
            return found, number
    return found, len(lines)


def _copied(path: Path) -> Mail:
    lines = all_lines(path)
    found, count = _fields(lines)
    sender = parseaddr(found.get("from", ""))
    return Mail(
        sender if "@" in sender[1] else (found.get("from", ""), ""),
        to_iso(found.get("date", ""), day_first=True),
        found.get("subject", ""),
        [*[""] * count, *lines[count:]],
    )
