"""The draft as a Word document: the paper as it is, with a comment for every theme at its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lcsynth.ingest.draft_notes import DRAFTER
from lcsynth.report.draft import Note
from lcsynth.report.plain import writable
from lcsynth.report.word_blocks import MarkdownWriter
from lcsynth.report.word_file import describe, mark_as_draft, stored
from lcsynth.report.word_notes import NOTE, WordNotes, notes_in

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from lcsynth.document import Paper


def draft_file(paper: Paper, notes: Mapping[str, Sequence[Note]], *, language: str) -> bytes:
    """Write a version of the paper as a Word document with comments.

    Parameters
    ----------
    paper
        The version.
    notes
        The comments in order, by the anchor of a paragraph or, on its heading, the number of a section.
    language
        Of the document, for who proofreads it.

    Returns
    -------
    bytes
        A .docx file, the same for the same arguments.
    """
    import docx

    document = docx.Document()
    describe(document, paper.title, language)
    document.core_properties.version = paper.version
    mark_as_draft(document, paper.version)
    texts = notes_in(paper)
    footnotes = WordNotes(texts)
    writer = MarkdownWriter(document, footnotes)
    if paper.title:
        writer.write_line(document.add_heading(level=0), paper.title)
    highest = min((section.level for section in paper.sections), default=1)
    for section in paper.sections:
        written: Sequence[Paragraph] = ()
        about = notes.get(section.number, ())
        if section.heading:
            written = [document.add_heading(level=min(section.level - highest + 1, 9))]
            writer.write_line(written[0], section.heading)
            _comment(document, written, about)
        for paragraph in section.paragraphs:
            note = NOTE.fullmatch(paragraph.text)
            # A footnote is written where it is referred to, and so are the comments on it.
            written = written if note and note[1] in texts else writer.write(paragraph.text)
            # What is about text that has no heading stands at its beginning.
            first = not section.heading and paragraph is section.paragraphs[0]
            _comment(document, written, [*(about if first else ()), *notes.get(paragraph.anchor, ())])
    footnotes.keep(document)
    return stored(document)


def _comment(document: Document, paragraphs: Sequence[Paragraph], notes: Sequence[Note]) -> None:
    """Put comments on paragraphs, from the beginning of the first to the end of the last."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for note in notes if paragraphs else ():
        comment = document.comments.add_comment(author=DRAFTER, initials="lc")
        # The moment of writing would make every draft another file.
        comment._comment_elm.attrib.pop(qn("w:date"), None)  # noqa: SLF001 - no public way
        first, *others = map(writable, note.lines)
        comment.paragraphs[0].add_run(first).bold = True
        for line in others:
            comment.add_paragraph(line)
        begin: Any = OxmlElement("w:commentRangeStart")
        end: Any = OxmlElement("w:commentRangeEnd")
        for mark in (begin, end):
            mark.set(qn("w:id"), str(comment.comment_id))
        opening, closing = paragraphs[0]._p, paragraphs[-1]._p  # noqa: SLF001 - no public way
        runs = [one for one in opening if one.tag in {qn("w:r"), qn("w:hyperlink")}]
        (runs[0].addprevious if runs else opening.append)(begin)
        closing.append(end)
        mark = paragraphs[-1].add_run()._r  # noqa: SLF001 - no public way
        reference: Any = OxmlElement("w:commentReference")
        reference.set(qn("w:id"), str(comment.comment_id))
        mark.append(reference)
