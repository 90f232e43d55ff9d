"""What became of every section and paragraph of one version of the paper in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lcsynth.document.anchors import Place, flat
from lcsynth.document.pairing import Pair, Pairing, in_order, pair_texts
from lcsynth.document.section_pairing import in_place, pair_sections

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.document.paper import Paper

CHANGES = ("same", "edited", "moved", "split", "merged", "new", "gone")
COLUMNS = ("level", "change", "old_section", "old_anchor", "new_section", "new_anchor", "similarity")
# So much of a text is as it was that having moved says more of it than having been edited.
NEARLY = 0.8
NOWHERE = Place("", "")


def align(old: Paper, new: Paper) -> pd.DataFrame:
    """Say of every section and paragraph of two versions what became of it, or where it came from.

    Returns
    -------
    pandas.DataFrame
        Columns level (section, paragraph), change, old_section, old_anchor, new_section, new_anchor (empty
        where there is none) and similarity (0 to 1, NaN for what is new or gone). In the order of the new
        version; what is gone stands after what came before it. Changes are

        - *same*: not a word, capital or comma is other; markup may be, and the number of the section. A
          section is the same when its title and all paragraphs in it are;
        - *edited*: the text is other, or what is in the section is;
        - *moved*: (nearly) the same text, in a section that was another one, or elsewhere in its own;
        - *split*, *merged*: a row for every pair of texts;
        - *new*, *gone*.
    """
    import pandas as pd

    before, after = _spots(old), _spots(new)
    pairing = pair_texts([one.text for one in before], [one.text for one in after])
    sections = pair_sections(old, new, _carried(before, after, pairing))
    rows = [
        _Row("paragraph", change, before[one.old].place, after[one.new].place, one.similarity)
        for change, one in _told(before, after, pairing, sections)
    ]
    heads, new_heads = ([Place(one.number, one.number) for one in paper.sections] for paper in (old, new))
    rows += [
        _Row("section", change, heads[one.old], new_heads[one.new], one.similarity)
        for change, one in _told_sections(old, new, sections, rows)
    ]
    known = {row.old for row in rows}, {row.new for row in rows}
    for place in _reading_order(old):
        if place not in known[0]:
            rows.append(_Row(_level(place), "gone", place, NOWHERE))
    for place in _reading_order(new):
        if place not in known[1]:
            rows.append(_Row(_level(place), "new", NOWHERE, place))
    cells = [(row.level, row.change, *row.old, *row.new, row.similarity) for row in _sorted(rows, old, new)]
    kinds = dict.fromkeys(COLUMNS, "str") | {"similarity": "float64"}
    return pd.DataFrame(cells, columns=list(COLUMNS)).astype(kinds)


def shares_nothing(alignment: pd.DataFrame) -> bool:
    """Tell whether no paragraph of one version is in the other, though both have paragraphs."""
    changes = alignment.loc[alignment["level"] == "paragraph", "change"]
    return {"new", "gone"} == set(changes)


def follow(anchor: str, alignments: Iterable[pd.DataFrame]) -> list[Place]:
    """Say where a place of one version is some versions later.

    Parameters
    ----------
    anchor
        Of a paragraph (``2.1:3``) or a section (``2.1``) of the oldest version.
    alignments
        As `align` makes them: from that version to the next, and so on.

    Returns
    -------
    list of Place
        One, several where it was split, none where it is gone or was not there; in the order of the version.
    """
    anchors, found = [anchor], []
    for alignment in alignments:
        there = alignment[alignment["old_anchor"].isin(anchors) & (alignment["new_anchor"] != "")]
        pairs = zip(there["new_section"], there["new_anchor"], strict=True)
        found = [Place(*pair) for pair in dict.fromkeys(pairs)]
        anchors = [place.anchor for place in found]
    return found


class _Spot(NamedTuple):
    """A paragraph: where its section is in the paper, its place, and its text."""

    section: int
    place: Place
    text: str


class _Row(NamedTuple):
    level: str
    change: str
    old: Place
    new: Place
    similarity: float = float("nan")


def _level(place: Place) -> str:
    return "section" if place.section == place.anchor else "paragraph"


def _spots(paper: Paper) -> list[_Spot]:
    return [
        _Spot(number, Place(section.number, one.anchor), one.text)
        for number, section in enumerate(paper.sections)
        for one in section.paragraphs
    ]


def _reading_order(paper: Paper) -> list[Place]:
    """List the headings and paragraphs of a paper as they are read."""
    return [
        Place(section.number, anchor)
        for section in paper.sections
        for anchor in (section.number, *(one.anchor for one in section.paragraphs))
    ]


def _carried(
    before: Sequence[_Spot], after: Sequence[_Spot], pairing: Pairing
) -> dict[tuple[int, int], float]:
    """Old and new section → how many characters of text are in both."""
    found: dict[tuple[int, int], float] = {}
    for one in (*pairing.kept, *pairing.split, *pairing.merged):
        key = before[one.old].section, after[one.new].section
        both = len(before[one.old].text) + len(after[one.new].text)
        found[key] = found.get(key, 0.0) + one.similarity * both / 2
    return found


def _told(
    before: Sequence[_Spot], after: Sequence[_Spot], pairing: Pairing, sections: Pairing
) -> Iterator[tuple[str, Pair]]:
    """Say of every pair of paragraphs what happened."""
    together = {(one.old, one.new) for one in (*sections.kept, *sections.split, *sections.merged)}
    runs: dict[tuple[int, int], list[Pair]] = {}
    for one in pairing.kept:
        key = before[one.old].section, after[one.new].section
        if key in together:
            runs.setdefault(key, []).append(one)
    still = {run[place] for run in runs.values() for place in in_order([one.new for one in run])}
    for one in pairing.kept:
        equal = flat(before[one.old].text) == flat(after[one.new].text)
        moved = one not in still and (equal or one.similarity >= NEARLY)
        yield "moved" if moved else "same" if equal else "edited", one
    yield from (("split", one) for one in pairing.split)
    yield from (("merged", one) for one in pairing.merged)


def _told_sections(
    old: Paper, new: Paper, sections: Pairing, rows: Sequence[_Row]
) -> Iterator[tuple[str, Pair]]:
    """Say of every pair of sections what happened; one is the same when its title and all in it is."""
    still = in_place(old, new, sections.kept)
    same = Counter((row.old.section, row.new.section) for row in rows if row.change == "same")
    for one in sections.kept:
        before, after = old.sections[one.old], new.sections[one.new]
        size = len(before.paragraphs)
        whole = same[before.number, after.number] == size == len(after.paragraphs)
        equal = whole and flat(before.title) == flat(after.title)
        moved = one not in still and one.similarity >= NEARLY
        yield "moved" if moved else "same" if equal else "edited", one
    yield from (("split", one) for one in sections.split)
    yield from (("merged", one) for one in sections.merged)


def _sorted(rows: Sequence[_Row], old: Paper, new: Paper) -> list[_Row]:
    """Put rows in the order of the new version, and what is gone after what stood before it."""
    before, after = (
        {place: number for number, place in enumerate(_reading_order(paper))} for paper in (old, new)
    )
    places = {row.old: after[row.new] for row in rows if row.change not in ("moved", "gone", "new")}
    last, follows = -1, {}
    for place in before:
        last = places.get(place, last)
        follows[place] = last

    def order(row: _Row) -> tuple[int, int, int]:
        if row.new == NOWHERE:
            return follows[row.old], 1, before[row.old]
        return after[row.new], 0, before.get(row.old, -1)

    return sorted(rows, key=order)
