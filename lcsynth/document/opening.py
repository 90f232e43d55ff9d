"""What stands in a paper between its title and its first section: no paragraph of any section."""

from __future__ import annotations

import re


def opening_of(markdown: str, title: str) -> str:
    """Give the text above the first section of a paper.

    Parameters
    ----------
    markdown
        The whole paper.
    title
        As `parse_paper` gives it; empty when it has none.

    Returns
    -------
    str
        Markdown, empty when there is nothing.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    lines = re.split(r"\r\n|\r|\n", markdown)
    start = 0
    for place, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or token.map is None:
            continue
        if title and not start and tokens[place + 1].content.strip() == title:
            start = token.map[1]
            continue
        return "\n".join(lines[start : token.map[0]]).strip()
    return ""
