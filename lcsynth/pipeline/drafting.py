"""The draft for authors: a version of the paper with what was said about it, from the tables to the file."""

from __future__ import annotations

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.workspace import Workspace


def draft(workspace: Workspace, version: str, *, language: str = "") -> bytes:
    """Write a version of the paper as a Word document, with the themes as comments at their places.

    Parameters
    ----------
    version
        Such as ``v1``.
    language
        Of the comments: ``nl`` or ``en``; empty for the first of the workspace.

    Returns
    -------
    bytes
        A .docx file, the same for the same tables.

    Raises
    ------
    CallError
        When there is no such version or language.
    DataError
        When the tables cannot be made, or a quote is not literally in its contribution.
    """
    from lcsynth.document import read_paper
    from lcsynth.report.draft import Draft
    from lcsynth.report.draft_file import draft_file

    if version not in workspace.papers():
        raise CallError(f"The paper has no version '{version}'", mend=nearest(version, workspace.papers()))
    paper = read_paper(workspace.paper(version))
    chosen = language or workspace.settings.languages[0]
    notes = Draft(synthesise(workspace), paper, chosen).notes()
    return draft_file(paper, notes, language=chosen)
