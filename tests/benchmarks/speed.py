"""How long a coordinator waits, next to the plain recipe: `uv run python tests/benchmarks/speed.py`.

The plain recipe is what one would write without lcsynth: a notebook with a default `BERTopic()` on the same
texts and the same embeddings, executed by papermill, turned into HTML by `jupyter nbconvert --to html`. A
default BERTopic uses UMAP, which is not among our parts: `--umap` runs the recipe in an environment that has
it (installed by uv). Both are whole processes, run in turn; printed are medians and ratios of one run.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("LCSYNTH_SHARED_DATA", ROOT.parent / "shared" / "data"))
LCSYNTH = [sys.executable, "-m", "lcsynth"]

RECIPE = """
import numpy as np, pandas as pd
from bertopic import BERTopic
texts = pd.read_csv("remarks.csv")["text"].tolist()
model = BERTopic()
topics, _ = model.fit_transform(texts, np.load("vectors.npy"))
---
model.get_topic_info()
---
model.visualize_barchart() if len(set(topics) - {-1}) else "no topics"
---
pd.DataFrame({"text": texts, "topic": topics})
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="once, on 60 remarks: does it still run?")
    parser.add_argument(
        "--umap", action="store_true", help="give the plain recipe umap-learn, as a default BERTopic has"
    )
    options = parser.parse_args()
    remarks = read_remarks(60 if options.smoke else 300)
    rounds = 1 if options.smoke else 3
    with tempfile.TemporaryDirectory() as scratch:
        compare(Path(scratch), remarks, rounds, umap=options.umap)


def read_remarks(count: int) -> list[str]:
    """Give real remarks of residents of a town; sentences of the sample paper where the data is absent."""
    source = SHARED / "labelled" / "jigsaw_bowling_green_en.csv"
    if source.exists():
        with source.open(encoding="utf-8") as file:
            return [row["text"] for row in csv.DictReader(file)][:count]
    print(f"{source} is absent: measured on sentences of the sample paper, over and over.")
    sentences = (ROOT / "data" / "paper" / "v1.md").read_text(encoding="utf-8").replace("\n", " ").split(". ")
    return [f"{sentence} ({turn})" for turn in range(count) for sentence in sentences][:count]


def compare(scratch: Path, remarks: Sequence[str], rounds: int, *, umap: bool) -> None:
    """Time both ways on the same remarks, in turn."""
    write_csv(scratch / "remarks.csv", remarks)
    write_recipe(scratch, remarks)
    python = (
        ["uv", "run", "--project", str(ROOT), "--with", "umap-learn", "python"] if umap else [sys.executable]
    )
    if umap:
        timed([*python, "-c", "import umap"], scratch)  # installs it, and compiles what it compiles once
    ours, plain, again, status, help_ = [], [], [], [], []
    for turn in range(rounds):
        workspace = scratch / f"workspace{turn}"
        timed([*LCSYNTH, "init", str(workspace)], scratch)
        timed(
            [*LCSYNTH, "add", str(scratch / "remarks.csv"), "--session", "s1", "--text-column", "text"],
            workspace,
        )
        ours.append(timed([*LCSYNTH, "run", "s1"], workspace))
        again.append(timed([*LCSYNTH, "run", "s1"], workspace))
        status.append(timed([*LCSYNTH, "status"], workspace))
        help_.append(timed([*LCSYNTH, "--help"], workspace))
        plain.append(
            timed([*python, "-m", "papermill", "recipe.ipynb", "out.ipynb"], scratch)
            + timed([*python, "-m", "jupyter", "nbconvert", "--to", "html", "out.ipynb"], scratch)
        )
    recipe = statistics.median(plain)
    reducer = "UMAP" if umap else "PCA, because umap-learn is not installed"
    print(f"{len(remarks)} remarks, median of {rounds}; the plain recipe reduces with {reducer}")
    print(f"{'':<58}{'seconds':>8}{'ratio':>8}")
    for name, seconds in {
        "plain recipe: papermill with a default BERTopic, nbconvert": plain,
        "lcsynth run: raw file to HTML in two languages": ours,
        "lcsynth run again, nothing changed": again,
        "lcsynth status": status,
        "lcsynth --help": help_,
    }.items():
        middle = statistics.median(seconds)
        print(f"{name:<58}{middle:>8.2f}{middle / recipe:>8.2f}")


def write_csv(path: Path, remarks: Sequence[str]) -> None:
    """Write the remarks as the file that a session left behind."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "text"])
        rows.writerows(enumerate(remarks, start=1))


def write_recipe(folder: Path, remarks: Sequence[str]) -> None:
    """Write the notebook of the plain recipe, and the embeddings it is given."""
    import nbformat
    import numpy as np

    from lcsynth.themes import DEFAULT_EMBEDDER, load_embedder

    np.save(folder / "vectors.npy", load_embedder(DEFAULT_EMBEDDER).encode(list(remarks)))
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.strip()) for cell in RECIPE.split("---")],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    (folder / "recipe.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def timed(command: Sequence[str], folder: Path) -> float:
    """Run a command to its end and give its seconds; what it says is shown when it fails."""
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return seconds


if __name__ == "__main__":
    main()
