"""What the panel shows of a theme: tables, before there is any widget or word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.pipeline.current import Current, current
from lcsynth.pipeline.showing import show_in, statements_of
from lcsynth.register import Operation
from lcsynth.register.overruling import OVERRULING
from lcsynth.register.state import Memo
from lcsynth.register.undoing import UNDO, undone
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

SINGLE = ""  # the id under which the single voices are chosen


@dataclass(frozen=True)
class View:
    """A theme, or the single voices, as the log has them at this moment.

    Attributes
    ----------
    theme_id
        `SINGLE` for the single voices.
    themes
        The themes that can be chosen, in order of id: ``theme_id``, the labels and descriptions in both
        languages, ``status``, ``keywords``, ``statements``, ``contributors``. Those merged into another are
        not among them.
    single
        How many statements are in no theme.
    statements
        Those of the theme, the closest to its centre first: the columns of `showing.Shown.statements`, and
        ``audience``.
    neighbours
        Theme id → how many statements are about both, the most first.
    history
        The operations that name the theme, in order of time.
    memos
        What people wrote down about it and its statements.
    last
        The last operation of this person that `undo` would take back; None when there is none.
    """

    theme_id: str
    themes: pd.DataFrame
    single: int
    statements: pd.DataFrame
    neighbours: dict[str, int]
    history: tuple[Operation, ...]
    memos: tuple[Memo, ...]
    last: Operation | None


def view(workspace: Workspace, theme_id: str | None, *, coder: str) -> View:
    """Give what the panel shows, with all that people did until now, whoever they are.

    Parameters
    ----------
    theme_id
        A theme, or `SINGLE`; None for the first theme. Of a merged theme the one that holds its statements is
        shown, and of one that is not there any more the first.
    coder
        Whose last operation is looked up.

    Raises
    ------
    DataError
        When the tables cannot be made.
    """
    now = current(workspace)
    themes = _choices(now)
    shown = _shown(now, themes, theme_id)
    statements = statements_of(now, shown)
    sources = now.statements[["statement_id", "contribution_id"]].merge(
        now.contributions[["contribution_id", "audience"]], on="contribution_id"
    )
    audiences = sources.set_index("statement_id")["audience"]
    whole = show_in(now, shown) if shown else None
    return View(
        shown,
        themes,
        int(((now.assignments["theme_id"] == SINGLE) & (now.assignments["rank"] == 1)).sum()),
        statements.assign(audience=statements["statement_id"].map(audiences)),
        {name: count for name, _, count in whole.neighbours} if whole else {},
        whole.history if whole else (),
        whole.memos if whole else (),
        last_of(now.operations, coder),
    )


def last_of(operations: Sequence[Operation], coder: str) -> Operation | None:
    """Find the last operation of a person on themes that still counts; undoing steps further back each time.

    What was done to the masking is left alone: it changes the sources, not the themes.
    """
    off = undone(operations)
    apart = {UNDO, *OVERRULING}
    own = (one for one in reversed(operations) if one.coder == coder and one.operation not in apart)
    return next((one for one in own if one.id not in off), None)


def _choices(now: Current) -> pd.DataFrame:
    texts = ["label_nl", "label_en", "description_nl", "description_en"]
    names = ["theme_id", *texts, "status", "keywords", "statements", "contributors"]
    return now.themes.loc[now.themes["parent"] == "", names].reset_index(drop=True)


def _shown(now: Current, themes: pd.DataFrame, theme_id: str | None) -> str:
    if theme_id == SINGLE:
        return SINGLE
    if theme_id in now.register.themes:
        return now.register.resolve(str(theme_id))
    return SINGLE if themes.empty else str(themes["theme_id"].iloc[0])
