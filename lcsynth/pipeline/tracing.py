"""What became of a remark and where a change came from: what is meant is looked up, then traced."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.document import grounds
from lcsynth.document.chain import Chain
from lcsynth.document.trace import KINDS, backward, forward
from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.synthesis import Synthesis, synthesise
from lcsynth.pipeline.telling import plain
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

_SHAPES = {
    "contributor": re.compile(r"p-[a-z2-7]{1,12}", re.IGNORECASE),
    "contribution": re.compile(r"c[0-9a-f]{2,14}"),
    "statement": re.compile(r"s[0-9a-f]{2,14}"),
    "theme": re.compile(r"t\d+", re.IGNORECASE),
}
# “2.1:3”, “§2.1”, “v2/2.1:3”, “v2 2.1:3”; sections without a number are lettered (“2.A”).
_PLACE = re.compile(
    r"(?:(?P<version>[^\s/§]+)[\s/]\s*)?§?\s*(?P<anchor>[0-9A-Z]{1,3}(?:\.[0-9A-Z]{1,3})*(?::\d+)?)"
)


@dataclass(frozen=True)
class Trace:
    """One thing followed in both directions.

    Attributes
    ----------
    kind, id, version
        What it is: one of `lcsynth.document.trace.KINDS`; only a place has a version.
    forward, backward
        Tables as `lcsynth.document.trace` makes them; without rows where there is nothing in that direction.
    """

    kind: str
    id: str
    version: str
    forward: pd.DataFrame
    backward: pd.DataFrame


def trace(workspace: Workspace, name: str, *, language: str = "") -> Trace:
    """Follow a contributor, contribution, statement, theme, paragraph or section through the workspace.

    Parameters
    ----------
    name
        An id, or a place such as ``2.1``, ``2.1:3`` or ``v2/2.1:3``; without a version it is in the one that
        was discussed last, as with `document decide`.
    language
        Of the labels of themes: ``nl`` or ``en``; empty for the first of the workspace.

    Raises
    ------
    CallError
        When there is nothing with this id.
    DataError
        When the tables cannot be made.
    """
    return trace_in(chain_of(synthesise(workspace), language or workspace.settings.languages[0]), name)


def trace_in(chain: Chain, name: str) -> Trace:
    """Follow something as `trace` does, in tables that are read already.

    Raises
    ------
    CallError
        When there is nothing with this id.
    """
    kind, found, version = _meant(chain, name.strip())
    return Trace(
        kind, found, version, forward(chain, kind, found, version), backward(chain, kind, found, version)
    )


def chain_of(made: Synthesis, language: str) -> Chain:
    """Put the tables of a workspace together, with no audience so small that it points at somebody.

    Links are those that the decisions rest on: see `lcsynth.document.grounds`.
    """
    from lcsynth.analysis.people import hidden_groups

    smallest = made.workspace.settings.thresholds.smallest_cell
    hidden = hidden_groups(made.contributions, by="audience", smallest_cell=smallest)
    said = made.contributions
    return Chain(
        said.assign(audience=said["audience"].mask(said["audience"].isin(hidden), "")),
        made.statements,
        made.assignments,
        made.themes,
        grounds(made.links, made.assignments, made.statements, made.contributions),
        made.decisions,
        made.versions.papers,
        {session.id: session.date.isoformat() for session in made.workspace.sessions},
        language,
        made.paper.version if made.paper else "",
    )


def _meant(chain: Chain, name: str) -> tuple[str, str, str]:
    known: dict[str, Iterable[str]] = {
        "contributor": chain.said_by,
        "contribution": chain.contribution,
        "statement": chain.statement,
        "theme": chain.theme,
    }
    for kind, shape in _SHAPES.items():
        if shape.fullmatch(name):
            found = name.upper() if kind in ("contributor", "theme") else name
            if found not in known[kind]:
                raise CallError(f"There is no {kind} {found}", mend=_nearest(found, known[kind]))
            return kind, found, ""
    place = _PLACE.fullmatch(name)
    if place is None:
        raise CallError(
            f"{name!r} is nothing that can be traced",
            expected=f"one of {', '.join(KINDS)}: P-…, c…, s…, T001, 2.1:3 or 2.1, with v1/ before it for a "
            "version",
        )
    return _placed(chain, place["anchor"], place["version"] or "")


def _placed(chain: Chain, anchor: str, version: str) -> tuple[str, str, str]:
    if not chain.papers:
        raise CallError("There is no version of the paper yet", mend="Add one with `lcsynth document import`")
    if version and version not in chain.papers:
        raise CallError(f"The paper has no version {version!r}", mend=nearest(version, chain.papers))
    version = version or chain.discussed or list(chain.papers)[-1]
    places = chain.papers[version].texts.keys()
    kind = "paragraph" if ":" in anchor else "section"
    if anchor not in places:
        alike = [one for one in places if (":" in one) == (":" in anchor)]
        raise CallError(f"Version {version} has no {kind} {anchor}", mend=_nearest(anchor, alike))
    return kind, anchor, version


def _nearest(name: str, known: Iterable[str]) -> str:
    """Give the nearest of many ids; they are too many to list."""
    found = nearest(name, known)
    return found if found.startswith("Did") or len(found) < 300 else ""


def written(workspace: Workspace, traced: Trace, form: str, *, language: str = "") -> str:
    """Write a trace as lines (``text``), for other programs (``json``) or as a page (``html``).

    Parameters
    ----------
    form
        In ``json`` the texts are whole and the values as in the tables, whatever the language.

    Raises
    ------
    CallError
        If the language is unknown.
    """
    from lcsynth.report.languages import catalogue
    from lcsynth.report.trace_page import trace_page
    from lcsynth.report.trace_words import lines_of, steps_of

    settings, chosen = workspace.settings, language or workspace.settings.languages[0]
    both = {"forward": traced.forward, "backward": traced.backward}
    if form == "json":
        about = {"kind": traced.kind, "id": traced.id, "version": traced.version}
        rows = {name: table.to_dict("records") for name, table in both.items()}
        return json.dumps(about | rows, ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        name = f"{traced.version} § {traced.id}" if traced.version else traced.id
        return trace_page(name, **both, settings=settings, language=chosen)
    words = catalogue(chosen)
    titles = {"forward": words.text("What became of it"), "backward": words.text("Where it came from")}
    lines = [
        line
        for name, table in both.items()
        if len(table) > 1 or name == "forward"
        for line in ("", titles[name], *lines_of(steps_of(table, words, settings)))
    ]
    return "".join(f"{plain(line)}\n" for line in lines[1:])
