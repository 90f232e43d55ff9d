"""What stands beside each place of the latest version: the themes, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.document.alignment import follow
from lcsynth.document.anchors import Place, all_places
from lcsynth.document.paper import Paper
from lcsynth.document.versions import Versions
from lcsynth.register.deciding import WORKED_IN

if TYPE_CHECKING:
    import pandas as pd


def margins(decisions: pd.DataFrame, versions: Versions) -> pd.DataFrame:
    """Put every theme beside the place that it touches in the latest version.

    Parameters
    ----------
    decisions
        The decisions table: a row per theme and place, on any version.

    Returns
    -------
    pandas.DataFrame
        The columns of the decisions table, with ``new_section`` and ``new_anchor`` in the latest version (the
        anchor empty for a section as a whole, both empty where the place is gone). A place that was split
        gives a row per part.
    """
    import pandas as pd

    rows = []
    for row in decisions.to_dict("records"):
        asked = row["anchor"] or row["section"]
        for section, anchor in _places(asked, row["paper_version"], versions) or [Place("", "")]:
            rows.append({**row, "new_section": section, "new_anchor": "" if anchor == section else anchor})
    columns = [*decisions.columns, "new_section", "new_anchor"]
    return pd.DataFrame(rows, columns=columns)


def reasons(alignment: pd.DataFrame, beside: pd.DataFrame, new: Paper) -> list[pd.DataFrame]:
    """Give for every row of an alignment the decisions because of which it changed.

    Parameters
    ----------
    alignment
        Of the version before with ``new``, the latest.
    beside
        As `margins` gives it.

    Returns
    -------
    list of pandas.DataFrame
        Rows of ``beside``: those that were worked in in this version at the paragraph, or at its section as a
        whole. None where no decision is behind a change.
    """
    worked_in = beside[beside["decision"].isin(WORKED_IN) & (beside["in_version"] == new.version)]
    found = []
    for row in alignment.to_dict("records"):
        here = worked_in["new_anchor"].isin({row["new_anchor"]} - {""})
        # What is gone was decided at where it stood.
        here |= worked_in["anchor"].isin({row["old_anchor"]} - {""})
        whole = (worked_in["anchor"] == "") & (
            worked_in["new_section"].isin({row["new_section"]} - {""})
            | worked_in["section"].isin({row["old_section"]} - {""})
        )
        found.append(worked_in[here if here.any() else whole])
    return found


def _places(asked: str, version: str, versions: Versions) -> list[Place]:
    if version not in versions.papers:
        return []
    steps = versions.between(version, versions.latest.version)
    if steps:
        return follow(asked, steps)
    return [place for place in all_places(versions.latest) if place.anchor == asked]
