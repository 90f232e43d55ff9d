"""The check that a summary written by a machine rests on statements of the theme it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.errors import DataError

if TYPE_CHECKING:
    import pandas as pd


def cited(summaries: pd.DataFrame) -> pd.DataFrame:
    """Give every statement that a summary names.

    Returns
    -------
    pandas.DataFrame
        One row per theme and statement, in the order in which they are named: ``theme_id``, ``statement_id``.
    """
    named = summaries.assign(statement_id=summaries["statement_ids"].str.split()).explode("statement_id")
    return named[["theme_id", "statement_id"]].drop_duplicates(ignore_index=True)


def verify_summaries(summaries: pd.DataFrame, *, assignments: pd.DataFrame) -> None:
    """Check that each sentence names statements, and only such as have its theme for their main theme.

    Parameters
    ----------
    summaries
        The summaries table.
    assignments
        The assignments table of the same sessions.

    Raises
    ------
    DataError
        If a sentence names none, or one that is not in the theme.
    """
    main = assignments[assignments["rank"] == 1]
    theme_of = dict(zip(main["statement_id"], main["theme_id"], strict=True))
    for row in summaries.itertuples():
        names = row.statement_ids.split()
        if not names or any(theme_of.get(name) != row.theme_id for name in names):
            raise DataError(
                "A sentence of a summary does not rest on statements of its theme",
                where=f"theme {row.theme_id}, {row.language}, sentence {row.sentence}",
                expected="the ids of statements whose main theme it is",
                mend="Delete data/interim and data/processed and run `lcsynth run`; if it returns, report it",
            )
