"""What is in no theme: single voices, and what was left out and why."""

from __future__ import annotations

from lcsynth.report import wording
from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.quoted import quotes_of
from lcsynth.report.table import Table, table

# From here on the list is folded, so that the sections after it can be found.
MANY = 10


def single_voices(page: Page) -> Fragment:
    """Give the section with every statement in no theme, folded when they are many."""
    words, number = page.words, len(page.single)
    sentence = words.plural(
        "One statement resembled no other enough to form a theme. That does not make it less true.",
        "{n} statements resembled no others enough to form a theme. That does not make them less true.",
        number,
    )
    if page.overview.empty:
        sentence = words.plural(
            "There is 1 statement. Themes are looked for from {enough} different statements by at least "
            "{people} people on.",
            "There are {n} different statements. Themes are looked for from {enough} by at least {people} "
            "people on.",
            number,
            enough=page.settings.thresholds.cluster_from,
            people=page.settings.thresholds.theme_contributors,
        )
    none = words.text("Every statement is in a theme.")
    return page.section(
        "single-voices",
        words.text("Single voices"),
        "quotes.html.j2",
        sentences=[sentence if number else none],
        quotes=quotes_of(page, page.single),
        fold=words.text("Show all {n} single voices", n=number) if number >= MANY else "",
    )


def everything(page: Page) -> Fragment:
    """List all that was said in a theme, without counts, because so few people took part."""
    from lcsynth.analysis.quotes import HIDDEN, verify

    shown = page.voices[page.voices["quote"] != HIDDEN]
    verify(
        quotes=shown,
        statements=page.synthesis.statements,
        contributions=page.synthesis.contributions,
        assignments=page.synthesis.assignments,
        refused=(HIDDEN,),
    )
    sentence = page.words.text(
        "Fewer than {smallest} people took part. What they said is listed without counts, because a "
        "count could point at one of them.",
        smallest=page.settings.thresholds.smallest_cell,
    )
    return page.section(
        "themes",
        page.words.text("What was said"),
        "quotes.html.j2",
        sentences=[sentence],
        quotes=quotes_of(page, shown.assign(audience="")),
        fold="",
    )


def left_out(page: Page) -> Fragment:
    """Give the section that accounts for everything that was received."""
    words = page.words
    tables = [_ledger(page), _reasons(page)]
    return page.section(
        "left-out",
        words.text("What was left out, and why"),
        "plain.html.j2",
        sentences=[*_balance(page), *_statements(page)],
        tables=[shown for shown in tables if shown.rows],
    )


def _balance(page: Page) -> list[str]:
    words = page.words
    names = ["read", "contributions", "duplicates", "quarantined", "empty", "reactions"]
    sums = {str(name): int(value) for name, value in page.synthesis.ledger[names].sum().items()}
    reactions, masks = sums.pop("reactions"), len(page.synthesis.masks)
    return [
        words.text(
            "Every entry that was received is accounted for. Received: {read}. Became a contribution: "
            "{contributions}. Repeats by the same person: {duplicates}. Set apart, with the reason: "
            "{quarantined}. "
            "Empty: {empty}.",
            **sums,
        ),
        *(
            [words.plural("1 reaction counts as support.", "{n} reactions count as support.", reactions)]
            if reactions
            else []
        ),
        *(
            [
                words.plural(
                    "In 1 place a name or other personal data was masked.",
                    "In {n} places a name or other personal data was masked.",
                    masks,
                )
            ]
            if masks
            else []
        ),
    ]


def _statements(page: Page) -> list[str]:
    words, statements = page.words, page.synthesis.statements
    assignments = page.synthesis.assignments
    bare = statements["content"].eq(other=False)
    aside = assignments.loc[assignments["how"] == "set aside", "statement_id"]
    removed = int((statements["statement_id"].isin(aside) & ~bare).sum())
    hidden = int(((assignments["quote"] == "hidden") & (assignments["rank"] == 1)).sum())
    counts = [
        (
            int(bare.sum()),
            words.plural(
                "1 statement had no content (such as “n/a”) and was not grouped.",
                "{n} statements had no content (such as “n/a”) and were not grouped.",
                int(bare.sum()),
            ),
        ),
        (
            removed,
            words.plural(
                "1 statement was set aside by hand.", "{n} statements were set aside by hand.", removed
            ),
        ),
        (
            hidden,
            words.plural(
                "1 statement was hidden by the researchers, for a reason that they noted. It is counted, and "
                "shown nowhere.",
                "{n} statements were hidden by the researchers, for reasons that they noted. They are "
                "counted, and shown nowhere.",
                hidden,
            ),
        ),
    ]
    return [sentence for number, sentence in counts if number]


def _ledger(page: Page) -> Table:
    words = page.words
    names = ("read", "contributions", "duplicates", "quarantined", "empty")
    headings = (
        words.text("Source"),
        words.text("Entries"),
        words.text("Contributions"),
        words.text("Repeats"),
        words.text("Set apart"),
        words.text("Empty"),
    )
    rows = [
        (str(row["source"]), *(words.number(row[name]) for name in names))
        for row in page.synthesis.ledger.to_dict("records")
    ]
    return table(words.text("What was received, by source"), headings, rows)


def _reasons(page: Page) -> Table:
    words = page.words
    counts = page.synthesis.quarantine["reason"].value_counts(sort=False).sort_index()
    rows = [(wording.reason(words, str(kind)), words.number(int(number))) for kind, number in counts.items()]
    return table(
        words.text("Why entries were set apart"), (words.text("Reason"), words.text("Entries")), rows
    )
