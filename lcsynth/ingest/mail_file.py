"""A saved e-mail (.eml) taken apart: who sent it and when, its text as lines, and what is attached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from lcsynth.errors import DataError
from lcsynth.ingest.hypertext import plain
from lcsynth.ingest.lines import to_lines

LARGEST_MAIL = 40 * 2**20  # bytes, attachments included
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?")
# The headers that tell: all of the first, and one of the second.
_SAVED = {b"from", b"subject"}, {b"mime-version", b"message-id", b"received", b"content-type", b"date"}


@dataclass(frozen=True)
class Mail:
    """An e-mail: name and address of the sender, ISO 8601 or empty, subject, lines, what is attached."""

    sender: tuple[str, str]
    date: str
    subject: str
    lines: list[str]
    attachments: list[str] = field(default_factory=list)


def is_mail_file(start: bytes) -> bool:
    """Tell by the first bytes of a file whether it is a saved e-mail: headers up to an empty line."""
    headers, _, _ = start.replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = headers.split(b"\n")
    names = {found[1].lower() for line in lines if (found := _HEADER.match(line))}
    whole = all(_HEADER.match(line) or line[:1] in (b" ", b"\t") for line in lines)
    return whole and _SAVED[0] <= names and not _SAVED[1].isdisjoint(names)


def read_mail_file(path: Path) -> Mail:
    """Take a saved e-mail apart.

    Raises
    ------
    DataError
        If it is larger than an e-mail can be.
    """
    if path.stat().st_size > LARGEST_MAIL:
        raise DataError(
            f"The e-mail has {path.stat().st_size // 2**20} MiB",
            where=path.name,
            expected=f"at most {LARGEST_MAIL // 2**20} MiB",
            mend="Save it without its attachments",
        )
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    body = message.get_body(("plain", "html"))
    return Mail(
        parseaddr(_header(message, "From")),
        _moment(_header(message, "Date")),
        _header(message, "Subject"),
        to_lines(_text(body)) if body else [],
        [part.get_filename() or part.get_content_type() for part in message.iter_attachments()],
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (
        ValueError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # the standard library trips over damaged ones
        return ""


def _moment(date: str) -> str:
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _text(body: MIMEPart) -> str:
    raw = body.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    try:
        text = content.decode(body.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = content.decode("cp1252", "replace")
    return plain(text) if body.get_content_subtype() == "html" else text
