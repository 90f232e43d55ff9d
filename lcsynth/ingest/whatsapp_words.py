"""What WhatsApp itself writes in an export: a mark behind a message, or words in place of one."""

from __future__ import annotations

import re

from lcsynth.ingest import reasons

_EDITED = re.compile(r"\s?\u200e?<(?:Dit bericht is bewerkt|This message was edited)>\s*\Z", re.IGNORECASE)
_NO_WORDS = re.compile(r"[<\w ]{0,30}(?:weggelaten|omitted|verwijderd|deleted)[.>]*", re.IGNORECASE)
_POLL = re.compile(
    r"(?:poll|peiling):\s*\n.*^(?:option|optie): [^\n]*", re.IGNORECASE | re.DOTALL | re.MULTILINE
)
_KIND = r"(?:(?:groeps|group)[ -]?)?(?:spraak|voice|video)"
_CALL = re.compile(
    rf"(?:gemiste?|missed) (?:{_KIND}|groeps|group)?[ -]?(?:oproep|gesprek|call)(?:[,.] ?(?:tik|tap) [^\n]*)?"
    rf"|{_KIND}[ -]?(?:oproep|gesprek|call), (?:\d+ (?:sec|min|uur|hr|hour)[^\n]{{0,20}}"
    r"|no answer|niet opgenomen|geen (?:reactie|antwoord)|(?:answered|beantwoord) [^\n]{0,40})"
    r"|null",
    re.IGNORECASE,
)


def without_mark(text: str) -> str:
    """Take away the mark that a message was edited, and the marks of direction of the app's own words."""
    return _EDITED.sub("", text).replace("\u200e", "").strip()


def is_call(text: str) -> bool:
    """Tell whether a message is a call, missed or made: nobody wrote it."""
    return _CALL.fullmatch(text) is not None


def no_remark(text: str) -> str:
    """Say why a message is no remark, empty when it is one: a file without words, or a poll."""
    if _NO_WORDS.fullmatch(text):
        return reasons.NO_TEXT
    return reasons.POLL if _POLL.match(text) else ""
