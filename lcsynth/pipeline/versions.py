"""The versions of the paper that a workspace keeps."""

from __future__ import annotations

from lcsynth.document import Paper, Versions, read_paper
from lcsynth.errors import CallError, nearest
from lcsynth.workspace import Workspace


def paper(workspace: Workspace, version: str = "") -> Paper:
    """Read a version of the paper; the latest when none is named.

    Raises
    ------
    CallError
        When there is no such version.
    DataError
        When its file is not what it should be.
    """
    known = workspace.papers()
    if not known:
        raise CallError(
            "There is no version of the paper yet",
            where=str(workspace.data / "paper"),
            mend="Add one with `lcsynth document import FILE --as v1`",
        )
    if version and version not in known:
        raise CallError(
            f"The paper has no version '{version}'",
            where=str(workspace.data / "paper"),
            mend=nearest(version, known),
        )
    return read_paper(workspace.paper(version or known[-1]))


def versions(workspace: Workspace) -> Versions:
    """Read all versions of the paper.

    Raises
    ------
    DataError
        When a file is not what it should be.
    """
    return Versions([read_paper(workspace.paper(version)) for version in workspace.papers()])
