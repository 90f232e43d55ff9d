"""The session that a call is about: what must be known of it, and what may be filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.workspace import Session, Workspace, yamlfile
from lcsynth.workspace.settings import Sessions, check_session_id

if TYPE_CHECKING:
    from lcsynth.ingest import Reading

EXPECTED_ID = "letters, digits, points, dashes and underscores, such as 2022-05-17-onderzoekers"


def complete(
    workspace: Workspace, session_id: str, changes: dict[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Fill in what a new session must have and the call does not say.

    Returns
    -------
    tuple
        The keys to set, and what was filled in, as sentences.

    Raises
    ------
    CallError
        When the id cannot be one, or an audience is not in the settings.
    """
    try:
        check_session_id(session_id)
    except ValueError as error:
        raise CallError(
            f"'{session_id}' cannot be a session id", where="--session", expected=EXPECTED_ID
        ) from error
    unknown = [name for name in changes.get("audiences", ()) if name not in workspace.settings.audiences]
    if unknown:
        raise CallError(
            f"There is no audience '{unknown[0]}'",
            where=str(workspace.data / "workspace.yaml"),
            mend=nearest(unknown[0], workspace.settings.audiences),
        )
    assumed = []
    if session_id not in {session.id for session in workspace.sessions}:
        if "date" not in changes:
            changes["date"] = _date_in(session_id) or dt.datetime.now().astimezone().date()
            assumed.append(f"its date is {changes['date']}")
        if "title" not in changes:
            changes["title"] = {"nl": session_id, "en": session_id}
            assumed.append(f"its title is {session_id}")
    return changes, tuple(assumed)


def discussed_version(workspace: Workspace, readings: Sequence[Reading]) -> tuple[str, str]:
    """Give the version of the paper that a new session is about, and tell it in a sentence.

    A draft names its version itself; all else is taken to be about the newest one, most often the only one.

    Returns
    -------
    tuple of str
        The version, empty when the paper has none yet; and the sentence.
    """
    known = workspace.papers()
    if not known:
        return "", "it is about no version of the paper, for there is none yet, so nothing in it is linked"
    named = frozenset[str]().union(*(one.paper_versions for one in readings)) & frozenset(known)
    if len(named) == 1:
        (version,) = named
        return version, f"the version of the paper is {version}, which the draft is of"
    return known[-1], f"the version of the paper is {known[-1]}"


def _date_in(session_id: str) -> dt.date | None:
    """Read the date that a session id begins with, as in `2022-05-17-onderzoekers`."""
    try:
        return dt.date.fromisoformat(session_id[:10])
    except ValueError:
        return None


def session_in(text: str, workspace: Workspace, session_id: str) -> Session:
    """Read the session as it will be; the file was right before, so what is wrong is what the call says.

    Raises
    ------
    CallError
        Naming the option that is wrong.
    """
    try:
        sessions = yamlfile.parse(text, Sessions, workspace.data / "sessions.yaml").sessions
    except DataError as error:
        key = error.where.rsplit("›", maxsplit=1)[-1].strip().replace("_", "-")
        raise CallError(error.what, where=f"--{key}", expected=error.expected, mend=error.mend) from error
    return next(session for session in sessions if session.id == session_id)
