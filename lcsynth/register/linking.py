"""What people say a statement or theme is about: the operations `link` and `unlink`, to a place."""

from __future__ import annotations

from dataclasses import dataclass

from lcsynth.register.log import Operation
from lcsynth.register.state import DoesNotApplyError, State, filled, text_of

LINK, UNLINK = "link", "unlink"


@dataclass(frozen=True)
class HandLink:
    """A link that a person made or took away.

    Attributes
    ----------
    theme, statement
        What it is about: one of the two, the other is empty. That of a theme is one of all its statements,
        also of those to come.
    anchor
        The paragraph; empty for the whole section. A link taken away from a section is taken from all in it.
    linked
        False when it was taken away, however it had been found.
    """

    theme: str
    statement: str
    paper_version: str
    section: str
    anchor: str
    linked: bool
    coder: str


def link(state: State, one: Operation) -> None:
    """Link a statement or a theme to a place."""
    _set(state, one, linked=True)


def unlink(state: State, one: Operation) -> None:
    """Take the link from a statement or a theme to a place away, however it was found."""
    _set(state, one, linked=False)


def _set(state: State, one: Operation, *, linked: bool) -> None:
    given = one.arguments
    if ("theme" in given) == ("statement" in given):
        raise DoesNotApplyError("it names no theme or statement, or both")
    theme = state.theme(one, given["theme"]).id if "theme" in given else ""
    statement = filled(given, "statement") if "statement" in given else ""
    version, section = filled(given, "paper_version"), filled(given, "section")
    anchor = text_of(given, "anchor")
    place = f"paragraph {anchor}" if anchor else f"§{section}"
    state.conflicts.note(LINK, f"{theme or statement} to {place} of {version}", one, str(linked))
    if theme:
        state.conflicts.touch(theme, one)
    state.links.append(HandLink(theme, statement, version, section, anchor, linked, one.coder))
