"""What the authors decided: the operation `decide`, about a theme at a place in a version of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from lcsynth.register.log import Operation
from lcsynth.register.state import DoesNotApplyError, State, filled, text_of
from lcsynth.schema import DECISIONS

DECIDE = "decide"
OPEN = "open"
# What changes the paper, so that a version can be named in which it is worked in.
WORKED_IN = ("adopted", "partly")


@dataclass(frozen=True)
class Decision:
    """What the authors did with a theme at a place.

    Attributes
    ----------
    theme
        The theme it was made on, which may have been merged into another since.
    anchor
        The paragraph; empty for the whole section.
    decision
        A value of `schema.DECISIONS`.
    in_version
        The version in which it is worked in; may be empty, and may be still to be written.
    by
        Who decided; the coder wrote it down.
    operation
        The id of the operation that says so.
    """

    theme: str
    paper_version: str
    section: str
    anchor: str
    decision: str
    reason: str
    in_version: str
    by: str
    coder: str
    time: str
    operation: str

    @property
    def place(self) -> tuple[str, str, str]:
        """Version, section and anchor."""
        return self.paper_version, self.section, self.anchor

    @property
    def said(self) -> tuple[str, str, str, str]:
        """Say what was decided: the decision, the reason, the version and who decided."""
        return self.decision, self.reason, self.in_version, self.by


def decide(state: State, one: Operation) -> None:
    """Note what the authors decided on a theme at a place; all decisions are kept, the last one holds."""
    theme, given = state.theme(one, one.arguments.get("theme")), one.arguments
    version, section = filled(given, "paper_version"), filled(given, "section")
    anchor, reason, in_version = (text_of(given, key) for key in ("anchor", "reason", "in_version"))
    word = text_of(given, "decision")
    if word not in DECISIONS:
        raise DoesNotApplyError(f"a decision is one of {', '.join(DECISIONS)}")
    if word != OPEN and not reason.strip():
        raise DoesNotApplyError("it gives no reason")
    if in_version and word not in WORKED_IN:
        raise DoesNotApplyError("only what is adopted, or partly, is worked in in a version")
    if theme.status == "rejected":
        raise DoesNotApplyError(f"{theme.id} was rejected; give it another status first")
    place = f"§{section}" if not anchor else f"paragraph {anchor}"
    state.conflicts.note(DECIDE, f"{theme.id} at {place} of {version}", one, word)
    state.conflicts.touch(theme.id, one)
    by = text_of(given, "by").strip() or one.coder
    state.decisions.append(
        Decision(
            theme.id, version, section, anchor, word, reason, in_version, by, one.coder, one.time, one.id
        )
    )
