"""All versions of the paper together: what became of one in another, and where a remark on one is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lcsynth import schema
from lcsynth.document.alignment import align
from lcsynth.document.carrying import carry
from lcsynth.document.paper import Paper
from lcsynth.errors import CallError, nearest

if TYPE_CHECKING:
    import pandas as pd


class Step(NamedTuple):
    """What happened to a place from one version to the next; ``anchors`` are those it had before."""

    old_version: str
    new_version: str
    change: str
    anchors: tuple[str, ...]


class Versions:
    """The versions of the paper, each pair of them aligned once, when that is first asked for.

    Parameters
    ----------
    papers
        The oldest first.
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.papers: Mapping[str, Paper] = {paper.version: paper for paper in papers}
        self._aligned: dict[tuple[str, str], pd.DataFrame] = {}

    @property
    def names(self) -> list[str]:
        """What they are called, the oldest first."""
        return list(self.papers)

    @property
    def latest(self) -> Paper:
        """The version that is read now; there must be one."""
        return self.papers[self.names[-1]]

    def aligned(self, old: str, new: str) -> pd.DataFrame:
        """Align two versions, whatever lies between them; see `align`."""
        if (old, new) not in self._aligned:
            self._aligned[old, new] = align(self.papers[old], self.papers[new])
        return self._aligned[old, new]

    def between(self, first: str, last: str) -> list[pd.DataFrame]:
        """Align every version with the next, from one to another; the earlier one may be the last.

        Returns
        -------
        list of pandas.DataFrame
            As `align` makes them; empty when both are the same version.

        Raises
        ------
        CallError
            When there is no such version.
        """
        names = self.names
        for version in (first, last):
            if version not in self.papers:
                raise CallError(f"The paper has no version '{version}'", mend=nearest(version, names))
        start, end = names.index(first), names.index(last)
        steps = names[start : end + 1] if start <= end else names[end : start + 1][::-1]
        return [self.aligned(old, new) for old, new in pairwise(steps)]

    def carried(self, links: pd.DataFrame, version: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Take all links to one version, those that were made on it and on others.

        Returns
        -------
        tuple of pandas.DataFrame
            The links table of that version; and the links whose place is not there, or whose own version is
            not.

        Raises
        ------
        CallError
            When there is no such version.
        """
        import pandas as pd

        found, gone = [schema.empty("links")], [schema.empty("links")]
        for of, part in links.groupby("paper_version"):
            if of not in self.papers:
                gone.append(part)
                continue
            here, lost = carry(part, self.between(str(of), version), to=version)
            found.append(here)
            gone.append(lost)
        # Said of two versions, it is one remark on one place.
        together = pd.concat(found).drop_duplicates(["statement_id", "section", "anchor", "how"])
        return schema.conform(together, "links"), schema.conform(pd.concat(gone), "links")

    def history(self) -> dict[str, list[Step]]:
        """Anchor in the latest version → what happened to it, the last step first; none where it stayed."""
        return {
            one.anchor: self._steps(one.anchor)
            for section in self.latest.sections
            for one in section.paragraphs
        }

    def _steps(self, anchor: str) -> list[Step]:
        steps, anchors = [], [anchor]
        for old, new in reversed(list(pairwise(self.names))):
            alignment = self.aligned(old, new)
            rows = alignment[alignment["new_anchor"].isin(anchors)]
            before = tuple(name for name in rows["old_anchor"] if name)
            changes = [change for change in rows["change"] if change != "same"]
            if changes:
                steps.append(Step(old, new, changes[0], before))
            anchors = list(before)
            if not anchors:
                break
        return steps
