"""The one way in which what a person does gets into the log: checked first, under the lock, in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from lcsynth.errors import CallError, nearest
from lcsynth.register import Operation, Register, append, read_log, replay
from lcsynth.register.appending import stamped
from lcsynth.register.coding import CODES
from lcsynth.register.numbering import THEME_ID
from lcsynth.register.undoing import undone
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import only_writer, read_table

# The arguments that name a theme.
_NAMING = ("theme", "into", "to")


def record(workspace: Workspace, make: Callable[[Register], Operation]) -> Operation:
    """Add an operation of a person to the log, but not one that does not apply.

    Parameters
    ----------
    make
        Makes the operation, given the register as it is now; nothing can come in between.

    Returns
    -------
    Operation
        As it stands in the log.

    Raises
    ------
    CallError
        When it does not apply; the message says why and what comes near.
    DataError
        When the log cannot be read or written.
    """
    (one,) = record_all(workspace, lambda register: [make(register)])
    return one


def record_all(
    workspace: Workspace, make: Callable[[Register], Sequence[Operation]], *, dry_run: bool = False
) -> list[Operation]:
    """Add operations of a person to the log, all of them or, when one does not apply, none.

    Parameters
    ----------
    make
        Makes the operations, given the register as it is now; nothing can come in between.
    dry_run
        Write nothing.

    Returns
    -------
    list of Operation
        As they stand in the log, or would.

    Raises
    ------
    CallError
        When one does not apply; the message says why and what comes near.
    DataError
        When the log cannot be read or written.
    """
    with only_writer(workspace.lock):
        operations, _ = read_log(workspace.log)
        before = replay(operations)
        made = []
        for one in make(before):
            for name in themes_in(one):
                _require_current(before, name)
            made.append(replace(one, arguments={**one.arguments, **before.meant(*themes_in(one))}))
        made = stamped(made, operations)
        names = {one.id: one for one in made}
        for problem in replay([*operations, *made]).problems:
            if problem.operation in names:
                hint = _hint(before, names[problem.operation], operations)
                raise CallError(problem.reason[0].upper() + problem.reason[1:], mend=hint)
        return made if dry_run else append(workspace.log, made, operations)


def themes_in(one: Operation) -> list[str]:
    """Name the themes that an operation names, those that take and those that give."""
    named = [one.arguments[key] for key in _NAMING if key in one.arguments]
    themes = one.arguments.get("themes")
    named += themes if isinstance(themes, list) else []
    codes = one.arguments.get(CODES)
    named += sorted(set(codes.values())) if isinstance(codes, dict) else []
    target = str(one.arguments.get("target", ""))
    named += [target] if THEME_ID.fullmatch(target) else []
    return [name for name in named if isinstance(name, str) and name]


def consequences(workspace: Workspace, operation_id: str) -> list[str]:
    """Say which operations do not apply any more because of this one: an undo of what they build on."""
    operations, _ = read_log(workspace.log)
    before = {one.operation for one in replay([one for one in operations if one.id != operation_id]).problems}
    return [
        f"{problem.place}: {problem.reason}"
        for problem in replay(operations).problems
        if problem.operation not in before
    ]


def originals(workspace: Workspace, register: Register, statements: Iterable[str]) -> list[str]:
    """Give the statements that are meant: for a repeat its original, which it follows everywhere.

    Raises
    ------
    CallError
        When there is no such statement, or it says nothing ("n/a") and is never in a theme.
    """
    given = list(dict.fromkeys(statements))
    if all(name in register.members for name in given):
        return given
    repeats = dict(_repeats(workspace))
    found = []
    for name in given:
        original = name if name in register.members else repeats.get(name)
        if original is None or original not in register.members:
            known = {*register.members, *repeats}
            raise CallError(
                f"There is no statement {name!r} that can be in a theme",
                mend=_near(name, known) or "`lcsynth themes show THEME --all` lists them",
            )
        found.append(original)
    return list(dict.fromkeys(found))


def count_with_repeats(workspace: Workspace, statements: Sequence[str]) -> int:
    """Count statements together with those that say the same, which go wherever they go."""
    named = set(statements)
    return len(named) + sum(original in named for _, original in _repeats(workspace))


def require_undoable(operations: Sequence[Operation], operation_id: str) -> None:
    """Check that an operation of a person is there and counts.

    Raises
    ------
    CallError
        When it is not there, or was undone before.
    """
    by = undone(operations).get(operation_id)
    if by:
        raise CallError(
            f"{operation_id} was undone by {by.coder} before", mend=f"To do it again, undo {by.id}"
        )


def _repeats(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for session in workspace.sessions:
        path = workspace.interim(session.id, "statements.parquet")
        if path.exists():
            table = read_table(path)
            repeated = table[table["content"] & (table["duplicate_of"] != "")]
            yield from zip(repeated["statement_id"], repeated["duplicate_of"], strict=True)


def _require_current(register: Register, name: str) -> None:
    theme = register.themes.get(name)
    if theme and theme.merged_into:
        now = register.resolve(name)
        raise CallError(f"{name} was merged into {now} before", mend=f"Use {now} instead")


def _near(name: str, known: Iterable[str]) -> str:
    """Give a hint at the nearest id; there are too many to list them all."""
    hint = nearest(name, known)
    return hint if hint.startswith("Did you mean") else ""


def _hint(register: Register, one: Operation, operations: Sequence[Operation]) -> str:
    unknown = next((name for name in themes_in(one) if name not in register.themes), "")
    if unknown:
        return nearest(unknown, register.themes)
    wanted = one.arguments.get("undone")
    if isinstance(wanted, str) and all(other.id != wanted for other in operations):
        return _near(wanted, [other.id for other in operations]) or "`lcsynth themes log` lists them"
    return ""
