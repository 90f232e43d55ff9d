"""A version of the paper taken into the workspace, from Word or Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.document import Paper, align, parse_paper, shares_nothing
from lcsynth.document.paper import pictures_in
from lcsynth.document.word_paper import WordPaper, read_word_paper
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.places import VERSION
from lcsynth.register import read_log, replay
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import only_writer, read_text, write_text
from lcsynth.workspace.init import is_untouched_example

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document.word_inline import Changes

CHANGES = ("accepted", "original")
_PICTURE = {"nl": "afbeelding", "en": "image"}
_LINES = re.compile(r" on line \d+")


@dataclass(frozen=True)
class Imported:
    """A version that was taken in.

    Attributes
    ----------
    path
        Where it is.
    paper
        As it is read.
    notices
        What did not come along, or needs a look, as sentences.
    alignment
        From the version before it, as `document.align` makes it; None for the first.
    before
        The name of that version.
    """

    path: Path
    paper: Paper
    notices: tuple[str, ...]
    alignment: pd.DataFrame | None
    before: str = ""


def import_paper(
    workspace: Workspace, file: Path, version: str, *, changes: str = "", replace: bool = False
) -> Imported:
    """Take a version of the paper into the workspace; the file itself is left as it is.

    Parameters
    ----------
    file
        A `.docx` or `.md` file.
    version
        What to call it, such as v2. The order of versions is that of the numbers in their names.
    changes
        What to do with tracked changes in a Word document: take them as *accepted*, or the *original* text
        without them. A document that has any is refused when this is empty.
    replace
        Whether a version of that name may be replaced. One that was discussed in a session, or on which
        people decided or made links, is never replaced: what they said is about its text. The example that
        `init` writes is always replaced, as long as nobody changed it, decided on it or made links to it.

    Raises
    ------
    CallError
        When the file or the name is not what it should be, or the version is there already.
    DataError
        When the file cannot be read, has no sections, gives one number to two, or has tracked changes.
    """
    if changes and changes not in CHANGES:
        raise CallError(f"'{changes}' is not a way to take tracked changes", expected=" or ".join(CHANGES))
    if not VERSION.fullmatch(version):
        raise CallError(f"'{version}' is not a name of a version", where="--as", expected="a name such as v2")
    markdown, notices = _read(workspace, file, changes)
    paper = _parsed(markdown, version, file)
    with only_writer(workspace.lock):
        _refuse_to_replace(workspace, version, replace=replace)
        write_text(workspace.paper(version), markdown)
    known = workspace.papers()
    place = known.index(version)
    if not place:
        return Imported(workspace.paper(version), paper, notices, None)
    before = parse_paper(read_text(workspace.paper(known[place - 1])), version=known[place - 1])
    alignment = align(before, paper)
    if shares_nothing(alignment):
        notices += (
            f"It shares no paragraph with {before.version}: nothing that was said about that version can be "
            "followed to this one. Is it the right file?",
        )
    return Imported(workspace.paper(version), paper, notices, alignment, before.version)


def _read(workspace: Workspace, file: Path, changes: str) -> tuple[str, tuple[str, ...]]:
    """Give the Markdown of a file, and what has to be said of it."""
    suffix = file.suffix.casefold()
    if suffix in (".md", ".markdown"):
        text = read_text(file).replace("\r\n", "\n")
        return text, tuple(_about_pictures(pictures_in(text)))
    if suffix != ".docx":
        raise CallError(
            f"'{file.name}' is no Word document and no Markdown",
            where=str(file),
            expected="a file ending in .docx or .md",
            mend="Open it in Word or LibreOffice and save it as .docx",
        )
    if not file.is_file():
        raise CallError("There is no such file", where=str(file))
    way: Changes = "original" if changes == "original" else "accepted"
    found = read_word_paper(file, changes=way, picture=_PICTURE[workspace.settings.languages[0]])
    if found.changed and not changes:
        raise DataError(
            f"It has tracked changes ({found.changed}), and nothing says whether they count",
            where=file.name,
            mend="Accept or reject them in Word, or give --changes accepted or --changes original",
        )
    return found.markdown, tuple(_notices(found, way))


def _notices(found: WordPaper, changes: Changes) -> Iterator[str]:
    if found.changed:
        how = "taken as accepted" if changes == "accepted" else "left out, as if they were never made"
        yield f"Tracked changes that are {how}: {found.changed}."
    if found.commented:
        yield f"Comments, which `lcsynth add` reads as feedback and are left out here: {found.commented}."
    yield from _about_pictures(found.pictures)
    if found.pages:
        yield f"Pages, as Word last showed them, on which remarks about “p. 4” are looked up: {found.pages}."
    if found.unlinked:
        yield f"Links to no web address, of which only the text is kept: {found.unlinked}."


def _about_pictures(count: int) -> Iterator[str]:
    if count:
        yield f"Pictures that are noted by their description and not shown: {count}."


def _parsed(markdown: str, version: str, file: Path) -> Paper:
    try:
        return parse_paper(markdown, version=version, where=file.name)
    except DataError as error:
        if file.suffix.casefold() != ".docx":
            raise
        # Lines are those of a text that nobody sees.
        what = _LINES.sub("", error.what)
        expected = "paragraphs with the style Heading 1, 2, … (Kop 1, 2, …)" if error.expected else ""
        raise DataError(what, where=error.where, expected=expected, mend=error.mend) from error


def _refuse_to_replace(workspace: Workspace, version: str, *, replace: bool) -> None:
    if version not in workspace.papers():
        return
    where, example = str(workspace.paper(version)), is_untouched_example(workspace, version)
    if not replace and not example:
        raise CallError(
            f"There is a version {version} already",
            where=where,
            mend="Give it another name, or replace it with --replace",
        )
    # Nobody discussed the example itself, whatever version a session says it did.
    discussed = [one.id for one in workspace.sessions if one.paper_version == version and not example]
    register = replay(read_log(workspace.log)[0])
    tied = sum(one.paper_version == version for one in register.links)
    tied += sum(one.paper_version == version for one in register.decisions)
    if discussed or tied:
        why = f"session {discussed[0]} discussed it" if discussed else f"{tied} links or decisions are on it"
        raise CallError(
            f"Version {version} cannot be replaced, because {why}",
            where=where,
            mend="Import the new text as the next version",
        )
