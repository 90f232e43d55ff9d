"""What else the themes stage could have been: ``uv run python tests/benchmarks/theme_variants.py``.

Each alternative is what the library does with one step replaced, on the same vectors of the same five
labelled sets; ``--smoke`` takes one set. Printed are, per variant, the adjusted Rand index per set, its mean,
the mean |ln(k/true k)|, and on how many sets it is better than what is shipped.

What is shipped was chosen with these sets in view, so its mean flatters it. The leave-one-set-out figure says
by how much: for each set the variant that is best on the four others is taken, and scored on the one left
out. In the column "left out" the choice is between the variant and what is shipped only: where it is above
the mean of what is shipped, the variant is better on sets it was not chosen on. Nothing here is random.

A hundredth is little: leaving out some texts changes a partition by as much. ``--subsamples 4`` gives every
figure as the mean over four random samples of 85 % of each set.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from labelled_sets import LabelledSet, Result, load_sets, mean_result, score
from sklearn.metrics import adjusted_rand_score
from variant_parts import (
    EVERY_DIMENSION,
    Parts,
    consensus,
    evenly_linked,
    leiden,
    merged_upward,
    most_stable,
    mutual_graph,
    not_settled,
    ordered,
    placed,
    plain_graph,
    settled,
    shared_graph,
    split_downward,
    word_graph,
)

from lcsynth.themes import discover

SHIPPED = "as shipped"
RESOLUTIONS = (0.5, 0.7, 1.0, 1.4, 2.0)
# More than this in mean ARI, also on the sets left out, is worth a change of the library.
WORTH = 0.01
SAMPLED = 0.85


def _in_space(words: float = 1.0, dimensions: int = 64) -> Callable[[Parts], np.ndarray]:
    return lambda parts: settled(
        parts, leiden(plain_graph(placed(parts, words=words, dimensions=dimensions)))
    )


def _fused(weight: float, *, joint: bool) -> Callable[[Parts], np.ndarray]:
    def variant(parts: Parts) -> np.ndarray:
        meaning = plain_graph(parts.points if joint else placed(parts, words=0.0))
        return settled(parts, leiden(ordered((1 - weight) * meaning + weight * word_graph(parts))))

    return variant


def _consensus(*, only_links: bool) -> Callable[[Parts], np.ndarray]:
    return lambda parts: settled(
        parts,
        consensus(parts.points, shares=(0.5, 1, 2), resolutions=(0.7, 1.0, 1.4), only_links=only_links),
    )


VARIANTS: dict[str, Callable[[Parts], np.ndarray]] = {
    SHIPPED: lambda parts: settled(parts, leiden(plain_graph(parts.points))),
    "meaning only": _in_space(words=0.0),
    "words count half": _in_space(words=0.5),
    "words count double": _in_space(words=2.0),
    "TF-IDF graph at 0.3, with meaning only": _fused(0.3, joint=False),
    "TF-IDF graph at 0.3, with meaning and words": _fused(0.3, joint=True),
    "32 dimensions": _in_space(dimensions=32),
    "128 dimensions": _in_space(dimensions=128),
    "256 dimensions": _in_space(dimensions=256),
    "all dimensions": _in_space(dimensions=EVERY_DIMENSION),
    "half as many neighbours": lambda parts: settled(parts, leiden(plain_graph(parts.points, share=0.5))),
    "twice as many neighbours": lambda parts: settled(parts, leiden(plain_graph(parts.points, share=2))),
    "links weigh the same": lambda parts: settled(parts, leiden(evenly_linked(parts.points))),
    "mutual neighbours": lambda parts: settled(parts, leiden(mutual_graph(parts.points))),
    "shared neighbours, all pairs": lambda parts: settled(parts, leiden(shared_graph(parts.points))),
    "shared neighbours, on the links": lambda parts: settled(
        parts, leiden(shared_graph(parts.points, only_links=True))
    ),
    "shared neighbours, meaning only, √n/1.5": lambda parts: settled(
        parts, leiden(shared_graph(placed(parts, words=0.0, dimensions=EVERY_DIMENSION), share=1 / 1.5))
    ),
    "resolution 0.7": lambda parts: settled(parts, leiden(plain_graph(parts.points), 0.7)),
    "resolution 1.4": lambda parts: settled(parts, leiden(plain_graph(parts.points), 1.4)),
    "the most stable resolution": lambda parts: settled(parts, most_stable(parts, resolutions=RESOLUTIONS)),
    "consensus over neighbours, resolutions": _consensus(only_links=False),
    "the same, on the links": _consensus(only_links=True),
    "hierarchy: fine, merged upward": lambda parts: settled(
        parts, merged_upward(plain_graph(parts.points), fine=4.0)
    ),
    "hierarchy: coarse, split downward": lambda parts: settled(
        parts, split_downward(plain_graph(parts.points), coarse=0.5)
    ),
    "settled above 0.8": lambda parts: settled(parts, leiden(plain_graph(parts.points)), fits_above=0.8),
    "settled above 0.95": lambda parts: settled(parts, leiden(plain_graph(parts.points)), fits_above=0.95),
    "not settled": lambda parts: not_settled(leiden(plain_graph(parts.points))),
}


def run_variants(sets: Sequence[tuple[LabelledSet, np.ndarray]]) -> dict[str, list[Result]]:
    """Score every variant on every set, in the order of the sets."""
    all_parts = [Parts.of(one, vectors) for one, vectors in sets]
    return {
        name: [
            score(one, variant(parts)[parts.place]) for (one, _), parts in zip(sets, all_parts, strict=True)
        ]
        for name, variant in VARIANTS.items()
    }


def run_on_samples(sets: Sequence[tuple[LabelledSet, np.ndarray]], times: int) -> dict[str, list[Result]]:
    """Score every variant on random samples of every set; per set the mean over its samples."""
    samples = [
        sample(one, vectors, np.random.default_rng(seed)) for one, vectors in sets for seed in range(times)
    ]
    return {
        name: [mean_result(results[start : start + times]) for start in range(0, len(results), times)]
        for name, results in run_variants(samples).items()
    }


def sample(
    one: LabelledSet, vectors: np.ndarray, random: np.random.Generator
) -> tuple[LabelledSet, np.ndarray]:
    """Draw texts without replacement; the true groups are those that are drawn."""
    rows = np.sort(random.choice(len(one.texts), round(SAMPLED * len(one.texts)), replace=False))
    drawn = LabelledSet(
        one.name, *[[values[row] for row in rows] for values in (one.texts, one.truth, one.languages)]
    )
    return drawn, vectors[rows]


def left_out(scores: Mapping[str, Sequence[Result]]) -> tuple[list[str], list[Result]]:
    """Per set: which variant is best on the others (of equals the first), and what it scores on this one."""
    sets = range(len(next(iter(scores.values()))))
    chosen = [
        max(scores, key=lambda name: np.mean([scores[name][other].ari for other in sets if other != one]))
        for one in sets
    ]
    return chosen, [scores[name][one] for one, name in zip(sets, chosen, strict=True)]


def mean_ari(results: Sequence[Result]) -> float:
    return float(np.mean([one.ari for one in results]))


def mean_factor(results: Sequence[Result]) -> float:
    return float(np.mean([one.factor for one in results]))


def check_shipped(sets: Sequence[tuple[LabelledSet, np.ndarray]]) -> None:
    """Make sure that the variant called shipped is what the library does."""
    for one, vectors in sets:
        parts = Parts.of(one, vectors)
        ours = discover(one.texts, embeddings=vectors).labels
        same = adjusted_rand_score(ours, VARIANTS[SHIPPED](parts)[parts.place])
        placed_alike = np.array_equal(placed(parts), parts.points)
        if same != 1.0 or not placed_alike:
            raise SystemExit(f"{one.name}: the parts no longer do what the library does (ARI {same:.3f})")


def print_variants(sets: Sequence[LabelledSet], scores: Mapping[str, list[Result]]) -> None:
    wide = max(map(len, scores)) + 2
    print(
        f"\n{'variant':<{wide}}"
        + "".join(f"{one.name:>15}" for one in sets)
        + f"{'mean ARI':>10}{'|ln k|':>8}{'better on':>11}{'left out':>10}"
    )
    shipped = scores[SHIPPED]
    for name, results in scores.items():
        better = sum(one.ari > ours.ari for one, ours in zip(results, shipped, strict=True))
        print(
            f"{name:<{wide}}"
            + "".join(f"{one.ari:>15.3f}" for one in results)
            + f"{mean_ari(results):>10.3f}{mean_factor(results):>8.2f}{better:>11}",
            end="",
        )
        if len(sets) > 1:
            pair = mean_ari(left_out({SHIPPED: shipped, name: results})[1])
            worth = min(mean_ari(results), pair) > mean_ari(shipped) + WORTH
            print(f"{pair:>10.3f}{'  BETTER' if worth else ''}", end="")
        print()


def print_left_out(sets: Sequence[LabelledSet], scores: Mapping[str, list[Result]]) -> None:
    """Print what choosing among all variants on four sets gives on the fifth."""
    chosen, results = left_out(scores)
    print(f"\nLeave one set out: of {len(scores)} variants the one that is best on the four other sets")
    for one, name, result in zip(sets, chosen, results, strict=True):
        print(f"  {one.name:<15}{result.ari:>7.3f}   {name}")
    print(
        f"  mean ARI {mean_ari(results):.3f}, mean |ln(k/true k)| {mean_factor(results):.2f}; "
        f"as shipped {mean_ari(scores[SHIPPED]):.3f} and {mean_factor(scores[SHIPPED]):.2f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="one set only: does it still run?")
    parser.add_argument("--subsamples", type=int, metavar="TIMES", help="samples of each set, not the whole")
    options = parser.parse_args()
    sets = load_sets(smoke=options.smoke)
    check_shipped(sets)
    scores = run_on_samples(sets, options.subsamples) if options.subsamples else run_variants(sets)
    labelled = [one for one, _ in sets]
    print_variants(labelled, scores)
    if len(sets) > 1:
        print_left_out(labelled, scores)
    return 0


if __name__ == "__main__":
    sys.exit(main())
