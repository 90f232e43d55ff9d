"""A file to add of which the text is the paper itself: it holds nothing that anybody said."""

from __future__ import annotations

from lcsynth.document.anchors import plain
from lcsynth.errors import DataError
from lcsynth.ingest import Reading
from lcsynth.pipeline.versions import versions
from lcsynth.workspace import Workspace

# From this share of its characters on, a text is a version of the paper: notes may quote it at length.
_SHARE = 0.5


def refuse_the_paper(workspace: Workspace, reading: Reading) -> None:
    """Refuse notes that are for the most part, word for word, a version of the paper.

    A draft that passed through a program which took its mark away is told by this, when nobody put a comment
    or a tracked change into it.

    Raises
    ------
    DataError
        When they are, or a version cannot be read.
    """
    notes = [plain(one.text) for one in reading.contributions]
    whole = sum(map(len, notes))
    for paper in versions(workspace).papers.values() if whole else ():
        text = "\n".join(map(plain, paper.texts.values()))
        if sum(len(note) for note in notes if note in text) >= _SHARE * whole:
            raise DataError(
                f"Its text is that of {paper.version} of the paper, with no comment or tracked change in it",
                where=reading.source,
                expected="what people said about the paper",
                mend="Import a next version with `lcsynth document import`, or add this text as what people "
                "said with --format notes",
            )
