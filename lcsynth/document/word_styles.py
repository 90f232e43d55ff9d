"""What the styles and lists of a Word document say: what is a heading or an item, and with which number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lcsynth.ingest.markup import attribute, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|kop) ?([1-9])")
_LIST = re.compile(r"(?:list|lijst)[a-z ]* ([2-5])")
_TITLES = ("title", "titel")
_LONGEST_CHAIN = 20  # styles based on one another; Word stops at eleven
_UNNUMBERED = ("bullet", "none")


@dataclass(frozen=True)
class Style:
    """What one paragraph style says; ``level`` is 0 for a title, 1 and on for headings, None for the rest."""

    based_on: str = ""
    level: int | None = None
    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True)
class Kind:
    """What a paragraph is, by its style and its own properties."""

    level: int | None = None
    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True)
class Styles:
    """The styles of a document, and for each list and level whether its items are numbered."""

    styles: dict[str, Style]
    numbered: dict[tuple[str, int], bool]
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def kind(self, properties: Element | None) -> Kind:
        """Say what a paragraph with these properties is."""
        own = {local(child.tag): child for child in properties} if properties is not None else {}
        name = attribute(own["pStyle"], "val") if "pStyle" in own else ""
        chain = list(self._chain(name))
        level = next((style.level for style in chain if style.level is not None), None)
        outline = attribute(own["outlineLvl"], "val") if "outlineLvl" in own else ""
        if outline.isdecimal():
            level = int(outline) + 1 if int(outline) < 9 else None
        listed = next((style for style in chain if style.list_id), Style())
        list_id, list_level = listed.list_id, listed.list_level
        if "numPr" in own:
            found = _numbering(own["numPr"])
            list_id, list_level = found[0] or list_id, found[1]
        return Kind(level, "" if list_id == "0" else list_id, list_level)

    def is_numbered(self, kind: Kind) -> bool:
        """Tell whether items of this list and level are numbered rather than dotted."""
        first = self.numbered.get((kind.list_id, 0), False)
        return self.numbered.get((kind.list_id, kind.list_level), first)

    def number(self, kind: Kind) -> str:
        """Give the number that Word shows before a heading that is numbered by its list: 2.1."""
        counts = self._counts.setdefault(kind.list_id, [])
        depth = kind.list_level + 1
        counts[depth:] = []
        counts += [0] * (depth - len(counts))
        counts[-1] += 1
        return ".".join(str(count or 1) for count in counts)

    def _chain(self, name: str) -> list[Style]:
        found: list[Style] = []
        while name in self.styles and len(found) < _LONGEST_CHAIN:
            found.append(self.styles[name])
            name = self.styles[name].based_on
        return found


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """Read the parts of a document that hold its styles and its lists; either may be absent."""
    found: dict[str, Style] = {
        f"{word}{level}": Style(level=level) for word in ("Heading", "Kop") for level in range(1, 10)
    }
    found |= {word.capitalize(): Style(level=0) for word in _TITLES}
    for style in styles if styles is not None else ():
        if local(style.tag) == "style":
            found[attribute(style, "styleId")] = _style(style)
    return Styles(found, _lists(numbering))


def _style(style: Element) -> Style:
    parts = {local(child.tag): child for child in style}
    called = attribute(parts["name"], "val").casefold() if "name" in parts else ""
    own = {local(child.tag): child for child in parts.get("pPr", ())}
    heading = _HEADING.fullmatch(called)
    level = int(heading[1]) if heading else 0 if called in _TITLES else None
    outline = attribute(own["outlineLvl"], "val") if "outlineLvl" in own else ""
    if level is None and outline.isdecimal() and int(outline) < 9:
        level = int(outline) + 1
    list_id, list_level = _numbering(own["numPr"]) if "numPr" in own else ("", 0)
    deeper = _LIST.fullmatch(called)
    if list_id and not list_level and (level or deeper):
        # The styles of deeper lists and headings are often lists of their own.
        list_level = (level or int(deeper[1] if deeper else 1)) - 1
    based = attribute(parts["basedOn"], "val") if "basedOn" in parts else ""
    return Style(based, level, list_id, list_level)


def _numbering(properties: Element) -> tuple[str, int]:
    own = {local(child.tag): attribute(child, "val") for child in properties}
    level = own.get("ilvl", "0")
    return own.get("numId", ""), min(int(level), 8) if level.isdecimal() else 0


def _lists(numbering: Element | None) -> dict[tuple[str, int], bool]:
    """List and level → whether it is numbered."""
    shapes: dict[str, dict[int, bool]] = {}
    found: dict[tuple[str, int], bool] = {}
    for part in numbering if numbering is not None else ():
        if local(part.tag) == "abstractNum":
            shapes[attribute(part, "abstractNumId")] = dict(_shape(part))
        elif local(part.tag) == "num":
            of = {local(child.tag): attribute(child, "val") for child in part}.get("abstractNumId", "")
            found |= {(attribute(part, "numId"), level): one for level, one in shapes.get(of, {}).items()}
    return found


def _shape(part: Element) -> list[tuple[int, bool]]:
    levels = []
    for level in part:
        if local(level.tag) == "lvl" and attribute(level, "ilvl").isdecimal():
            formats = [attribute(child, "val") for child in level if local(child.tag) == "numFmt"]
            levels.append((int(attribute(level, "ilvl")), not set(formats) & set(_UNNUMBERED)))
    return levels
