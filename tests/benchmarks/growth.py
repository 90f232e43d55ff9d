"""How long one waits for a session that is added to many: `uv run python tests/benchmarks/growth.py`.

A workspace with a session of 20,000 remarks is made once. Then 300 more are added as a second session, in
processes of their own as one would (`lcsynth add`, and the tables of that session), beside the tables of both
sessions from nothing, in a copy of which everything generated was deleted. Printed are wall and CPU seconds
and the share that adding takes of doing it all; the machine's load stands by, because it makes both longer.
The tables must be the same both ways.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest import QUESTION, remarks

FIRST, SECOND = "2022-05-17-een", "2022-06-17-twee"
HELD, ADDED = 20_000, 300
SMOKE_HELD, SMOKE_ADDED = 400, 30
AIM = 10  # seconds, for adding as a whole

SYNTHESISE = "import sys, lcsynth; lcsynth.synthesise(lcsynth.open_workspace(sys.argv[1]), sys.argv[2])"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="on few remarks: does it still run?")
    options = parser.parse_args()
    held, added = (SMOKE_HELD, SMOKE_ADDED) if options.smoke else (HELD, ADDED)
    with tempfile.TemporaryDirectory() as scratch:
        return measure(Path(scratch), held, added)


@dataclass(frozen=True)
class Took:
    """Wall and CPU seconds of processes."""

    wall: float = 0.0
    cpu: float = 0.0

    def __add__(self, other: Took) -> Took:
        return Took(self.wall + other.wall, self.cpu + other.cpu)

    def __str__(self) -> str:
        return f"{self.wall:>7.1f} s (CPU {self.cpu:.1f}; load {os.getloadavg()[0]:.1f})"


def measure(scratch: Path, held: int, added: int) -> int:
    """Take both ways in turn, print them, and tell by the exit code whether their tables are the same."""
    texts = [text for _, text in zip(range(held + added), remarks(), strict=False)]
    workspace, nothing = scratch / "workspace", scratch / "nothing"
    run("-m", "lcsynth", "init", str(workspace))
    add(workspace, write(scratch / "een.csv", texts[:held], 0), FIRST)
    run("-c", SYNTHESISE, str(workspace), FIRST)
    received = add(workspace, write(scratch / "twee.csv", texts[held:], held), SECOND)
    shutil.copytree(workspace, nothing)
    shutil.rmtree(nothing / "data" / "interim")
    shutil.rmtree(nothing / "data" / "processed")
    (nothing / "data" / "register" / "log.jsonl").unlink()
    made = run("-c", SYNTHESISE, str(workspace), SECOND)
    whole = run("-c", SYNTHESISE, str(nothing), SECOND)
    both = received + made
    print(f"{added:,} remarks added to {held:,}")
    print(f"  lcsynth add                {received}")
    print(f"  tables of the new session  {made}")
    print(f"  both                       {both}, aim {AIM} s")
    print(f"  the same from nothing      {whole}")
    print(f"  share of it                {both.wall / whole.wall:>7.2f}   (CPU {both.cpu / whole.cpu:.2f})")
    different = [path.name for path in tables(workspace) if not is_same(path, workspace, nothing)]
    print(f"  tables that differ: {', '.join(different) or 'none'}")
    return int(bool(different))


def write(path: Path, texts: Sequence[str], first: int) -> Path:
    """Write an export with an id, an address and one open answer."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["ID", "E-mail", QUESTION])
        rows.writerows([number, f"p{number}@voorbeeld.nl", text] for number, text in enumerate(texts, first))
    return path


def add(workspace: Path, source: Path, session: str) -> Took:
    return run("-m", "lcsynth", "add", str(source), "--session", session, "--workspace", str(workspace))


def tables(workspace: Path) -> list[Path]:
    return sorted((workspace / "data" / "processed" / SECOND).glob("*.parquet"))


def is_same(path: Path, workspace: Path, other: Path) -> bool:
    import pandas as pd

    return pd.read_parquet(path).equals(pd.read_parquet(other / path.relative_to(workspace)))


def run(*arguments: str) -> Took:
    """Run Python to its end and tell what it took; what it says is shown when it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


if __name__ == "__main__":
    sys.exit(main())
