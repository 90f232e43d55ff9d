"""Agreement and tension: what people voted for and against, where the data has votes or reactions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lcsynth.report import wording
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.quoted import Quote, quotes_of
from lcsynth.report.table import Table, table

if TYPE_CHECKING:
    import pandas as pd

_MOST = 3  # statements that are shown of a side


def voting(page: Page) -> Fragment:
    """Give the section on votes and reactions; nothing where the data has none."""
    if page.voted.empty or page.small:
        return Fragment("")
    words, voted = page.words, page.voted
    once = voted.drop_duplicates("contribution_id")
    support, opposition = int(once["support"].sum()), int(once["opposition"].sum())
    sentences = [
        words.plural(
            "On 1 remark in a theme people voted or reacted: {support} times for, {opposition} times "
            "against.",
            "On {n} remarks in a theme people voted or reacted: {support} times for, {opposition} times "
            "against.",
            len(once),
            support=support,
            opposition=opposition,
        )
    ]
    if opposition:
        sentences.append(
            words.text(
                "A statement is supported or opposed when its side has a majority that chance alone would "
                "not give, and votes divide when it has none and at least a third is on the smaller side. "
                "Votes are for a remark as a whole."
            )
        )
    else:
        sentences.append(
            words.text("Nobody could or did vote against, so this tells what drew attention, not agreement.")
        )
    return page.section(
        "votes",
        words.text("Agreement and tension"),
        "votes.html.j2",
        sentences=sentences,
        sides=_sides(page, told=bool(opposition)),
        tables=[_table(page, told=bool(opposition))],
    )


def _sides(page: Page, *, told: bool) -> list[tuple[str, tuple[Quote, ...]]]:
    from lcsynth.analysis.quotes import verify
    from lcsynth.analysis.votes import telling

    text = page.words.text
    headings = (
        {
            "supported": text("Most supported"),
            "opposed": text("Most opposed"),
            "divided": text("Where the votes divide"),
        }
        if told
        else {"undecided": text("Drew most reactions")}
    )
    found = []
    for side, heading in headings.items():
        rows = telling(page.voted, side, _MOST)  # type: ignore[arg-type]  # the keys are sides
        verify(
            quotes=rows,
            statements=page.synthesis.statements,
            contributions=page.synthesis.contributions,
            assignments=page.synthesis.assignments,
        )
        if len(rows):
            found.append((heading, _quotes(page, rows, told=told)))
    return found


def _quotes(page: Page, rows: pd.DataFrame, *, told: bool) -> tuple[Quote, ...]:
    masked = rows.assign(audience=rows["audience"].mask(rows["audience"].isin(page.hidden_audiences), ""))
    return tuple(
        replace(quote, said_by=f"{page.named(row['theme_id'])} · {wording.votes(page.words, row, told=told)}")
        for quote, row in zip(quotes_of(page, masked), rows.to_dict("records"), strict=True)
    )


def _table(page: Page, *, told: bool) -> Table:
    from lcsynth.analysis.votes import votes_by_theme

    text, number = page.words.text, page.words.number
    names = ["contributions", "support"]
    headings = [text("Theme"), text("Remarks"), text("For")]
    if told:
        names += ["opposition", "supported", "opposed", "divided"]
        headings += [text("Against"), text("Supported"), text("Opposed"), text("Divided")]
    rows = [
        (page.named(row["theme_id"]), *(number(row[name]) for name in names))
        for row in votes_by_theme(page.voted).to_dict("records")
    ]
    return table(text("Votes and reactions by theme"), headings, rows)
