"""Which source a new file replaces: a later export of the same survey, a later copy of the same document."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, LcsynthError, nearest
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import explained, hash_file, write_atomically
from lcsynth.workspace.settings import Source

if TYPE_CHECKING:
    from lcsynth.ingest import RawContribution, Reading

    Entry = tuple[str, str, str]

# Of what the earlier source holds, so much has to be in the later one too.
LEAST_IN_COMMON = 0.5
REPLACED = "replaced"  # the folder in that of a session with sources that gave way to a later export


@dataclass(frozen=True)
class Replacement:
    """A source that gives way to a later one, and how many of its remarks stayed, came and went."""

    file: str
    stayed: int
    came: int
    went: int


def replacements(
    workspace: Workspace,
    session: Session | None,
    new: Sequence[Path],
    options: Mapping[str, object],
    replaces: str,
) -> dict[str, Replacement]:
    """Find which earlier source each new file takes the place of; no source gives way twice.

    Parameters
    ----------
    session
        As it is before the files are added; None when it is new.
    options
        How the call says that the files are to be read.
    replaces
        The source that gives way, when a person said so; then nothing has to be in common.

    Returns
    -------
    dict
        Name of a new file → what it replaces.

    Raises
    ------
    CallError
        When that source is not there, or several files are to take its place.
    """
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
        one = _find_replaced(workspace, session, path, options, replaces)
        if one is not None and one.file not in {other.file for other in found.values()}:
            found[path.name] = one
    return found


@contextlib.contextmanager
def put_aside(folder: Path, name: str, replacement: Replacement | None) -> Iterator[None]:
    """Keep a copy of what is replaced before the new source is written, and remove it only after that."""
    old = folder / replacement.file if replacement else None
    if old is not None:
        aside = folder / REPLACED / f"{hash_file(old)[:12]}-{old.name}"
        write_atomically(aside, partial(shutil.copyfile, old))
    yield
    if old is not None:
        with explained(old, "removed"):
            if old.exists() and not old.samefile(folder / name):
                old.unlink()


def compare(earlier: Reading, later: Reading) -> Replacement:
    """Count the remarks that two readings have in common and that only one of them has."""
    old, new = _remarks(earlier.contributions), _remarks(later.contributions)
    return Replacement(earlier.source, len(old & new), len(new - old), len(old - new))


def _shares_enough(one: Replacement) -> bool:
    return one.stayed > 0 and one.stayed >= LEAST_IN_COMMON * (one.stayed + one.went)


def _read(workspace: Workspace, session: Session, path: Path, source: Source) -> Reading | None:
    from lcsynth.ingest import read_source

    try:
        return read_source(path, source, session, workspace.settings)
    except LcsynthError:
        return None  # told when it is read to be kept; it is no copy of anything


def _remarks(contributions: Iterable[RawContribution]) -> set[Entry]:
    from lcsynth.prepare.content import has_content

    # "Geen opmerkingen" is answered by many; it does not tell one survey from another.
    return {
        (one.identity, one.question, one.text)
        for one in contributions
        if has_content(one.text) and len(one.text.split()) >= 3
    }


def _find_replaced(
    workspace: Workspace, session: Session, path: Path, options: Mapping[str, object], replaces: str = ""
) -> Replacement | None:
    """Find the source of a session of which a file is a later export.

    It is one when it is of the same format and holds at least half of the remarks in it, from the same people
    in answer to the same questions. Where the call gives no options, those of the earlier source are tried.
    """
    found = []
    for place in workspace.sources(session.id):
        if replaces and place.name != replaces:
            continue
        own = session.source(place.name)
        earlier = _read(workspace, session, place, own)
        if earlier is None:
            continue
        ways = [Source.model_validate({"file": path.name, **options})]
        if not options and own != Source(file=own.file):
            ways.append(own.model_copy(update={"file": path.name}))
        for way in ways:
            later = _read(workspace, session, path, way)
            if later is not None and later.format == earlier.format:
                found.append(compare(earlier, later))
    if replaces and not found:
        return Replacement(replaces, 0, 0, 0)
    likely = [one for one in found if replaces or _shares_enough(one)]
    return max(likely, key=lambda one: (one.stayed, one.file), default=None)
