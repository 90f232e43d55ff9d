"""What about decisions and versions does not fit together, for a person to look at; nothing is guessed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lcsynth.document.anchors import Place, all_places
from lcsynth.document.holding import Held, Spot, held
from lcsynth.document.versions import Versions
from lcsynth.register import Register
from lcsynth.register.deciding import WORKED_IN, Decision

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("kind", "theme_id", "paper_version", "section", "anchor", "in_version", "operation", "other")
KINDS = ("unchanged", "unexplained", "gone", "absent", "disputed", "split", "rejected")


class _Finding(NamedTuple):
    kind: str
    theme_id: str
    paper_version: str
    section: str
    anchor: str
    in_version: str = ""
    operation: str = ""
    other: str = ""


def unsettled(register: Register, versions: Versions) -> pd.DataFrame:
    """List what a person has to look at.

    Parameters
    ----------
    register
        Holds the decisions and what became of their themes.
    versions
        All versions of the paper.

    Returns
    -------
    pandas.DataFrame
        Columns kind, theme_id, paper_version, section, anchor (empty for a whole section), in_version,
        operation (of the decision) and other, in the order of `KINDS`:

        - *unchanged*: it was adopted in a version that is there, and the place is as it was;
        - *unexplained*: the paragraph changed from the version before, or is new, and no decision says why;
          paper_version is the new version and anchor its own paragraph, for one that is gone the old ones;
        - *gone*: the paragraph is not in the latest version, and nothing was worked in in its place;
        - *absent*: the version, or the place in it, does not exist (any more);
        - *disputed*: themes that were decided on differently are one now; other is the theme it was made on;
        - *split*: the theme was split since and other, which came from it, has no decision at this place;
        - *rejected*: the theme was rejected since.
    """
    import pandas as pd

    holding = held(register)
    standing = {spot: one.decision for spot, one in holding.items() if one.decision}
    found = [
        *_places(standing, versions),
        *_themes(holding, register),
        *(
            finding
            for old, new in itertools.pairwise(versions.names)
            for finding in _unexplained(old, new, standing.values(), versions)
        ),
    ]
    rows = sorted(found, key=lambda one: KINDS.index(one.kind))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype("str")


def _places(standing: Mapping[Spot, Decision], versions: Versions) -> Iterator[_Finding]:
    """Find decisions at places that are not there, or that are as they were though something was adopted."""
    for spot, one in standing.items():
        about = (*spot, one.in_version, one.operation)
        if not _is_there(one, versions):
            yield _Finding("absent", *about)
        elif one.in_version in versions.papers and one.decision in WORKED_IN:
            rows = _rows_at(one, versions.aligned(one.paper_version, one.in_version))
            if set(rows["change"]) <= {"same"} and not _added(rows, one, versions):
                yield _Finding("unchanged", *about)
        elif one.anchor and _is_gone(one, versions.aligned(one.paper_version, versions.latest.version)):
            yield _Finding("gone", *about)


def _themes(holding: Mapping[Spot, Held], register: Register) -> Iterator[_Finding]:
    """Find decisions on themes that are something else now."""
    for spot, one in holding.items():
        for other in one.others:
            yield _Finding("disputed", *spot, other.in_version, other.operation, other.theme)
        if one.decision is None:
            continue
        about = (*spot, one.decision.in_version, one.decision.operation)
        if register.themes[spot.theme].status == "rejected":
            yield _Finding("rejected", *about)
        for name, theme in register.themes.items():
            now = register.counts_as(name)
            later = theme.split_from == one.decision.theme and theme.made_at > one.decision.time
            if later and now and Spot(now, *spot[1:]) not in holding:
                yield _Finding("split", *about, name)


def _unexplained(old: str, new: str, decided: Iterable[Decision], versions: Versions) -> Iterator[_Finding]:
    """Find the paragraphs that changed from one version to the next without a decision that was worked in."""
    before: set[str] = set()
    after: set[str] = set()
    for one in decided:
        worked_in = one.decision in WORKED_IN and one.in_version == new
        if worked_in and one.paper_version != new and _is_there(one, versions):
            rows = _rows_at(one, versions.aligned(one.paper_version, new))
            after |= {*rows["new_anchor"], *_added(rows, one, versions)} - {""}
            if one.paper_version == old:
                before |= set(rows["old_anchor"])
            else:
                rows = _rows_at(one, versions.aligned(one.paper_version, old))
                before |= set(rows["new_anchor"]) - {""}
    changed = versions.aligned(old, new)
    changed = changed[(changed["level"] == "paragraph") & (changed["change"] != "same")]
    told: set[str] = set()
    for row in changed.to_dict("records"):
        gone = row["change"] == "gone"
        anchor = row["old_anchor"] if gone else row["new_anchor"]
        if (row["old_anchor"] in before) or (row["new_anchor"] in after) or anchor in told:
            continue
        told.add(anchor)
        version, section = (old, row["old_section"]) if gone else (new, row["new_section"])
        yield _Finding("unexplained", "", version, section, anchor, new, "", row["change"])


def _is_there(one: Decision, versions: Versions) -> bool:
    paper = versions.papers.get(one.paper_version)
    return paper is not None and Place(one.section, one.anchor or one.section) in all_places(paper)


def _is_gone(one: Decision, alignment: pd.DataFrame) -> bool:
    return set(_rows_at(one, alignment)["change"]) == {"gone"}


def _rows_at(one: Decision, alignment: pd.DataFrame) -> pd.DataFrame:
    """Give what became of the paragraphs that a decision is about."""
    paragraphs = alignment[alignment["level"] == "paragraph"]
    if one.anchor:
        return paragraphs[paragraphs["old_anchor"] == one.anchor]
    return paragraphs[paragraphs["old_section"] == one.section]


def _added(rows: pd.DataFrame, one: Decision, versions: Versions) -> set[str]:
    """Give the new paragraphs in a section that a decision is about as a whole."""
    if one.anchor:
        return set()
    alignment = versions.aligned(one.paper_version, one.in_version)
    itself = alignment[(alignment["level"] == "section") & (alignment["old_section"] == one.section)]
    sections = {*rows["new_section"], *itself["new_section"]} - {""}
    new = alignment[(alignment["level"] == "paragraph") & (alignment["change"] == "new")]
    return set(new.loc[new["new_section"].isin(sections), "new_anchor"])
