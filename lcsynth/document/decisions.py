"""What the authors decided, and what waits for them: every theme at every place of the paper it touches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document.holding import Held, Spot, held
from lcsynth.register.deciding import OPEN

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.register import Register

_PLACE = ["theme_id", "paper_version", "section", "anchor"]
_SAID = (
    "reason", "coder", "in_version", "decided_by", "decided_at", "decided_for", "followed_from", "operation",
)  # fmt: skip


def decisions(
    links: pd.DataFrame,
    assignments: pd.DataFrame,
    statements: pd.DataFrame,
    contributions: pd.DataFrame,
    register: Register | None = None,
    *,
    elsewhere: bool = True,
) -> pd.DataFrame:
    """List the themes per place of the paper, with what the authors decided.

    Parameters
    ----------
    links, assignments, statements, contributions
        Tables of the schema.
    register
        Holds what was decided; without one everything is open.
    elsewhere
        Also list what was decided at places to which nothing is linked.

    Returns
    -------
    pandas.DataFrame
        The decisions table: a row per theme, version, section and paragraph, with how many statements and
        contributors ask for it. ``anchor`` is empty for links to a section as a whole. A paragraph without a
        decision of its own has that on its section.
    """
    import pandas as pd

    asked = linked_voices(links, assignments, statements, contributions)
    counts = (
        asked.groupby(_PLACE)
        .agg(statements=("statement_id", "nunique"), contributors=("contributor", "nunique"))
        .reset_index()
    )
    made = held(register) if register else {}
    rows = [
        {**row, **_decided(Spot(*(row[name] for name in _PLACE)), made)} for row in counts.to_dict("records")
    ]
    if elsewhere:
        touched = {tuple(row[name] for name in _PLACE) for row in rows}
        rows += [
            {**dict(zip(_PLACE, spot, strict=True)), "statements": 0, "contributors": 0}
            | _decided(spot, made)
            for spot in made
            if spot not in touched
        ]
    if not rows:
        return schema.empty("decisions")
    return schema.conform(pd.DataFrame(rows).sort_values(_PLACE), "decisions")


def linked_voices(
    links: pd.DataFrame, assignments: pd.DataFrame, statements: pd.DataFrame, contributions: pd.DataFrame
) -> pd.DataFrame:
    """Put every statement with a theme beside the places that it is linked to.

    Returns
    -------
    pandas.DataFrame
        ``theme_id``, ``paper_version``, ``section``, ``anchor`` (empty for the whole section),
        ``statement_id``, ``contribution_id``, ``contributor``; a statement once per place, however often it
        is linked to it.
    """
    main = assignments[(assignments["rank"] == 1) & (assignments["theme_id"] != "")]
    places = links.assign(anchor=links["anchor"].mask(links["anchor"] == links["section"], ""))
    return (
        places[["statement_id", "paper_version", "section", "anchor"]]
        .drop_duplicates()
        .merge(main[["statement_id", "theme_id"]], on="statement_id")
        .merge(statements[["statement_id", "contribution_id"]], on="statement_id")
        .merge(contributions[["contribution_id", "contributor"]], on="contribution_id")
    )


def _decided(spot: Spot, made: Mapping[Spot, Held]) -> dict[str, str]:
    """Say what holds at a place: its own decision, else that on the section as a whole."""
    none = Held(None)
    one = made.get(spot, none).decision or made.get(spot._replace(anchor=""), none).decision
    if one is None:
        return dict.fromkeys(_SAID, "") | {"decision": OPEN}
    return {
        "decision": one.decision,
        "reason": one.reason,
        "coder": one.coder,
        "in_version": one.in_version,
        "decided_by": one.by,
        "decided_at": one.time,
        "decided_for": one.anchor or one.section,
        "followed_from": one.theme if one.theme != spot.theme else "",
        "operation": one.operation,
    }
