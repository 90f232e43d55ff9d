"""The operations of the machine: what it found in a session, and where statements belong by its account."""

from __future__ import annotations

from lcsynth.register.log import Operation
from lcsynth.register.numbering import THEME_ID
from lcsynth.register.state import DoesNotApplyError, State, Theme, text_of, texts_of


def found(state: State, one: Operation) -> None:
    """Add a theme with its first members."""
    arguments = one.arguments
    named, session = text_of(arguments, "theme"), text_of(arguments, "session")
    label_nl, label_en = text_of(arguments, "label_nl"), text_of(arguments, "label_en")
    members = texts_of(arguments, "members")
    if not THEME_ID.fullmatch(named):
        raise DoesNotApplyError(f"{named!r} is not a theme id such as T001")
    theme_id = state.numbering.number(one)
    if not theme_id:
        raise DoesNotApplyError(f"{named} exists already; its statements are looked at again in the next run")
    if theme_id in state.themes:
        state.made[one.id] = theme_id  # found twice, on two branches
        return
    state.note_session(session, members)
    state.make(one, Theme(theme_id, label_nl, label_en, session, made_by=one.id))
    for statement in members:
        state.place(statement, theme_id, "found")


def joined(state: State, one: Operation) -> None:
    """Put the statements of a session in a theme that was there."""
    theme = state.theme(one, one.arguments.get("theme"))
    session, members = text_of(one.arguments, "session"), texts_of(one.arguments, "members")
    state.note_session(session, members)
    for statement in members:
        state.place(statement, theme.id, "joined")
    if session != theme.first_session:
        state.confirm(theme)


def single(state: State, one: Operation) -> None:
    """Say that statements are in no theme."""
    members = texts_of(one.arguments, "members")
    state.note_session(text_of(one.arguments, "session"), members)
    for statement in members:
        state.place(statement, "", "single")
