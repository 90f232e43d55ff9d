"""The moment of a chat message whose day is written shortly, in words, or not at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from lcsynth.ingest.clock import moment, since_midnight
from lcsynth.ingest.moments import day_comes_first, to_iso

_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})")
_WEEKDAY_BEFORE = re.compile(r"^[^\W\d]+,?\s+(?=\d)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2}) ([^\W\d]+)\.?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:,? (\d{4}))?")
_WEEKDAYS = ("ma mo", "di tu", "wo we", "do th", "vr fr", "za sa", "zo su")
_HALF_A_WEEK = 3


class ChatDays:
    """Turns days as written into moments; what has no date of its own was said on the day of the session.

    Parameters
    ----------
    session_day
        The date of the session.
    days
        All days as written: together, and with the date of the session, they tell 5/6 from 6/5.
    dutch
        Whether a day comes first where nothing tells.
    """

    def __init__(self, session_day: dt.date, days: Iterable[str], *, dutch: bool) -> None:
        self._session_day = session_day
        whole = sorted({self._with_year(day) for day in days})
        today = session_day.isoformat()
        held = [first for first in (True, False) if any(to_iso(day, first) == today for day in whole)]
        self._day_first = held[0] if len(held) == 1 else day_comes_first(whole, dutch)

    def moment(self, day: str, time: str) -> str:
        """Give a moment in ISO 8601; empty when no day has such a time."""
        return moment(self._date(day), since_midnight(time))

    def _date(self, day: str) -> dt.date:
        iso = to_iso(self._with_year(day), self._day_first)[:10]
        if iso:
            return dt.date.fromisoformat(iso)
        weekday = next((n for n, starts in enumerate(_WEEKDAYS) if day[:2].lower() in starts.split()), None)
        if weekday is None:
            # "Yesterday" is seen from the day of the copy, most often the one after the session.
            return self._session_day
        ahead = (weekday - self._session_day.weekday() + _HALF_A_WEEK) % 7 - _HALF_A_WEEK
        return self._session_day + dt.timedelta(days=ahead)

    def _with_year(self, day: str) -> str:
        day = _WEEKDAY_BEFORE.sub("", day.strip()) if not _MONTH_FIRST.fullmatch(day.strip()) else day.strip()
        year = self._session_day.year
        if found := _SHORT.fullmatch(day):
            return f"{found[1]}{found[2]}{found[3]}{found[2]}{year}"
        if found := _DAY_AND_MONTH.fullmatch(day):
            return f"{found[1]} {found[2]} {year}"
        if found := _MONTH_FIRST.fullmatch(day):
            return f"{found[2]} {found[1]} {found[3] or year}"
        return day.replace(".", "", 1) if re.match(r"\d{1,2} [^\W\d]+\. ", day) else day
