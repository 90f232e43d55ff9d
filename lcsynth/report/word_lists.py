"""Lists in a Word document: with levels, and each numbered list beginning where it should."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

DEEPEST = 8  # the last of the nine levels that Word has
_BULLETS = "•◦▪"


def begin_list(document: Document, *, ordered: bool, level: int, start: int = 1) -> int:
    """Begin a list, which counts apart from those before it.

    Parameters
    ----------
    level
        From 0: of a list within the item of another, one more than that.

    Returns
    -------
    int
        What `put_in_list` wants.
    """
    numbering: Any = document.part.numbering_part.element
    number = numbering.add_num(_levels(numbering, ordered=ordered))
    if ordered:
        number.add_lvlOverride(ilvl=level).add_startOverride(start)
    return int(number.numId)


def put_in_list(paragraph: Paragraph, number: int, level: int) -> None:
    """Make a paragraph an item of a list."""
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no public way
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _levels(numbering: Any, *, ordered: bool) -> int:
    """Give the definition of all levels of bullets or numbers; made on first use."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    name = "lcsynth numbers" if ordered else "lcsynth bullets"
    known = numbering.findall(qn("w:abstractNum"))
    for one in known:
        named = one.find(qn("w:name"))
        if named is not None and named.get(qn("w:val")) == name:
            return int(one.get(qn("w:abstractNumId")))
    number = max((int(one.get(qn("w:abstractNumId"))) for one in known), default=-1) + 1
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{f"%{level + 1}." if ordered else _BULLETS[level % len(_BULLETS)]}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(DEEPEST + 1)
    )
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f'<w:name w:val="{name}"/>{levels}</w:abstractNum>'
    )
    # All definitions stand before the lists that use them.
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(definition)
    else:
        first.addprevious(definition)
    return number
