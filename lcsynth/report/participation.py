"""Who took part, per audience and type of organisation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import Table, table


def participation(page: Page) -> Fragment:
    """Give the section that says who took part; groups that are too small get no number."""
    words = page.words
    sentence = words.plural(
        "1 person gave {contributions}.",
        "{n} people gave {contributions}.",
        page.people,
        contributions=words.plural("1 contribution", "{n} contributions", len(page.synthesis.contributions)),
    )
    shown = [
        _table(page, "audience", words.text("By audience"), words.text("Audience"), page.audience),
        _table(
            page,
            "organisation_type",
            words.text("By type of organisation"),
            words.text("Type of organisation"),
            page.organisation_type,
        ),
    ]
    tables = [one for one in shown if one.rows]
    hidden = words.text(
        "Groups of fewer than {smallest} people are not shown apart, nor is a group from which their number "
        "could be worked out.",
        smallest=page.settings.thresholds.smallest_cell,
    )
    suppressed = any(row[1] == words.text("not shown") for one in tables for row in one.rows)
    return page.section(
        "participation",
        words.text("Who took part"),
        "plain.html.j2",
        sentences=[sentence, hidden] if suppressed else [sentence],
        tables=tables,
    )


def _table(
    page: Page,
    by: Literal["audience", "organisation_type"],
    caption: str,
    heading: str,
    label: Callable[[str], str],
) -> Table:
    from lcsynth.analysis.people import participation as counted

    words = page.words
    smallest = page.settings.thresholds.smallest_cell
    groups = counted(page.synthesis.contributions, by=by, smallest_cell=smallest)
    if not any(groups["group"]):
        # Nobody said to which group they belong.
        return table(caption, (heading,), ())
    rows = [_row(page, label(group["group"]), group) for group in groups.to_dict("records")]
    return table(caption, (heading, words.text("People"), words.text("Contributions")), rows)


def _row(page: Page, label: str, group: dict[str, object]) -> tuple[str, str, str]:
    if group["suppressed"]:
        return label, page.words.text("not shown"), page.words.text("not shown")
    people, contributions = int(str(group["contributors"])), int(str(group["contributions"]))
    return label, page.words.number(people), page.words.number(contributions)
