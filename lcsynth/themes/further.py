"""Further themes: what a statement is also about, beside its main theme."""

from __future__ import annotations

import numpy as np

from lcsynth.themes.centres import Centres, unit_rows

# How close what remains of a statement must be to a theme (cosine). Two remarks of different topics put
# together, from five labelled sets: of the further themes found, 89 % are right, and 17 % of the second
# topics are found; of remarks with one topic, 10 % get a further theme. Lower, precision falls faster than
# recall rises: at 0.2 these are 77, 26 and 21 %.
CLOSE = 0.25
MOST = 2  # further themes of one statement


def further_themes(
    similar: np.ndarray, labels: np.ndarray, centres: Centres
) -> dict[int, list[tuple[int, float]]]:
    """Find what statements are also about.

    The direction of the main theme is taken out of a statement, and what remains is compared with what
    remains of the other themes when the same is taken out of them.

    Parameters
    ----------
    similar
        Shape (grouped rows, themes): the similarities of the rows that are in a theme.
    labels
        Shape (rows,): the main theme of every row, -1 for none.
    centres
        Of the themes.

    Returns
    -------
    dict
        Row → further themes, the closest first, each with the cosine of the statement and its centre. Only
        rows that have any.
    """
    rows = np.flatnonzero(labels >= 0)
    if len(centres.sums) < 2 or not len(rows):
        return {}
    directions = unit_rows(centres.sums, np.zeros(centres.sums.shape[1]))
    between = directions @ directions.T
    main = labels[rows]
    own = similar[np.arange(len(rows)), main]
    remains = similar - own[:, None] * between[main]
    length = np.sqrt(np.maximum(1.0 - between[main] ** 2, 1e-6))
    close = np.round(remains / length, 6)
    close[np.arange(len(rows)), main] = -1.0
    found = {}
    for place in np.flatnonzero(close.max(axis=1) >= CLOSE):
        best = sorted(np.flatnonzero(close[place] >= CLOSE), key=lambda theme: (-close[place, theme], theme))
        found[int(rows[place])] = [(int(theme), float(similar[place, theme])) for theme in best[:MOST]]
    return found
