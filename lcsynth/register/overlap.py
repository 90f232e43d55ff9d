"""Which group of a new clustering goes on as which theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def continuing(themes: Mapping[str, str], clusters: Mapping[str, int]) -> dict[int, str]:
    """Match clusters with themes, one to one, by the statements that they share, the largest share first.

    The largest first, because a theme must stay what most of its statements are about; the best sum over all
    themes would give some another meaning. A cluster that shares less than half of its own and of the theme's
    statements is something else.

    Parameters
    ----------
    themes
        Statement id → theme id, empty for none.
    clusters
        Statement id → cluster, -1 for none; the same statements.

    Returns
    -------
    dict
        Cluster → theme, for those that go on.
    """
    large, wide = Counter(themes.values()), Counter(clusters.values())
    shared = Counter(
        (theme, clusters[name]) for name, theme in themes.items() if theme and clusters[name] >= 0
    )
    found: dict[int, str] = {}
    for (theme, cluster), count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        free = cluster not in found and theme not in found.values()
        if free and 2 * count >= min(large[theme], wide[cluster]):
            found[cluster] = theme
    return found
