"""Which statements people code to see whether they agree: the same for everybody, with every theme in it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping


def draw_sample(themes: Mapping[str, str], size: int, *, seed: int) -> list[str]:
    """Draw statements, stratified over their themes, in an order that tells nothing about them.

    Every theme gets one statement as long as there is room, the largest first; the rest is divided by size
    after Webster (Sainte-Laguë). A larger sample holds a smaller one.

    Parameters
    ----------
    themes
        Statement id → theme id, empty for a single voice (which count as one theme).
    size
        How many statements, at most all there are.
    seed
        Other seeds draw others; the same seed and statements give the same sample.
    """
    strata: dict[str, list[str]] = defaultdict(list)
    for statement, theme in themes.items():
        strata[theme].append(statement)
    turns = []
    for theme, members in strata.items():
        for place, statement in enumerate(sorted(members, key=lambda name: _lot(seed, "draw", name))):
            turns.append((place > 0, -len(members) / (2 * place + 1), theme, statement))
    drawn = [statement for *_, statement in sorted(turns)[:size]]
    return sorted(drawn, key=lambda name: _lot(seed, "order", name))


def _lot(seed: int, what: str, statement: str) -> str:
    return hashlib.sha256(f"{seed} {what} {statement}".encode()).hexdigest()
