"""The themes as they are at this moment: what people did since the last run shows without a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.pipeline.synthesis import Synthesis, made_before, synthesise
from lcsynth.register import Operation, Register, read_log, replay
from lcsynth.register.assignments import Description, assign, themes_table
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Current:
    """Themes and assignments of the whole workspace as the log has them now.

    Attributes
    ----------
    themes, assignments
        Tables of the schema. Keywords, stability, closeness and sub-themes are those of the last run; of a
        statement that is in another theme since, closeness and sub-theme are not known.
    statements, contributions, subthemes, summaries
        Tables of the last run.
    register
        The replay of the log.
    operations
        The log.
    """

    themes: pd.DataFrame
    assignments: pd.DataFrame
    statements: pd.DataFrame
    contributions: pd.DataFrame
    subthemes: pd.DataFrame
    summaries: pd.DataFrame
    register: Register
    operations: tuple[Operation, ...]


def current(workspace: Workspace) -> Current:
    """Give the themes as they are now; everything is made again only when more changed than what people did.

    Raises
    ------
    DataError
        When a source, the settings, the paper or the log are wrong.
    """
    made = made_before(workspace) or synthesise(workspace)
    operations = tuple(read_log(workspace.log)[0])
    register = replay(operations, [session.id for session in workspace.sessions])
    assignments = _placed(made, register)
    order = made.themes["theme_id"].tolist()
    described = Description(
        made.assignments["similarity"].to_numpy(),
        {place: text.split(", ") for place, text in enumerate(made.themes["keywords"]) if text},
        dict(enumerate(made.themes["stability"])),
        None,
    )
    themes = themes_table(
        register,
        assignments,
        made.statements,
        made.contributions,
        described,
        order,
        empty_too=True,
        dormant_after=workspace.settings.thresholds.dormant_after,
    )
    return Current(
        themes,
        assignments,
        made.statements,
        made.contributions,
        made.subthemes,
        made.summaries,
        register,
        operations,
    )


def _placed(made: Synthesis, register: Register) -> pd.DataFrame:
    """Assign statements anew, with what the last run found out about those that stayed where they were."""
    import pandas as pd

    keys = ["statement_id", "theme_id"]
    was = made.assignments[made.assignments["rank"] == 1][[*keys, "similarity", "subtheme"]]
    now = assign(made.statements, register).drop(columns=["similarity", "subtheme"])
    main = now.merge(was, on=keys, how="left")
    main["subtheme"] = main["subtheme"].fillna("")
    also = made.assignments[made.assignments["rank"] > 1]
    merged = [theme.id for theme in register.themes.values() if theme.merged_into]
    also = also[~also["theme_id"].isin(merged)]
    also = also.merge(now[keys], on="statement_id", suffixes=("", "_now"))
    also = also[(also["theme_id"] != also["theme_id_now"]) & (also["theme_id_now"] != "")]
    both = pd.concat([main, also[also.columns.intersection(main.columns)]])
    ordered = both.sort_values(["statement_id", "rank"], kind="stable")
    return schema.conform(ordered, "assignments")
