"""What a replay has found so far, and how operations name and place what they are about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lcsynth.prepare.overrules import NO_OVERRULES, Overrules
from lcsynth.register.conflicts import Conflicts
from lcsynth.register.log import Operation
from lcsynth.register.numbering import Numbering

if TYPE_CHECKING:
    from lcsynth.register.deciding import Decision
    from lcsynth.register.linking import HandLink

# How a statement came to be where it is, by the hand of a person.
MOVED = "moved"
# Theme id → id of the operation that made the theme, so that an operation keeps meaning the same theme when
# branches are merged and one of two themes with the same number takes another.
MEANT = "of"


@dataclass(frozen=True)
class Theme:
    """A lasting group of statements; the id never changes meaning.

    Attributes
    ----------
    renamed
        A person gave the labels.
    made_by, made_at
        The id and the time of the operation that made it.
    keywords
        Those that people want named first.
    decided
        A person set the status.
    """

    id: str
    label_nl: str
    label_en: str
    first_session: str
    status: str = "candidate"
    merged_into: str = ""
    renamed: bool = False
    description_nl: str = ""
    description_en: str = ""
    split_from: str = ""
    made_by: str = ""
    made_at: str = ""
    keywords: tuple[str, ...] = ()
    decided: bool = False

    def status_with(self, dormant: Collection[str]) -> str:
        """Give the status, where these themes are dormant unless a person set another one."""
        rests = self.id in dormant and not self.decided and self.status in ("active", "candidate")
        return "dormant" if rests else self.status


@dataclass(frozen=True)
class Member:
    """Where a statement belongs: by the machine (`found`, `joined`, `single`) or by a person (`moved`)."""

    theme: str
    how: str


@dataclass(frozen=True)
class Memo:
    """What a person wrote down about a theme or statement."""

    target: str
    text: str
    coder: str
    time: str


class DoesNotApplyError(Exception):
    """An operation cannot be replayed; the message says why."""


@dataclass
class State:
    """The register in the making; the functions of `machine` and `people` change it.

    ``places`` tells where in the log each operation is, by id.
    """

    operations: Sequence[Operation]
    places: Mapping[str, int]
    undone: Mapping[str, Operation]
    numbering: Numbering
    conflicts: Conflicts
    themes: dict[str, Theme] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    order: dict[str, None] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    memos: list[Memo] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    links: list[HandLink] = field(default_factory=list)
    overrules: Overrules = NO_OVERRULES
    made: dict[str, str] = field(default_factory=dict)

    def theme(self, one: Operation, theme_id: object) -> Theme:
        """Give the theme that an operation names, by the operation that made it where it says so."""
        meant = one.arguments.get(MEANT)
        maker = meant.get(theme_id) if isinstance(meant, dict) and isinstance(theme_id, str) else None
        known = self.made.get(maker) if isinstance(maker, str) else theme_id
        if isinstance(known, str) and known in self.themes:
            return self.themes[known]
        undo = self.undone.get(maker) if isinstance(maker, str) else None
        if undo:
            raise DoesNotApplyError(
                f"there is no theme {theme_id} any more, since {undo.coder} undid {maker}, which made it"
            )
        raise DoesNotApplyError(f"there is no theme {theme_id}")

    def current(self, one: Operation, theme_id: object) -> Theme:
        """Give the theme, or the one it was merged into.

        Raises
        ------
        DoesNotApplyError
            When there is none, or it was rejected.
        """
        theme = self.theme(one, theme_id)
        while theme.merged_into:
            theme = self.themes[theme.merged_into]
        if theme.status == "rejected":
            raise DoesNotApplyError(f"{theme.id} was rejected; give it another status first")
        return theme

    def meant(self, one: Operation, theme_id: object) -> Theme:
        """Give the theme, or the one it was merged into as far as whoever wrote the operation knew that."""
        theme = self.theme(one, theme_id)
        while theme.merged_into and self.conflicts.knew_end(theme.id, one):
            theme = self.themes[theme.merged_into]
        return theme

    def make(self, one: Operation, theme: Theme) -> None:
        """Add the theme that an operation made; it has its number by `numbering`."""
        self.themes[theme.id] = replace(theme, made_at=one.time)
        self.made[one.id] = theme.id
        if theme.id in self.numbering.taken:
            self.conflicts.renumbered(theme.id, self.numbering.taken[theme.id], one)

    def place(self, statement: str, theme_id: str, how: str) -> None:
        """Put a statement where the machine says it belongs; where a person or a theme has it, it stays."""
        if self.is_free(statement):
            self.members[statement] = Member(theme_id, how)

    def is_free(self, statement: str) -> bool:
        """Tell whether the machine may place a statement: it is in no theme, or in a rejected one."""
        before = self.members.get(statement)
        if before is None:
            return True
        if not before.theme:
            return before.how != MOVED
        theme = self.themes[before.theme]
        while theme.merged_into:
            theme = self.themes[theme.merged_into]
        return theme.status == "rejected"

    def note_session(self, session: str, statements: Sequence[str]) -> None:
        """Note in which session statements were first seen."""
        self.order.setdefault(session)
        for statement in statements:
            self.sessions.setdefault(statement, session)

    def change(self, theme: Theme, **fields: Any) -> None:
        """Give a theme other values."""
        self.themes[theme.id] = replace(self.themes[theme.id], **fields)

    def confirm(self, theme: Theme) -> None:
        """Make a candidate active, because a person or a later session confirmed it."""
        if theme.status == "candidate" and not theme.decided:
            self.change(theme, status="active")


def text_of(arguments: Mapping[str, Any], key: str) -> str:
    """Give a text among the arguments.

    Raises
    ------
    DoesNotApplyError
        When it is something else.
    """
    value = arguments.get(key)
    if not isinstance(value, str):
        raise DoesNotApplyError(f"its argument '{key}' is not a text")
    return value


def filled(arguments: Mapping[str, Any], key: str) -> str:
    """Give a text among the arguments that is not empty.

    Raises
    ------
    DoesNotApplyError
        When it is empty or something else.
    """
    value = text_of(arguments, key)
    if not value.strip():
        raise DoesNotApplyError(f"its argument '{key}' is empty")
    return value


def texts_of(arguments: Mapping[str, Any], key: str) -> list[str]:
    """Give a list of texts among the arguments.

    Raises
    ------
    DoesNotApplyError
        When it is something else.
    """
    value = arguments.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise DoesNotApplyError(f"its argument '{key}' is not a list of texts")
    return value
