"""Which texts of one version of the paper became which of the next, by the words they share in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lcsynth.document.anchors import flat
from lcsynth.prepare.near import words_of

if TYPE_CHECKING:
    import numpy as np

# Two texts with this share of their words in common, in order, are one text that was edited. Unrelated
# paragraphs of the sample paper have a similarity of at most 0.26.
EDITED = 0.4
# A text with this share of its words in another one, in order, stems from it. Unrelated ones: at most 0.33.
STEMS = 0.5
_FEWEST = 4
_EQUAL = 3.0  # more than any two edited texts together, so that an equal text is never given up for them
_NEAR = 1e-3  # between texts that are as similar, the one at the nearest place


class Pair(NamedTuple):
    """An old and a new text that belong together, by number, and how similar they are (0 to 1)."""

    old: int
    new: int
    similarity: float


class Pairing(NamedTuple):
    """What became of the texts of a version: one to one, and the pairs of those split up or merged."""

    kept: list[Pair]
    split: list[Pair]
    merged: list[Pair]


def pair_texts(old: Sequence[str], new: Sequence[str]) -> Pairing:
    """Find which texts belong together.

    Similarity is that of Indel: twice the words that both have in the same order, by all their words. What is
    most similar in all is paired first, one to one. Of what is left, a text most of whose words come from a
    text that lost them is part of it, and that text was split; or, the other way round, merged.

    Parameters
    ----------
    old, new
        Texts in the order of the document, with their markup.

    Returns
    -------
    Pairing
        Texts in no pair are gone or new. The pairs of a text that was split (or merged) are all in `split`
        (`merged`) and none of them in `kept`.
    """
    if not old or not new:
        return Pairing([], [], [])
    letters: dict[str, str] = {}
    before, after = ([_as_letters(text, letters) for text in texts] for texts in (old, new))
    similar = _similarities(before, after)
    kept = _one_to_one(similar, [flat(text) for text in old], [flat(text) for text in new])
    left = sorted(set(range(len(new))) - set(kept.values()))
    split = {(one, other) for one, other in _parts(before, after, kept, left)}
    left = sorted(set(range(len(old))) - kept.keys() - {one for one, _ in split})
    turned = {other: one for one, other in kept.items()}
    merged = {(one, other) for other, one in _parts(after, before, turned, left)}
    return pairing_of(split | merged | set(kept.items()), similar)


def pairing_of(found: Collection[tuple[int, int]], similar: np.ndarray) -> Pairing:
    """Sort pairs by whether their texts are also in other pairs."""
    pairs: dict[str, list[Pair]] = {"kept": [], "split": [], "merged": []}
    olds, news = Counter(one for one, _ in found), Counter(other for _, other in found)
    for one, other in sorted(found):
        kind = "split" if olds[one] > 1 else "merged" if news[other] > 1 else "kept"
        pairs[kind].append(Pair(one, other, min(1.0, float(similar[one, other]))))
    return Pairing(**pairs)


def in_order(places: Sequence[int]) -> set[int]:
    """Give the numbers of a longest rising run of places: what is not in it was moved."""
    runs: list[list[int]] = []  # for every place the longest run that ends there
    for number, place in enumerate(places):
        ending = [run for run in runs if places[run[-1]] < place]
        runs.append([*_longest(ending), number])
    return set(_longest(runs))


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=len) if runs else []


def _as_letters(text: str, letters: dict[str, str]) -> str:
    """Write every word as one letter, the same for the same word: comparing them is then quick."""
    words = words_of(flat(text)) or (flat(text),)
    return "".join(letters.setdefault(word, chr(0x10000 + len(letters))) for word in words)


def _similarities(old: Sequence[str], new: Sequence[str]) -> np.ndarray:
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    scores = cdist(old, new, scorer=Indel.normalized_similarity, dtype=np.float64)
    return np.round(scores, 4)


def _one_to_one(similar: np.ndarray, old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    places = [np.arange(len(texts)) / len(texts) for texts in (old, new)]
    near = _NEAR * (1 - np.abs(places[0][:, None] - places[1][None, :]))
    equal = np.array([[one == other for other in new] for one in old])
    scores = np.where(equal, _EQUAL, similar)
    scores = np.where(equal | (similar >= EDITED), scores + near, 0.0)
    rows, columns = linear_sum_assignment(scores, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return {one: other for one, other in pairs if scores[one, other] > 0}


def _parts(
    whole: Sequence[str], parts: Sequence[str], kept: Mapping[int, int], left: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Find for the parts that are left the text that most of their words come from, and are gone from now."""
    rest = {
        place: _without(text, parts[kept[place]]) if place in kept else text
        for place, text in enumerate(whole)
    }
    for place in left:
        shares = [(_share(parts[place], text), -number) for number, text in rest.items()]
        share, number = max(shares)
        if share >= STEMS:
            yield -number, place
            rest[-number] = _without(rest[-number], parts[place])


def _share(part: str, whole: str) -> float:
    """Give the share of a text's words that stand in another one, in the same order."""
    from rapidfuzz.distance import LCSseq

    common = LCSseq.similarity(part, whole)
    return common / len(part) if common >= _FEWEST else 0.0


def _without(whole: str, part: str) -> str:
    """Take the words out of a text that another one has in the same order."""
    from rapidfuzz.distance import LCSseq

    gone = set()
    for step in LCSseq.opcodes(whole, part):
        if step.tag == "equal":
            gone |= set(range(step.src_start, step.src_end))
    return "".join(letter for place, letter in enumerate(whole) if place not in gone)
