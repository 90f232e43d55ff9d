"""How much has been heard, and what one more session would likely add."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.analysis.incidence import Incidence

CURVE_COLUMNS = ["people", "kind", "expected", "low", "high", "observed"]
MOST_POINTS = 60  # on a curve: enough for the eye
RESAMPLES = 200
# Fewer people than this say nothing about who did not come.
FEWEST = 5


@dataclass(frozen=True)
class Saturation:
    """What the counts say about what has not been heard.

    Attributes
    ----------
    people
        How many people took part.
    coverage, coverage_low, coverage_high
        The part (0 to 1) of all that such people would say that has been heard already, with its interval.
    next_coverage
        The same when as many people again are asked.
    added, added_low, added_high
        How many things those would bring up that nobody did yet, with its interval.
    """

    people: int
    coverage: float
    coverage_low: float
    coverage_high: float
    next_coverage: float
    added: float
    added_low: float
    added_high: float


def coverage(counts: np.ndarray, people: int, more: int = 0) -> float:
    """Estimate the part of what such people say that is heard from so many people, and so many more.

    Parameters
    ----------
    counts
        How many people brought up each thing, shape (things,), each at least 1.
    people
        How many people there are.
    more
        How many others are asked besides.

    Returns
    -------
    float
        0 to 1; NaN when nothing was brought up, or by fewer than two people.

    References
    ----------
    Good (1953), The population frequencies of species and the estimation of population parameters, Biometrika
    40(3/4), who thanks Turing. Chao and Jost (2012), Coverage-based rarefaction and extrapolation, Ecology
    93(12). For people who bring things up or not: Chao et al. (2014), Rarefaction and extrapolation with Hill
    numbers, Ecological Monographs 84(1), table 2.
    """
    if people < 2 or not len(counts):
        return float("nan")
    return _coverage(*_rare(counts), int(counts.sum()), people, more)


def unheard(counts: np.ndarray, people: int) -> float:
    """Estimate how many things nobody brought up yet; at least so many.

    References
    ----------
    Chao (1987), Estimating the population size for capture-recapture data with unequal catchability,
    Biometrics 43(4); without things that two people brought up, its bias-corrected form.
    """
    return _unheard(*_rare(counts), people)


def expected_new(counts: np.ndarray, people: int, more: int) -> float:
    """Estimate how many new things so many more people would bring up; sound up to about as many again.

    References
    ----------
    Colwell et al. (2012), Models and estimators linking individual-based and sample-based rarefaction,
    extrapolation and comparison of assemblages, Journal of Plant Ecology 5(1), equation 18.
    """
    return _expected_new(*_rare(counts), people, more)


def saturation(found: Incidence, *, seed: int = 0, confidence: float = 0.95) -> Saturation | None:
    """Say how much of what such people would say has been heard, and what as many again would add.

    Themes and single voices count as things, the single voices each by itself: a theme is by definition what
    several people share, so that themes alone would always seem to be complete. Two single voices may well
    be about the same, so the coverage is a careful estimate. The intervals come from resamples of people, in
    which unheard things can turn up too.

    Parameters
    ----------
    found
        As made by `incidence.incidence`.
    seed
        Of the resamples.

    Returns
    -------
    Saturation
        None with fewer than 5 people, or where nothing was brought up.

    References
    ----------
    The resamples: Chao et al. (2014), appendix G.
    """
    import numpy as np

    counts, people = found.all, found.people
    if people < FEWEST or not len(counts):
        return None
    now, added = coverage(counts, people), expected_new(counts, people, people)
    again = _resamples(counts, people, seed)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    wide, further = (
        z * float(np.std(values))
        for values in (
            [_coverage(once, twice, total, people, 0) for once, twice, total in again],
            [_expected_new(once, twice, people, people) for once, twice, _ in again],
        )
    )
    return Saturation(
        people=people,
        coverage=now,
        coverage_low=max(0.0, now - wide),
        coverage_high=min(1.0, now + wide),
        next_coverage=coverage(counts, people, people),
        added=added,
        added_low=max(0.0, added - further),
        added_high=added + further,
    )


def curve(found: Incidence, *, confidence: float = 0.95) -> pd.DataFrame:
    """Give how many themes, and how many things in all, so many of these people bring up on average.

    Returns
    -------
    pandas.DataFrame
        By ``kind`` ("all": themes and single voices, "themes") and ``people`` (at most 60 numbers from 1, and
        for "all" up to twice as many as took part): ``expected``, ``low``, ``high`` (with fewer people
        than took part, over which of them were asked; NaN beyond), ``observed`` (whether so many took part).
        No rows with fewer than 5 people, or where nothing was brought up.

    References
    ----------
    Colwell, Mao and Chang (2004), Interpolating, extrapolating, and comparing incidence-based species
    accumulation curves, Ecology 85(10). Beyond the people who took part: see `expected_new`.
    """
    import pandas as pd

    people = found.people
    rows: list[tuple[int, str, float, float, float, bool]] = []
    if people >= FEWEST and len(found.all):
        z = NormalDist().inv_cdf((1 + confidence) / 2)
        asked = _numbers(people)
        for kind, counts in (("all", found.all), ("themes", found.themes)):
            if len(counts):
                rows += _heard(kind, counts, people, asked, z)
        unknown = float("nan")
        rows += [
            (
                people + int(one),
                "all",
                len(found.all) + expected_new(found.all, people, int(one)),
                unknown,
                unknown,
                False,
            )
            for one in asked
        ]
    table = pd.DataFrame(rows, columns=CURVE_COLUMNS)
    return table.sort_values(["kind", "people"], ignore_index=True)


def _numbers(people: int) -> np.ndarray:
    """Choose the numbers of people to work out: all of few; of many closest together where a curve bends."""
    import numpy as np

    half = MOST_POINTS // 2
    if people <= half:
        return np.arange(1, people + 1)
    spaced = [np.geomspace(1, people, half // 2), np.linspace(1, people, half // 2)]
    return np.unique(np.concatenate(spaced).round().astype("int64"))


def _heard(
    kind: str, counts: np.ndarray, people: int, asked: np.ndarray, z: float
) -> list[tuple[int, str, float, float, float, bool]]:
    """Work out what part of these people brings up on average, over every choice of them."""
    import numpy as np
    from scipy.special import gammaln

    # Things that as many people brought up are missed alike.
    different, times = np.unique(counts, return_counts=True)
    left = people - different[:, None] - asked[None, :]
    with np.errstate(invalid="ignore"):
        log_missed = (
            gammaln(people - different[:, None] + 1)
            - gammaln(np.maximum(left, 0) + 1)
            + gammaln(people - asked[None, :] + 1)
            - gammaln(people + 1)
        )
    missed = np.where(left >= 0, np.exp(log_missed), 0.0)
    expected = (times[:, None] * (1 - missed)).sum(axis=0)
    whole = len(counts) + unheard(counts, people)
    variance = (times[:, None] * (1 - missed) ** 2).sum(axis=0) - expected**2 / whole
    reach = z * np.sqrt(np.maximum(variance, 0.0))
    return [
        (int(one), kind, float(mean), float(max(0.0, mean - half)), float(mean + half), True)
        for one, mean, half in zip(asked, expected, reach, strict=True)
    ]


def _resamples(counts: np.ndarray, people: int, seed: int) -> list[tuple[int, int, int]]:
    """Draw people again from what the counts say about such people.

    Returns
    -------
    list of tuple
        Per resample in which anything came up: how many things one person brought up, how many two did, and
        the sum of the counts.
    """
    import numpy as np

    chances, times = _chances(counts, people)
    times_brought_up = np.arange(people + 1)
    # Things with the same chance are drawn together: there can be hundreds of thousands of unheard ones.
    drawn = np.zeros((RESAMPLES, people + 1), dtype="int64")
    random = np.random.default_rng(seed)
    for chance, number in zip(chances, times, strict=True):
        drawn += random.multinomial(int(number), _binomial(people, float(chance)), size=RESAMPLES)
    totals = drawn @ times_brought_up
    return [(int(row[1]), int(row[2]), int(total)) for row, total in zip(drawn, totals, strict=True) if total]


def _chances(counts: np.ndarray, people: int) -> tuple[np.ndarray, np.ndarray]:
    """Estimate how likely somebody is to bring up a thing; and how many things are that likely."""
    import numpy as np

    different, times = np.unique(counts, return_counts=True)
    share = different / people
    lost = counts.sum() / people * (1 - coverage(counts, people))
    weight = (times * share * (1 - share) ** people).sum()
    chances = share * (1 - (lost / weight if weight else 0.0) * (1 - share) ** people)
    rest = int(np.ceil(unheard(counts, people)))
    if rest:
        chances, times = np.append(chances, lost / rest), np.append(times, rest)
    return chances.clip(0.0, 1.0), times


def _binomial(people: int, chance: float) -> np.ndarray:
    """Give the chance of 0, 1, … of so many people; shape (people + 1,)."""
    import numpy as np
    from scipy.special import gammaln, xlog1py, xlogy

    k = np.arange(people + 1)
    ways = gammaln(people + 1) - gammaln(k + 1) - gammaln(people - k + 1)
    mass = np.exp(ways + xlogy(k, chance) + xlog1py(people - k, -chance))
    whole: np.ndarray = mass / mass.sum()
    return whole


def _rare(counts: np.ndarray) -> tuple[int, int]:
    """Count the things that one person brought up, and those that two did."""
    return int((counts == 1).sum()), int((counts == 2).sum())


def _coverage(once: int, twice: int, total: int, people: int, more: int) -> float:
    if not once:
        return 1.0
    # The part of the still unheard that one more person would not bring up either.
    others = (people - 1) * (once if twice else once - 1)
    remaining = others / (others + (2 * twice if twice else 2))
    return 1 - once / total * remaining ** (more + 1)


def _unheard(once: int, twice: int, people: int) -> float:
    pairs = once**2 / (2 * twice) if twice else once * (once - 1) / 2
    return (people - 1) / people * pairs if people else 0.0


def _expected_new(once: int, twice: int, people: int, more: int) -> float:
    rest = _unheard(once, twice, people)
    if not rest:
        return 0.0
    return float(rest * (1 - (1 - once / (people * rest + once)) ** more))
