"""The fields and lists of a panel, all of one make."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipywidgets import HTML, Dropdown, HBox, Text, Textarea, VBox, Widget

_WHOLE_LABEL = {"description_width": "initial"}
Choices = list[tuple[str, str | None]]


def field(label: str, value: str = "") -> Text:
    """Make a field for one line."""
    import ipywidgets

    layout = {"width": "40%", "min_width": "18em"}
    return ipywidgets.Text(value, description=label, style=_WHOLE_LABEL, layout=layout)


def passage(label: str) -> Textarea:
    """Make a field for a few sentences."""
    import ipywidgets

    layout = {"width": "40%", "min_width": "18em"}
    return ipywidgets.Textarea(description=label, rows=2, style=_WHOLE_LABEL, layout=layout)


def choice(label: str) -> Dropdown:
    """Make a list to choose one line from."""
    import ipywidgets

    return ipywidgets.Dropdown(description=label, style=_WHOLE_LABEL, layout={"width": "70%"})


def refill(dropdown: Dropdown, options: Choices, value: str | None) -> None:
    """Put lines in a list, and choose the one with this value."""
    if list(dropdown.options) != options:
        dropdown.options = options
    dropdown.index = [name for _, name in options].index(value)


def heading(text: str) -> HTML:
    """Make a line above what follows."""
    import ipywidgets

    return ipywidgets.HTML(f"<b>{escape(text)}</b>")


def rows(widgets: Sequence[Sequence[Widget]]) -> VBox:
    """Lay widgets out in rows that wrap where a page is narrow."""
    import ipywidgets

    def row(members: Sequence[Widget]) -> HBox:
        return ipywidgets.HBox(members, layout={"flex_flow": "row wrap"})

    return ipywidgets.VBox([row(members) for members in widgets])
