"""What stands beside each place of the latest version: themes, decisions, and where it was before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lcsynth.document.alignment import align, follow
from lcsynth.document.paper import Paper
from lcsynth.register.deciding import WORKED_IN

if TYPE_CHECKING:
    import pandas as pd


class Step(NamedTuple):
    """What happened to a place from one version to the next; ``anchors`` are those it had before."""

    old_version: str
    new_version: str
    change: str
    anchors: tuple[str, ...]


class Versions:
    """All versions of the paper, and what became of one in the next.

    Parameters
    ----------
    papers
        The oldest first; at least one.
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        self.papers = tuple(papers)
        self.alignments = [align(old, new) for old, new in pairwise(papers)]

    @property
    def latest(self) -> Paper:
        """The version that is read now."""
        return self.papers[-1]

    def onwards(self, version: str) -> list[pd.DataFrame] | None:
        """Give the alignments from a version to the latest; None when there is no such version."""
        names = [paper.version for paper in self.papers]
        return self.alignments[names.index(version) :] if version in names else None

    def history(self) -> dict[str, list[Step]]:
        """Anchor in the latest version → what happened to it, the last step first; none where it stayed."""
        found: dict[str, list[Step]] = {}
        for section in self.latest.sections:
            for one in section.paragraphs:
                found[one.anchor] = self._steps(one.anchor)
        return found

    def _steps(self, anchor: str) -> list[Step]:
        steps, anchors = [], [anchor]
        pairs = list(zip(pairwise(self.papers), self.alignments, strict=True))
        for (old, new), alignment in reversed(pairs):
            rows = alignment[alignment["new_anchor"].isin(anchors)]
            before = tuple(name for name in rows["old_anchor"] if name)
            changes = [change for change in rows["change"] if change != "same"]
            if changes:
                steps.append(Step(old.version, new.version, changes[0], before))
            anchors = list(before)
            if not anchors:
                break
        return steps


def margins(decisions: pd.DataFrame, versions: Versions) -> pd.DataFrame:
    """Put every theme beside the place that it touches in the latest version.

    Parameters
    ----------
    decisions
        The decisions table: a row per theme and place, on any version.

    Returns
    -------
    pandas.DataFrame
        The columns of the decisions table, with ``new_section`` and ``new_anchor`` in the latest version (the
        anchor empty for a section as a whole, both empty where the place is gone). A place that was split
        gives a row per part.
    """
    import pandas as pd

    rows = []
    for row in decisions.to_dict("records"):
        asked, steps = row["anchor"] or row["section"], versions.onwards(row["paper_version"])
        for section, anchor in _places(asked, steps, versions.latest) or [("", "")]:
            rows.append({**row, "new_section": section, "new_anchor": "" if anchor == section else anchor})
    columns = [*decisions.columns, "new_section", "new_anchor"]
    return pd.DataFrame(rows, columns=columns)


def reasons(alignment: pd.DataFrame, beside: pd.DataFrame, new: Paper) -> list[pd.DataFrame]:
    """Give for every row of an alignment the decisions because of which it changed.

    Parameters
    ----------
    alignment
        Of the version before with ``new``, the latest.
    beside
        As `margins` gives it.

    Returns
    -------
    list of pandas.DataFrame
        Rows of ``beside``: those that were worked in in this version at the paragraph, or at its section as a
        whole. None where no decision is behind a change.
    """
    worked_in = beside[beside["decision"].isin(WORKED_IN) & (beside["in_version"] == new.version)]
    found = []
    for row in alignment.to_dict("records"):
        here = worked_in["new_anchor"].isin({row["new_anchor"]} - {""})
        # What is gone was decided at where it stood.
        here |= worked_in["anchor"].isin({row["old_anchor"]} - {""})
        whole = (worked_in["anchor"] == "") & (
            worked_in["new_section"].isin({row["new_section"]} - {""})
            | worked_in["section"].isin({row["old_section"]} - {""})
        )
        found.append(worked_in[here if here.any() else whole])
    return found


def _places(asked: str, steps: Sequence[pd.DataFrame] | None, latest: Paper) -> list[tuple[str, str]]:
    if steps is None:
        return []
    if steps:
        return [(place.section, place.anchor) for place in follow(asked, steps)]
    return [
        (section.number, asked)
        for section in latest.sections
        if asked == section.number or asked in {one.anchor for one in section.paragraphs}
    ]
