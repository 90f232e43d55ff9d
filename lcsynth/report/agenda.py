"""The sessions still to come, for the calendar of whoever reads it: reports/sessions.nl.ics."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.languages import Catalogue
from lcsynth.report.plain import plain
from lcsynth.report.programme import begin, end

if TYPE_CHECKING:
    from icalendar import Event

    from lcsynth.workspace import Session, Settings

# One session has one name in every calendar, for ever; made once, at random.
_NAMES = uuid.UUID("5d0b4f0e-6c1e-4b8f-9d0a-3c6d2f6f1b57")
# The rules of European summer time, in force since 1996 (Directive 2000/84/EC). Written out, because what a
# library works out is limited to some years and hangs on the version of its tables.
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def agenda(settings: Settings, sessions: Sequence[Session], words: Catalogue) -> bytes:
    """Write sessions as a calendar file.

    Parameters
    ----------
    settings
        Of the workspace: its name and the labels of audiences.
    sessions
        Those still to come, at least one.
    words
        The language of titles and descriptions; the names of the sessions are the same in every language.

    Returns
    -------
    bytes
        As RFC 5545 says, the same whenever it is made. A session without times takes the whole day.
    """
    from icalendar import Calendar, Component

    made = Calendar()
    made.add("prodid", f"-//lcsynth//lcsynth//{words.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    # The second is what most programs read, the first what RFC 7986 says.
    made.add("name", plain(settings.name))
    made.add("x-wr-calname", plain(settings.name))
    made.add_component(Component.from_ical(_ZONE))
    for session in sessions:
        made.add_component(_event(settings, session, words))
    return bytes(made.to_ical())


def audiences(settings: Settings, session: Session, words: Catalogue) -> str:
    """Name the audiences of a session as a sentence does; empty when it has none."""
    labels = settings.audiences
    named = [
        str(getattr(labels[name], words.language)) if name in labels else name for name in session.audiences
    ]
    return words.join(named) if named else ""


def _event(settings: Settings, session: Session, words: Catalogue) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid.uuid5(_NAMES, session.id)))
    begins = begin(session)
    day = dt.datetime.combine(session.date, dt.time(), tzinfo=dt.UTC)
    # Calendars want a moment of writing. No input tells it, and that of the clock would change the file.
    event.add("dtstamp", (begins or day).astimezone(dt.UTC))
    event.add("dtstart", begins or session.date)
    if begins is None:
        event.add("dtend", session.date + dt.timedelta(days=1))
    elif end(session) > begins:
        event.add("dtend", end(session))
    event.add("summary", plain(str(getattr(session.title, words.language))))
    about = [audiences(settings, session, words), wording.mode(words, session.mode)]
    if session.illustrative:
        about.append(words.text("Illustrative: made up as an example."))
    told = {"description": " · ".join(part for part in about if part), "location": session.place}
    for name, text in told.items():
        if plain(text):
            event.add(name, plain(text))
    return event
