"""What stands beside each place of a version: the themes, those of other versions too, and the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.document.alignment import follow
from lcsynth.document.anchors import Place, all_places
from lcsynth.document.paper import Paper
from lcsynth.document.versions import Versions
from lcsynth.register.deciding import OPEN, WORKED_IN

if TYPE_CHECKING:
    import pandas as pd

# What authors are not done with, so that it comes along to the next version.
UNFINISHED = (OPEN, "partly", "deferred")


def margins(decisions: pd.DataFrame, versions: Versions, version: str = "") -> pd.DataFrame:
    """Put every theme beside the place that it touches in one version.

    Parameters
    ----------
    decisions
        The decisions table: a row per theme and place, on any version.
    version
        The one that is shown; empty for the latest.

    Returns
    -------
    pandas.DataFrame
        The columns of the decisions table, with ``new_section`` and ``new_anchor`` in that version (the
        anchor empty for a section as a whole, both empty where the place is gone). A place that was split
        gives a row per part.
    """
    import pandas as pd

    shown = versions.papers[version] if version else versions.latest
    rows = []
    for row in decisions.to_dict("records"):
        asked = row["anchor"] or row["section"]
        for section, anchor in _places(asked, row["paper_version"], versions, shown) or [Place("", "")]:
            rows.append({**row, "new_section": section, "new_anchor": "" if anchor == section else anchor})
    columns = [*decisions.columns, "new_section", "new_anchor"]
    return pd.DataFrame(rows, columns=columns)


def to_look_at(decisions: pd.DataFrame, versions: Versions, version: str) -> pd.DataFrame:
    """Give what authors have to look at beside one version: what was said about it, and what it inherits.

    From the versions before it a theme comes along as long as it is open, deferred or partly worked in,
    unless it was adopted or rejected at that place, or for that section as a whole, in this version.

    Returns
    -------
    pandas.DataFrame
        As `margins` gives it, without the themes whose place is gone.
    """
    import pandas as pd

    before = versions.names[: versions.names.index(version)]
    of = decisions["paper_version"]
    beside = margins(decisions[of.isin([*before, version])], versions, version)
    own = beside["paper_version"] == version
    unfinished = beside["decision"].isin(UNFINISHED)
    finished = beside[own & ~unfinished]
    done = set(zip(finished["theme_id"], finished["new_section"], finished["new_anchor"], strict=True))
    left = [
        place not in done and (*place[:2], "") not in done
        for place in zip(beside["theme_id"], beside["new_section"], beside["new_anchor"], strict=True)
    ]
    inherited = unfinished & (beside["new_section"] != "") & pd.Series(left, index=beside.index, dtype=bool)
    return beside[own | inherited].reset_index(drop=True)


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


def _places(asked: str, version: str, versions: Versions, shown: Paper) -> list[Place]:
    if version not in versions.papers:
        return []
    steps = versions.between(version, shown.version)
    if steps:
        return follow(asked, steps)
    return [place for place in all_places(shown) if place.anchor == asked]
