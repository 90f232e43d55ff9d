"""The versions of the paper that a workspace keeps, in order, and what became of one in another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document import Paper, align, carry, read_paper
from lcsynth.errors import CallError, nearest
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd


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


def papers(workspace: Workspace) -> dict[str, Paper]:
    """Read all versions of the paper, first to last.

    Raises
    ------
    DataError
        When a file is not what it should be.
    """
    return {version: read_paper(workspace.paper(version)) for version in workspace.papers()}


def between(workspace: Workspace, first: str, last: str) -> list[pd.DataFrame]:
    """Align every version with the next, from one to another; the earlier one may be the last.

    Returns
    -------
    list of pandas.DataFrame
        As `align` makes them; empty when both are the same version.

    Raises
    ------
    CallError
        When there is no such version.
    DataError
        When a file is not what it should be.
    """
    for version in (first, last):
        paper(workspace, version)
    known = workspace.papers()
    start, end = known.index(first), known.index(last)
    steps = known[start : end + 1] if start <= end else known[end : start + 1][::-1]
    papers = [read_paper(workspace.paper(version)) for version in steps]
    return [align(old, new) for old, new in pairwise(papers)]


def carried_to(workspace: Workspace, links: pd.DataFrame, version: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Take all links to one version of the paper, those that were made on it and on others.

    Returns
    -------
    tuple of pandas.DataFrame
        The links table of that version; and the links whose place is not there, or whose own version is not.

    Raises
    ------
    CallError
        When there is no such version.
    DataError
        When a file is not what it should be.
    """
    import pandas as pd

    known = workspace.papers()
    carried, gone = [schema.empty("links")], [schema.empty("links")]
    for of, part in links.groupby("paper_version"):
        if of not in known:
            gone.append(part)
            continue
        found, lost = carry(part, between(workspace, str(of), version), to=version)
        carried.append(found)
        gone.append(lost)
    together = pd.concat(carried).drop_duplicates(["statement_id", "section", "anchor", "how"])
    return schema.conform(together, "links"), schema.conform(pd.concat(gone), "links")
