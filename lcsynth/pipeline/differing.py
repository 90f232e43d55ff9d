"""What changed from one version of the paper to another, with the words of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.document import Mark, Paper, align, mark_words
from lcsynth.pipeline.versions import paper
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Difference:
    """Two versions of the paper and what became of each section and paragraph.

    Attributes
    ----------
    alignment
        As `align` makes it.
    before, after
        Anchor → the text of the paragraph or the title of the section, in either version.
    """

    old: Paper
    new: Paper
    alignment: pd.DataFrame
    before: Texts
    after: Texts

    def marks(self, old_anchor: str, new_anchor: str) -> list[Mark]:
        """Mark the words that changed between two places; an empty anchor stands for no text."""
        return mark_words(self.before.get(old_anchor, ""), self.after.get(new_anchor, ""))

    def rows(self) -> list[dict[str, object]]:
        """Give what changed for other programs: the columns of the alignment, and the words marked."""
        found: list[dict[str, object]] = []
        for row in self.alignment.to_dict("records"):
            marks = [mark._asdict() for mark in self.marks(row["old_anchor"], row["new_anchor"])]
            missing = row["similarity"] != row["similarity"]
            similarity = None if missing else row["similarity"]
            found.append(
                {**{str(key): value for key, value in row.items()}, "similarity": similarity, "words": marks}
            )
        return found


def differ(workspace: Workspace, old: str, new: str) -> Difference:
    """Compare two versions of the paper.

    Raises
    ------
    CallError
        When there is no such version.
    DataError
        When a file is not what it should be.
    """
    first, last = paper(workspace, old), paper(workspace, new)
    return Difference(first, last, align(first, last), first.texts, last.texts)
