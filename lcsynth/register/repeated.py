"""What several people said in the same words: one statement to the clusterer, a theme to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lcsynth.prepare.near import words_of
from lcsynth.workspace import Thresholds

if TYPE_CHECKING:
    import pandas as pd

# As many as a cluster has different statements (`LeidenClusterer.smallest`): two who use one word are no more
# of a pattern than two who say something alike.
LEAST_PEOPLE = 3


def repeated(
    statements: pd.DataFrame, speakers: Mapping[str, Sequence[str]], thresholds: Thresholds
) -> list[list[str]]:
    """Group the statements that say the same, word for word, over sessions too.

    Parameters
    ----------
    statements
        Rows of the statements table that can be clustered: each text once in a session.
    speakers
        Statement id → who said it first, and then everybody who said the same.

    Returns
    -------
    list of list of str
        The ids of each group that enough people said, the largest first. None when all that was said,
        repeats included, is less than is clustered at all.
    """
    names = statements["statement_id"].tolist()
    if sum(len(speakers[name]) for name in names) < thresholds.cluster_from:
        return []
    groups: dict[tuple[str, ...], list[str]] = {}
    for name, text in zip(names, statements["text"].tolist(), strict=True):
        groups.setdefault(words_of(text) or (text,), []).append(name)
    people = {words: {one for name in group for one in speakers[name]} for words, group in groups.items()}
    least = max(LEAST_PEOPLE, thresholds.theme_contributors)
    enough = [words for words in groups if len(people[words]) >= least]
    return [
        sorted(groups[words])
        for words in sorted(enough, key=lambda words: (-len(people[words]), min(groups[words])))
    ]
