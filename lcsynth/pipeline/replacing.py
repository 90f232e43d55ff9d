"""Which source a new file replaces: a later export of the same survey, a later copy of the same document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import LcsynthError
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.settings import Source

if TYPE_CHECKING:
    from lcsynth.ingest import RawContribution, Reading

    Entry = tuple[str, str, str]

# Of what the earlier source holds, so much has to be in the later one too.
LEAST_IN_COMMON = 0.5


@dataclass(frozen=True)
class Replacement:
    """A source that gives way to a later one, and how many of its remarks stayed, came and went."""

    file: str
    stayed: int
    came: int
    went: int


def find_replaced(
    workspace: Workspace, session: Session, path: Path, options: Mapping[str, object], replaces: str = ""
) -> Replacement | None:
    """Find the source of a session of which a file is a later export.

    It is one when it is of the same format and holds at least half of the remarks in it, from the same people
    in answer to the same questions. Where the call gives no options, those of the earlier source are tried.

    Parameters
    ----------
    options
        How the call says that the file is to be read.
    replaces
        The source that it replaces, when a person said so; then nothing has to be in common.
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
