"""The reply matrix of a workspace, as a file's content in any of its forms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.document.unsettled import unsettled
from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.matrix_sheet import write_matrix_sheet
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.register import read_log, replay
from lcsynth.workspace import LIVING_DOCUMENT, Workspace

if TYPE_CHECKING:
    from lcsynth.report.matrix import MatrixPage

FORMATS = ("html", "xlsx", "docx", "md")


def reply_matrix(workspace: Workspace, *, format: str = "html", language: str = "nl") -> bytes:  # noqa: A002
    """Give the reply matrix of a workspace.

    Parameters
    ----------
    format
        html, xlsx (to fill in, see `importing.import_decisions`), docx or md.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    CallError
        When there is no such format or language.
    DataError
        When the tables cannot be made.
    """
    if format not in FORMATS:
        raise CallError(f"There is no format '{format}'", mend=nearest(format, FORMATS))
    page = matrix_page(workspace, language)
    if format == "xlsx":
        return write_matrix_sheet(page)
    if format == "docx":
        from lcsynth.report.matrix_word import matrix_word

        return matrix_word(page)
    if format == "md":
        from lcsynth.report.matrix_markdown import matrix_markdown

        return matrix_markdown(page).encode("utf-8")
    from lcsynth.report.matrix_html import matrix_html

    return matrix_html(page).encode("utf-8")


def matrix_page(workspace: Workspace, language: str) -> MatrixPage:
    """Give what every form of the reply matrix is made from.

    Raises
    ------
    CallError
        When there is no such language.
    DataError
        When the tables cannot be made.
    """
    from lcsynth.report.matrix import MatrixPage

    synthesis = synthesise(workspace)
    register = replay(read_log(workspace.log)[0], [session.id for session in workspace.sessions])
    return MatrixPage(synthesis, language, unsettled(register, synthesis.versions))


def matrix_path(workspace: Workspace, *, format: str, language: str) -> Path:  # noqa: A002
    """Say where the matrix goes when nobody says where: next to the report of the living document."""
    return workspace.reports(LIVING_DOCUMENT, f"matrix.{language}.{format}")


def matrix_format(path: Path) -> str:
    """Tell the format from the name of a file.

    Raises
    ------
    CallError
        When it ends in none of the known ways.
    """
    found = path.suffix.lower().removeprefix(".")
    if found not in FORMATS:
        raise CallError(
            f"'{path.name}' does not say which format is meant",
            expected=f"a name ending in {', '.join(f'.{name}' for name in FORMATS)}",
            mend="Or give one with --format",
        )
    return found
