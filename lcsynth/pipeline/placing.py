"""A link that a person makes or takes away, checked and put in the log."""

from __future__ import annotations

from lcsynth.pipeline.places import discussed_paper, place_in
from lcsynth.pipeline.recording import originals, record
from lcsynth.register import Operation, Register, operation
from lcsynth.register.linking import LINK, UNLINK
from lcsynth.register.numbering import THEME_ID
from lcsynth.workspace import Workspace


def link_to(
    workspace: Workspace, target: str, at: str, version: str, *, linked: bool, coder: str, note: str
) -> Operation:
    """Link a statement or a theme to a place in the paper, or take such a link away.

    Raises
    ------
    CallError
        When the target, the version or the place is not there.
    DataError
        When the paper or the log cannot be read.
    """
    paper = discussed_paper(workspace, version)
    section, anchor = place_in(paper, at)

    def make(register: Register) -> Operation:
        what = (
            {"theme": target}
            if THEME_ID.fullmatch(target)
            else {"statement": originals(workspace, register, [target])[0]}
        )
        return operation(
            LINK if linked else UNLINK,
            coder=coder,
            note=note,
            **what,
            paper_version=paper.version,
            section=section,
            anchor=anchor,
        )

    return record(workspace, make)
