"""The operations of people on themes and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lcsynth.register.log import Operation
from lcsynth.register.numbering import THEME_ID
from lcsynth.register.state import (
    MOVED,
    DoesNotApplyError,
    Member,
    Memo,
    State,
    Theme,
    filled,
    text_of,
    texts_of,
)

LABELS = ("label_nl", "label_en")
DESCRIPTIONS = ("description_nl", "description_en")
# What a person can set; a theme is merged or split by the operation of that name.
STATUSES = ("active", "candidate", "dormant", "rejected")
PINNED, EXCLUDED = "pinned", "excluded"


def rename(state: State, one: Operation) -> None:
    """Give a theme another label, in one language or both."""
    theme = state.meant(one, one.arguments.get("theme"))
    values = _given(one, LABELS, "it gives no new label")
    _set(state, one, theme, values, {**values, "renamed": True})


def describe(state: State, one: Operation) -> None:
    """Describe a theme, in one language or both."""
    theme = state.meant(one, one.arguments.get("theme"))
    values = _given(one, DESCRIPTIONS, "it gives no description")
    _set(state, one, theme, values, values)


def merge(state: State, one: Operation) -> None:
    """Put the statements of themes into another one."""
    into = state.current(one, one.arguments.get("into"))
    merged = [state.theme(one, theme_id) for theme_id in texts_of(one.arguments, "themes")]
    if not merged:
        raise DoesNotApplyError("it names no theme")
    for theme in merged:
        if theme.merged_into:
            raise DoesNotApplyError(f"{theme.id} was merged into {theme.merged_into} before")
        if theme.id == into.id:
            raise DoesNotApplyError(f"{theme.id} cannot be merged into itself")
    for theme in merged:
        state.change(theme, status="merged", merged_into=into.id)
        state.conflicts.touch(theme.id, one, ends=True, into=into.id)
    state.conflicts.touch(into.id, one)
    state.confirm(into)


def split(state: State, one: Operation) -> None:
    """Make a theme of some statements of another one."""
    theme = state.meant(one, one.arguments.get("theme"))
    statements, named = texts_of(one.arguments, "statements"), text_of(one.arguments, "new")
    label_nl, label_en = text_of(one.arguments, "label_nl"), text_of(one.arguments, "label_en")
    if not statements:
        raise DoesNotApplyError("it names no statement")
    if not THEME_ID.fullmatch(named):
        raise DoesNotApplyError(f"{named!r} is not a theme id such as T001")
    if not (label_nl.strip() or label_en.strip()):
        raise DoesNotApplyError("it gives no label")
    number = state.numbering.number(one)
    if not number:
        raise DoesNotApplyError(f"{named} exists already")
    places = {session: place for place, session in enumerate(state.order)}
    heard = {state.sessions[name] for name in statements if name in state.sessions}
    new = Theme(
        number,
        label_nl,
        label_en,
        min(heard, key=places.__getitem__, default=theme.first_session),
        status="active",
        renamed=True,
        split_from=theme.id,
        made_by=one.id,
    )
    state.make(one, new)
    state.conflicts.touch(theme.id, one)
    _put(state, one, statements, new.id)


def move(state: State, one: Operation) -> None:
    """Put statements in a theme, or in none."""
    statements, to = texts_of(one.arguments, "statements"), text_of(one.arguments, "to")
    if not statements:
        raise DoesNotApplyError("it names no statement")
    theme = state.current(one, to) if to else None
    if theme:
        state.conflicts.touch(theme.id, one)
    _put(state, one, statements, theme.id if theme else "")


def pin(state: State, one: Operation) -> None:
    """Quote a statement first."""
    _quote(state, one, PINNED)


def exclude(state: State, one: Operation) -> None:
    """Never quote a statement; it stays where it is listed and counted."""
    _quote(state, one, EXCLUDED)


def pin_keyword(state: State, one: Operation) -> None:
    """Name a keyword of a theme first."""
    theme, keyword = state.meant(one, one.arguments.get("theme")), filled(one.arguments, "keyword")
    state.conflicts.touch(theme.id, one)
    state.change(theme, keywords=tuple(dict.fromkeys([*theme.keywords, keyword])))


def set_status(state: State, one: Operation) -> None:
    """Say that a theme is active, a candidate, dormant or rejected."""
    theme, status = state.meant(one, one.arguments.get("theme")), text_of(one.arguments, "status")
    if status not in STATUSES:
        raise DoesNotApplyError(f"a status is one of {', '.join(STATUSES)}")
    if theme.merged_into:
        raise DoesNotApplyError(f"{theme.id} was merged into {theme.merged_into} before")
    if status != "rejected":
        state.conflicts.revive(theme.id)
    state.conflicts.note("status", theme.id, one, status)
    state.conflicts.touch(theme.id, one, ends=status == "rejected")
    state.change(theme, status=status, decided=True)


def hide(state: State, one: Operation) -> None:
    """Show a statement nowhere, for a reason; it is still counted."""
    statement = filled(one.arguments, "statement")
    state.hidden[statement] = filled(one.arguments, "reason")


def memo(state: State, one: Operation) -> None:
    """Write something down about a theme or a statement."""
    target, text = filled(one.arguments, "target"), filled(one.arguments, "text")
    if THEME_ID.fullmatch(target):
        target = state.theme(one, target).id
        state.conflicts.settle(target, one)
    state.memos.append(Memo(target, text, one.coder, one.time))


def _given(one: Operation, names: Sequence[str], absent: str) -> dict[str, str]:
    values = {name: text_of(one.arguments, name) for name in names if name in one.arguments}
    if not values or not all(value.strip() for value in values.values()):
        raise DoesNotApplyError(absent)
    return values


def _set(
    state: State, one: Operation, theme: Theme, values: Mapping[str, str], changes: Mapping[str, Any]
) -> None:
    for name, value in values.items():
        state.conflicts.note(name, theme.id, one, value)
    state.conflicts.touch(theme.id, one)
    state.change(theme, **changes)
    state.confirm(theme)


def _quote(state: State, one: Operation, value: str) -> None:
    statement = filled(one.arguments, "statement")
    state.conflicts.note("quote", statement, one, value)
    state.quotes[statement] = value


def _put(state: State, one: Operation, statements: Sequence[str], theme_id: str) -> None:
    for statement in statements:
        state.conflicts.note("place", statement, one, theme_id)
        state.members[statement] = Member(theme_id, MOVED)
