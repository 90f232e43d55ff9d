"""How many statements are linked to the paper, and how that is known, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.analysis.beside import HOWS

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.report.languages import Catalogue


def linked_sentences(words: Catalogue, links: pd.DataFrame, statements: int) -> list[str]:
    """Say how much is linked, how much to no place, and on what ground.

    Parameters
    ----------
    links
        The links table, of the version that is shown.
    statements
        How many statements there are in all.
    """
    if not statements:
        return []
    linked = links["statement_id"].nunique()
    # A statement that is linked in two ways counts once, so that the numbers add up to all that is linked.
    rank = links["how"].map({how: place for place, how in enumerate(HOWS)})
    surest = links.assign(rank=rank).sort_values("rank", kind="stable").drop_duplicates("statement_id")
    counts = surest["how"].value_counts()
    known = [
        words.text("{way} ({n})", way=name, n=words.number(int(counts[how])))
        for how, name in _ways(words).items()
        if how in counts.index
    ]
    sentences = [
        words.text(
            "{n} of {all} statements are linked to a place in the paper; {left} are not.",
            n=words.number(linked),
            all=words.number(statements),
            left=words.number(statements - linked),
        )
    ]
    if known:
        sentences.append(
            words.text(
                "That is known by {ways}; a statement that is linked in several ways counts once, by the "
                "surest of them.",
                ways=words.join(known),
            )
        )
    if (links["how"] == "similar").any():
        sentences.append(
            words.text(
                "Similarity is measured by the machine and is sometimes wrong: among statements that were "
                "checked by hand, three in four of these links were right."
            )
        )
    return sentences


def ways_found(words: Catalogue, links: pd.DataFrame) -> str:
    """Name the ways in which statements are linked in a links table, the surest first."""
    found = set(links["how"])
    return words.join([name for how, name in _ways(words).items() if how in found])


def _ways(words: Catalogue) -> dict[str, str]:
    """How a link is known → its name, the surest first."""
    named = {
        "asked": words.text("the question that was asked"),
        "said": words.text("the place that the statement names"),
        "anchored": words.text("the words that were marked"),
        "similar": words.text("similarity"),
        "person": words.text("the hand of a person"),
    }
    return {how: named[how] for how in HOWS}
