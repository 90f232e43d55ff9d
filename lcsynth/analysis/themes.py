"""How large each theme is: over all, per group, per section, per session, and since last time."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from lcsynth.analysis.intervals import wilson
from lcsynth.analysis.people import By, hidden_groups, sizes
from lcsynth.errors import DataError

if TYPE_CHECKING:
    import pandas as pd

VOICE_COLUMNS = [
    "statement_id",
    "theme_id",
    "similarity",
    "how",
    "quote",
    "contribution_id",
    "contributor",
    "audience",
    "organisation_type",
    "session_id",
    "text",
    "language",
]


def voices(
    *, statements: pd.DataFrame, contributions: pd.DataFrame, assignments: pd.DataFrame
) -> pd.DataFrame:
    """Put each statement beside its main theme and the person who said it.

    Returns
    -------
    pandas.DataFrame
        One row per statement with a main theme (rank 1), by ``statement_id``: `VOICE_COLUMNS`. Single voices
        and statements that were set aside have no theme and are not in it.
    """
    main = assignments[(assignments["rank"] == 1) & (assignments["theme_id"] != "")]
    said = statements[["statement_id", "contribution_id", "session_id", "text", "language"]]
    people = contributions[["contribution_id", "contributor", "audience", "organisation_type"]]
    joined = main.merge(said, on="statement_id", validate="one_to_one").merge(
        people, on="contribution_id", validate="many_to_one"
    )
    return joined[VOICE_COLUMNS].sort_values("statement_id", ignore_index=True)


def overview(themes: pd.DataFrame, voices: pd.DataFrame, *, contributors: int) -> pd.DataFrame:
    """Give the size of each theme in people and in statements.

    Parameters
    ----------
    themes
        The themes of the register. Those without a voice here are left out.
    voices
        As made by `voices`. A person counts once per theme, however often they said it.
    contributors
        How many people took part, those without a theme included.

    Returns
    -------
    pandas.DataFrame
        Largest first (people, then statements, then id): ``theme_id``, ``label_nl``, ``label_en``,
        ``keywords``, ``status``, ``contributors`` (people), ``statements``, ``share`` of the people who took
        part (0 to 1), ``low`` and ``high`` (its Wilson interval, 95 %), ``stability``.

    Raises
    ------
    DataError
        If a voice is in a theme that the register does not know, or more people spoke than took part.
    """
    import pandas as pd

    table = _labelled(_counts(voices, ["theme_id"]), themes, ["keywords", "status", "stability"])
    people = pd.Series(contributors, index=table.index)
    table = table.join(wilson(table["contributors"], people))
    names = "theme_id label_nl label_en keywords status contributors statements share low high stability"
    return table[names.split()].sort_values(
        ["contributors", "statements", "theme_id"], ascending=[False, False, True], ignore_index=True
    )


def by_group(
    themes: pd.DataFrame, voices: pd.DataFrame, contributions: pd.DataFrame, *, by: By, smallest_cell: int
) -> pd.DataFrame:
    """Give the share of each group's people who spoke about each theme.

    Groups that are too small are left out, with those that would give them away (`people.hidden_groups`); so
    are people whose group is not known.

    Returns
    -------
    pandas.DataFrame
        One row per theme and shown group, zeros included, by theme and group: ``theme_id``, ``label_nl``,
        ``label_en``, ``group``, ``contributors`` (people of the group in the theme), ``size`` (people in the
        group), ``share`` (0 to 1), ``low`` and ``high`` (Wilson, 95 %).

    Raises
    ------
    DataError
        If a voice is in a theme that the register does not know.
    """
    import pandas as pd

    size = sizes(contributions, by=by).rename("size")
    hidden = hidden_groups(contributions, by=by, smallest_cell=smallest_cell) | {""}
    size = size[~size.index.isin(hidden)]
    spoke = voices.groupby(["theme_id", by])["contributor"].nunique()
    cells = pd.MultiIndex.from_product(
        [sorted(voices["theme_id"].unique()), size.index], names=["theme_id", "group"]
    )
    table = spoke.rename_axis(["theme_id", "group"]).reindex(cells, fill_value=0).rename("contributors")
    counts = _labelled(table.reset_index().merge(size.reset_index(), on="group"), themes)
    counts = counts.join(wilson(counts["contributors"], counts["size"]))
    names = "theme_id label_nl label_en group contributors size share low high"
    return counts[names.split()].sort_values(["theme_id", "group"], ignore_index=True)


def by_section(voices: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Count, per theme and section of the paper, what was said about it.

    Parameters
    ----------
    voices
        As made by `voices`.
    links
        Links of one version of the paper. A statement linked to two paragraphs of a section counts once.

    Returns
    -------
    pandas.DataFrame
        By theme and section, zeros left out: ``theme_id``, ``section``, ``statements``, ``contributors``.
    """
    places = links.loc[links["section"] != "", ["statement_id", "section"]].drop_duplicates()
    placed = voices.merge(places, on="statement_id")
    return _counts(placed, ["theme_id", "section"])[["theme_id", "section", "statements", "contributors"]]


def over_sessions(themes: pd.DataFrame, voices: pd.DataFrame, sessions: pd.DataFrame) -> pd.DataFrame:
    """Follow each theme from session to session.

    Parameters
    ----------
    themes
        The themes of the register.
    voices
        As made by `voices`, of all sessions.
    sessions
        ``session_id``, ``date`` (ISO text or a date), ``title_nl``, ``title_en``.

    Returns
    -------
    pandas.DataFrame
        One row per theme with a voice and session, zeros included, by theme and then in the order of time:
        ``theme_id``, ``label_nl``, ``label_en``, ``session_id``, ``date`` (ISO text), ``statements``,
        ``contributors``.

    Raises
    ------
    DataError
        If a voice is in a theme that the register does not know.
    """
    import pandas as pd

    dated = sessions[["session_id", "date"]].assign(date=sessions["date"].astype("str"))
    counts = _counts(voices, ["theme_id", "session_id"]).set_index(["theme_id", "session_id"])
    cells = pd.MultiIndex.from_product(
        [sorted(voices["theme_id"].unique()), dated["session_id"]], names=["theme_id", "session_id"]
    )
    filled = counts.reindex(cells, fill_value=0).reset_index().merge(dated, on="session_id")
    names = "theme_id label_nl label_en session_id date statements contributors"
    return _labelled(filled, themes)[names.split()].sort_values(
        ["theme_id", "date", "session_id"], ignore_index=True
    )


def changes(
    voices: pd.DataFrame, earlier_voices: pd.DataFrame, dormant: Collection[str] = ()
) -> pd.DataFrame:
    """Say what happened to each theme since the earlier sessions.

    Parameters
    ----------
    voices
        What is reported on: one session, or everything so far. Statements that are in ``earlier_voices`` too
        are not counted as new.
    earlier_voices
        The voices of the earlier sessions; no rows for the first session.
    dormant
        The ids of the themes that are dormant now.

    Returns
    -------
    pandas.DataFrame
        By ``theme_id``: ``change``, ``statements`` (in ``voices``), ``earlier_statements``. ``change`` is
        "new" (not heard before), "grown" (heard before, and more was said), "unchanged" (nothing was added),
        "absent" (heard before, not now) or "dormant" (absent, and so in the sessions before).
    """
    import numpy as np
    import pandas as pd

    added = voices[~voices["statement_id"].isin(earlier_voices["statement_id"])]
    table = (
        pd.DataFrame(
            {
                "statements": voices.groupby("theme_id").size(),
                "earlier_statements": earlier_voices.groupby("theme_id").size(),
                "added": added.groupby("theme_id").size(),
            }
        )
        .fillna(0)
        .astype("int64")
        .rename_axis("theme_id")
        .reset_index()
    )
    absent = table["statements"] == 0
    asleep = absent & table["theme_id"].isin(dormant)
    cases = [asleep, absent, table["earlier_statements"] == 0, table["added"] > 0]
    names = ["dormant", "absent", "new", "grown"]
    table["change"] = pd.Series(np.select(cases, names, "unchanged"), dtype="str")
    return table[["theme_id", "change", "statements", "earlier_statements"]].astype({"theme_id": "str"})


def _counts(voices: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return voices.groupby(keys, as_index=False).agg(
        statements=("statement_id", "nunique"), contributors=("contributor", "nunique")
    )


def _labelled(table: pd.DataFrame, themes: pd.DataFrame, more: list[str] | None = None) -> pd.DataFrame:
    unknown = sorted(set(table["theme_id"]) - set(themes["theme_id"]))
    if unknown:
        raise DataError(
            f"Statements are in theme {', '.join(unknown)}, which is not in the table of themes",
            where="table assignments",
            expected="a theme of the register",
        )
    return table.merge(themes[["theme_id", "label_nl", "label_en", *(more or [])]], on="theme_id", how="left")
