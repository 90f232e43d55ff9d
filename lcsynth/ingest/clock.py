"""Times of day in a chat and times since the start of a recording."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

_DAY = 24 * 3600
_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?(?:\s*([ap])\.?\s?m\.?)?", re.IGNORECASE)


def since_midnight(clock: str) -> int | None:
    """Give the seconds of a time ("15:02", "3.02:11 p.m."); none when no day has such a time."""
    found = _CLOCK.fullmatch(clock.strip())
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else None


def written(seconds: int) -> str:
    """Write seconds as "00:01:10"."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def moment(day: dt.date, seconds: int | None) -> str:
    """Give the moment in ISO 8601, some seconds after the midnight with which a day begins; else empty."""
    if seconds is None or seconds >= 7 * _DAY:
        return ""
    try:
        return (dt.datetime.combine(day, dt.time()) + dt.timedelta(seconds=seconds)).isoformat()
    except OverflowError:
        return ""


class Locators:
    """Gives each entry a place of its own: "10:01:10", and "10:01:10 (2)" for the second at that time."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def at(self, time: str) -> str:
        """Give the locator of the next entry at a time."""
        self._seen[time] += 1
        return time if self._seen[time] == 1 else f"{time} ({self._seen[time]})"
