"""One piece of a page: what a notebook cell shows, and what the template finds in its output."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

METADATA_KEY = "lcsynth"


@dataclass(frozen=True)
class Fragment:
    """A section of a report as HTML, with what the page around it has to know.

    Parameters
    ----------
    markup
        The HTML of the section, escaped already.
    anchor
        The id of the section in the page.
    heading
        Its heading in words, for the table of contents; empty keeps it out.
    page
        Facts about the page as a whole (title, language…); only the first fragment of a page has them.
    """

    markup: str
    anchor: str = ""
    heading: str = ""
    page: Mapping[str, str] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        return self.markup

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> tuple[dict[str, str], dict[str, object]]:
        data = {"text/html": self.markup, "text/plain": self.text}
        kept = {
            kind: value
            for kind, value in data.items()
            if (not include or kind in include) and kind not in (exclude or ())
        }
        about = {"anchor": self.anchor, "heading": self.heading, "page": dict(self.page)}
        return kept, {METADATA_KEY: about}

    @property
    def text(self) -> str:
        """The words of the fragment without markup, for a terminal."""
        visible = re.sub(r"<script\b.*?</script>", " ", self.markup, flags=re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", visible)).split())
