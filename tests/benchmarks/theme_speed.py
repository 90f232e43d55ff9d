"""How long the themes stage takes, next to BERTopic: `uv run python tests/benchmarks/theme_speed.py`.

Both get the same texts and the same embeddings, and ``discover`` the language of each text, which statements
have when they come to the themes stage. Each runs in a process of its own that has done a small fit first,
so that neither imports nor what numba compiles count. ``discover`` is timed whole: clusters, names, stability
by resampling, sub-themes. BERTopic comes with UMAP, in an environment that uv adds umap-learn to, without a
seed, so that UMAP uses all cores. Then follow how the time of ``discover`` grows, its peak memory, and the
wall time of a fresh process that embeds 300 remarks and finds their themes.

The texts are the real ones of ``../shared/data/labelled``, in random order: some 5,500. Beyond these, texts
are put together: the first half of one and the second half of another, with the mean of their two vectors
and some noise as the embedding. The machine's load is printed with every figure: wall seconds of a machine
that does other work too say little, ratios and CPU seconds somewhat more. ``--large`` adds 100,000
statements; ``--smoke`` only tells that it still runs.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from labelled_sets import SHARED, read
from rivals import python_with

UMAP = {"umap": "umap-learn"}
# Statements → the share of the time of default BERTopic that `discover` may take.
RATIOS = {2_000: 0.10, 10_000: 0.05}
GROWN = 30_000
LARGE, LARGE_SECONDS, LARGE_GIGABYTES = 100_000, 180, 4
EXPONENT = 1.3
FRESH, FRESH_SECONDS = 300, 5
# Statements of the first fit, which is not timed. From 4,096 on UMAP searches neighbours in another way, and
# numba compiles that way only once it is taken.
WARM, WARM_MANY = 300, 4_096
NOISE = 0.3  # length of what is added to the mean of two vectors, which have length 1
FILES = ("sib200_nl.csv", "sib200_en.csv", "xsid_nl.csv", "xsid_en.csv", "ha_intents_nl.csv")
REMARKS = "jigsaw_bowling_green_en.csv"

FRESH_PROCESS = """
import json, sys, lcsynth
with open(sys.argv[1], encoding="utf-8") as file:
    print(len(set(lcsynth.discover(json.load(file)).labels.tolist()) - {-1}))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="few texts, and nothing is installed for it")
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} statements")
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is taken")
    # What the script runs in processes of its own.
    parser.add_argument("--make", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--fit", choices=["lcsynth", "bertopic"], help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        make_statements(options.folder, options.make)
    elif options.fit:
        fit(options.fit, options.folder, options.count)
    elif not (SHARED / "labelled").is_dir():
        print(f"No texts in {SHARED / 'labelled'}; set LCSYNTH_SHARED_DATA to the folder above it.")
        return 1
    else:
        with tempfile.TemporaryDirectory() as scratch:
            measure(Path(scratch), options)
    return 0


@dataclass(frozen=True)
class Fit:
    """What one fit took: wall and CPU seconds, and the most memory its process had."""

    seconds: float
    cpu: float
    gigabytes: float


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Take all measurements in turn, and print each."""
    compared = {300: None, 600: None} if options.smoke else RATIOS
    grown = [] if options.smoke else [GROWN, LARGE] if options.large else [GROWN]
    rounds = 1 if options.smoke else options.rounds
    own = [sys.executable]
    with_umap = own if options.smoke else python_with(UMAP)
    run(own, "--make", str(max([*compared, *grown])), "--folder", str(folder))
    print(f"{os.cpu_count()} cores; medians of {rounds}, above {max(compared):,} statements measured once")
    seconds = {
        count: compare(folder, count, most, rounds=rounds, ours=with_umap or own, theirs=with_umap)
        for count, most in compared.items()
    }
    for count in grown:
        one = fit_apart(own, "lcsynth", folder, count)
        seconds[count] = one.seconds
        limit = f", at most {LARGE_SECONDS} s and {LARGE_GIGABYTES} GB" if count == LARGE else ""
        print(f"{described(count, one)}{limit}; {load()}", flush=True)
    print_growth(seconds)
    print_fresh(folder, rounds)


def compare(
    folder: Path, count: int, most: float | None, *, rounds: int, ours: list[str], theirs: list[str] | None
) -> float:
    """Time both on as many statements, in turn; print the ratio and give our seconds."""
    mine, rival = [], []
    for _ in range(rounds):
        mine.append(fit_apart(ours, "lcsynth", folder, count))
        if theirs:
            rival.append(fit_apart(theirs, "bertopic", folder, count))
    middle = median(mine)
    print(described(count, middle), end="")
    if rival:
        usual = median(rival)
        print(f"; default BERTopic on {'PCA' if theirs == [sys.executable] else 'UMAP'} ", end="")
        print(f"{usual.seconds:.2f} s (CPU {usual.cpu:.2f}), ", end="")
        print(f"ratio {middle.seconds / usual.seconds:.3f} (CPU {middle.cpu / usual.cpu:.3f})", end="")
        print("" if most is None else f", at most {most:g}", end="")
    print(f"; {load()}", flush=True)
    return middle.seconds


def median(fits: Sequence[Fit]) -> Fit:
    return Fit(
        *[statistics.median(getattr(one, field) for one in fits) for field in Fit.__dataclass_fields__]
    )


def described(count: int, one: Fit) -> str:
    return f"{count:>7,} statements: {one.seconds:.2f} s (CPU {one.cpu:.2f}), peak {one.gigabytes:.2f} GB"


def print_growth(seconds: dict[int, float]) -> None:
    """Print e of seconds ~ statements^e: over all sizes, and from each size to the next."""
    counts, took = np.log(list(seconds)), np.log(list(seconds.values()))
    steps = ", ".join(f"{step:.2f}" for step in np.diff(took) / np.diff(counts))
    print(f"time grows with n^{np.polyfit(counts, took, 1)[0]:.2f}, at most n^{EXPONENT}; by step {steps}")


def print_fresh(folder: Path, rounds: int) -> None:
    """Print what it takes from starting Python to the themes of a few texts, the embedding among it."""
    wall, cpu = [], []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        run_python([sys.executable, "-c", FRESH_PROCESS, str(folder / "remarks.json")])
        wall.append(time.perf_counter() - began)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print(f"fresh process, discover on {FRESH} texts: {statistics.median(wall):.2f} s ", end="")
    print(f"(CPU {statistics.median(cpu):.2f}), at most {FRESH_SECONDS}; {load()}")


def fit_apart(python: Sequence[str], what: str, folder: Path, count: int) -> Fit:
    """Fit in a process of its own."""
    said = run(python, "--fit", what, "--count", str(count), "--folder", str(folder))
    return Fit(*json.loads(said.splitlines()[-1]))


def run(python: Sequence[str], *arguments: str) -> str:
    """Run this script in a process of its own and give what it prints."""
    return run_python([*python, __file__, *arguments])


def run_python(command: Sequence[str]) -> str:
    """Run a command to its end; what it says is shown when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"


def make_statements(folder: Path, count: int) -> None:
    """Write as many different texts and their vectors, real ones first, and remarks for the fresh process."""
    from lcsynth.prepare.language import Languages
    from lcsynth.prepare.words import Words
    from lcsynth.themes import load_embedder

    random = np.random.default_rng(0)
    remarks = [text for _, text, _ in read(REMARKS)]
    real = list(dict.fromkeys(remarks + [text for file in FILES for _, text, _ in read(file)]))
    real = [real[row] for row in random.permutation(len(real))][:count]
    vectors = load_embedder().encode(real)
    made = dict.fromkeys(real)
    firsts, seconds = [], []
    while len(made) < count:
        one, other = random.integers(len(real), size=2)
        text = put_together(real[one], real[other])
        if text not in made:
            made[text] = None
            firsts.append(one)
            seconds.append(other)
    noise = random.standard_normal((len(firsts), vectors.shape[1])) * NOISE / vectors.shape[1] ** 0.5
    between = (vectors[firsts] + vectors[seconds]) / 2 + noise
    between /= np.linalg.norm(between, axis=1, keepdims=True)
    np.save(folder / "vectors.npy", np.vstack([vectors, between]).astype(np.float32))
    (folder / "texts.json").write_text(json.dumps(list(made)), encoding="utf-8")
    languages = Languages(Words())
    told = [languages.judge(text).language for text in made]
    (folder / "languages.json").write_text(json.dumps(told), encoding="utf-8")
    (folder / "remarks.json").write_text(json.dumps(remarks[:FRESH]), encoding="utf-8")


def put_together(one: str, other: str) -> str:
    words, others = one.split(), other.split()
    return " ".join(words[: (len(words) + 1) // 2] + others[len(others) // 2 :])


def fit(what: str, folder: Path, count: int) -> None:
    """Fit the first texts once the process is warm, and print the three figures of a `Fit`."""
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))[:count]
    vectors = np.load(folder / "vectors.npy")[:count]
    languages = json.loads((folder / "languages.json").read_text(encoding="utf-8"))[:count]
    method = fit_lcsynth if what == "lcsynth" else fit_bertopic
    warm = WARM_MANY if count >= WARM_MANY else WARM
    method(texts[:warm], vectors[:warm], languages[:warm])
    began, busy = time.perf_counter(), time.process_time()
    method(texts, vectors, languages)
    took, cpu = time.perf_counter() - began, time.process_time() - busy
    # In bytes on macOS, in kilobytes elsewhere.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps([took, cpu, peak / 1e9]))


def fit_lcsynth(texts: list[str], vectors: np.ndarray, languages: list[str]) -> None:
    from lcsynth import discover

    discover(texts, embeddings=vectors, languages=languages)


def fit_bertopic(texts: list[str], vectors: np.ndarray, _languages: list[str]) -> None:
    from bertopic import BERTopic

    BERTopic().fit_transform(texts, vectors)


if __name__ == "__main__":
    sys.exit(main())
