"""The text of one paragraph of a Word document as Markdown: emphasis, links, notes and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from lcsynth.ingest.markup import attribute, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Changes = Literal["accepted", "original"]
_IN, _OUT = ("ins", "moveTo"), ("del", "moveFrom")
CHANGED = (*_IN, *_OUT)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_PICTURES = ("drawing", "pict", "object")
# Properties hold no text; instructions are what a field does, not what it shows.
_SILENT = {"instrText", "delInstrText", "rPrChange", "pPrChange"}
_SPECIAL = re.compile(r"([\\`*_<])")
_BRACKET = re.compile(r"\[(?=[^\]]*\][(:]|\^)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True)
class Run:
    """A stretch of text with one look; ``plain`` text is Markdown already."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    plain: bool = False


@dataclass
class Inline:
    """Reads paragraphs, and keeps what is met on the way.

    Attributes
    ----------
    links
        Relation id → web address.
    changes
        Whether tracked changes are taken as accepted, or as never made.
    picture
        The word for a picture in the language of the paper.
    notes
        The notes referred to, in order: kind and id.
    changed, commented, pictures, unlinked
        How many tracked changes, comments and pictures there are, and links of which only the text is kept.
    boxes
        Text boxes that stand in the paragraphs read so far.
    """

    links: Mapping[str, str]
    changes: Changes
    picture: str
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    changed: int = 0
    commented: int = 0
    pictures: int = 0
    unlinked: int = 0

    def markdown(self, paragraph: Element, *, emphasis: bool = True) -> str:
        """Give the text of a paragraph as Markdown on its own lines; without emphasis for a heading."""
        runs = list(self._runs(paragraph, Run("")))
        if not emphasis:
            runs = [replace(run, bold=False, italic=False) for run in runs]
        return "".join(_written(run) for run in _joined(runs)).strip()

    def is_bold(self, paragraph: Element) -> bool:
        """Tell whether all text of a paragraph is bold, as a heading without a style is."""
        counted = self.notes[:], self.boxes[:], self.changed, self.commented, self.pictures, self.unlinked
        runs = [run for run in self._runs(paragraph, Run("")) if run.text.strip()]
        self.notes, self.boxes, self.changed, self.commented, self.pictures, self.unlinked = counted
        return bool(runs) and all(run.bold for run in runs)

    def _runs(self, element: Element, look: Run) -> Iterator[Run]:
        for child in element:
            name = local(child.tag)
            if name in self._readers:
                yield from self._readers[name](child, look)
            elif not name.endswith("Pr") and name not in _SILENT:
                yield from self._runs(child, look)

    @cached_property
    def _readers(self) -> Mapping[str, Callable[[Element, Run], Iterable[Run]]]:
        return {
            **dict.fromkeys(CHANGED, self._change),
            **dict.fromkeys(("t", "delText"), lambda child, look: [replace(look, text=child.text or "")]),
            **dict.fromkeys(_SIGNS, _sign),
            "r": lambda child, look: self._runs(child, _look(child, look)),
            "hyperlink": lambda child, look: self._runs(child, self._linked(child, look)),
            **dict.fromkeys(("footnoteReference", "endnoteReference"), self._note),
            "commentReference": self._comment,
            **dict.fromkeys(_PICTURES, self._pictured),
            # The same in a new and an old form: only one is read.
            "AlternateContent": lambda child, look: self._runs(next(iter(child), child), look),
            "sym": _symbol,
        }

    def _change(self, element: Element, look: Run) -> Iterable[Run]:
        self.changed += 1
        made = (local(element.tag) in _IN) == (self.changes == "accepted")
        return self._runs(element, look) if made else ()

    def _note(self, element: Element, _: Run) -> Iterable[Run]:
        self.notes.append((local(element.tag).removesuffix("Reference"), attribute(element, "id")))
        return [Run(f"[^{len(self.notes)}]", plain=True)]

    def _comment(self, *_: object) -> Iterable[Run]:
        self.commented += 1
        return ()

    def _linked(self, element: Element, look: Run) -> Run:
        address = self.links.get(attribute(element, "id"), "")
        if _ADDRESS.fullmatch(address) and not set(address) & set("()\\"):
            return replace(look, link=address)
        self.unlinked += bool(address)
        return look

    def _pictured(self, element: Element, _: Run) -> Iterator[Run]:
        boxes = [one for one in element.iter() if local(one.tag) == "txbxContent"]
        self.boxes += boxes[:1]
        if boxes:
            return
        self.pictures += 1
        named = [one for one in element.iter() if local(one.tag) in ("docPr", "shape", "imagedata")]
        told = (attribute(one, key) for key in ("descr", "alt", "title", "name") for one in named)
        what = " ".join(next((text for text in told if text.strip()), "").split())
        yield Run(f"[{self.picture}: {_escaped(what)}]" if what else f"[{self.picture}]", plain=True)


def _look(run: Element, look: Run) -> Run:
    for properties in run:
        if local(properties.tag) == "rPr":
            on = {
                local(child.tag): attribute(child, "val").casefold() not in ("0", "false", "none", "off")
                for child in properties
            }
            return replace(look, bold=on.get("b", look.bold), italic=on.get("i", look.italic))
    return look


def _sign(element: Element, look: Run) -> Iterable[Run]:
    name = local(element.tag)
    if name == "br" and attribute(element, "type") in ("page", "column"):
        return ()
    return [replace(look, text=_SIGNS[name])]


def _symbol(element: Element, look: Run) -> Iterator[Run]:
    code = attribute(element, "char")
    if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
        yield replace(look, text=chr(int(code, 16)))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Put runs that look the same together: Word cuts words into runs wherever it likes."""
    last = Run("")
    for run in runs:
        if replace(run, text="") == replace(last, text=""):
            last = replace(last, text=last.text + run.text)
            continue
        yield last
        last = run
    yield last


def _written(run: Run) -> str:
    if run.plain or not run.text:
        return run.text
    inner = run.text.strip()
    before, _, after = run.text.partition(inner) if inner else (run.text, "", "")
    text = _escaped(inner)
    if inner and (run.bold or run.italic):
        mark = "*" * (2 * run.bold + run.italic)
        text = f"{mark}{text}{mark}"
    if inner and run.link:
        text = f"[{text}]({run.link})"
    # Two spaces at the end of a line would be a break to Markdown; a backslash is one that shows.
    return re.sub(r" *\n", "\\\\\n", f"{before}{text}{after}")


def _escaped(text: str) -> str:
    return _ENTITY.sub("&amp;", _BRACKET.sub(r"\\[", _SPECIAL.sub(r"\\\1", text)))
