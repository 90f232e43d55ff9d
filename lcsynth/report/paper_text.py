"""The Markdown of the paper as HTML that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def paragraph_html(text: str, *, image: str, table: str) -> Markup:
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
    """
    return Markup(_parser().render(text, {"image": image, "table": table}))  # noqa: S704 - html is off: all text is escaped


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("image", _image)
    for name in ("heading_open", "heading_close"):
        parser.add_render_rule(name, _bold)
    parser.add_render_rule("table_open", _wide_open)
    parser.add_render_rule("table_close", _wide_close)
    return parser


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
