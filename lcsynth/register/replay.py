"""The register: what the log says when it is read from the first line to the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from lcsynth.prepare.overrules import NO_OVERRULES, Overrules
from lcsynth.register import machine, people
from lcsynth.register.coding import CODED, coded
from lcsynth.register.conflicts import Conflict, Conflicts
from lcsynth.register.deciding import DECIDE, Decision, decide
from lcsynth.register.history import History
from lcsynth.register.linking import LINK, UNLINK, HandLink, link, unlink
from lcsynth.register.log import MACHINE, Operation, Problem
from lcsynth.register.numbering import number_themes
from lcsynth.register.overruling import overrule_of
from lcsynth.register.state import MEANT, DoesNotApplyError, Member, Memo, State, Theme
from lcsynth.register.undoing import places_of, refusal, undone


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
    conflicts
        What people did without knowing of each other and nobody has resolved since.
    memos
        What people wrote down, in order of time.
    quotes
        Statement id → `pinned` or `excluded`.
    hidden
        Statement id → why it is shown nowhere.
    sessions
        Statement id → the session in which it was first seen.
    order
        The sessions, first to last: as `replay` was given them, or as they came into the log.
    last_number
        The highest number that a theme ever had.
    codes
        Coder → statement id → the theme that they gave it when they coded blind, empty for a single voice.
    decisions
        What the authors decided, in order of time; of those on one theme and place the last one holds.
    links
        What people linked to a place in the paper, or no longer, in order of time; the last one holds.
    """

    themes: Mapping[str, Theme]
    members: Mapping[str, Member]
    problems: tuple[Problem, ...]
    overrules: Overrules = NO_OVERRULES
    conflicts: tuple[Conflict, ...] = ()
    memos: tuple[Memo, ...] = ()
    quotes: Mapping[str, str] = field(default_factory=dict)
    hidden: Mapping[str, str] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    last_number: int = 0
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    links: tuple[HandLink, ...] = ()

    def resolve(self, theme_id: str) -> str:
        """Follow merges from a theme to the one that holds its statements now."""
        while self.themes[theme_id].merged_into:
            theme_id = self.themes[theme_id].merged_into
        return theme_id

    def theme_of(self, statement_id: str) -> str:
        """The theme a statement is in now, empty for a single voice, an unseen one or a rejected theme's."""
        member = self.members.get(statement_id)
        return self.counts_as(member.theme) if member else ""

    def counts_as(self, theme_id: str) -> str:
        """Give the theme that one is now: itself, the one it was merged into, or none when rejected."""
        now = self.resolve(theme_id) if theme_id else ""
        return "" if now and self.themes[now].status == "rejected" else now

    def placed_by(self, statement_id: str) -> str:
        """Who put a statement where it is: `person`, also when people merged its theme; or `machine`."""
        member = self.members.get(statement_id)
        if member is None:
            return "machine"
        moved = member.how == "moved" or self.theme_of(statement_id) != member.theme
        return "person" if moved else "machine"

    def next_ids(self, count: int) -> list[str]:
        """The next free theme ids."""
        return [f"T{self.last_number + step:03d}" for step in range(1, count + 1)]

    def meant(self, *theme_ids: str) -> dict[str, Any]:
        """Give the argument by which an operation keeps meaning these themes after branches are merged."""
        made = {
            name: self.themes[name].made_by
            for name in theme_ids
            if name in self.themes and self.themes[name].made_by
        }
        return {MEANT: made} if made else {}

    @cached_property
    def growth(self) -> Mapping[str, Mapping[str, int]]:
        """Theme id → session → how many of its statements were first seen there, sessions in order."""
        counts = Counter((self.theme_of(name), self.sessions.get(name, "")) for name in self.members)
        return {
            theme: {session: counts[theme, session] for session in self.order if counts[theme, session]}
            for theme in self.themes
        }

    def last_session(self, theme_id: str) -> str:
        """The last session in which something was added to a theme; empty when it has no statement."""
        return next(iter([*self.growth[theme_id]][::-1]), "")

    def dormant(self, after: int) -> frozenset[str]:
        """Name the themes to which nothing was added in the last so many sessions, whatever people say."""
        recent = set(self.order[-after:])
        return frozenset(
            theme
            for theme, growth in self.growth.items()
            if growth and len(self.order) > after and not recent & growth.keys()
        )


def replay(operations: Iterable[Operation], sessions: Iterable[str] | None = None) -> Register:
    """Read the log as the register.

    Parameters
    ----------
    operations
        In the order of `read_log`.
    sessions
        When given, what the machine found in other sessions is left out: the register as it was known then,
        with everything people changed since. Themes of other sessions are there without members, because
        people may have merged earlier ones into them. In order of date.

    Returns
    -------
    Register
        With the operations that do not apply as problems; the rest is applied.
    """
    operations = list(operations)
    order = None if sessions is None else dict.fromkeys(sessions)
    off = undone(operations)
    history = History(operations)
    state = State(operations, places_of(operations), off, number_themes(operations), Conflicts(history))
    problems = []
    for one in operations:
        if one.id in off:
            continue
        known = _as_known(one, order)
        apply = OPERATIONS.get(one.operation)
        try:
            if apply is None:
                raise DoesNotApplyError("this version of lcsynth does not know it; a newer one wrote it")
            if known is not None:
                apply(state, known)
        except DoesNotApplyError as error:
            place = f"operation {one.id} ({one.operation}) by {one.coder}"
            problems.append(Problem(place, str(error), one.id))
    _mark_split(state)
    return Register(
        state.themes,
        state.members,
        tuple(problems),
        state.overrules,
        tuple(state.conflicts.open()),
        tuple(state.memos),
        state.quotes,
        state.hidden,
        state.sessions,
        tuple(state.order if order is None else (one for one in order if one in state.order)),
        state.numbering.last,
        state.codes,
        tuple(state.decisions),
        tuple(state.links),
    )


def _as_known(one: Operation, sessions: Mapping[str, None] | None) -> Operation | None:
    """Give an operation as far as it is about these sessions; None for nothing of it."""
    if sessions is None or one.coder != MACHINE or str(one.arguments.get("session")) in sessions:
        return one
    return replace(one, arguments={**one.arguments, "members": []}) if one.operation == "found" else None


def _mark_split(state: State) -> None:
    """Say of a theme of which people split everything off that it was split."""
    parents = {theme.split_from for theme in state.themes.values() if theme.split_from}
    if not parents:
        return
    held = {member.theme for member in state.members.values() if member.theme}
    for theme_id in held.copy():
        while state.themes[theme_id].merged_into:
            theme_id = state.themes[theme_id].merged_into
        held.add(theme_id)
    for theme_id in parents - held:
        theme = state.themes[theme_id]
        if not theme.merged_into and not theme.decided:
            state.change(theme, status="split")


def _overrule(state: State, one: Operation) -> None:
    try:
        state.overrules = state.overrules.after(overrule_of(one.operation, one.arguments))
    except ValueError as error:
        raise DoesNotApplyError(str(error)) from error


def _undo(state: State, one: Operation) -> None:
    if reason := refusal(one, state.operations, state.places):
        raise DoesNotApplyError(reason)


OPERATIONS: Mapping[str, Callable[[State, Operation], None]] = {
    "found": machine.found,
    "joined": machine.joined,
    "single": machine.single,
    "rename": people.rename,
    "describe": people.describe,
    "merge": people.merge,
    "split": people.split,
    "move": people.move,
    "pin": people.pin,
    "exclude": people.exclude,
    "pin_keyword": people.pin_keyword,
    "status": people.set_status,
    "hide": people.hide,
    "memo": people.memo,
    CODED: coded,
    DECIDE: decide,
    LINK: link,
    UNLINK: unlink,
    "undo": _undo,
    "mask": _overrule,
    "unmask": _overrule,
}
