"""The reply matrix as a page for readers: a table per section of the paper and one per theme."""

from __future__ import annotations

from lcsynth.report import about
from lcsynth.report.fragment import Fragment
from lcsynth.report.matrix import Group, Matrix, MatrixPage


def matrix_html(page: MatrixPage) -> str:
    """Give the page, whole and without a network.

    Raises
    ------
    DataError
        If a quote is not literally in its contribution.
    """
    from lcsynth.report.exporter import page_of_fragments

    return page_of_fragments([_header(page), *_sections(page, page.matrix)])


def _header(page: MatrixPage) -> Fragment:
    words, matrix, synthesis = page.words, page.matrix, page.synthesis
    held = set(synthesis.contributions["session_id"])
    paper = synthesis.paper
    return about.header(
        page,
        kind=words.text("Living document"),
        title=matrix.title,
        subtitle=matrix.subtitle,
        facts=[(words.text("Version of the paper"), paper.version if paper else "")],
        illustrative=any(one.illustrative for one in synthesis.workspace.sessions if one.id in held),
        sessions=0,
        counts=[(words.number(number), name) for number, name in matrix.counts],
    )


def _sections(page: MatrixPage, matrix: Matrix) -> list[Fragment]:
    words = page.words
    sentences = [
        words.text(
            "Per section of the paper: which themes touch it, what was said, and what the authors did with "
            "it. What is still open comes first. Below it the same per theme."
        ),
        matrix.suppression,
    ]
    parts = []
    if matrix.unsettled:
        heading = words.text("To look at")
        parts.append(page.section("unsettled", heading, "unsettled.html.j2", items=matrix.unsettled))
    parts.append(
        page.section(
            "per-section",
            words.text("Per section of the paper"),
            "matrix.html.j2",
            sentences=sentences if matrix.sections else [words.text("Nothing was said about the paper yet.")],
            groups=matrix.sections,
            first=words.text("Theme"),
            by_theme=False,
        )
    )
    if matrix.themes:
        parts.append(
            page.section(
                "per-theme",
                words.text("Per theme"),
                "matrix.html.j2",
                sentences=[words.text("The themes with the most open decisions come first.")],
                groups=matrix.themes,
                first=words.text("Place"),
                by_theme=True,
            )
        )
    return parts


def group_caption(group: Group) -> str:
    """Name a group: ``§ 2.1 Partners`` or ``T001 Travel time``."""
    return f"{group.number} {group.title}".strip()
