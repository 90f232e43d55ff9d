"""Dates and times as survey tools write them, to ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

_NUMERIC = re.compile(
    r"(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})"
    r"(?:,?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*(?:([ap])\.?\s?m\.?)?)?(?:\s+([A-Z]{1,5})([+-]\d{1,2}(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"[A-Za-z]{3} ([A-Za-z]{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) ([A-Z]{2,5}) (\d{4})")
_DAY = r"(?:[A-Za-z]{2,9}\.?,?\s+)?"
_CLOCK = (
    r"(?:,?\s+(?:om\s+|at\s+)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*(?:([ap])\.?\s?m\.?)?(?:\s*(?:uur|u|h))?)?"
)
_WRITTEN = re.compile(
    _DAY + r"(\d{1,2})(?:st|nd|rd|th|e)?[\s-]([A-Za-z]{3,9})\.?,?[\s-](\d{4})" + _CLOCK, re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    _DAY + r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _CLOCK, re.IGNORECASE
)
_SERIAL = re.compile(r"[3-5]\d{4}(?:\.\d+)?")  # days since 1899-12-30, from 1982 to 2064
_EPOCH = dt.datetime(1899, 12, 30)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may",
            "jun juni june", "jul juli july", "aug augustus august",
            "sep sept september", "okt oktober oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "CET": 1, "CEST": 2, "BST": 1, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def day_comes_first(values: Iterable[str], dutch: bool) -> bool:
    """Tell whether a column writes 3/12 as 3 December: by its own values, else by its language."""
    first = second = 0
    dashed = False
    for value in values:
        found = _NUMERIC.fullmatch(value.strip())
        if found and len(found[1]) <= 2:
            first, second = max(first, int(found[1])), max(second, int(found[3]))
            dashed = dashed or found[2] != "/"
    if first > 12 or second > 12:
        return first > 12
    return dutch or dashed


def to_iso(value: str, day_first: bool) -> str:
    """Write a moment in ISO 8601, with its offset where it was given; empty when it is no moment.

    Numbers of 10 and 13 digits are seconds and milliseconds since 1970 (UTC).
    """
    value = value.strip()
    try:
        return _parse(value, day_first) if value else ""
    except (ValueError, OverflowError):
        return ""


def _parse(value: str, day_first: bool) -> str:
    if value.isdecimal() and value.isascii():
        if len(value) not in {10, 13}:
            return ""
        seconds = int(value) / (1000 if len(value) == 13 else 1)
        return dt.datetime.fromtimestamp(int(seconds), tz=dt.UTC).isoformat()
    if found := _NUMERIC.fullmatch(value):
        return _numeric(found, day_first)
    if found := _ENGLISH.fullmatch(value):
        month, day, hour, minute, second, zone, year = found.groups()
        clock = [int(hour), int(minute), int(second)]
        return _moment(int(year), _MONTHS.get(month.lower(), 0), int(day), clock, zone)
    if found := _WRITTEN.fullmatch(value):
        day, month, year = found.group(1, 2, 3)
        return _moment(int(year), _MONTHS.get(month.lower(), 0), int(day), _clock(found, 4), "")
    if found := _MONTH_FIRST.fullmatch(value):
        month, day, year = found.group(1, 2, 3)
        return _moment(int(year), _MONTHS.get(month.lower(), 0), int(day), _clock(found, 4), "")
    if len(value) == 10:
        return dt.date.fromisoformat(value).isoformat()
    return dt.datetime.fromisoformat(value).isoformat() if value[:4].isdecimal() and len(value) > 10 else ""


def _numeric(found: re.Match[str], day_first: bool) -> str:
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        year, month, day = one, two, three
    else:
        year = three + 2000 if three < 100 else three
        day, month = (one, two) if day_first else (two, one)
        # A value that can be read in one way only is read so, whatever the others in its column say.
        day, month = (month, day) if month > 12 >= day else (day, month)
    return _moment(
        year, month, day, _clock(found, 5), (found[9] or "").upper(), (found[10] or "").replace(":", "")
    )


def _clock(found: re.Match[str], first: int) -> list[int]:
    """Give hour, minute and second from four groups: these three, and the letter of am or pm."""
    hour, minute, second, half = found.group(first, first + 1, first + 2, first + 3)
    if not hour:
        return []
    clock = [int(hour), int(minute), int(second or 0)]
    if half:
        clock[0] = clock[0] % 12 + (12 if half.lower() == "p" else 0)
    return clock


def _moment(year: int, month: int, day: int, clock: list[int], zone: str, shift: str = "") -> str:
    if not clock:
        return dt.date(year, month, day).isoformat()
    offset = dt.timedelta(hours=_ZONES[zone]) if zone in _ZONES else None
    if shift and offset is not None:
        hours, minutes = (shift[1:-2], shift[-2:]) if len(shift) > 3 else (shift[1:], "0")
        offset += (1 if shift[0] == "+" else -1) * dt.timedelta(hours=int(hours), minutes=int(minutes))
    zoned = dt.timezone(offset) if offset is not None else None
    return dt.datetime(year, month, day, clock[0], clock[1], clock[2], tzinfo=zoned).isoformat()


def from_serial(value: str) -> str:
    """Write the number that a spreadsheet keeps for a moment in ISO 8601; empty when it cannot be one.

    Only for columns that are known to hold moments: any number of five digits could be one.
    """
    value = value.strip()
    if not _SERIAL.fullmatch(value):
        return ""
    moment = _EPOCH + dt.timedelta(seconds=round(float(value) * 86_400))
    return moment.isoformat() if "." in value else moment.date().isoformat()
