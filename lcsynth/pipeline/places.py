"""Places in the paper as people name them: checked against the version that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.stages import paper_of
from lcsynth.pipeline.versions import paper
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    from lcsynth.document import Paper

# As a file is called on every system, so that the version can be written later.
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,40}")


def discussed_paper(workspace: Workspace, version: str = "") -> Paper:
    """Read a version of the paper; without a name the one that the last session discussed.

    Raises
    ------
    CallError
        When there is no such version, or none at all.
    DataError
        When it cannot be read.
    """
    if version:
        return paper(workspace, version)
    found = (paper_of(workspace, one) for one in reversed(workspace.sessions) if workspace.sources(one.id))
    return next((one for one in found if one), None) or paper(workspace)


def place_in(paper: Paper, at: str) -> tuple[str, str]:
    """Give the section and the anchor of a place such as `2.1` or `2.1:3`; no anchor for a whole section.

    Raises
    ------
    CallError
        When the version has no such place.
    """
    at = at.strip().removeprefix("§").strip()
    number, _, paragraph = at.partition(":")
    section = paper.section(number)
    if section is None:
        raise CallError(
            f"Version {paper.version} has no section {number!r}",
            expected="a section such as 2.1, or a paragraph such as 2.1:3",
            mend=nearest(number, [one.number for one in paper.sections]),
        )
    if not paragraph:
        return number, ""
    if all(one.anchor != at for one in section.paragraphs):
        raise CallError(
            f"Section {number} of version {paper.version} has no paragraph {paragraph!r}",
            expected=f"a number from 1 to {len(section.paragraphs)}"
            if section.paragraphs
            else f"{number} alone, for it has no paragraphs",
        )
    return number, at


def version_named(name: str, discussed: str, known: Sequence[str]) -> str:
    """Check the name of the version in which a decision is worked in; the next may be still to be written.

    Parameters
    ----------
    discussed
        The version that the decision is about.
    known
        All versions that are there, the oldest first.

    Raises
    ------
    CallError
        When it is no name of a version, not of a later one than was discussed, or of one that is neither
        there nor the next.
    """
    name = name.strip()
    if name and not VERSION.fullmatch(name):
        raise CallError(f"{name!r} is not a name of a version", expected="a name such as v2")
    if name in known and known.index(name) <= known.index(discussed):
        raise CallError(
            f"The decision is about {discussed}, so it is worked in in a later version",
            expected="the name of that version, or none yet",
        )
    coming = _next(known[-1]) if known else []
    if name and name not in known and coming and name not in coming:
        raise CallError(
            f"The paper has no version {name!r} yet, and it is not the next one",
            expected=f"{coming[0]}, a version that is there, or none yet",
        )
    return name


def _next(version: str) -> list[str]:
    """Name the versions that can follow one: after v2 it is v3, after v1.2 it is v1.3, v2.0 or v2.

    Names without a number have no order that tells.
    """
    parts = re.split(r"(\d+)", version)
    last = "".join([*parts[:-2], str(int(parts[-2]) + 1), parts[-1]]) if len(parts) > 1 else ""
    if len(parts) <= 3:
        return [last] if last else []
    first = [parts[0], str(int(parts[1]) + 1)]
    zeros = [part if place % 2 == 0 else "0" for place, part in enumerate(parts[2:], start=2)]
    return list(dict.fromkeys([last, "".join([*first, *zeros]), "".join(first)]))
