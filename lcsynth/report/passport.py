"""The passport on the page: what is needed to make the report again, folded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lcsynth.report.fragment import Fragment
from lcsynth.report.languages import Catalogue

if TYPE_CHECKING:
    from lcsynth.report.page import Page

# In the passport as JSON, but told by the header already.
_NOT_SHOWN = frozenset({"sessions"})


def passport(page: Page) -> Fragment:
    """Give what is needed to make the report again, folded.

    What the entries are about is in the language of the page; the names below that are those of the settings,
    of the tables and of the parts, as a person types them.
    """
    text = page.words.text
    return page.section(
        "passport",
        text("Passport"),
        "passport.html.j2",
        sentence=text("With these inputs, settings and versions the same report can be made again."),
        summary=text("Show the passport"),
        facts=list(_flat(page.synthesis.passport, _named(page.words))),
    )


def _named(words: Catalogue) -> dict[str, str]:
    """Name of an entry → what it is called."""
    return {
        "made_at": words.text("Made at"),
        "workspace": words.text("Workspace"),
        "sources": words.text("Sources, as SHA-256"),
        "papers": words.text("Versions of the paper, as SHA-256"),
        "key": words.text("Fingerprint of the secret behind the pseudonyms"),
        "settings": words.text("Settings"),
        "seed": words.text("Seed"),
        "operations": words.text("Operations in the log"),
        "log": words.text("Fingerprint of the log"),
        "masking": words.text("Fingerprint of what people masked or unmasked"),
        "code": words.text("Fingerprint of the code"),
        "versions": words.text("Versions of the parts"),
        "counts": words.text("Counts"),
        "agreement": words.text("Agreement between resamples"),
        "network": words.text("Network"),
        "endpoint": words.text("Language model"),
        "notebook": words.text("Notebook, as SHA-256"),
    }


def _flat(
    values: Mapping[str, object], named: Mapping[str, str], above: str = ""
) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if name in _NOT_SHOWN:
            continue
        shown = f"{above}{named.get(name, name)}"
        if isinstance(value, Mapping) and value:
            yield from _flat(value, {}, f"{shown} › ")
        else:
            yield shown, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
