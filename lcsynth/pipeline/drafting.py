"""The draft for authors: a version of the paper with what was said about it, from the tables to the file."""

from __future__ import annotations

from lcsynth.pipeline.synthesis import synthesise
from lcsynth.pipeline.versions import paper
from lcsynth.workspace import Workspace


def draft(workspace: Workspace, version: str = "", *, language: str = "") -> bytes:
    """Write a version of the paper as a Word document, with the themes as comments at their places.

    Parameters
    ----------
    version
        Such as ``v1``; empty for the latest.
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
    from lcsynth.report.draft import Draft
    from lcsynth.report.draft_file import draft_file

    of = paper(workspace, version)
    chosen = language or workspace.settings.languages[0]
    notes = Draft(synthesise(workspace), of, chosen).notes()
    return draft_file(of, notes, language=chosen)
