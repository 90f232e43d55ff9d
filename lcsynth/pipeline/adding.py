"""Adding the files of a session: read first, then copied, then noted; nothing half-written."""

from __future__ import annotations

import datetime as dt
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.pipeline.freshness import Inputs
from lcsynth.pipeline.material import keep_prepared, prepare_readings
from lcsynth.pipeline.replacing import Replacement, find_replaced
from lcsynth.workspace import Session, Workspace, yamlfile
from lcsynth.workspace.files import (
    KEY_BYTES,
    explained,
    hash_file,
    only_writer,
    secret_key,
    write_atomically,
    write_text,
)
from lcsynth.workspace.layout import is_hidden, sessions_text
from lcsynth.workspace.settings import Sessions, check_session_id

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.ingest import Reading

REPLACED = "replaced"  # the folder in that of a session with sources that gave way to a later export
EXPECTED_ID = "letters, digits, points, dashes and underscores, such as 2022-05-17-onderzoekers"


@dataclass(frozen=True)
class Added:
    """What came of adding files, or would come of it.

    Attributes
    ----------
    session
        The session as it is now.
    readings
        One per new file, with the columns it found and what they were taken for.
    ledger
        The ledger of the whole session: rows read = contributions + duplicates + quarantined + empty.
    known
        Files that were in the session already, under the name they have there.
    replaced
        New files that took the place of an earlier source.
    assumed
        What was filled in because the call did not say, as sentences.
    """

    session: Session
    readings: tuple[Reading, ...]
    ledger: pd.DataFrame
    known: Mapping[str, str]
    replaced: Mapping[str, Replacement]
    assumed: tuple[str, ...]


def add(
    workspace: Workspace,
    files: Sequence[str | Path],
    session_id: str,
    *,
    changes: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
    replaces: str = "",
    keep_both: bool = False,
    dry_run: bool = False,
) -> Added:
    """Add files to a session; make the session when it is not there.

    A later export of the same survey takes the place of the earlier one, which is kept, unread, in the folder
    `replaced` beside it. Answers that stayed the same keep their ids, and with these what people curated.

    Parameters
    ----------
    files
        Paths of sources; they are copied and never changed.
    changes
        Keys of the session to set: title, date, audiences…, as in `data/sessions.yaml`.
    options
        How the files are to be read: text_columns, contributor_column…
    replaces
        The source that the file takes the place of, when that cannot be recognised from its content.
    keep_both
        Replace nothing, even if a file looks like a later export of a source that is there.
    dry_run
        Change nothing; only tell what would happen.

    Raises
    ------
    CallError
        When a file is not there, or an option names what does not exist.
    DataError
        When a file cannot be read; then nothing was changed.
    """
    from lcsynth.ingest import read_source

    paths = [_existing(Path(file)) for file in files]
    given, assumed = _complete(workspace, session_id, dict(changes or {}))
    chosen = {name: value for name, value in (options or {}).items() if value}
    with only_writer(workspace.lock):
        new, known = _unknown(workspace, session_id, paths)
        before = next((one for one in workspace.sessions if one.id == session_id), None)
        replaced = {} if keep_both else _replaced(workspace, before, new, chosen, replaces)
        _check_names(workspace, session_id, new, replaced)
        listed = [{"file": known.get(str(path), path.name), **chosen} for path in paths]
        renamed = {one.file: name for name, one in replaced.items()}
        text = sessions_text(workspace, session_id, given, listed, renamed)
        session = _session_in(text, workspace, session_id)
        if session.paper_version and session.paper_version not in workspace.papers():
            raise CallError(
                f"There is no version '{session.paper_version}' of the paper",
                where=str(workspace.data / "paper"),
                mend=nearest(session.paper_version, workspace.papers()) or "Put one in data/paper/v1.md",
            )
        staying = [path for path in workspace.sources(session_id) if path.name not in renamed]
        places = sorted({path.name: path for path in (*staying, *new)}.items())
        readings = [
            read_source(path, session.source(name), session, workspace.settings) for name, path in places
        ]
        # A key that is there for this once will do where nothing is kept.
        key = bytes(KEY_BYTES) if dry_run and not workspace.key.exists() else secret_key(workspace.key)
        found = prepare_readings(workspace, session_id, readings, key)
        if not dry_run:
            for path in new:
                _store(workspace.raw(session_id), path, replaced.get(path.name))
            write_text(workspace.data / "sessions.yaml", text)
            workspace.forget()
            keep_prepared(Inputs(workspace), workspace.session(session_id), found)
    names = {path.name for path in new}
    read = tuple(reading for reading in readings if reading.source in names)
    return Added(session, read, found.ledger, known, replaced, assumed)


def _replaced(
    workspace: Workspace,
    session: Session | None,
    new: Sequence[Path],
    options: Mapping[str, Any],
    replaces: str,
) -> dict[str, Replacement]:
    """Find which earlier source each new file takes the place of; no source gives way twice."""
    there = [path.name for path in workspace.sources(session.id)] if session else []
    if replaces and replaces not in there:
        raise CallError(
            f"The session has no source '{replaces}'", where="--replaces", mend=nearest(replaces, there)
        )
    if replaces and len(new) != 1:
        raise CallError(
            f"{len(new)} of these files are new, and one source cannot give way to each",
            where="--replaces",
            expected="one new file",
        )
    if session is None:
        return {}
    found: dict[str, Replacement] = {}
    for path in new:
        one = find_replaced(workspace, session, path, options, replaces)
        if one is not None and one.file not in {other.file for other in found.values()}:
            found[path.name] = one
    return found


def _check_names(
    workspace: Workspace, session_id: str, new: Sequence[Path], replaced: Mapping[str, Replacement]
) -> None:
    """Two sources of one session need two names, on any computer."""
    gone = {one.file for one in replaced.values()}
    # On some disks big.csv and BIG.csv, or two spellings of é, are one file.
    names = {_on_disk(path.name) for path in workspace.sources(session_id) if path.name not in gone}
    for path in new:
        if _on_disk(path.name) in names:
            raise DataError(
                f"The session has another file with this name already: {path.name}",
                where=str(path),
                expected="a later export, with at least half of the remarks that are in that one",
                mend="Give it another name and add it again, or say `--replaces` if it takes its place",
            )
        names.add(_on_disk(path.name))


def _store(folder: Path, path: Path, replacement: Replacement | None) -> None:
    """Copy a source in; what it replaces is put aside first and removed last, so nothing is ever lost."""
    old = folder / replacement.file if replacement else None
    if old is not None:
        aside = folder / REPLACED / f"{hash_file(old)[:12]}-{old.name}"
        write_atomically(aside, partial(shutil.copyfile, old))
    copy = folder / path.name
    write_atomically(copy, partial(shutil.copyfile, path))
    if old is not None:
        with explained(old, "removed"):
            if old.exists() and not old.samefile(copy):
                old.unlink()


def _existing(path: Path) -> Path:
    if not path.exists():
        there = [one.name for one in path.parent.iterdir() if one.exists()] if path.parent.is_dir() else []
        raise CallError(
            "There is no such file", where=str(path), mend=nearest(path.name, there) if there else ""
        )
    if not path.is_file():
        raise CallError("This is not a file", where=str(path), mend="Name the files, not their folder")
    if is_hidden(path):
        raise CallError(
            "This is a hidden or temporary file", where=str(path), mend="Give it a name that begins otherwise"
        )
    return path


def _complete(
    workspace: Workspace, session_id: str, changes: dict[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Fill in what a new session must have and the call does not say."""
    try:
        check_session_id(session_id)
    except ValueError as error:
        raise CallError(
            f"'{session_id}' cannot be a session id", where="--session", expected=EXPECTED_ID
        ) from error
    unknown = [name for name in changes.get("audiences", ()) if name not in workspace.settings.audiences]
    if unknown:
        raise CallError(
            f"There is no audience '{unknown[0]}'",
            where=str(workspace.data / "workspace.yaml"),
            mend=nearest(unknown[0], workspace.settings.audiences),
        )
    assumed = []
    if session_id not in {session.id for session in workspace.sessions}:
        if "date" not in changes:
            changes["date"] = _date_in(session_id) or dt.datetime.now().astimezone().date()
            assumed.append(f"its date is {changes['date']}")
        if "title" not in changes:
            changes["title"] = {"nl": session_id, "en": session_id}
            assumed.append(f"its title is {session_id}")
    return changes, tuple(assumed)


def _date_in(session_id: str) -> dt.date | None:
    """Read the date that a session id begins with, as in `2022-05-17-onderzoekers`."""
    try:
        return dt.date.fromisoformat(session_id[:10])
    except ValueError:
        return None


def _unknown(
    workspace: Workspace, session_id: str, paths: Sequence[Path]
) -> tuple[list[Path], dict[str, str]]:
    """Tell the files that are new from those the session has already, by content."""
    hashes = {digest: name for name, digest in Inputs(workspace).sources(session_id).items()}
    new, known = [], {}
    for path in paths:
        digest = hash_file(path)
        if digest in hashes:
            known[str(path)] = hashes[digest]
            continue
        hashes[digest] = path.name
        new.append(path)
    return new, known


def _on_disk(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _session_in(text: str, workspace: Workspace, session_id: str) -> Session:
    """Read the session as it will be; the file was right before, so what is wrong is what the call says."""
    try:
        sessions = yamlfile.parse(text, Sessions, workspace.data / "sessions.yaml").sessions
    except DataError as error:
        key = error.where.rsplit("›", maxsplit=1)[-1].strip().replace("_", "-")
        raise CallError(error.what, where=f"--{key}", expected=error.expected, mend=error.mend) from error
    return next(session for session in sessions if session.id == session_id)
