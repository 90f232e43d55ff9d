"""The Markdown of the paper as HTML that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from lcsynth.report.word_notes import NOTE, REFERENCE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass
class Notes:
    """The footnotes of a paper that is being written as HTML.

    Attributes
    ----------
    numbers
        Name → number, of the notes that are there and that something refers to.
    called, back
        What a reference, and the link back to it, is called for who cannot see it: “note”.
    referred
        The names that were referred to until now: only the first reference is linked back to.
    """

    numbers: Mapping[str, int]
    called: str
    back: str
    referred: set[str] = field(default_factory=set)


def paragraph_html(text: str, *, image: str, table: str, notes: Notes | None = None) -> Markup:
    """Write a paragraph, list, quote or table of the paper as HTML.

    HTML in it is shown as it was typed, links that could run something are text, and of an image its
    description stands there.

    Parameters
    ----------
    text
        CommonMark with tables.
    image
        What stands before the description of an image: “image”.
    table
        What a table is called for who cannot see it: “table”.
    notes
        The footnotes of the paper; without them a reference is shown as it was typed.
    """
    own = NOTE.fullmatch(text)
    number = notes.numbers.get(own[1]) if notes and own else None
    env = {"image": image, "table": table, "notes": notes}
    if notes is None or own is None or number is None:
        return Markup(_parser().render(text, env))  # noqa: S704 - html is off: all text is escaped
    return Markup(  # noqa: S704 - html is off: all text is escaped
        f'<p role="doc-footnote" id="note-{number}">{number}. {_parser().renderInline(own[2], env)} '
        f'<a href="#note-ref-{number}" role="doc-backlink" aria-label="{escape(notes.back)}">↩</a></p>'
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("image", _image)
    parser.inline.ruler.before("link", "note", _refer)
    parser.add_render_rule("note", _reference)
    for name in ("heading_open", "heading_close"):
        parser.add_render_rule(name, _bold)
    parser.add_render_rule("table_open", _wide_open)
    parser.add_render_rule("table_close", _wide_close)
    return parser


def _refer(state: StateInline, silent: bool) -> bool:
    """Take a reference to a note, “[^1]”, where there is such a note."""
    notes, found = state.env.get("notes"), REFERENCE.match(state.src, state.pos)
    if notes is None or found is None or found[1] not in notes.numbers or found.end() > state.posMax:
        return False
    if not silent:
        state.push("note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _reference(_: Any, tokens: Sequence[Token], place: int, __: Any, env: dict[str, Any]) -> str:
    notes, name = env["notes"], tokens[place].content
    number = notes.numbers[name]
    first = "" if name in notes.referred else f' id="note-ref-{number}"'
    notes.referred.add(name)
    called = f"{escape(notes.called)} {number}"
    return f'<sup><a href="#note-{number}"{first} role="doc-noteref" aria-label="{called}">{number}</a></sup>'


def _image(_: Any, tokens: Sequence[Token], place: int, __: Any, env: dict[str, str]) -> str:
    described = escape(tokens[place].content.strip())
    return f"<em>[{escape(env['image'])}{': ' if described else ''}{described}]</em>"


def _bold(_: Any, tokens: Sequence[Token], place: int, *__: Any) -> str:
    # The headings of the page are those of the sections; one inside a quote of the paper is no heading of it.
    return "<p><strong>" if tokens[place].nesting > 0 else "</strong></p>"


def _wide_open(_: Any, __: Sequence[Token], ___: int, ____: Any, env: dict[str, str]) -> str:
    return f'<div class="lc-scroll" role="region" aria-label="{escape(env["table"])}" tabindex="0"><table>'


def _wide_close(*_: Any) -> str:
    return "</table></div>"
