"""Where groups of people differ in what they speak about, and whether chance would do as much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from lcsynth.analysis.exact import adjusted, association, cohen_h, cramer_v

if TYPE_CHECKING:
    import pandas as pd

Outcome = Literal["differs", "may differ", "no sign"]

LEVEL = 0.05
DIFFERENCE_COLUMNS = [
    "theme_id",
    "group",
    "contributors",
    "size",
    "share",
    "other_group",
    "other_contributors",
    "other_size",
    "other_share",
    "groups",
    "effect",
    "measure",
    "p_value",
    "adjusted",
    "outcome",
    "indicative",
]
# From which size on an effect is called so, per measure (Cohen 1988, chapters 6 and 7).
_SIZES = {"h": (0.2, 0.5, 0.8), "v": (0.1, 0.3, 0.5)}


def differences(by_group: pd.DataFrame, *, indicative_below: int = 30, seed: int = 0) -> pd.DataFrame:
    """Test per theme whether the groups differ in the share of their people who spoke about it.

    A difference is claimed ("differs") only when it stays after adjusting for the number of themes: among
    such claims, one in twenty is chance. What is seen on its own but not after that "may differ". Tests take
    people to speak independently of each other; somebody in two groups counts in both.

    Parameters
    ----------
    by_group
        As made by `themes.by_group`: groups that are too small are not in it.
    indicative_below
        With fewer people than this in the compared groups together, an outcome is indicative.
    seed
        Of the random divisions, where there are too many to go through all.

    Returns
    -------
    pandas.DataFrame
        One row per theme, the surest and then the largest difference first; no rows with fewer than two
        groups. ``theme_id``; ``group``, ``contributors``, ``size``, ``share`` (0 to 1) of the group with the
        largest share, and the same with ``other_`` of the one with the smallest; ``groups`` (how many);
        ``effect`` and its ``measure``: "h" (Cohen's h, two groups) or "v" (Cramér's V, more); ``p_value``
        (`exact.association`), ``adjusted`` (Benjamini–Hochberg over the themes), ``outcome``: "differs"
        (adjusted at most 0.05), "may differ" (p-value at most 0.05) or "no sign"; ``indicative``.
    """
    import pandas as pd

    if by_group["group"].nunique() < 2:
        return pd.DataFrame({name: [] for name in DIFFERENCE_COLUMNS})
    rows = [
        _difference(str(theme_id), of_theme.to_dict("records"), indicative_below, seed)
        for theme_id, of_theme in by_group.groupby("theme_id")
    ]
    table = pd.DataFrame(rows)
    table["adjusted"] = adjusted(table["p_value"].tolist())
    table["outcome"] = [
        _outcome(p_value, after) for p_value, after in zip(table["p_value"], table["adjusted"], strict=True)
    ]
    return table.sort_values(
        ["adjusted", "p_value", "effect", "theme_id"], ascending=[True, True, False, True], ignore_index=True
    )[DIFFERENCE_COLUMNS]


def effect_size(effect: float, measure: str) -> Literal["none", "small", "middling", "large"]:
    """Call an effect small, middling or large, as Cohen (1988) does; below that it is none."""
    small, middling, large = _SIZES[measure]
    if effect < small:
        return "none"
    return "small" if effect < middling else "middling" if effect < large else "large"


def _difference(
    theme_id: str, rows: Sequence[Mapping[Any, Any]], indicative_below: int, seed: int
) -> dict[str, Any]:
    counts, sizes = [int(row["contributors"]) for row in rows], [int(row["size"]) for row in rows]
    ranked = sorted(rows, key=lambda row: (-row["share"], row["group"]))
    most, least = ranked[0], ranked[-1]
    two = len(rows) == 2
    names = ("group", "contributors", "size", "share")
    return {
        "theme_id": theme_id,
        **{name: most[name] for name in names},
        **{f"other_{name}": least[name] for name in names},
        "groups": len(rows),
        "effect": cohen_h(most["share"], least["share"]) if two else cramer_v(counts, sizes),
        "measure": "h" if two else "v",
        "p_value": association(counts, sizes, seed=seed),
        "indicative": sum(sizes) < indicative_below,
    }


def _outcome(p_value: float, after: float) -> Outcome:
    if after <= LEVEL:
        return "differs"
    return "may differ" if p_value <= LEVEL else "no sign"
