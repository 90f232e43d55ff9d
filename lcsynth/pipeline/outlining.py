"""The outline of a version of the paper: its places, what was said there, and what waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.document import Paper, grounds
from lcsynth.document.anchors import flat
from lcsynth.document.pages import as_range
from lcsynth.pipeline.places import discussed_paper
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "level", "section", "anchor", "text", "pages", "statements", "people", "themes", "open_decisions"
)  # fmt: skip


@dataclass(frozen=True)
class Outline:
    """A version of the paper, place by place.

    Attributes
    ----------
    places
        Columns level (section, paragraph), section, anchor, text (the title or the paragraph on one line),
        pages (as 3 or 3–4; empty when they are not known, and for a section), statements that are linked
        there, people who made them (all together: see `analysis.replies.audiences`), themes that are at that
        place (see `document.grounds`), and open_decisions. What is linked to a section counts what is linked
        to its paragraphs.
    linked, statements
        How many statements are linked to a place of this version, of how many.
    gone
        How many are linked only to places of other versions that this one does not have.
    """

    paper: Paper
    places: pd.DataFrame
    linked: int
    statements: int
    gone: int


def outline(workspace: Workspace, version: str = "") -> Outline:
    """Go through a version of the paper; the one that the last session discussed when none is named.

    What was said about another version is counted at the place that became of it.

    Raises
    ------
    CallError
        When there is no such version.
    DataError
        When a source, the settings, the paper or the log are wrong.
    """
    import pandas as pd

    of = discussed_paper(workspace, version)
    made = synthesise(workspace)
    links, gone = made.versions.carried(made.links, of.version)
    resting = grounds(made.links, made.assignments, made.statements, made.contributions)
    themed = made.versions.carried(resting, of.version)[0]
    main = made.assignments[(made.assignments["rank"] == 1) & (made.assignments["theme_id"] != "")]
    themes = dict(zip(main["statement_id"], main["theme_id"], strict=True))
    waiting = made.decisions[
        (made.decisions["decision"] == "open") & (made.decisions["paper_version"] == of.version)
    ]
    said_by = made.statements.merge(made.contributions, on="contribution_id").set_index("statement_id")
    speakers = said_by["contributor"].to_dict()
    rows: list[tuple[str | int, ...]] = []

    def counts(column: str, value: str) -> tuple[int, int, int, int]:
        said, themed_here, own = (table[table[column] == value] for table in (links, themed, waiting))
        found = {themes[name] for name in set(themed_here["statement_id"]) & themes.keys()}
        statements = set(said["statement_id"])
        return len(statements), len({speakers[name] for name in statements}), len(found), len(own)

    for section in of.sections:
        number = section.number
        title = flat(section.title) if section.heading else "(text above the first heading)"
        rows.append(("section", number, number, title, "", *counts("section", number)))
        for one in section.paragraphs:
            pages = as_range(one.pages)
            rows.append(
                ("paragraph", number, one.anchor, flat(one.text), pages, *counts("anchor", one.anchor))
            )
    places = pd.DataFrame(rows, columns=list(COLUMNS))
    linked = set(links["statement_id"])
    return Outline(of, places, len(linked), len(made.statements), len(set(gone["statement_id"]) - linked))
