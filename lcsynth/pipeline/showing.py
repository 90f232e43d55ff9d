"""One theme whole: what it is like, what is in it, what is near it, and what people did to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.current import Current, current
from lcsynth.pipeline.telling import operations_about
from lcsynth.register import Operation, Register
from lcsynth.register.state import Memo
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Shown:
    """All there is to know about a theme.

    Attributes
    ----------
    theme
        Its row of the themes table.
    growth
        Session → how many of its statements were first seen there; repeats are not counted.
    subthemes
        Its rows of the subthemes table, the largest first.
    statements
        The closest to its centre first: ``statement_id``, ``similarity``, ``how``, ``placed_by``, ``quote``,
        ``session_id``, ``text``, and ``reason`` where people hid it.
    neighbours
        The themes that share statements with it, the most first: id, label, and how many are about both.
    history
        The operations that name it, in order of time.
    memos
        What people wrote down about it and its statements.
    """

    theme: Mapping[str, Any]
    growth: Mapping[str, int]
    subthemes: pd.DataFrame
    statements: pd.DataFrame
    neighbours: tuple[tuple[str, str, int], ...]
    history: tuple[Operation, ...]
    memos: tuple[Memo, ...]


def show(workspace: Workspace, theme_id: str) -> Shown:
    """Gather all there is to know about a theme, as it is now.

    Raises
    ------
    CallError
        When there is no such theme.
    DataError
        When the tables cannot be made.
    """
    return show_in(current(workspace), theme_id)


def show_in(now: Current, theme_id: str) -> Shown:
    """Gather all there is to know about a theme as `show` does, from what is read already.

    Raises
    ------
    CallError
        When there is no such theme.
    """
    _require(now.register, theme_id)
    (row,) = now.themes[now.themes["theme_id"] == theme_id].to_dict("records")
    statements = statements_of(now, theme_id)
    about = {theme_id, *statements["statement_id"]}
    own = now.subthemes[now.subthemes["theme_id"] == theme_id]
    return Shown(
        {str(name): value for name, value in row.items()},
        now.register.growth[theme_id],
        own.sort_values(["statements", "subtheme_id"], ascending=[False, True], ignore_index=True),
        statements,
        _neighbours(now, theme_id),
        tuple(operations_about(now.operations, now.register, theme_id)),
        tuple(memo for memo in now.register.memos if memo.target in about),
    )


def history(workspace: Workspace, theme_id: str) -> list[Operation]:
    """Give the operations that a theme went through, in order of time.

    Raises
    ------
    CallError
        When there is no such theme.
    """
    from lcsynth.register import read_log, replay

    operations, _ = read_log(workspace.log)
    register = replay(operations)
    _require(register, theme_id)
    return operations_about(operations, register, theme_id)


def _require(register: Register, theme_id: str) -> None:
    if theme_id not in register.themes:
        raise CallError(f"There is no theme {theme_id}", mend=nearest(theme_id, register.themes))


def statements_of(now: Current, theme_id: str) -> pd.DataFrame:
    """Give the statements of a theme as `Shown` has them, or with an empty id the single voices."""
    import pandas as pd

    main = now.assignments[(now.assignments["theme_id"] == theme_id) & (now.assignments["rank"] == 1)]
    said = main.merge(now.statements[["statement_id", "session_id", "text"]], on="statement_id")
    reasons = [now.register.hidden.get(name, "") for name in said["statement_id"]]
    said = said.assign(reason=pd.Series(reasons, index=said.index, dtype="str"))
    names = ["statement_id", "similarity", "how", "placed_by", "quote", "session_id", "text", "reason"]
    return said[names].sort_values(["similarity", "statement_id"], ascending=[False, True], ignore_index=True)


def _neighbours(now: Current, theme_id: str) -> tuple[tuple[str, str, int], ...]:
    """Count per other theme the statements that are about both."""
    themes = now.assignments.groupby("statement_id")["theme_id"].agg(set)
    shared = Counter(name for both in themes if theme_id in both for name in both - {theme_id, ""})
    labels = dict(zip(now.themes["theme_id"], now.themes["label_nl"], strict=True))
    ranked = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((name, labels.get(name, ""), count) for name, count in ranked)
