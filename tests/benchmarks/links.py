"""How well statements are linked to paragraphs by what they say, and how quickly; how quickly versions align.

Run ``uv run python tests/benchmarks/links.py [--smoke]``. Two sets labelled by hand: invented remarks on the
sample paper (`labelled_links.txt`), and statements drawn from the sample sessions (`labelled_samples.txt`),
which know nothing of the words of the paper and are harder. Precision is the share of linked statements with
a right paragraph, recall the share of statements about a paragraph that are linked to it. The time is that of
linking 20,000 statements to 300 paragraphs, vectors ready; on a busy machine go by that of the processor.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

import lcsynth
from lcsynth.document import Paper, align, parse_paper, read_paper
from lcsynth.document.similar import (
    THRESHOLD,
    Said,
    closest,
    passages,
    similarities,
    texts_to_embed,
)
from lcsynth.pipeline.material import Material
from lcsynth.register.assignments import clusterable
from lcsynth.themes import DEFAULT_EMBEDDER, load_embedder

ROOT = Path(__file__).parents[2]
LABELLED = ROOT / "tests" / "document"


class Measured(NamedTuple):
    """Of one set at one threshold: the number of linked statements, and the shares right and found."""

    linked: int
    precision: float
    section: float
    recall: float


def rows_of(name: str) -> list[list[str]]:
    """Read a labelled set."""
    lines = (LABELLED / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ", 2) for line in lines if line and not line.startswith("#")]


def anchors(labels: str) -> set[str]:
    return set() if labels == "-" else set(labels.split())


def invented() -> tuple[Said, list[set[str]]]:
    """Give the invented remarks with the paragraphs they are about."""
    rows = rows_of("labelled_links.txt")
    texts = [text for *_, text in rows]
    said = Said(
        [str(place) for place in range(len(rows))], texts, load_embedder(DEFAULT_EMBEDDER).encode(texts)
    )
    return said, [anchors(labels) for labels, *_ in rows]


def drawn(folder: Path) -> tuple[Said, list[set[str]]]:
    """Give the statements of the sample sessions that are labelled, with vectors as the pipeline has them."""
    for name in ("workspace.yaml", "sessions.yaml"):
        (folder / "data").mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "data" / name, folder / "data" / name)
    for name in ("raw", "paper"):
        shutil.copytree(ROOT / "data" / name, folder / "data" / name)
    workspace = lcsynth.open_workspace(folder)
    material = Material.of(workspace)
    statements = clusterable(material.together(workspace.sessions, "statements"))
    vectors = material.vectors(workspace.sessions)
    said = Said(
        statements["statement_id"].tolist(),
        statements["text"].tolist(),
        np.stack([vectors[name] for name in statements["statement_id"]]),
    )
    labels = {name: anchors(places) for name, places in rows_of("labelled_samples.txt")}
    absent = labels.keys() - set(said.ids)
    if absent:
        raise SystemExit(
            f"The labelled statements are not those of the sample sessions: {sorted(absent)[:3]}"
        )
    return said, [labels.get(name) for name in said.ids]  # type: ignore[misc]


def measure(said: Said, labels: list[set[str]], threshold: float) -> Measured:
    """Link at a threshold, and compare with the labels; statements without a label only set the scene."""
    found = passages(read_paper(ROOT / "data" / "paper" / "v1.md"))
    texts = texts_to_embed(found)
    vectors = dict(zip(texts, load_embedder(DEFAULT_EMBEDDER).encode(texts), strict=True))
    table = closest(said, found, similarities(said, found, vectors), threshold, {})
    places = table.groupby("statement_id")["anchor"].agg(set).to_dict()
    known = {name: label for name, label in zip(said.ids, labels, strict=True) if label is not None}
    linked = [name for name in known if name in places]
    right = [name for name in linked if places[name] & known[name]]
    near = [
        name
        for name in linked
        if {one.split(":")[0] for one in places[name]} & {one.split(":")[0] for one in known[name]}
    ]
    about = sum(bool(label) for label in known.values())
    some = max(len(linked), 1)
    return Measured(len(linked), len(right) / some, len(near) / some, len(right) / about)


def seconds(statements: int = 20_000, paragraphs: int = 300) -> tuple[float, float]:
    """Time the linking of many statements, vectors ready: by the clock, and of the processor."""
    chance = np.random.default_rng(0)
    words = [word.strip(".,;:?!") for *_, text in rows_of("labelled_links.txt") for word in text.split()]

    def sentence() -> str:
        return " ".join(chance.choice(words, 15))

    parts = [". ".join(sentence() for _ in range(5)) for _ in range(paragraphs)]
    paper = parse_paper("## 1 Alles\n\n" + "\n\n".join(parts), version="v1")
    found = passages(paper)
    vectors = {text: chance.normal(size=512).astype(np.float32) for text in texts_to_embed(found)}
    rows = chance.normal(size=(statements, 512)).astype(np.float32)
    said = Said([str(place) for place in range(statements)], [sentence() for _ in range(statements)], rows)
    start, worked = time.perf_counter(), time.process_time()
    closest(said, found, similarities(said, found, vectors), THRESHOLD, {})
    return time.perf_counter() - start, time.process_time() - worked


def aligning(paragraphs: int = 300) -> tuple[float, float]:
    """Time the alignment of two versions: one word in ten other, and by the side of it nothing in common."""
    chance = np.random.default_rng(0)
    words = [f"woord{number}" for number in range(3_000)]
    first = [list(chance.choice(words, 80)) for _ in range(paragraphs)]
    edited = [[word if chance.random() > 0.1 else "anders" for word in text] for text in first]
    other = [list(chance.choice(words, 80)) for _ in range(paragraphs)]

    def version(name: str, texts: list[list[str]]) -> Paper:
        return parse_paper("## 1 A\n\n" + "\n\n".join(map(" ".join, texts)), version=name)

    old, took = version("v1", first), []
    for new in (version("v2", edited), version("v3", other)):
        align(old, old)
        start = time.process_time()
        align(old, new)
        took.append(time.process_time() - start)
    return took[0], took[1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="one threshold, few statements: does it run?")
    smoke = parser.parse_args().smoke
    thresholds = {THRESHOLD} if smoke else {0.16, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.34, THRESHOLD}
    with tempfile.TemporaryDirectory() as folder:
        sets = {"invented remarks": invented(), "sample sessions": drawn(Path(folder) / "workspace")}
    for name, (said, labels) in sets.items():
        known = [label for label in labels if label is not None]
        print(f"{name}: {len(known)} labelled, {sum(map(bool, known))} about a paragraph")
        for threshold in sorted(thresholds):
            one = measure(said, labels, threshold)
            mark = "*" if threshold == THRESHOLD else " "
            print(
                f" {mark}{threshold:.2f}  linked {one.linked:>3}  precision {one.precision:.2f} "
                f"(section {one.section:.2f})  recall {one.recall:.2f}"
            )
    alike, apart = aligning()
    print(f"aligning 300 paragraphs: {alike:.1f} s of the processor, with nothing in common {apart:.1f} s")
    statements = 500 if smoke else 20_000
    clock, processor = seconds(statements)
    print(f"{statements:,} statements to 300 paragraphs: {clock:.1f} s, of the processor {processor:.1f} s")


if __name__ == "__main__":
    main()
