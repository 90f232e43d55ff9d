"""Which sessions are still to come, and when a session is, in the time of the Netherlands."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Workspace

# Sessions are planned by the clock of the network that holds them.
TIME_ZONE = "Europe/Amsterdam"


def coming(workspace: Workspace, today: dt.date) -> tuple[Session, ...]:
    """Give the sessions from this day on, the first one first; one that has a report has been held."""
    return tuple(
        session
        for session in workspace.sessions
        if session.date >= today and not reported(workspace, session)
    )


def reported(workspace: Workspace, session: Session) -> bool:
    """Say whether a session has a report, in whatever language."""
    return any(workspace.report(session.id, language).is_file() for language in workspace.settings.languages)


def following(workspace: Workspace, session: Session) -> Session | None:
    """Give the first session on a later day; None when there is none."""
    return next((one for one in workspace.sessions if one.date > session.date), None)


def begin(session: Session) -> dt.datetime | None:
    """Give the moment a session begins; None when only its day is known."""
    return _moment(session, session.start) if session.start else None


def end(session: Session) -> dt.datetime:
    """Give the moment a session is over: its end, else its beginning, else the end of its day."""
    return _moment(session, session.end or session.start or "23:59")


def _moment(session: Session, clock: str) -> dt.datetime:
    return dt.datetime.combine(session.date, dt.time.fromisoformat(clock), tzinfo=_zone())


@cache
def _zone() -> ZoneInfo:
    return ZoneInfo(TIME_ZONE)
