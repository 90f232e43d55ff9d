"""One version of the living document: numbered sections with paragraphs that have anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.document.pages import marked
from lcsynth.errors import DataError

if TYPE_CHECKING:
    from markdown_it.token import Token

NUMBER = re.compile(
    r"(?:(?:hoofdstuk|paragraaf|chapter|section)\s+|§\s*)?(\d{1,2}(?:\.\d{1,2})*)[.:)]?(?:\s+(.*))?",
    re.IGNORECASE | re.DOTALL,
)

# Between two lines of hyphens at the very beginning, and only where the first line is a key with a value.
_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n[\w-]+:.*?^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE
)
_FRONT_TITLE = re.compile(r"""^title:[ \t]*(["']?)(.*?)\1[ \t]*\r?$""", re.MULTILINE)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, list, quote or table; the anchor `2.1:3` is the third one of section 2.1.

    ``pages`` are those that it stands on, none when nothing tells.
    """

    anchor: str
    text: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with the paragraphs under it, up to the next heading of any level.

    ``heading`` is as it is written, with a number only where the author gave one. The text above the first
    heading is a section without heading and title.
    """

    number: str
    title: str
    level: int
    paragraphs: tuple[Paragraph, ...]
    heading: str


@dataclass(frozen=True)
class Paper:
    """A version of the paper, read from Markdown."""

    version: str
    title: str
    sections: tuple[Section, ...]

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Anchor → the text of the paragraph, or the title of the section, as they are read."""
        found: dict[str, str] = {}
        for section in self.sections:
            found[section.number] = section.title
            found |= {one.anchor: one.text for one in section.paragraphs}
        return found

    def section(self, number: str) -> Section | None:
        """Give the section with this number, None when the paper has none."""
        return next((section for section in self.sections if section.number == number), None)


def read_paper(path: Path) -> Paper:
    """Read a version of the paper from its Markdown file; the file's name is the version.

    Raises
    ------
    DataError
        When it cannot be read, has no headings, or gives one number to two sections.
    """
    from lcsynth.workspace.files import read_text

    return parse_paper(read_text(path), version=path.stem, where=str(path))


def parse_paper(markdown: str, *, version: str, where: str = "") -> Paper:
    """Take a Markdown text apart into sections and paragraphs.

    The heading of level 1 is the title, unless there are more of them and the first is numbered, or has text
    and then a numbered one of level 1 (`# Samenvatting`). Without one, the title is that of the front matter
    (YAML between lines `---`), of which nothing else is read. Other headings are sections, with the number
    they begin with (`### 2.1 Rollen`). Where no heading has one, they are numbered by their place. Between
    numbered headings, one without a number (`## Samenvatting`) gets a letter, so that nobody takes it for a
    section that is called by its number. Text above the first section is section 0, without a title. A
    comment `<!-- p. 4 -->` on a line of its own says that what follows is on page 4, and `<!-- p. 4-5 -->`
    that the next block runs on to page 5.

    Parameters
    ----------
    markdown
        CommonMark with tables.
    version
        The name of this version.
    where
        The file, for messages.

    Raises
    ------
    DataError
        When there is no section, or two sections carry one number.
    """
    from markdown_it import MarkdownIt

    markdown, titled = _without_front_matter(markdown)
    # As the parser counts lines; str.splitlines also breaks at the soft breaks that Word leaves.
    lines = re.split(r"\r\n|\r|\n", markdown)
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    headings = [
        _Heading(tokens[place + 1].content.strip(), int(token.tag[1:]), token.map[0] + 1)
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and not token.level and token.map
    ]
    title = _title(headings, _followed_by_text(tokens))
    numbered = dict(
        zip([one for one in headings if one is not title], _numbers(headings, title), strict=True)
    )
    _refuse_twice(numbered, where)
    above: list[tuple[str, tuple[int, ...]]] = []
    sections: list[tuple[_Heading, list[tuple[str, tuple[int, ...]]]]] = []
    unread = iter(headings)
    pages: tuple[int, ...] = ()
    for token in tokens:
        if token.type == "html_block" and not token.level:
            pages = marked(token.content) or pages
        if token.level or token.map is None or token.type in {"html_block", "hr"}:
            continue
        if token.type == "heading_open":
            heading = next(unread)
            if heading is not title:
                sections.append((heading, []))
            continue
        text = "\n".join(lines[token.map[0] : token.map[1]]).strip()
        if text:
            (sections[-1][1] if sections else above).append((text, pages))
        pages = pages[-1:]
    if not sections:
        raise DataError(
            "There is no section in it",
            where=where,
            expected="headings such as `## 1 Inleiding`",
            mend="Add headings",
        )
    opening = (_opening(above, list(numbered), set(numbered.values())),) if above else ()
    return Paper(
        version,
        title.text if title else titled,
        (*opening, *(_section(heading, numbered[heading], texts) for heading, texts in sections)),
    )


def pictures_in(markdown: str) -> int:
    """Count the pictures in a Markdown text."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return sum(child.type == "image" for token in tokens for child in token.children or ())


@dataclass(frozen=True)
class _Heading:
    text: str
    level: int
    line: int

    @property
    def number(self) -> str:
        """The number it begins with, or none."""
        match = NUMBER.fullmatch(self.text)
        return match[1] if match else ""


def _without_front_matter(markdown: str) -> tuple[str, str]:
    """Blank the front matter, so that lines keep their numbers, and give the title in it."""
    found = _FRONT_MATTER.match(markdown)
    if not found:
        return markdown, ""
    title = _FRONT_TITLE.search(found[0])
    blank = "\n" * len(re.findall(r"\r\n|\r|\n", found[0]))
    return blank + markdown[found.end() :], title[2].strip() if title else ""


def _followed_by_text(tokens: Sequence[Token]) -> bool:
    """Tell whether text stands between the first heading and the next."""
    blocks = [one for one in tokens if not one.level and one.map and one.type not in {"html_block", "hr"}]
    places = [place for place, one in enumerate(blocks) if one.type == "heading_open"]
    after = blocks[places[0] + 1 :] if places else []
    return bool(after) and after[0].type != "heading_open"


def _title(headings: Sequence[_Heading], has_text: bool) -> _Heading | None:
    highest = [heading for heading in headings if heading.level == 1]
    if not highest:
        return None
    first = highest[0]
    if len(highest) > 1 and (first.number or _is_section(first, headings, has_text)):
        return None
    return first


def _is_section(first: _Heading, headings: Sequence[_Heading], has_text: bool) -> bool:
    """Tell whether the first heading is a summary before numbered chapters, and not the title above them."""
    return has_text and headings[0] is first and headings[1].level == 1 and bool(headings[1].number)


def _numbers(headings: Sequence[_Heading], title: _Heading | None) -> Iterator[str]:
    """Give every section a number: its own, or the next under the heading that it is in."""
    sections = [heading for heading in headings if heading is not title]
    lettered = any(heading.number for heading in sections)
    above: list[tuple[int, str]] = []
    counts: dict[str, int] = {}
    for heading in sections:
        while above and above[-1][0] >= heading.level:
            above.pop()
        number = heading.number
        if not number:
            parent = above[-1][1] if above else ""
            counts[parent] = counts.get(parent, 0) + 1
            own = _letters(counts[parent]) if lettered else str(counts[parent])
            number = f"{parent}.{own}" if parent else own
        above.append((heading.level, number))
        yield number


def _letters(count: int) -> str:
    """Count A, B, … Z, AA, AB, … ."""
    text = ""
    while count:
        count, rest = divmod(count - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _refuse_twice(numbered: Mapping[_Heading, str], where: str) -> None:
    first: dict[str, _Heading] = {}
    for heading, number in numbered.items():
        if number in first:
            both = (f"“{one.text}” on line {one.line}" for one in (first[number], heading))
            raise DataError(
                f"Section {number} occurs twice: {' and '.join(both)}",
                where=where,
                mend="Give one of the two another number",
            )
        first[number] = heading


def _section(heading: _Heading, number: str, texts: Sequence[tuple[str, tuple[int, ...]]]) -> Section:
    match = NUMBER.fullmatch(heading.text)
    title = (match[2] or "").strip() if match else heading.text
    # An empty heading is called by its number; only the text above all headings has none.
    return Section(number, title, heading.level, _paragraphs(number, texts), heading.text or number)


def _opening(
    texts: Sequence[tuple[str, tuple[int, ...]]], headings: Sequence[_Heading], taken: set[str]
) -> Section:
    """Make a section of the text above the first one; 0, or 00 where the author has a section 0."""
    number = "0"
    while number in taken:
        number += "0"
    return Section(number, "", min(one.level for one in headings), _paragraphs(number, texts), "")


def _paragraphs(number: str, texts: Sequence[tuple[str, tuple[int, ...]]]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"{number}:{place}", text, pages) for place, (text, pages) in enumerate(texts, start=1)
    )
