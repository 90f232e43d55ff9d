"""What was said about a place that cannot be found for certain: a person has to say what is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lcsynth.counting import counted
from lcsynth.document.alignment import shares_nothing
from lcsynth.document.anchors import Place, all_places, on_page
from lcsynth.document.links import numbers_said
from lcsynth.document.marked import marked_places
from lcsynth.document.pages import pages_said
from lcsynth.ingest.draft_places import without_places

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document.paper import Paper
    from lcsynth.register.linking import HandLink

Row = dict[str, str]
_SHOWN = 80  # characters of a text, and
_MOST = 4  # places, in a sentence


def unplaced(
    statements: pd.DataFrame, contributions: pd.DataFrame, links: pd.DataFrame, paper: Paper
) -> Iterator[Row]:
    """Tell of marked words and of named sections that the paper does not have, or has more than once.

    Words that somebody marked and that were linked by a person since are not told.

    Parameters
    ----------
    statements, contributions, links
        Tables of the schema, of one session; that session discussed the paper.

    Yields
    ------
    dict
        Rows of the table needs_person: kinds *words absent*, *words repeated*, *section absent* and, for a
        statement that is linked to no paragraph otherwise, *page unknown* and *page shared*.
    """
    by_hand = set(links.loc[links["how"] == "person", "statement_id"])
    left = statements[~statements["statement_id"].isin(by_hand)]
    open_ones = set(left["contribution_id"])
    about: dict[str, list[str]] = defaultdict(list)
    for contribution, words in zip(contributions["contribution_id"], contributions["anchor"], strict=True):
        if words and contribution in open_ones:
            about[words].append(contribution)
    for words, contributions_there in sorted(about.items()):
        places = marked_places(words, paper)
        if len(places) == 1:
            continue
        anchors = [place.anchor for place in places]
        some = ", ".join(anchors[:_MOST]) + (", …" if len(anchors) > _MOST else "")
        told = (
            f"stands in {len(anchors)} places of {paper.version} ({some})"
            if anchors
            else f"does not stand in {paper.version}"
        )
        yield {
            "kind": "words repeated" if anchors else "words absent",
            "subject": contributions_there[0],
            "where": " ".join([paper.version, *anchors]),
            "told": f"“{_short(without_places(words)[0])}” {told}: say with `lcsynth document link` "
            f"which place is meant by {counted(len(contributions_there), 'remark')} on it",
        }
    known = {section.number for section in paper.sections}
    placed = set(links.loc[links["anchor"].str.contains(":", regex=False), "statement_id"])
    for statement, text in zip(left["statement_id"], left["text"], strict=True):
        for page in sorted(pages_said(text)) if statement not in placed else ():
            yield from _page(statement, page, text, paper)
        for number in sorted(numbers_said(text) - known):
            yield {
                "kind": "section absent",
                "subject": statement,
                "where": f"{paper.version} {number}",
                "told": f"{statement} speaks of section {number}, which {paper.version} does not have: "
                f"“{_short(text)}”",
            }


def _page(statement: str, page: int, text: str, paper: Paper) -> Iterator[Row]:
    """Tell of a page on which no place, or more than one place, can be meant."""
    places = on_page(paper, page)
    if len(places) == 1:
        return
    numbers = [place.section for place in places]
    if not any(one.pages for section in paper.sections for one in section.paragraphs):
        told = f"the pages of {paper.version} are not known"
    elif not places:
        told = f"{paper.version} has nothing on that page"
    else:
        told = f"that page of {paper.version} has parts of {', '.join(numbers[:-1])} and {numbers[-1]}"
    yield {
        "kind": "page shared" if places else "page unknown",
        "subject": statement,
        "where": " ".join([paper.version, *numbers]),
        "told": f"{statement} names page {page}, and {told}: “{_short(text)}”",
    }


def lost_places(gone: pd.DataFrame, *, to: str) -> Iterator[Row]:
    """Tell of links whose place is gone in a later version.

    Parameters
    ----------
    gone
        As `carry` gives them.
    """
    for (version, anchor), group in gone.groupby(["paper_version", "anchor"]):
        count = group["statement_id"].nunique()
        yield {
            "kind": "place gone",
            "subject": str(anchor),
            "where": f"{version} {anchor}",
            "told": f"{counted(count, 'statement')} about {anchor} of {version}, which is gone in {to}: link "
            "them to what stands in its place, if anything does",
        }


def strangers(alignment: pd.DataFrame, old: str, new: str) -> Iterator[Row]:
    """Tell when two versions share nothing."""
    if shares_nothing(alignment):
        yield {
            "kind": "versions apart",
            "subject": new,
            "where": f"{old} {new}",
            "told": f"{new} shares no paragraph with {old}, so nothing said about {old} can be followed to "
            "it; check that it is the right file",
        }


def homeless(by_hand: Sequence[HandLink], papers: Mapping[str, Paper]) -> Iterator[Row]:
    """Tell of links that people made to a place that a version does not have (any more)."""
    for one in by_hand:
        paper, place = papers.get(one.paper_version), one.anchor or one.section
        there = paper is not None and Place(one.section, place) in all_places(paper)
        if one.linked and not there:
            yield {
                "kind": "link nowhere",
                "subject": one.theme or one.statement,
                "where": f"{one.paper_version} {place}",
                "told": f"{one.coder} linked {one.theme or one.statement} to {place} of {one.paper_version}, "
                "which is not there (any more): link it anew",
            }


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN].rstrip()}…"
