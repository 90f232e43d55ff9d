"""The five labelled sets that the themes stage is measured on, and the figures a partition of them gets.

The sets are not in the repository: they are looked for in ``../shared/data/labelled`` next to the project, or
in ``$LCSYNTH_SHARED_DATA/labelled``. No script by itself: `themes.py`, `theme_variants.py` and `embedders.py`
use it.
"""

from __future__ import annotations

import csv
import math
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from lcsynth.themes import load_embedder

PROJECT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LCSYNTH_SHARED_DATA", PROJECT.parent / "shared" / "data"))


@dataclass(frozen=True)
class LabelledSet:
    """Texts with their true group and language, one entry a text."""

    name: str
    texts: list[str]
    truth: list[str]
    languages: list[str]

    @property
    def groups(self) -> int:
        return len(set(self.truth))


@dataclass(frozen=True)
class Result:
    """What one partition of one set scores, or the mean of several."""

    ari: float
    nmi: float
    clusters: float
    single: float
    # |ln(k / true k)|, of the number of clusters: 0 is the same number, 0.69 twice as many or half.
    factor: float


def read(file: str, label: str = "label") -> list[tuple[str, str, str]]:
    with (SHARED / "labelled" / file).open(encoding="utf-8", newline="") as lines:
        return [(row["id"], row["text"], row[label]) for row in csv.DictReader(lines)]


def in_one_language(name: str, file: str, language: str, label: str = "label") -> LabelledSet:
    rows = read(file, label)
    return LabelledSet(
        name, [text for _, text, _ in rows], [label for *_, label in rows], [language] * len(rows)
    )


def half_and_half() -> LabelledSet:
    """Every second sentence in English; no sentence in both languages."""
    english = {identity: text for identity, text, _ in read("sib200_en.csv")}
    rows = read("sib200_nl.csv")
    languages = ["nl" if row % 2 else "en" for row in range(len(rows))]
    texts = [
        text if language == "nl" else english[identity]
        for language, (identity, text, _) in zip(languages, rows, strict=True)
    ]
    return LabelledSet("sib200 nl/en", texts, [label for *_, label in rows], languages)


SETS: dict[str, Callable[[], LabelledSet]] = {
    "sib200 nl": lambda: in_one_language("sib200 nl", "sib200_nl.csv", "nl"),
    "sib200 nl/en": half_and_half,
    "xsid nl": lambda: in_one_language("xsid nl", "xsid_nl.csv", "nl"),
    "ha_intents nl": lambda: in_one_language("ha_intents nl", "ha_intents_nl.csv", "nl", "domain"),
    "jigsaw en": lambda: in_one_language("jigsaw en", "jigsaw_bowling_green_en.csv", "en"),
}
MIXED = "sib200 nl/en"
SMOKE = "xsid nl"


def read_sets(*, smoke: bool) -> list[LabelledSet]:
    """Read the sets, one of them for a smoke run."""
    if not (SHARED / "labelled").is_dir():
        raise SystemExit(
            f"No labelled sets in {SHARED / 'labelled'}; set LCSYNTH_SHARED_DATA to the folder above it."
        )
    return [SETS[name]() for name in SETS if name == SMOKE or not smoke]


def load_sets(*, smoke: bool) -> list[tuple[LabelledSet, np.ndarray]]:
    """Read the sets as `read_sets` does, each with the vectors of the default embedder."""
    sets = read_sets(smoke=smoke)
    embedder = load_embedder()
    print(f"embedder {embedder.name}, the default")
    return [(one, embedder.encode(one.texts)) for one in sets]


def score(one: LabelledSet, found: np.ndarray) -> Result:
    """Score a partition; texts in no cluster (-1) count as one more cluster, as they are."""
    clusters = len(set(found[found >= 0].tolist()))
    return Result(
        ari=float(adjusted_rand_score(one.truth, found)),
        nmi=float(normalized_mutual_info_score(one.truth, found)),
        clusters=clusters,
        single=float((found < 0).mean()),
        factor=abs(math.log(max(clusters, 1) / one.groups)),
    )


def mean_result(results: Sequence[Result]) -> Result:
    """Average the runs of a method that is not the same twice."""
    return Result(
        **{
            figure: float(np.mean([getattr(one, figure) for one in results]))
            for figure in Result.__dataclass_fields__
        }
    )
