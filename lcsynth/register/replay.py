"""The register: what the log says when it is read from the first line to the last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lcsynth.prepare.overrules import NO_OVERRULES, Overrules
from lcsynth.register.log import MACHINE, Operation, Problem
from lcsynth.register.overruling import MASK, UNMASK, overrule_of

THEME_ID = re.compile(r"T[0-9]{3,9}")


@dataclass(frozen=True)
class Theme:
    """A lasting group of statements; the id never changes meaning."""

    id: str
    label_nl: str
    label_en: str
    first_session: str
    status: str = "candidate"
    merged_into: str = ""
    renamed: bool = False


@dataclass(frozen=True)
class Member:
    """Where a statement belongs by the machine's account: `found`, `joined` or `single`."""

    theme: str
    how: str


@dataclass(frozen=True)
class Register:
    """All themes and their members after the last operation.

    Attributes
    ----------
    themes
        By id, merged ones included.
    members
        By statement id; a single voice has an empty theme. Statements not in it were never looked at.
    problems
        Operations that do not apply, with the reason.
    overrules
        What people want masked or readable, whatever the machine finds.
    """

    themes: Mapping[str, Theme]
    members: Mapping[str, Member]
    problems: tuple[Problem, ...]
    overrules: Overrules = NO_OVERRULES

    def resolve(self, theme_id: str) -> str:
        """Follow merges from a theme to the one that holds its statements now."""
        while self.themes[theme_id].merged_into:
            theme_id = self.themes[theme_id].merged_into
        return theme_id

    def theme_of(self, statement_id: str) -> str:
        """The theme a statement is in now, empty for a single voice or an unseen statement."""
        member = self.members.get(statement_id)
        return self.resolve(member.theme) if member and member.theme else ""

    def next_ids(self, count: int) -> list[str]:
        """The next free theme ids."""
        last = max((int(name[1:]) for name in self.themes), default=0)
        return [f"T{last + step:03d}" for step in range(1, count + 1)]


class DoesNotApplyError(Exception):
    """An operation cannot be replayed; the message says why."""


@dataclass
class _State:
    themes: dict[str, Theme] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    overrules: Overrules = NO_OVERRULES

    def theme(self, theme_id: object) -> Theme:
        if not isinstance(theme_id, str) or theme_id not in self.themes:
            raise DoesNotApplyError(f"there is no theme {theme_id}")
        return self.themes[theme_id]

    def place(self, statement: str, member: Member) -> None:
        """Put a statement where the machine says it belongs: once in a theme it stays there."""
        before = self.members.get(statement)
        if before is None or not before.theme:
            self.members[statement] = member

    def current(self, theme_id: object) -> Theme:
        """The theme, or the one it was merged into."""
        theme = self.theme(theme_id)
        while theme.merged_into:
            theme = self.themes[theme.merged_into]
        return theme


def replay(operations: Iterable[Operation], sessions: Iterable[str] | None = None) -> Register:
    """Read the log as the register.

    Parameters
    ----------
    operations
        In the order of `read_log`.
    sessions
        When given, what the machine found in other sessions is left out: the register as it was known then,
        with everything people changed since. Themes of other sessions are there without members, because
        people may have merged earlier ones into them.

    Returns
    -------
    Register
        With the operations that do not apply as problems; the rest is applied.
    """
    state = _State()
    wanted = None if sessions is None else set(sessions)
    problems = []
    for one in operations:
        arguments = one.arguments
        if wanted is not None and one.coder == MACHINE and str(arguments.get("session")) not in wanted:
            if one.operation != "found":
                continue
            arguments = {**arguments, "members": []}
        apply = OPERATIONS.get(one.operation)
        try:
            if apply is None:
                raise DoesNotApplyError("this version of lcsynth does not know it; a newer one wrote it")
            apply(state, arguments)
        except DoesNotApplyError as error:
            problems.append(Problem(f"operation {one.id} ({one.operation}) by {one.coder}", str(error)))
    return Register(state.themes, state.members, tuple(problems), state.overrules)


def _found(state: _State, arguments: Mapping[str, Any]) -> None:
    theme_id, session = _text(arguments, "theme"), _text(arguments, "session")
    labels, members = (
        (_text(arguments, "label_nl"), _text(arguments, "label_en")),
        _texts(arguments, "members"),
    )
    if not THEME_ID.fullmatch(theme_id):
        raise DoesNotApplyError(f"{theme_id!r} is not a theme id such as T001")
    if theme_id in state.themes:
        raise DoesNotApplyError(
            f"{theme_id} exists already; its statements are looked at again in the next run"
        )
    state.themes[theme_id] = Theme(theme_id, *labels, session)
    for statement in members:
        state.place(statement, Member(theme_id, "found"))


def _joined(state: _State, arguments: Mapping[str, Any]) -> None:
    theme, session, members = (
        state.theme(arguments.get("theme")),
        _text(arguments, "session"),
        _texts(arguments, "members"),
    )
    for statement in members:
        state.place(statement, Member(theme.id, "joined"))
    if session != theme.first_session:
        state.themes[theme.id] = _activated(theme)


def _single(state: _State, arguments: Mapping[str, Any]) -> None:
    for statement in _texts(arguments, "members"):
        state.place(statement, Member("", "single"))


def _rename(state: _State, arguments: Mapping[str, Any]) -> None:
    theme = state.current(arguments.get("theme"))
    labels = {key: _text(arguments, key) for key in ("label_nl", "label_en") if key in arguments}
    if not labels or not all(label.strip() for label in labels.values()):
        raise DoesNotApplyError("it gives no new label")
    state.themes[theme.id] = replace(_activated(theme), renamed=True, **labels)


def _merge(state: _State, arguments: Mapping[str, Any]) -> None:
    into = state.current(arguments.get("into"))
    merged = [state.theme(theme_id) for theme_id in _texts(arguments, "themes")]
    if not merged:
        raise DoesNotApplyError("it names no theme")
    for theme in merged:
        if theme.merged_into:
            raise DoesNotApplyError(f"{theme.id} was merged into {theme.merged_into} before")
        if theme.id == into.id:
            raise DoesNotApplyError(f"{theme.id} cannot be merged into itself")
    for theme in merged:
        state.themes[theme.id] = replace(theme, status="merged", merged_into=into.id)
    state.themes[into.id] = _activated(into)


def _mask(state: _State, arguments: Mapping[str, Any]) -> None:
    _overrule(state, MASK, arguments)


def _unmask(state: _State, arguments: Mapping[str, Any]) -> None:
    _overrule(state, UNMASK, arguments)


def _overrule(state: _State, name: str, arguments: Mapping[str, Any]) -> None:
    try:
        state.overrules = state.overrules.after(overrule_of(name, arguments))
    except ValueError as error:
        raise DoesNotApplyError(str(error)) from error


OPERATIONS: Mapping[str, Callable[[_State, Mapping[str, Any]], None]] = {
    "found": _found,
    "joined": _joined,
    "single": _single,
    "rename": _rename,
    "merge": _merge,
    "mask": _mask,
    "unmask": _unmask,
}


def _activated(theme: Theme) -> Theme:
    """A candidate that a person or a later session confirms is an active theme."""
    return replace(theme, status="active") if theme.status == "candidate" else theme


def _text(arguments: Mapping[str, Any], key: str) -> str:
    value = arguments.get(key)
    if not isinstance(value, str):
        raise DoesNotApplyError(f"its argument '{key}' is not a text")
    return value


def _texts(arguments: Mapping[str, Any], key: str) -> list[str]:
    value = arguments.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DoesNotApplyError(f"its argument '{key}' is not a list of texts")
    return value
