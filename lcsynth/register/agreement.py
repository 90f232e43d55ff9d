"""How well coders agree with each other, and with the machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from lcsynth.register.log import MACHINE

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Array = np.ndarray[Any, Any]

# Of fewer statements coded by two, nothing is computed: they are only listed.
LEAST = 10
# Resamples of fewer statements than this are too much alike to tell how sure an agreement is.
LEAST_SPREAD = 5
RESAMPLES = 1_000
COVERED = (2.5, 97.5)  # the percentiles between which 95% of the resamples lie
RELIABLE, TENTATIVE = 0.8, 0.667


@dataclass(frozen=True)
class Agreement:
    """What came of comparing codes.

    Attributes
    ----------
    alphas
        One row per pair of coders, for all coders together where there are more than two, and for each coder
        with the machine: ``between`` (names joined by " + "), ``kind`` (pair, all or machine), ``statements``
        coded by at least two of them, ``alpha`` (Krippendorff's, nominal; 1 is full agreement, 0 what chance
        gives), ``low`` and ``high`` (95%). NaN below ten statements, or where all chose the same one theme.
    themes
        Per ``theme_id`` (empty for single voices) and ``kind`` (coders or machine): ``statements`` for which
        one of two chose it, ``agreement`` (how often the other one then did, 0 to 1), ``low`` and ``high``
        (NaN for fewer than five statements).
    disagreements
        Statements that not all gave one theme: ``statement_id``, and a column per coder and for the machine
        with the theme id, empty for a single voice, None where it was not coded.
    """

    alphas: pd.DataFrame
    themes: pd.DataFrame
    disagreements: pd.DataFrame


def measure_agreement(
    codes: Mapping[str, Mapping[str, str]], machine: Mapping[str, str], *, seed: int
) -> Agreement:
    """Compare what coders chose for the same statements, and with where the machine has them.

    Intervals are percentiles of 1,000 bootstrap resamples of statements (Efron and Tibshirani 1993).

    Parameters
    ----------
    codes
        Coder → statement id → theme id, empty for a single voice.
    machine
        Statement id → theme id, likewise; statements without are compared between coders only.
    seed
        Of the resamples.
    """
    import pandas as pd

    coders = sorted(codes)
    statements = sorted({name for own in codes.values() for name in own})
    table = pd.DataFrame(
        {name: [own.get(one) for one in statements] for name, own in _sides(codes, machine, coders)},
        index=pd.Index(statements, name="statement_id"),
        dtype=object,
    )
    pairs = [("pair", list(pair)) for pair in combinations(coders, 2)]
    groups = [*pairs, *([("all", coders)] if len(coders) > 2 else [])]
    groups += [("machine", [coder, MACHINE]) for coder in coders]
    rows = []
    for kind, members in groups:
        counts = _counts(table[members])
        alpha, low, high = _with_interval(_alpha, counts, seed) if len(counts) >= LEAST else _NOTHING
        rows.append((" + ".join(members), kind, len(counts), alpha, low, high))
    alphas = pd.DataFrame(rows, columns=["between", "kind", "statements", "alpha", "low", "high"])
    themes = pd.concat(
        [
            _by_theme(table, [members for _, members in pairs], "coders", seed),
            _by_theme(table, [[coder, MACHINE] for coder in coders], "machine", seed),
        ],
        ignore_index=True,
    )
    return Agreement(alphas, themes, table[table.apply(_differs, axis=1)].reset_index())


def meaning(alpha: float) -> str:
    """Say in plain words what an alpha of this size means (Krippendorff 2004, Content Analysis, ch. 11)."""
    if alpha != alpha:
        return "cannot be told"
    if alpha >= RELIABLE:
        return "reliable: others would code much the same"
    if alpha >= TENTATIVE:
        return "good enough for tentative conclusions only"
    return "not reliable: discuss what the themes mean, and code again"


_NOTHING = (float("nan"), float("nan"), float("nan"))


def _sides(
    codes: Mapping[str, Mapping[str, str]], machine: Mapping[str, str], coders: Sequence[str]
) -> list[tuple[str, Mapping[str, str]]]:
    return [*((coder, codes[coder]) for coder in coders), (MACHINE, machine)]


def _differs(chosen: pd.Series) -> bool:
    return len(set(chosen.dropna())) > 1


def _counts(chosen: pd.DataFrame) -> Array:
    """Count how often each theme was chosen for the statements that at least two coded; (n, themes)."""
    import numpy as np

    both = chosen[chosen.notna().sum(axis=1) >= 2]
    themes = sorted({theme for column in both for theme in both[column].dropna()})
    counts: Array = np.zeros((len(both), len(themes)))
    for place, theme in enumerate(themes):
        counts[:, place] = (both == theme).sum(axis=1)
    return counts


def _alpha(counts: Array, weights: Array) -> Array:
    """Compute Krippendorff's alpha for nominal data, with statements counted so many times.

    Written out from Krippendorff (2004, ch. 11): the library of that name is under a licence (GPL) that this
    project cannot build on.

    Parameters
    ----------
    counts
        Shape (statements, themes): how many coders chose it; at least two per statement.
    weights
        Shape (resamples, statements).

    Returns
    -------
    numpy.ndarray
        Shape (resamples,); NaN where only one theme occurs.
    """
    import numpy as np

    coders = counts.sum(axis=1)
    apart = (coders**2 - (counts**2).sum(axis=1)) / (coders - 1)
    values = weights @ coders
    expected = values**2 - ((weights @ counts) ** 2).sum(axis=1)
    alpha: Array = np.full(len(weights), np.nan)
    some = expected > 0
    alpha[some] = 1 - (values[some] - 1) * (weights @ apart)[some] / expected[some]
    return alpha


def _specific(counts: Array, weights: Array) -> Array:
    """Compute positive specific agreement, 2a / (2a + b + c) (Fleiss 1981).

    Parameters
    ----------
    counts
        Shape (statements, 2): in how many pairs both chose the theme, and in how many one of the two.
    weights
        Shape (resamples, statements).
    """
    import numpy as np

    both, one = (weights @ counts).T
    chosen = 2 * both + one
    agreement: Array = np.divide(2 * both, chosen, out=np.full(len(weights), np.nan), where=chosen > 0)
    return agreement


def _with_interval(
    compute: Callable[[Array, Array], Array], counts: Array, seed: int
) -> tuple[float, float, float]:
    """Compute a measure and its interval over resamples of statements in which it is defined."""
    import numpy as np

    number = len(counts)
    value = float(compute(counts, np.ones((1, number)))[0])
    random = np.random.default_rng(seed)
    drawn = random.multinomial(number, np.full(number, 1 / number), size=RESAMPLES).astype(np.float64)
    found = compute(counts, drawn)
    found = found[~np.isnan(found)]
    if value != value or not len(found):
        return _NOTHING
    low, high = np.percentile(found, COVERED)
    return value, float(low), float(high)


def _by_theme(table: pd.DataFrame, pairs: Sequence[Sequence[str]], kind: str, seed: int) -> pd.DataFrame:
    """Compute the agreement on each theme, all pairs taken together."""
    import numpy as np
    import pandas as pd

    columns = ["theme_id", "kind", "statements", "agreement", "low", "high"]
    sides = [(table[one], table[other]) for one, other in pairs]
    coded = [one.notna() & other.notna() for one, other in sides]
    together = np.logical_or.reduce([np.zeros(len(table), dtype=bool), *coded])
    if together.sum() < LEAST:
        return pd.DataFrame(columns=columns)
    rows = []
    for theme in sorted({name for one, other in sides for name in {*one.dropna(), *other.dropna()}}):
        counts = np.zeros((len(table), 2))
        for (one, other), pair in zip(sides, coded, strict=True):
            counts[:, 0] += pair & (one == theme) & (other == theme)
            counts[:, 1] += pair & ((one == theme) != (other == theme))
        chosen = int((counts.sum(axis=1) > 0).sum())
        if chosen:
            agreed, low, high = _with_interval(_specific, counts[together], seed)
            spread = (low, high) if chosen >= LEAST_SPREAD else _NOTHING[1:]
            rows.append((theme, kind, chosen, agreed, *spread))
    return pd.DataFrame(rows, columns=columns)
