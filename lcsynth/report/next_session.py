"""What to ask next, and whom: open questions, and audiences that were not heard on a section yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.report.fragment import Fragment
from lcsynth.report.page import Page
from lcsynth.report.table import Table, table

if TYPE_CHECKING:
    import pandas as pd

_MOST = 5  # questions of a kind


def next_session(page: Page, beside: pd.DataFrame, covered: pd.DataFrame) -> Fragment:
    """Give the section from which a coordinator plans the next session.

    Parameters
    ----------
    beside
        As `document.margins.margins` gives it.
    covered
        As `analysis.coverage.coverage` gives it.
    """
    words = page.words
    questions = [*_undecided(page, beside), *_together(page, beside), *_one_sided(page)]
    nothing = words.text("No question is open: everything that was linked to the paper is decided.")
    return page.section(
        "next",
        words.text("For the next session"),
        "next.html.j2",
        questions_heading=words.text("Open questions"),
        questions=questions,
        nothing=nothing,
        coverage_heading=words.text("Who has been heard on what"),
        sentences=_unheard(page, covered),
        coverage=_coverage(page, covered) if len(covered) else None,
    )


def _undecided(page: Page, beside: pd.DataFrame) -> list[str]:
    """Ask about the themes that wait for a decision, the most people first."""
    found = beside[(beside["decision"] == "open") & (beside["new_section"] != "")]
    found = found.sort_values(["contributors", "theme_id", "new_anchor"], ascending=[False, True, True])
    found = found.drop_duplicates("theme_id").head(_MOST)
    return [
        page.words.plural(
            "What should the paper do with {theme} at {place}? 1 person spoke about it there.",
            "What should the paper do with {theme} at {place}? {n} people spoke about it there.",
            int(row["contributors"]),
            theme=_quoted(page, str(row["theme_id"])),
            place=f"§\u00a0{row['new_anchor'] or row['new_section']}",
        )
        for row in found.to_dict("records")
    ]


def _together(page: Page, beside: pd.DataFrame) -> list[str]:
    """Ask which of several themes goes first at one paragraph."""
    found = beside[(beside["new_anchor"] != "") & (beside["decision"] == "open")]
    themes = found.groupby("new_anchor", sort=False)["theme_id"].agg(lambda names: sorted(set(names)))
    several = sorted(
        ((anchor, names) for anchor, names in themes.items() if len(names) > 1),
        key=lambda one: (-len(one[1]), str(one[0])),
    )
    return [
        page.words.text(
            "At {place} {themes} meet: what goes first there, and what excludes what?",
            place=f"§\u00a0{anchor}",
            themes=page.words.join([_quoted(page, str(name)) for name in names]),
        )
        for anchor, names in several[:_MOST]
    ]


def _one_sided(page: Page) -> list[str]:
    """Ask whether others know what only one audience spoke about."""
    audiences = {name for name in page.settings.audiences if name not in page.hidden_audiences}
    heard = page.voices[page.voices["audience"].isin(audiences)]
    if heard["audience"].nunique() < 2:
        return []
    found = []
    least = page.settings.thresholds.smallest_cell
    for theme in page.overview["theme_id"]:
        own = page.voices[page.voices["theme_id"] == theme]
        names = own["audience"].unique().tolist()
        if len(names) == 1 and own["contributor"].nunique() >= least:
            found.append((str(theme), str(names[0])))
    return [
        page.words.text(
            "{theme} was only heard from {audience}: do others recognise it?",
            audience=page.audience(name),
            theme=_quoted(page, theme),
        )
        for theme, name in found[:_MOST]
        if name in audiences
    ]


def _quoted(page: Page, theme: str) -> str:
    return f"“{page.labels.get(theme, theme)}” ({theme})"


def _unheard(page: Page, covered: pd.DataFrame) -> list[str]:
    """Say per audience on which sections nobody of it was heard."""
    from lcsynth.analysis.coverage import unheard

    words, sections = page.words, covered["section"].nunique()
    told = []
    for row in unheard(covered).to_dict("records"):
        if len(row["sections"]) == sections:
            told.append(
                words.text("{audience}: heard on no section yet.", audience=page.audience(row["audience"]))
            )
            continue
        places = words.join([f"§\u00a0{number}" for number in row["sections"]])
        told.append(
            words.text(
                "{audience}: not heard yet on {places}.",
                audience=page.audience(row["audience"]),
                places=places,
            )
        )
    return told or ([words.text("Every audience was heard on every section.")] if sections else [])


def _coverage(page: Page, covered: pd.DataFrame) -> Table:
    words, least = page.words, page.settings.thresholds.smallest_cell
    titles = page.section_titles
    cells = covered.set_index(["section", "audience"])["contributors"]
    names = list(dict.fromkeys(covered["audience"]))

    def written(count: int) -> str:
        if not count:
            return words.text("nobody")
        return words.number(count) if count >= least else words.text("fewer than {least}", least=least)

    rows = [
        (
            f"§\u00a0{number} {titles.get(number, '')}".strip(),
            *(written(int(cells[number, name])) for name in names),
        )
        for number in dict.fromkeys(covered["section"])
    ]
    caption = words.text("People heard per section of the paper and audience")
    return table(caption, (words.text("Section"), *(page.audience(name) for name in names)), rows)
