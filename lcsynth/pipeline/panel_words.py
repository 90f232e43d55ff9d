"""What the panel shows of a theme, in words: lines to choose from and HTML to read, in Dutch or English."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from html import escape
from typing import Any

from lcsynth.pipeline.namesakes import GONE, folded
from lcsynth.pipeline.panel_view import SINGLE, View
from lcsynth.pipeline.panel_widgets import Choices
from lcsynth.register import Operation
from lcsynth.register.people import STATUSES
from lcsynth.report.languages import Catalogue

LONGEST = 140  # characters of a statement in the list; the whole of it is shown when it is chosen


def theme_choices(words: Catalogue, shown: View) -> Choices:
    """Give a line for every theme (id, label, size) with its id; the single voices come last."""
    labels = shown.themes[f"label_{words.language}"]
    lines: Choices = [
        (f"{name} {label} ({words.number(count)})" + _status(words, status), name)
        for name, label, count, status in zip(
            shown.themes["theme_id"], labels, shown.themes["statements"], shown.themes["status"], strict=True
        )
    ]
    return [*lines, (words.text("Single voices") + f" ({words.number(shown.single)})", SINGLE)]


def status_choices(words: Catalogue) -> Choices:
    """Give the statuses that a person can set, after a line that chooses nothing."""
    named = _statuses(words)
    return [(words.text("choose a status"), None), *((named[one], one) for one in STATUSES)]


def other_choices(words: Catalogue, shown: View, *, single: bool) -> Choices:
    """Give the themes that something can go to, neighbours first, after a line that chooses nothing.

    Parameters
    ----------
    single
        Whether statements can also go to the single voices.
    """
    known = {name: line for line, name in theme_choices(words, shown)}
    near = [name for name in shown.neighbours if name in known]
    rest = [name for name in known if name not in near and (single or name != SINGLE)]
    others: Choices = [(known[name], name) for name in [*near, *rest] if name != shown.theme_id]
    return [(words.text("choose a theme"), None), *others]


def statement_choices(words: Catalogue, shown: View) -> list[tuple[str, str]]:
    """Give a line for every statement: closeness, audience, what people did to it, text and id."""
    rows = shown.statements.to_dict("records")
    # Each number is written once: thousands of statements are about as close as some other one.
    written = {near: _closeness(words, near) for near in {_rounded(row) for row in rows}}
    lines = []
    for row in rows:
        parts = [written[_rounded(row)], *_marks(words, row), short(row["text"]), row["statement_id"]]
        lines.append((" · ".join(parts), row["statement_id"]))
    return lines


def statement_html(words: Catalogue, shown: View, chosen: Collection[str]) -> str:
    """Give the chosen statements whole, each with its session and id."""
    rows = shown.statements[shown.statements["statement_id"].isin(chosen)].to_dict("records")
    if not rows:
        return _paragraph(
            words.text("Choose statements to see them whole (Ctrl or Shift for more than one).")
        )
    items = [
        f"<li>{escape(row['text'])} <small>({escape(row['session_id'])}, {escape(row['statement_id'])})"
        f"</small>{_because(row)}</li>"
        for row in rows
    ]
    return f"<ul>{''.join(items)}</ul>"


def theme_html(words: Catalogue, shown: View) -> str:
    """Tell about a theme: how many people, its keywords, its neighbours and what was written down."""
    if shown.theme_id == SINGLE:
        return _paragraph(words.text("These statements are in no theme."))
    (row,) = shown.themes[shown.themes["theme_id"] == shown.theme_id].to_dict("records")
    lines = [
        words.plural("1 person", "{n} people", int(row["contributors"])),
        f"{words.text('Keywords')}: {row['keywords'] or '—'}",
        f"{words.text('Neighbours')}: {_neighbours(words, shown)}",
        *_namesakes(words, shown, row),
        *(f"{memo.coder}: {memo.text}" for memo in shown.memos),
    ]
    return "".join(_paragraph(line) for line in lines)


def _namesakes(words: Catalogue, shown: View, row: Mapping[str, Any]) -> list[str]:
    """Say which other themes have the label of this one, in either language."""
    themes = shown.themes[(shown.themes["theme_id"] != row["theme_id"]) & ~shown.themes["status"].isin(GONE)]
    same = [
        other["theme_id"]
        for other in themes.to_dict("records")
        if any(row[name] and folded(row[name]) == folded(other[name]) for name in ("label_nl", "label_en"))
    ]
    return [words.text("Called the same: {themes}", themes=", ".join(same))] if same else []


def history_html(words: Catalogue, shown: View) -> str:
    """List what happened to a theme, the last first."""
    items = [f"<li>{escape(told(words, one))}</li>" for one in reversed(shown.history)]
    return f"<details><summary>{escape(words.text('History'))}</summary><ul>{''.join(items)}</ul></details>"


def last_html(words: Catalogue, shown: View) -> str:
    """Tell which operation `undo` takes back."""
    if shown.last is None:
        return _paragraph(words.text("There is nothing of yours to undo."))
    return _paragraph(words.text("Your last operation: {operation}", operation=told(words, shown.last)))


def told(words: Catalogue, one: Operation) -> str:
    """Say who did what, when and why."""
    about = [
        one.arguments.get(key) for key in ("theme", "themes", "into", "to", "new", "statement", "target")
    ]
    named = [
        ", ".join(map(str, value)) if isinstance(value, list) else str(value) for value in about if value
    ]
    labels = [
        str(one.arguments[key]) for key in ("label_nl", "label_en", "keyword") if one.arguments.get(key)
    ]
    labels += [_statuses(words)[status] for status in [one.arguments.get("status")] if status in STATUSES]
    what = " ".join([_verbs(words).get(one.operation, one.operation), " → ".join([*named, *labels])])
    return f"{one.time[:16].replace('T', ' ')} {one.coder}: {what}" + (f" ({one.note})" if one.note else "")


def _verbs(words: Catalogue) -> dict[str, str]:
    return {
        "found": words.text("found"),
        "joined": words.text("added statements to"),
        "rename": words.text("renamed"),
        "describe": words.text("described"),
        "merge": words.text("merged"),
        "split": words.text("split"),
        "move": words.text("moved statements to"),
        "pin": words.text("quotes first"),
        "exclude": words.text("does not quote"),
        "pin_keyword": words.text("named a keyword of"),
        "status": words.text("set the status of"),
        "hide": words.text("hid"),
        "memo": words.text("wrote about"),
        "decide": words.text("decided on"),
        "link": words.text("linked to the paper"),
        "unlink": words.text("no longer links to the paper"),
        "undo": words.text("undid an operation"),
    }


def _status(words: Catalogue, status: str) -> str:
    shown = _statuses(words) | {"active": "", "split": words.text("empty after a split")}
    return f" – {shown[status]}" if shown.get(status) else ""


def _statuses(words: Catalogue) -> dict[str, str]:
    return {
        "active": words.text("active"),
        "candidate": words.text("candidate"),
        "dormant": words.text("dormant"),
        "rejected": words.text("set aside"),
    }


def _marks(words: Catalogue, row: Mapping[str, Any]) -> list[str]:
    quoted = {
        "pinned": words.text("quoted first"),
        "excluded": words.text("not quoted"),
        "hidden": words.text("hidden"),
    }
    repeat = words.text("repeat") if row["how"] == "duplicate" else ""
    marks = [row["audience"], quoted.get(row["quote"], ""), repeat]
    return [mark for mark in marks if mark]


def _neighbours(words: Catalogue, shown: View) -> str:
    labels = shown.themes.set_index("theme_id")[f"label_{words.language}"]
    near = [f"{name} {labels[name]} ({count})" for name, count in shown.neighbours.items() if name in labels]
    return "; ".join(near) or words.text("no theme shares statements with it")


def _rounded(row: Mapping[str, Any]) -> float | None:
    return None if math.isnan(row["similarity"]) else round(row["similarity"], 2)


def _closeness(words: Catalogue, near: float | None) -> str:
    return "–" if near is None else words.number(near, 2)


def short(text: str) -> str:
    """Put a text on one line, cut off where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _because(row: Mapping[str, Any]) -> str:
    return f" <em>{escape(row['reason'])}</em>" if row["reason"] else ""


def _paragraph(text: str) -> str:
    return f"<p style='margin: 0; line-height: 1.4'>{escape(text)}</p>"
