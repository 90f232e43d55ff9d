"""Which words are shown for a theme, and the check that they are the words that were said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.schema import UNQUOTED

if TYPE_CHECKING:
    import pandas as pd

QUOTE_COLUMNS = ["theme_id", "place", "statement_id", "contribution_id", "text", "language", "audience"]
SINGLE_COLUMNS = ["statement_id", "contribution_id", "text", "language", "audience", "contributors"]

HIDDEN = "hidden"
# Words in a quote: what reads well at a glance, and what can still be read.
COMFORTABLE = range(6, 41)
READABLE = range(3, 81)
# Beyond this, a similarity says more about the machine's arithmetic than about the statement.
SIMILARITY_DIGITS = 4


def representative(
    voices: pd.DataFrame, *, per_theme: int = 4, hidden_audiences: Collection[str] = ()
) -> pd.DataFrame:
    """Choose the quotes that stand for each theme.

    What people excluded or hid is left out. One after the other: first what people pinned, then from people
    who are quoted least so far in this theme (so never two from one person while another has one), then a
    comfortable length, then audiences quoted least so far, then the most central statement, then the smallest
    id. The same words are quoted once.

    Parameters
    ----------
    voices
        As made by `themes.voices`.
    per_theme
        Quotes per theme, at most.
    hidden_audiences
        Audiences too small to be named (`people.hidden_groups`): quoted, with an empty ``audience``.

    Returns
    -------
    pandas.DataFrame
        By theme and ``place`` (1 = title quote): `QUOTE_COLUMNS`.
    """
    import pandas as pd

    quotable = voices[~voices["quote"].isin(UNQUOTED)]
    candidates = quotable.assign(
        unpinned=quotable["quote"] != "pinned",
        words_said=quotable["text"].map(_normalised),
        length=quotable["text"].map(_length_class),
        distance=-quotable["similarity"].fillna(-1.0).round(SIMILARITY_DIGITS),
        audience=quotable["audience"].mask(quotable["audience"].isin(hidden_audiences), ""),
    ).sort_values(["unpinned", "statement_id"])
    chosen = []
    for _, of_theme in candidates.groupby("theme_id"):
        picked = of_theme.loc[_pick(of_theme, per_theme)]
        chosen.append(picked.assign(place=range(1, len(picked) + 1)))
    if not chosen:
        return candidates.assign(place=0).astype({"place": "int64"})[QUOTE_COLUMNS]
    return pd.concat(chosen, ignore_index=True)[QUOTE_COLUMNS]


def verify(
    quotes: pd.DataFrame,
    *,
    statements: pd.DataFrame,
    contributions: pd.DataFrame,
    assignments: pd.DataFrame,
    refused: Collection[str] = UNQUOTED,
) -> None:
    """Check that every quote is, letter for letter, what somebody said, and that people let it be quoted.

    Parameters
    ----------
    quotes
        At least ``statement_id``, ``contribution_id`` and ``text``.
    statements, contributions, assignments
        The tables the quotes come from.
    refused
        What people may not have done with what is shown. A list of all that was said holds what they
        excluded as a quote too: only `HIDDEN` is refused there.

    Raises
    ------
    DataError
        If a quote is not the text of its statement, that is not a verbatim slice of its contribution, or it
        was hidden or excluded by people.
    """
    marked = assignments[assignments["quote"].isin(refused)]
    withheld = dict(zip(marked["statement_id"], marked["quote"], strict=True))
    said = quotes.merge(statements, on="statement_id", how="left", suffixes=("", "_statement"))
    source = dict(zip(contributions["contribution_id"], contributions["text"], strict=True))
    for row in said.to_dict("records"):
        whole = source.get(row["contribution_id"])
        if row["contribution_id"] != row["contribution_id_statement"] or whole is None:
            problem = "has no statement or no contribution with its id"
        elif row["text"] != row["text_statement"]:
            problem = "is not the text of its statement"
        elif row["statement_id"] in withheld:
            problem = f"was {withheld[row['statement_id']]} by people"
        elif row["text"] != whole[int(row["start"]) : int(row["end"])]:
            problem = "is not a verbatim slice of its contribution"
        else:
            continue
        raise DataError(
            f"The quote {problem}",
            where=f"statement {row['statement_id']}",
            expected="the words as they were said",
            mend="Delete data/interim and data/processed and run `lcsynth run`; if it returns, report it",
        )


def single_voices(
    *,
    statements: pd.DataFrame,
    contributions: pd.DataFrame,
    assignments: pd.DataFrame,
    hidden_audiences: Collection[str] = (),
) -> pd.DataFrame:
    """List what was said by so few that it is in no theme.

    Statements without content ("nvt", "-") and those that people set aside or hid are not listed; a repeat is
    listed with its first.

    Returns
    -------
    pandas.DataFrame
        By ``statement_id``: `SINGLE_COLUMNS`. ``audience`` is empty for ``hidden_audiences``;
        ``contributors`` is how many people said literally this.
    """
    placed = assignments.loc[
        (assignments["theme_id"] != "")
        | (assignments["how"] == "set aside")
        | (assignments["quote"] == HIDDEN),
        "statement_id",
    ]
    single = statements[statements["content"] & ~statements["statement_id"].isin(placed)]
    who = contributions[["contribution_id", "audience", "contributor"]]
    table = single.merge(who, on="contribution_id", validate="many_to_one")
    first = table["duplicate_of"].where(
        table["duplicate_of"].isin(table["statement_id"]), table["statement_id"]
    )
    table["contributors"] = table.groupby(first)["contributor"].transform("nunique")
    table = table[table["statement_id"] == first]
    table["audience"] = table["audience"].mask(table["audience"].isin(hidden_audiences), "")
    return table[SINGLE_COLUMNS].sort_values("statement_id", ignore_index=True)


def _pick(candidates: pd.DataFrame, per_theme: int) -> list[int]:
    left = candidates.drop_duplicates("words_said")
    rows = list(
        left[["unpinned", "contributor", "length", "audience", "distance", "statement_id"]].itertuples()
    )
    people: Counter[str] = Counter()
    audiences: Counter[str] = Counter()
    picked: list[int] = []
    while rows and len(picked) < per_theme:
        best = min(
            rows,
            key=lambda row: (
                row.unpinned,
                people[row.contributor],
                row.length,
                audiences[row.audience],
                row.distance,
                row.statement_id,
            ),
        )
        rows.remove(best)
        people[best.contributor] += 1
        audiences[best.audience] += 1
        picked.append(best.Index)
    return picked


def _length_class(text: str) -> int:
    words = len(text.split())
    return 0 if words in COMFORTABLE else 1 if words in READABLE else 2


def _normalised(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip() or text
