"""How well personal data is found: `uv run python tests/benchmarks/privacy.py [FILE…] [--errors]`.

Per kind: how many pieces are marked in the labelled lines, how many the masking finds, how many of those are
right to the character, precision and recall. Without files the shipped lines are taken: those that the rules
were made and mended with, and, last, those that nobody who worked on the rules has read. Only the last are an
honest measure; their errors are shown only when the file is named. A street and the postcode after it count
as one address, whether they are marked as one piece or as two. A file holds one line of text per line, with
what must be masked marked: n name, e e-mail, t telephone, u url, i iban, b bsn, a address, p ip, h handle,
as in ``Vraag {n:Fatima El Amrani} of mail {e:f@voorbeeld.nl}.``
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.prepare.labelled import (
    IDENTIFIERS,
    KINDS,
    NAMES,
    SEEN,
    UNSEEN,
    Measured,
    by_language,
    make_masker,
    measure,
    read_lines,
)

AIMS = {"names": (NAMES, 0.90, 0.90), "identifiers": (IDENTIFIERS, 0.95, 0.97)}
SMOKE = 60  # lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        help="labelled lines; without any, those the rules were made with, and those unseen",
    )
    parser.add_argument("--errors", action="store_true", help="show what was missed and what was too much")
    parser.add_argument("--smoke", action="store_true", help=f"some {SMOKE} lines only: does it still run?")
    options = parser.parse_args()
    files: list[Path] = options.files or [*SEEN, UNSEEN]
    for absent in (path for path in files if not path.is_file()):
        print(f"There is no file {absent}.")
        return 1
    for path in files:
        print(f"\n{path.name}: ", end="")
        lines = read_lines(path)
        if options.smoke:
            lines = lines[:: max(1, len(lines) // SMOKE)]
        named = bool(options.files)  # the unseen lines stay unseen unless somebody asks for them by name
        report(lines, errors=options.errors and (named or path != UNSEEN))
    return 0


def report(lines: Sequence[str], *, errors: bool) -> None:
    """Measure lines and print the figures: all lines together, then per language."""
    masker = make_masker()
    masker.find("Ik heet Fatima El Amrani.")  # the lists load once
    started = time.perf_counter()
    measured = measure(lines, masker)
    seconds = time.perf_counter() - started
    print(f"{len(lines)} lines, {len(lines) / seconds:.0f} a second")
    print_table("all lines", measured)
    for language, members in by_language(lines).items():
        print_table(f"{language}: {len(members)} lines", measure(members, masker))
    if errors:
        for what, one in measured.errors():
            print(f"{what:<9}{one.kind:<9}«{one.text}» in: {one.line}")


def print_table(title: str, measured: Measured) -> None:
    print(f"\n{title:<22}{'marked':>7}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}")
    rows = {kind: frozenset({kind}) for kind in KINDS.values()} | {
        name: kinds for name, (kinds, *_) in AIMS.items()
    }
    for name, kinds in rows.items():
        score = measured.score(kinds)
        aim = f"   aim {AIMS[name][1]:.2f} and {AIMS[name][2]:.2f}" if name in AIMS else ""
        print(
            f"  {name:<20}{score.marked:>7}{score.found:>7}{score.right:>7}"
            f"{score.precision:>11.3f}{score.recall:>8.3f}{aim}"
        )


if __name__ == "__main__":
    sys.exit(main())
