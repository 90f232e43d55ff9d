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
    paper = synthesis.paper
    return about.header(
        page,
        kind=words.text("Living document"),
        title=matrix.title,
        subtitle=matrix.subtitle,
        facts=[(words.text("Version of the paper"), paper.version if paper else "")],
        illustrative=matrix.illustrative,
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


def facts_of(page: MatrixPage) -> list[str]:
    """Say in sentences what it is about, whether it was made up, and how much is open."""
    words, matrix = page.words, page.matrix
    invented = words.text("Illustrative data: made up as an example. Nobody really said this.")
    counts = ", ".join(f"{words.number(number)} {name}" for number, name in matrix.counts)
    return [matrix.subtitle, *([invented] if matrix.illustrative else []), f"{counts}."]


def group_caption(group: Group) -> str:
    """Name a group: ``§ 2.1 Partners`` or ``T001 Travel time``."""
    return f"{group.number} {group.title}".strip()
