"""Notes in markdown: its headings, items, paragraphs, cells and code as text without the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lcsynth.errors import DataError
from lcsynth.ingest.note import Note
from lcsynth.ingest.notes_text import lines_of, notes_of_block
from lcsynth.ingest.reasons import NO_TEXT

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST = 300_000  # characters; the parser takes a thousand times their space
# What is written on purpose; bullets alone are plain text as well.
_MARKS = re.compile(
    r"""^\ {0,3}\#{1,6}[ \t]+\S          # a heading
      | ^\ {0,3}(?:```|~~~)             # code
      | \*\*[^\s*][^*\n]{0,200}\*\*      # bold
      | \]\(https?://                   # a link
      | ^\|?[ \t]*:?-+:?[ \t]*\|[-|: \t]*$  # under the heading of a table""",
    re.MULTILINE | re.VERBOSE,
)
_COMMENT = re.compile(r"\s*<!--.*?-->\s*\Z", re.DOTALL)
_NUL = "\ue0ff"  # stands in for NUL characters, which the parser would replace unseen
_BREAKS = {"softbreak", "hardbreak"}


def is_markdown(text: str) -> bool:
    """Tell markdown by the marks that plain text does not have."""
    return bool(_MARKS.search(text))


def notes_of_markdown(text: str, where: str) -> list[Note]:
    """Give every item, paragraph, cell and piece of code, and the headings between them.

    Raises
    ------
    DataError
        If the text is longer than a session's notes can be.
    """
    if len(text) > LARGEST:
        raise DataError(
            f"The notes have {len(text):,} characters",
            where=where,
            expected=f"at most {LARGEST:,} in markdown",
            mend="Split the file",
        )
    plain = "\n".join(lines_of(text)).replace("\0", _NUL)
    return [
        Note(note.text.replace(_NUL, "\0"), note.locator, note.role, note.reason)
        for note in _notes(_parser().parse(plain))
    ]


def _notes(tokens: list[Token]) -> Iterator[Note]:
    heading = Note("", "", "heading")
    columns: list[str] = []
    opened: list[str] = []
    cell = 0
    for token in tokens:
        if token.nesting:
            _follow(opened, token)
            if token.type == "table_open":
                columns = []
            elif token.type == "table_close":
                yield heading
            elif token.type == "tr_open":
                cell = 0
            continue
        line = token.map[0] + 1 if token.map else 1
        inside = opened[-1] if opened else ""
        if inside == "heading":
            heading = Note(_plain(token), f"line {line}", "heading")
            yield heading
        elif inside == "th":
            columns.append(_plain(token))
        elif inside == "td":
            cell += 1
            title = columns[cell - 1] if cell <= len(columns) else ""
            yield Note(title or heading.text, f"line {line}", "heading")
            yield Note(_plain(token), f"line {line}, column {cell}")
        else:
            yield from _block(token, line, listed="list_item" in opened)


def _follow(opened: list[str], token: Token) -> None:
    name = token.type.rpartition("_")[0]
    if token.nesting > 0:
        opened.append(name)
    elif opened:
        opened.pop()


def _block(token: Token, line: int, *, listed: bool) -> Iterator[Note]:
    if token.type == "hr" or _COMMENT.match(token.content):
        return
    if token.type != "inline":
        yield Note(token.content, f"line {line}")
        return
    text = _plain(token)
    if not text.strip():
        pictured = any(child.type == "image" for child in token.children or ())
        yield Note("", f"line {line}", reason=NO_TEXT if pictured else "")
    elif listed:
        yield Note(text.replace("\n", " "), f"line {line}", "item")
    else:
        yield from notes_of_block([(line + n, one) for n, one in enumerate(text.split("\n")) if one.strip()])


def _plain(token: Token) -> str:
    pieces = []
    for child in token.children or ():
        if child.type in _BREAKS:
            pieces.append("\n")
        elif child.type == "image":
            pieces += [inner.content for inner in child.children or ()]
        else:
            pieces.append(child.content)
    return "".join(pieces)


def _parser() -> Any:
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        # Addresses are never followed, and need not be sound: odd ones would raise.
        def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is the library's
            return url

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
            return True

    # Without definitions of references and indented code: both take remarks for something else.
    return Parser("commonmark").enable("table").disable(["reference", "code"])
