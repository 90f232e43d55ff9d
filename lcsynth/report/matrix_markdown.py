"""The reply matrix as Markdown, to paste where people write together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lcsynth.report.languages import Catalogue
from lcsynth.report.matrix import Group, MatrixPage, Reply
from lcsynth.report.matrix_html import facts_of, group_caption

# What Markdown would take for markup, or for the end of a cell.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def matrix_markdown(page: MatrixPage) -> str:
    """Give the matrix with a table per section of the paper and per theme.

    Raises
    ------
    DataError
        If a quote is not literally in its contribution.
    """
    words, matrix = page.words, page.matrix
    lines = [f"# {_plain(matrix.title)}", ""]
    for sentence in facts_of(page):
        lines += [_plain(sentence), ""]
    if matrix.unsettled:
        lines += [f"## {words.text('To look at')}", "", *(f"- {_plain(one)}" for one in matrix.unsettled), ""]
    lines += [f"## {words.text('Per section of the paper')}", "", matrix.suppression, ""]
    for group in matrix.sections:
        lines += _table(words, group, by_theme=False)
    if matrix.themes:
        lines += [f"## {words.text('Per theme')}", ""]
    for group in matrix.themes:
        lines += _table(words, group, by_theme=True)
    return "\n".join(lines)


def _table(words: Catalogue, group: Group, *, by_theme: bool) -> Iterator[str]:
    first = words.text("Place") if by_theme else words.text("Theme")
    headings = (first, words.text("What was said"), words.text("Decision"), words.text("Reason"))
    yield f"### {_plain(group_caption(group))} ({group.state})"
    yield ""
    yield "| " + " | ".join(headings) + " |"
    yield "|---" * len(headings) + "|"
    for reply in group.replies:
        yield "| " + " | ".join(_cells(words, reply, by_theme=by_theme)) + " |"
    yield ""


def _cells(words: Catalogue, reply: Reply, *, by_theme: bool) -> tuple[str, str, str, str]:
    named = _plain(reply.place if by_theme else f"{reply.theme_id} {reply.label} ({reply.place})")
    said = [_plain(spoken(words, reply))]
    said += [f"“{_plain(quote.text)}” ({quote.statement_id})" for quote in reply.quotes]
    version = words.text("in version {version}", version=reply.in_version) if reply.in_version else ""
    decision = f"{reply.decided}<br>{_plain(version)}" if version else reply.decided
    reason = "<br>".join(_plain(part) for part in (reply.answer, reply.who) if part)
    return named, "<br>".join(said), decision, reason


def spoken(words: Catalogue, reply: Reply) -> str:
    """Write how many people said it, in how many statements, of which audiences."""
    people = words.plural("1 person", "{n} people", reply.people)
    statements = words.plural("1 statement", "{n} statements", reply.statements)
    return f"{people}, {statements}" + (f" · {reply.said_by}" if reply.said_by else "")


def _plain(text: str) -> str:
    """Put a text on one line, with nothing in it that is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
