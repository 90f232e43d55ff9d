"""The Jinja templates of the pages: everything they are given is text and is escaped."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


@functools.cache
def environment() -> Environment:
    """Give the templates, with escaping on and a name that is absent an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, /, **values: object) -> Markup:
    """Fill in a template; the result is HTML and is not escaped again."""
    from markupsafe import Markup

    return Markup(environment().get_template(template).render(**values))  # noqa: S704 - autoescaped above


def render_macro(template: str, name: str, /, *values: object) -> Markup:
    """Fill in one macro of a template file."""
    from markupsafe import Markup

    module = environment().get_template(template).module
    return Markup(getattr(module, name)(*values))  # noqa: S704 - autoescaped above
