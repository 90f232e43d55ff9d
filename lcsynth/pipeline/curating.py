"""What people do to themes: every verb adds one operation to the log."""

from __future__ import annotations

from collections.abc import Sequence

from lcsynth.errors import CallError, nearest
from lcsynth.register import Operation, append, operation, read_log, replay
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import only_writer


def rename_theme(
    workspace: Workspace, theme: str, *, nl: str = "", en: str = "", coder: str, note: str = ""
) -> Operation:
    """Give a theme another label, in one language or both; it keeps its id.

    Raises
    ------
    CallError
        When there is no such theme, or no label is given.
    DataError
        When the log cannot be written.
    """
    labels = {
        f"label_{language}": text.strip() for language, text in (("nl", nl), ("en", en)) if text.strip()
    }
    if not labels:
        raise CallError("No new label was given", expected="a label in Dutch, in English, or both")
    return _log(workspace, operation("rename", coder=coder, note=note, theme=theme, **labels))


def merge_themes(
    workspace: Workspace, themes: Sequence[str], *, into: str, coder: str, note: str = ""
) -> Operation:
    """Put the statements of themes into another theme; their ids stay known and point to it.

    Raises
    ------
    CallError
        When a theme is not there, was merged before, or would be merged into itself.
    DataError
        When the log cannot be written.
    """
    return _log(workspace, operation("merge", coder=coder, note=note, themes=list(themes), into=into))


def _log(workspace: Workspace, one: Operation) -> Operation:
    """Add an operation, but not one that does not apply."""
    with only_writer(workspace.lock):
        operations, _ = read_log(workspace.log)
        before = replay(operations)
        theme = before.themes.get(str(one.arguments.get("theme", one.arguments.get("into"))))
        if theme and theme.merged_into:
            now = before.resolve(theme.id)
            raise CallError(f"{theme.id} was merged into {now} before", mend=f"Use {now} instead")
        refused = replay([*operations, one]).problems[len(before.problems) :]
        if refused:
            named = [str(one.arguments[key]) for key in ("theme", "into") if key in one.arguments]
            named += one.arguments.get("themes", [])
            unknown = next((name for name in named if name not in before.themes), "")
            hint = nearest(unknown, before.themes) if unknown else ""
            reason = refused[0].reason
            raise CallError(reason[0].upper() + reason[1:], mend=hint)
        return append(workspace.log, [one])[0]
