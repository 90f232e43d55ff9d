"""HTML to text: what a board stores as marked-up text, as the person who wrote it saw it."""

from __future__ import annotations

import html
import re

from lcsynth.ingest.cells import unstorable

_BLOCKS = (
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
)  # fmt: skip
_CELLS = ("td", "th")
_INLINE = (
    "a", "abbr", "audio", "b", "big", "body", "br", "button", "caption", "cite", "code", "col",
    "colgroup", "del", "em", "embed", "font", "head", "html", "i", "iframe", "img", "input", "ins",
    "kbd", "label", "mark", "object", "q", "s", "small", "source", "span", "strike", "strong", "sub",
    "sup", "svg", "time", "title", "tt", "u", "var", "video", "wbr",
)  # fmt: skip
_SILENT = ("script", "style", "template", "noscript")
_NAMES = "|".join((*_BLOCKS, *_CELLS, *_INLINE, *_SILENT))
# A "<" that opens or closes a known element. Others are what people typed: "< 5 uur", "<x@voorbeeld.nl>".
_TAG = re.compile(rf"</?({_NAMES})(?:\s[^<>]*|\s*/)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});")
_SIGN = re.compile("[<&]")
# What a reader sees before and after an element.
_BREAKS = {"br": "\n", **dict.fromkeys(_BLOCKS, "\n"), **dict.fromkeys(_CELLS, " ")}
_COMMENT = "<!--"


def plain(text: str) -> str:
    """Give the text of marked-up text: a line for each paragraph, list item and line break.

    Scripts, styles and comments are dropped, links keep their text, entities are decoded. A text without a
    known tag or entity comes back as it is, and so does one that will be refused.
    """
    if unstorable(text):
        return text
    if _TAG.search(text):
        return _strip(text)
    return _ENTITY.sub(lambda found: html.unescape(found.group()), text)


def _strip(text: str) -> str:
    from bs4 import BeautifulSoup, NavigableString

    # Begins with a tag: of a text without one the parser would ask whether it is the name of a file.
    soup = BeautifulSoup(f"<br>{_protected(text)}", "html.parser")
    for element in soup.find_all(_SILENT):
        element.extract()
    # Comments and declarations are kinds of strings as well, each with a class of its own.
    seen = "".join(one for one in soup.descendants if type(one) is NavigableString)
    lines = (line.strip() for line in seen.replace("\xa0", " ").split("\n"))
    return "\n".join(line for line in lines if line)


def _protected(text: str) -> str:
    """Write every sign that is no markup as an entity, and the breaks that markup makes before it."""
    lowered = text.lower()
    # What opens after the last closing tag never closes, and would swallow all that follows.
    closed = {name: lowered.rfind(f"</{name}") for name in _SILENT}
    last_comment = text.rfind("-->")

    def sign(found: re.Match[str]) -> str:
        place = found.start()
        if found.group() == "&":
            return "&" if _ENTITY.match(text, place) else "&amp;"
        if text.startswith(_COMMENT, place):
            return "<" if place < last_comment else "&lt;"
        tag = _TAG.match(text, place)
        if tag is None:
            return "&lt;"
        name = tag.group(1).lower()
        if place > closed.get(name, place):
            return "&lt;"
        return f"{_BREAKS.get(name, '')}<"

    return _SIGN.sub(sign, text)
