"""An executed notebook as one self-contained page: nbconvert with a template of our own."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import default

from lcsynth.report.canvas import STYLE
from lcsynth.report.fragment import METADATA_KEY, Fragment
from lcsynth.report.templating import TEMPLATES, render

# For a notebook that shows nothing of ours.
_PLAIN_PAGE = {
    "title": "lcsynth",
    "language": "en",
    "contents": "Contents",
    "skip": "Skip to the content",
    "footer": "lcsynth",
}
_IMAGES = ("image/png", "image/jpeg")


@dataclass(frozen=True)
class Report:
    """What the template is given: the outputs of a notebook, sorted out."""

    page: Mapping[str, str]
    header: Markup | None
    sections: tuple[Markup, ...]
    contents: tuple[tuple[str, str], ...]
    scripts: tuple[Markup, ...]
    chart_style: Markup

    @property
    def script_hashes(self) -> str:
        """The scripts that may run, for the content security policy; nothing else may."""
        found = [base64.b64encode(hashlib.sha256(script.encode()).digest()) for script in self.scripts]
        return " ".join(f"'sha256-{digest.decode()}'" for digest in found) or "'none'"


class ReportExporter(TemplateExporter):  # type: ignore[misc]  # nbconvert has no types
    """Exports the outputs of a notebook as a page for readers (``jupyter nbconvert --to lcsynth``)."""

    export_from_notebook = "lcsynth report"
    output_mimetype = "text/html"
    template_file = "index.html.j2"
    template_name = "lcsynth"

    @default("template_paths")  # type: ignore[untyped-decorator]  # traitlets has no types here
    def _template_paths_default(self) -> list[str]:
        # Not looked for by name: nbconvert would search the folder it happens to run in, and Jupyter's own.
        return [str(TEMPLATES)]

    @default("file_extension")  # type: ignore[untyped-decorator]  # traitlets has no types here
    def _file_extension_default(self) -> str:
        return ".html"

    def _create_environment(self) -> Environment:
        # None of nbconvert's filters is used, and what the template shows is escaped unless it is markup.
        return Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )

    def from_notebook_node(
        self, nb: NotebookNode, resources: Mapping[str, Any] | None = None, **_options: object
    ) -> tuple[str, dict[str, Any]]:
        """Make the page of an executed notebook."""
        text = self.template.render(report=read_report(nb))
        return text.lstrip() + "\n", {**(resources or {}), "output_extension": ".html"}


def page_of(notebook: NotebookNode) -> str:
    """Give the HTML page of an executed notebook."""
    return str(ReportExporter().from_notebook_node(notebook)[0])


def page_of_fragments(fragments: Sequence[Fragment]) -> str:
    """Give the HTML page of fragments that no notebook shows: the header first, then the sections."""
    header, *sections = fragments
    report = Report(
        {**_PLAIN_PAGE, **header.page},
        Markup(header.markup),  # noqa: S704 - made and escaped by our own templates
        tuple(Markup(one.markup) for one in sections),  # noqa: S704
        tuple((one.anchor, one.heading) for one in sections if one.heading),
        (),
        Markup(STYLE),  # noqa: S704
    )
    return str(render("index.html.j2", report=report)).lstrip() + "\n"


def read_report(notebook: NotebookNode) -> Report:
    """Sort out the outputs of a notebook: the header, the sections, the table of contents, the scripts."""
    page: Mapping[str, str] = _PLAIN_PAGE
    header = None
    sections, contents = [], []
    for output in _shown(notebook):
        about = output.metadata.get(METADATA_KEY, {})
        body = _body(output, ours=bool(about))
        if about.get("page"):
            page, header = {**_PLAIN_PAGE, **about["page"]}, body
            continue
        sections.append(body)
        if about.get("heading"):
            contents.append((about["anchor"], about["heading"]))
    charts = any('class="lc-chart"' in body for body in sections)
    return Report(page, header, tuple(sections), tuple(contents), _scripts() if charts else (), Markup(STYLE))  # noqa: S704


def _shown(notebook: NotebookNode) -> list[NotebookNode]:
    # What a cell prints, or a library warns of, is not for readers.
    return [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type in ("display_data", "execute_result") and output.data
    ]


def _body(output: NotebookNode, *, ours: bool) -> Markup:
    """Give the richest form of an output that can stand in a page without a network."""
    data = output.data
    if ours:
        return Markup(data["text/html"])  # noqa: S704 - made and escaped by our own templates
    for kind in _IMAGES:
        if kind in data:
            alternative = str(data.get("text/plain", ""))
            image = Markup('<img src="data:{};base64,{}" alt="{}">').format(
                kind, data[kind].strip(), alternative
            )
            return Markup('<div class="lc-other">{}</div>').format(image)
    if "text/html" in data:
        # Written by the notebook's author; the policy of the page keeps its scripts from running.
        inner = Markup(data["text/html"])  # noqa: S704
    else:
        inner = Markup("<pre>{}</pre>").format(escape(str(data.get("text/plain", ""))))
    return Markup('<div class="lc-other">{}</div>').format(inner)


@functools.cache
def _scripts() -> tuple[Markup, ...]:
    from plotly.offline import get_plotlyjs

    own = Path(TEMPLATES / "script.js").read_text(encoding="utf-8")
    # A closing tag inside a script would end it; in JavaScript the escaped form means the same.
    return tuple(Markup(text.replace("</script", "<\\/script")) for text in (get_plotlyjs(), own))  # noqa: S704
