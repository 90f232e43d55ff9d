"""How many statements are linked to the paper, and how that is known, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    ways = {
        "asked": words.text("the question that was asked"),
        "said": words.text("the place that the statement names"),
        "anchored": words.text("the words that were marked"),
        "similar": words.text("similarity"),
        "person": words.text("the hand of a person"),
    }
    counts = links.groupby("how")["statement_id"].nunique()
    known = [
        words.text("{way} ({n})", way=name, n=words.number(int(counts[how])))
        for how, name in ways.items()
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
        sentences.append(words.text("That is known by {ways}.", ways=words.join(known)))
    if "similar" in counts.index:
        sentences.append(
            words.text(
                "Similarity is measured by the machine and is sometimes wrong: among statements that were "
                "checked by hand, three in four of these links were right."
            )
        )
    return sentences
