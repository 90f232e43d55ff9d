"""How fast the log is read and replayed: `uv run python tests/benchmarks/register.py [--smoke]`.

A log of 10,000 operations (themes found and joined, renames, moves, splits, merges, undos), read and replayed
to the register, beside what reading the same lines costs without checking or replaying anything: `json.loads`
line by line, and `pandas.read_json`. Seconds of processor time, the best of five. Aim: a replay under 0.5 s.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lcsynth.register import Operation, append, operation, read_log, replay

AIM = 0.5
OPERATIONS, SMOKE = 10_000, 1_000
TIMES = 5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help=f"{SMOKE} operations: does it still run?")
    count = SMOKE if parser.parse_args().smoke else OPERATIONS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.jsonl"
        written = append(path, made(count // 10))
        append(path, [operation("undo", coder="Cas", undone=one.id) for one in written[-count // 10 :]])
        operations, problems = read_log(path)
        register = replay(operations)
        print(
            f"{len(operations)} operations, {len(register.themes)} themes, {len(problems)} unreadable lines"
        )
        seconds = {
            "json.loads, line by line": best(lambda: naive(path)),
            "pandas.read_json": best(lambda: pandas_reading(path)),
            "read_log": best(lambda: read_log(path)),
            "replay": best(lambda: replay(operations)),
        }
    for name, value in seconds.items():
        print(f"  {name:<26}{value:>7.3f} s")
    too_slow = seconds["replay"] > AIM
    print(f"  a replay {'misses' if too_slow else 'meets'} its aim of {AIM} s")
    return int(too_slow)


def made(part: int) -> list[Operation]:
    """Make nine tenths of a log: so many themes, and eight times as many operations on them."""
    names = [f"T{number:03d}" for number in range(1, part + 1)]
    labels = {"label_nl": "een thema", "label_en": "a theme"}
    operations = [
        operation("found", theme=name, session="s1", members=[f"s{name}{at}" for at in range(5)], **labels)
        for name in names
    ]
    for round_ in range(3):
        operations += [
            operation("joined", theme=name, session=f"s{round_ + 2}", members=[f"j{round_}{name}"])
            for name in names
        ]
        operations += [
            operation("rename", coder=("Anne", "Bo")[round_ % 2], theme=name, label_nl=f"naam {round_}")
            for name in names
        ]
    operations += [
        operation("move", coder="Bo", statements=[f"s{name}0"], to=other)
        for name, other in zip(names, names[::-1], strict=True)
    ]
    operations += [
        operation("merge", coder="Anne", themes=[name], into=names[0]) for name in names[part // 2 :]
    ]
    operations += [
        operation("describe", coder="Anne", theme=name, description_nl="waar het over gaat")
        for name in names[: part // 2]
    ]
    return operations


def naive(path: Path) -> list[object]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pandas_reading(path: Path) -> object:
    import pandas as pd

    return pd.read_json(path, lines=True)


def best(act: Callable[[], object]) -> float:
    seconds = []
    for _ in range(TIMES):
        started = time.process_time()
        act()
        seconds.append(time.process_time() - started)
    return min(seconds)


if __name__ == "__main__":
    sys.exit(main())
