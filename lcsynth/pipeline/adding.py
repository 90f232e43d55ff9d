"""Adding the files of a session: read first, then copied, then noted; nothing half-written."""

from __future__ import annotations

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
from lcsynth.pipeline.new_session import complete, discussed_version, session_in
from lcsynth.pipeline.paper_itself import refuse_the_paper
from lcsynth.pipeline.replacing import Replacement, put_aside, replacements
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import (
    KEY_BYTES,
    hash_file,
    only_writer,
    secret_key,
    write_atomically,
    write_text,
)
from lcsynth.workspace.layout import is_hidden, sessions_text

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.ingest import Reading


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
    elsewhere
        New files that are in another session too: name → session. They count in both.
    replaced
        New files that took the place of an earlier source.
    assumed
        What was filled in because the call did not say, as sentences.
    """

    session: Session
    readings: tuple[Reading, ...]
    ledger: pd.DataFrame
    known: Mapping[str, str]
    elsewhere: Mapping[str, str]
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
        When a file cannot be read, or is the paper itself; then nothing was changed.
    """
    from lcsynth.ingest import read_source

    paths = [_existing(Path(file)) for file in files]
    given, assumed = complete(workspace, session_id, dict(changes or {}))
    chosen = {name: value for name, value in (options or {}).items() if value}
    with only_writer(workspace.lock):
        new, known = _unknown(workspace, session_id, paths)
        before = next((one for one in workspace.sessions if one.id == session_id), None)
        replaced = {} if keep_both else replacements(workspace, before, new, chosen, replaces)
        _check_names(workspace, session_id, new, replaced)
        listed = [{"file": known.get(str(path), path.name), **chosen} for path in paths]
        renamed = {one.file: name for name, one in replaced.items()}
        text = sessions_text(workspace, session_id, given, listed, renamed)
        session = session_in(text, workspace, session_id)
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
        names = {path.name for path in new}
        for reading in readings:
            if reading.source in names and reading.format == "notes" and not chosen.get("format"):
                refuse_the_paper(workspace, reading)
        if before is None and not session.paper_version:
            version, sentence = discussed_version(workspace, readings)
            assumed = (*assumed, sentence)
            if version:
                given = {**given, "paper_version": version}
                text = sessions_text(workspace, session_id, given, listed, renamed)
                session = session_in(text, workspace, session_id)
        # A key that is there for this once will do where nothing is kept.
        key = bytes(KEY_BYTES) if dry_run and not workspace.key.exists() else secret_key(workspace.key)
        found = prepare_readings(workspace, session_id, readings, key)
        if not dry_run:
            for path in new:
                with put_aside(workspace.raw(session_id), path.name, replaced.get(path.name)):
                    copy = partial(shutil.copyfile, path)
                    write_atomically(workspace.raw(session_id) / path.name, copy)
            write_text(workspace.data / "sessions.yaml", text)
            workspace.forget()
            keep_prepared(Inputs(workspace), workspace.session(session_id), found)
    read = tuple(reading for reading in readings if reading.source in names)
    return Added(
        session, read, found.ledger, known, _elsewhere(workspace, session_id, new), replaced, assumed
    )


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


def _elsewhere(workspace: Workspace, session_id: str, new: Sequence[Path]) -> dict[str, str]:
    inputs = Inputs(workspace)
    others = {
        digest: session.id
        for session in workspace.sessions
        if session.id != session_id
        for digest in inputs.sources(session.id).values()
    }
    return {path.name: others[digest] for path in new if (digest := hash_file(path)) in others}


def _on_disk(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
