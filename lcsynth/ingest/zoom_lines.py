"""The lines with which Zoom begins a message: when, from whom, and whether to everybody."""

from __future__ import annotations

import re
from typing import NamedTuple

_TIME = r"(?:(?P<date>\d{4}-\d\d-\d\d)[ T])?(?P<time>\d{1,2}:\d\d:\d\d(?:\s?[AP]M)?)"
_FLAGS = re.IGNORECASE | re.DOTALL
_FROM = re.compile(rf"\s?{_TIME}\s+(?:From|Van):?\s+(?P<rest>.*)", _FLAGS)
# A recording in the cloud: "00:04:13<TAB>Noor Verheul:<TAB>message".
_CLOUD = re.compile(rf"{_TIME}\t\s*(?P<name>[^\t]{{0,200}}?)\s*:(?:\s+|$)(?P<text>.*)", _FLAGS)
# Copied from the window of the meeting: the time stands behind the address.
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?"
_COPIED = re.compile(
    rf"\s?(?:From|Van):?\s+(?P<rest>.{{1,2200}}?)[ \t]{{0,9}}"
    rf"(?:\((?P<time>{_CLOCK})\)(?P<text>.*)|(?<=[: \t])(?P<alone>{_CLOCK})[ \t]{{0,9}})",
    _FLAGS,
)
# Names and spaces have an end: a line of a million spaces must not take an hour.
_NAME = r"(?P<name>.{0,200}?)"
_TO = r"[ \t]{1,9}(?:to|aan|naar|tot|voor)[ \t]{1,9}"
_ALL = (
    r"(?:everyone|everybody|iedereen|allen|alle deelnemers|all participants"
    r"|(?:all )?panel(?:l)?ists(?: and attendees)?|hosts?,? (?:and|&) panel(?:l)?ists|alle panelleden"
    r"|waiting room participants|wachtruimte)"
    r"(?:,? (?:in|van) (?:the |de )?(?:meeting|waiting room|vergadering|wachtruimte))?"
)
_DIRECT = (
    r"\(\s?(?:direct message|privately|private|private message|rechtstreeks bericht|direct bericht"
    r"|privé(?:bericht)?|persoonlijk bericht)\s?\)[ \t]{0,9}:"
)
_TO_ALL = re.compile(rf"{_NAME}{_TO}{_ALL}\s?(?:\([^()]{{0,99}}\))?[ \t]{{0,9}}:", _FLAGS)
_TO_ONE = re.compile(rf"{_NAME}{_TO}.{{1,2000}}?{_DIRECT}", _FLAGS)
# Enough by itself when the rest of the address is damaged.
_MARKED = re.compile(rf".{{0,2000}}?{_DIRECT}", _FLAGS)
_NO_ADDRESS = re.compile(rf"{_NAME}[ \t]{{0,9}}:(?=\s|$)", _FLAGS)
_ADDRESSED = re.compile(rf".*?\S{_TO}\S", _FLAGS)


class Header(NamedTuple):
    """How a message begins: ``addressed`` when it says to whom.

    ``readable`` is false when there is a time and "From", and nothing that can be a sender.
    """

    date: str
    time: str
    name: str
    text: str
    addressed: bool = False
    private: bool = False
    cloud: bool = False
    readable: bool = True


def read_header(line: str) -> Header | None:
    """Read the line that begins a message; none when it is a part of one.

    All shapes: the address and a message on the next lines, both on one line, without an address, that of a
    cloud recording, and with the time behind the address. Whatever may be a message to one person counts as
    private.
    """
    if (found := _CLOUD.fullmatch(line)) and not found["name"].lower().startswith("from "):
        return Header(found["date"] or "", found["time"], found["name"], found["text"], cloud=True)
    found = _FROM.fullmatch(line)
    if found is None and (copied := _copied(line)):
        return copied
    if found is None:
        # A damaged time must not make a private message a part of the one before it.
        direct = _TO_ONE.match(line) if line[:1].strip() else None
        return Header("", "", "", "", addressed=True, private=True) if direct else None
    return _address(found["date"] or "", found["time"], found["rest"])


def _copied(line: str) -> Header | None:
    found = _COPIED.fullmatch(line)
    if found is None:
        return None
    time, address = found["time"] or found["alone"], f"{found['rest'].rstrip(': ')}:"
    if to_all := _TO_ALL.fullmatch(address):
        return Header("", time, to_all["name"], found["text"] or "", addressed=True)
    return Header("", time, "", "", addressed=True, private=True) if _ADDRESSED.match(address) else None


def _address(date: str, time: str, rest: str) -> Header:
    to_all, marked = _TO_ALL.match(rest), _MARKED.match(rest)
    if marked and not (to_all and to_all.end() < marked.end()):
        return Header(date, time, "", "", addressed=True, private=True)
    if to_all:
        return Header(date, time, to_all["name"], rest[to_all.end() :], addressed=True)
    without = _NO_ADDRESS.match(rest)
    if without is None:
        return Header(date, time, "", "", readable=False)
    if _ADDRESSED.match(without["name"]):
        return Header(date, time, "", "", addressed=True, private=True)
    return Header(date, time, without["name"], rest[without.end() :])
