"""How fast a large survey gets in: `uv run python tests/benchmarks/ingest.py`.

Rows a second for reading and for preparing, and for the parts of that (the rest is making tables), with the
peak memory, next to what one would do without lcsynth: `pandas.read_csv` and deduce as it comes, on a
part of the rows because that takes long. The remarks are real ones where the shared data is there, each with
a word changed here and there so that no cache can answer for it, and one in ten with an invented name or
address in it.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("LCSYNTH_SHARED_DATA", ROOT.parent / "shared" / "data"))
SETS = ("sib200_nl", "sib200_en", "ha_intents_nl", "jigsaw_bowling_green_en")
PERSONAL = (
    "{text} Vraag het Fatima El Amrani.",
    "{text} Mail naar j.devries{number}@voorbeeld.nl.",
    "{text} Bel 06-12{number:06d}.",
    "Volgens mevrouw De Groot: {text}",
)
# What preparing does, and which function of the stage does it.
PARTS = {
    "sorting out, duplicates": "sort_out",
    "masking, statements": "cut_all",
    "languages": "judge_languages",
}
QUESTION = "Wat vindt u van het document?"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="on 2,000 rows: does it still run?")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--child", choices=("ours", "plain"), help=argparse.SUPPRESS)
    parser.add_argument("file", nargs="?", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(ours(options.file) if options.child == "ours" else plain(options.file)))
        return
    rows = 2_000 if options.smoke else options.rows
    with tempfile.TemporaryDirectory() as scratch:
        whole, part = Path(scratch) / "survey.csv", Path(scratch) / "part.csv"
        write_survey(whole, rows)
        write_survey(part, 50 if options.smoke else 1_000)
        report(rows, run("ours", whole), None if options.smoke else run("plain", part))


def write_survey(path: Path, rows: int) -> None:
    """Write an export with an id, a moment, an address, a role and one open answer."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ID", "Tijd van voltooien", "E-mail", "Wat is uw rol?", QUESTION])
        roles = ("docent", "onderzoeker", "student", "beleidsmedewerker")
        for number, text in zip(range(rows), remarks(), strict=False):
            moment = f"2022-05-17 15:{number % 60:02d}:00"
            writer.writerow([number, moment, f"p{number}@voorbeeld.nl", roles[number % 4], text])


def remarks() -> Iterator[str]:
    """Give remarks without end, none of them the same."""
    chance = random.Random(0)
    texts = [
        row["text"]
        for name in SETS
        if (path := SHARED / "labelled" / f"{name}.csv").exists()
        for row in csv.DictReader(path.open(encoding="utf-8"))
    ] or ["Er is te weinig tijd in het rooster. We need structural funding for this."]
    words = sorted({word for text in texts for word in text.split() if word.isalpha() and word.islower()})
    number = 0
    while True:
        number += 1
        spoken = chance.choice(texts).split()
        for _ in range(1 + len(spoken) // 8):
            spoken[chance.randrange(len(spoken))] = chance.choice(words)
        text = " ".join(spoken)
        yield chance.choice(PERSONAL).format(text=text, number=number) if number % 10 == 0 else text


def run(child: str, path: Path) -> dict[str, float]:
    """Measure in a process of its own, so that its peak memory is its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", child, str(path)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))  # deduce talks while it loads


def ours(path: Path) -> dict[str, float]:
    """Read and prepare a survey with lcsynth."""
    import datetime as dt

    from lcsynth.ingest import read_source
    from lcsynth.prepare import prepare, stage
    from lcsynth.workspace.settings import Session, Settings, Source, Title

    settings = Settings(name="benchmark", embedder="none")
    session = Session(id="s1", title=Title(nl="s1", en="s1"), date=dt.date(2022, 5, 17))
    spent: dict[str, float] = {}
    for step, function in PARTS.items():
        setattr(stage, function, timed(getattr(stage, function), step, spent))
    start = time.perf_counter()
    reading = read_source(path, Source(file=path.name), session, settings)
    read = time.perf_counter()
    prepared = prepare([reading], session_id="s1", key=b"k" * 32, settings=settings)
    end = time.perf_counter()
    return {
        "ingest": read - start,
        "prepare": end - read,
        **spent,
        "contributions": len(prepared.contributions),
        "statements": len(prepared.statements),
        "memory": peak() + peak(resource.RUSAGE_CHILDREN),
    }


def timed(function: Callable[..., object], step: str, spent: dict[str, float]) -> Callable[..., object]:
    """Give a function that notes how long it takes."""

    def measured(*given: object) -> object:
        start = time.perf_counter()
        result = function(*given)
        spent[step] = time.perf_counter() - start
        return result

    return measured


def plain(path: Path) -> dict[str, float]:
    """Read a survey with pandas and mask it with deduce as it comes."""
    import pandas as pd
    from deduce import Deduce

    start = time.perf_counter()
    texts = pd.read_csv(path)[QUESTION]
    deduce = Deduce()
    ready = time.perf_counter()
    for text in texts:
        _ = deduce.deidentify(text).deidentified_text
    end = time.perf_counter()
    return {"load": ready - start, "mask": end - ready, "rows": len(texts), "memory": peak()}


def peak(whose: int = resource.RUSAGE_SELF) -> float:
    """Give the peak memory in MiB of this process, or of the largest that it started."""
    kibibytes = resource.getrusage(whose).ru_maxrss
    return kibibytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(rows: int, own: dict[str, float], other: dict[str, float] | None) -> None:
    """Print throughput per step, memory, and the ratio."""
    whole = own["ingest"] + own["prepare"]
    for step in ("ingest", "prepare", *PARTS):
        print(f"{'  ' * (step in PARTS) + step:<24} {rows / own[step]:>9,.0f} rows/s  {own[step]:6.1f} s")
    print(
        f"{'together':<24} {rows / whole:>9,.0f} rows/s  {whole:6.1f} s,"
        f" peak {own['memory']:,.0f} MiB with the process that helps"
    )
    print(f"{rows:,} rows → {own['contributions']:,.0f} contributions, {own['statements']:,.0f} statements")
    if other:
        speed = other["rows"] / other["mask"]
        print(
            f"pandas + deduce as it comes: {speed:,.0f} rows/s after {other['load']:.1f} s of loading,"
            f" peak {other['memory']:,.0f} MiB; lcsynth is {rows / whole / speed:.1f} times as fast"
        )


if __name__ == "__main__":
    main()
