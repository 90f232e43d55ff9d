"""Footnotes in a Word document: their part, and the marks that refer to them; python-docx writes neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lcsynth.document import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

# As `document import` writes a note: a paragraph of its own, after the one that refers to it.
NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s+(\S.*)")
REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_RULES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in enumerate(("separator", "continuationSeparator"))
)


class WordNotes:
    """The footnotes of a document that is being written.

    Parameters
    ----------
    texts
        Name → text, in Markdown, of every note that something refers to.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        self._texts = dict(texts)
        self._root: Any = parse_xml(f"<w:footnotes {nsdecls('w')}>{_RULES}</w:footnotes>")

    def refer(self, paragraph: Paragraph, name: str, write: Callable[[Paragraph, str], None]) -> bool:
        """Put the mark of a note at the end of a paragraph; False when there is none left with this name.

        Parameters
        ----------
        write
            Writes Markdown into the paragraph of the note.
        """
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls, qn
        from docx.text.paragraph import Paragraph as Made

        if name not in self._texts:
            return False
        number = str(len(self._root))
        note: Any = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
            "</w:rPr><w:footnoteRef/></w:r></w:p></w:footnote>"
        )
        self._root.append(note)
        inside = Made(note.find(qn("w:p")), paragraph._parent)  # noqa: SLF001 - no public way
        inside.add_run(" ")
        write(inside, self._texts.pop(name))
        mark = paragraph.add_run()
        mark.font.superscript = True
        mark._r.append(  # noqa: SLF001 - no public way
            parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>')
        )
        return True

    def keep(self, document: Document) -> None:
        """Put the part with the notes into the document, where there are any."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml.xmlchemy import serialize_for_reading

        if len(self._root) == _RULES.count("<w:footnote "):
            return
        package = document.part.package
        content = serialize_for_reading(self._root).encode("utf-8")
        document.part.relate_to(Part(PackURI("/word/footnotes.xml"), _TYPE, content, package), _RELATION)


def notes_in(paper: Paper) -> dict[str, str]:
    """Give the texts of the notes that a paragraph elsewhere in the paper refers to, by their anchors.

    Returns
    -------
    dict
        Name → text; the paragraphs that hold them are told by `NOTE`.
    """
    texts = [paragraph.text for section in paper.sections for paragraph in section.paragraphs]
    referred = {name for text in texts if not NOTE.fullmatch(text) for name in REFERENCE.findall(text)}
    found = (NOTE.fullmatch(text) for text in texts)
    return {one[1]: one[2] for one in found if one and one[1] in referred}
