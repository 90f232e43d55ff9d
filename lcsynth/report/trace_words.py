"""A trace in words: each step with what it is, what is in it, and how it belongs to the one above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lcsynth.report import wording
from lcsynth.report.languages import Catalogue

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.workspace import Settings

_LONGEST = 160  # characters of a text on one line of a terminal
_SAID = ("contribution", "statement")


@dataclass(frozen=True)
class Step:
    """One step, with those that come of it.

    ``language`` is None for words in the language of the page, empty where it is not known.
    """

    kind: str
    name: str
    text: str
    facts: str
    said: bool
    language: str | None
    before: str
    steps: list[Step] = field(default_factory=list)


def steps_of(table: pd.DataFrame, words: Catalogue, settings: Settings) -> tuple[Step, ...]:
    """Turn the rows of a trace into steps within steps."""
    top: list[Step] = []
    open_ones: list[Step] = []
    for row in table.to_dict("records"):
        step = _step(row, words, settings)
        del open_ones[int(row["depth"]) :]
        if open_ones and step.said and step.text == open_ones[-1].text:
            # A contribution of one statement need not be read twice.
            step = replace(step, text="")
        (open_ones[-1].steps if open_ones else top).append(step)
        open_ones.append(step)
    return tuple(top)


def lines_of(steps: Iterable[Step], depth: int = 0) -> list[str]:
    """Write steps as lines for a terminal, each under the one that it comes of; texts are cut."""
    found = []
    for step in steps:
        flat = " ".join(step.text.split())
        text = f"{flat[:_LONGEST]}…" if len(flat) > _LONGEST else flat
        shown = f"“{text}”" if step.said and text else text
        facts = f"({step.facts})" if step.facts else ""
        found.append("  " * depth + " ".join(filter(None, [step.kind, step.name, shown, facts])))
        found += lines_of(step.steps, depth + 1)
    return found


def _step(row: Mapping[Any, Any], words: Catalogue, settings: Settings) -> Step:
    kind, how = str(row["kind"]), str(row["how"])
    place = kind in ("paragraph", "section", "change")
    number = f"§\u00a0{row['id']}" if row["id"] else ""
    return Step(
        kind=_kind(words, kind),
        name=" ".join(filter(None, [str(row["version"]), number])) if place else str(row["id"]),
        text=str(row["text"]),
        facts=", ".join(filter(None, _facts(row, words, settings, kind, how))),
        said=kind in _SAID,
        language=_spoken(words, kind, str(row["language"])),
        before=str(row["before"]) if how != "same" else "",
    )


def _spoken(words: Catalogue, kind: str, language: str) -> str | None:
    if kind not in _SAID or language == words.language:
        return None
    return language if language in ("nl", "en") else ""


def _facts(row: Mapping[Any, Any], words: Catalogue, settings: Settings, kind: str, how: str) -> list[str]:
    if kind == "decision":
        return [
            wording.decided(words, {**row, "decision": how, "in_version": row["version"], "reason": ""}),
            _day(words, row),
        ]
    if kind == "contribution":
        label = settings.audiences.get(str(row["audience"]))
        audience = str(getattr(label, words.language)) if label else str(row["audience"])
        return [_how(words, kind, how), str(row["session_id"]), _day(words, row), audience]
    return [_how(words, kind, one) for one in how.split(", ") if one]


def _day(words: Catalogue, row: Mapping[Any, Any]) -> str:
    import datetime

    return words.date(datetime.date.fromisoformat(str(row["date"]))) if row["date"] else ""


def _kind(words: Catalogue, kind: str) -> str:
    return {
        "contributor": words.text("contributor"),
        "contribution": words.plural("contribution", "contributions", 1),
        "statement": words.plural("statement", "statements", 1),
        "theme": words.plural("theme", "themes", 1),
        "single voice": words.text("single voice"),
        "paragraph": words.text("paragraph"),
        "section": words.text("section"),
        "decision": words.text("decision"),
        "change": words.text("in the next version"),
    }[kind]


def _how(words: Catalogue, kind: str, how: str) -> str:
    if how == "hidden":
        return words.text("hidden by the researchers")
    if kind == "contribution":
        return wording.said_as(words, how)
    if kind == "theme":
        return wording.placed(words, how)
    if kind == "change" or how in wording.CHANGED:
        return wording.changed(words, how)
    if how == "around":
        return words.text("the section around it")
    return words.text("decided on for its theme") if how == "theme" else wording.linked(words, how)
