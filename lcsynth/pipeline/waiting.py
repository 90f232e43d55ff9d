"""What nothing may be guessed about, from every source, as one table and as sentences."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document import Paper, Versions
from lcsynth.document.unplaced import homeless, lost_places, strangers, unplaced
from lcsynth.document.unsettled import unsettled
from lcsynth.pipeline.material import Material
from lcsynth.register import Register
from lcsynth.report.languages import catalogue
from lcsynth.report.unsettled_words import told
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import read_table

if TYPE_CHECKING:
    import pandas as pd

KINDS = (
    "versions apart",
    "link nowhere",
    "place gone",
    "words repeated",
    "words absent",
    "section absent",
    "page shared",
    "page unknown",
)
_MOST = 5  # of a kind that are told one by one


def needs_person(
    material: Material,
    sessions: Sequence[Session],
    links: pd.DataFrame,
    register: Register,
    paper_of: Callable[[Session], Paper | None],
    *,
    everything: bool,
) -> pd.DataFrame:
    """List what a person has to look at; the table needs_person.

    Parameters
    ----------
    sessions
        The sessions whose statements are looked at.
    everything
        Also tell what is about no session: versions that share nothing, links that people made to nowhere,
        and decisions that do not fit the versions.
    """
    import pandas as pd

    rows: list[dict[str, str]] = []
    for session in sessions:
        paper = paper_of(session)
        if paper:
            said = material.prepared(session)
            rows += unplaced(said.statements, said.contributions, links, paper)
    versions = material.versions
    if versions.papers:
        latest = versions.latest.version
        rows += lost_places(versions.carried(links, latest)[1], to=latest)
    if everything:
        for old, new in itertools.pairwise(versions.names):
            rows += strangers(versions.aligned(old, new), old, new)
        rows += homeless(register.links, versions.papers)
        rows += _unsettled(versions, register)
    names = schema.columns("needs_person")
    return schema.conform(pd.DataFrame(rows, columns=names).drop_duplicates(), "needs_person")


def places_waiting(workspace: Workspace, scope: str) -> list[str]:
    """Say what about places has to be looked at, as of the last run; decisions are told by `settling`.

    Parameters
    ----------
    scope
        The folder of tables of the whole workspace.

    Raises
    ------
    DataError
        When the table cannot be read.
    """
    path = workspace.processed(scope, "needs_person.parquet")
    if not path.exists():
        return []
    table, sentences = read_table(path), []
    for kind in KINDS:
        rows = table.loc[table["kind"] == kind, "told"].tolist()
        sentences += rows[:_MOST]
        if len(rows) > _MOST:
            sentences.append(f"and {len(rows) - _MOST} more like that (lcsynth export needs_person)")
    return sentences


def _unsettled(versions: Versions, register: Register) -> Iterator[dict[str, str]]:
    words = catalogue("en")
    for row in unsettled(register, versions).to_dict("records"):
        place = row["anchor"] or row["section"]
        yield {
            "kind": f"decision {row['kind']}",
            "subject": row["theme_id"] or place,
            "where": f"{row['paper_version']} {place}",
            "told": told(words, row),
        }
