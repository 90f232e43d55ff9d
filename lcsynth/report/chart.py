"""A figure on a page: the chart, its caption, its words for who cannot see it, and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.report.canvas import caption, untitled
from lcsynth.report.languages import Catalogue
from lcsynth.report.table import Table
from lcsynth.report.templating import render

if TYPE_CHECKING:
    from markupsafe import Markup
    from plotly.graph_objects import Figure


def chart(figure: Figure, numbers: Table, reading: str, anchor: str, words: Catalogue) -> Markup:
    """Put a figure on the page.

    The title, which states the finding, leaves the drawing and becomes the caption: as text it wraps on a
    phone, follows the page's colours, and is read aloud. The script that draws stands once in the page;
    until it has, and without it, the table is open.

    Parameters
    ----------
    figure
        The drawing, as made by `figures`; it is not changed.
    numbers
        The table that the figure shows.
    reading
        How to read the figure, in a sentence.
    anchor
        An id that is unique in the page.
    words
        The language of the page.
    """
    from markupsafe import Markup
    from plotly.io.json import to_json_plotly

    drawn = untitled(figure)
    finding = caption(figure) or numbers.caption
    # A less-than sign could end the script block that carries the data.
    data = to_json_plotly(drawn).replace("<", "\\u003c")
    return render(
        "chart.html.j2",
        anchor=anchor,
        finding=finding,
        reading=reading,
        alternative=words.text(
            "Chart: {finding} The table below it has the same numbers.", finding=_stopped(finding)
        ),
        summary=words.text("The numbers in a table"),
        table=numbers,
        data=Markup(data),  # noqa: S704 - JSON without a less-than sign, in a block that is not run
        height=int(drawn["layout"]["height"]),
    )


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
