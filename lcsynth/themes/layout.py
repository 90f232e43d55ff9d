"""Statements in the plane, to be looked at: near each other is alike, far apart says nothing."""

from __future__ import annotations

import numpy as np

_FEWEST = 10  # points; of fewer, the two leading directions are as good
_PERPLEXITY = 30.0
_FEW = 1_000  # points; so few find their place sooner
_FEW_STEPS, _MANY_STEPS = 500, 1_000
_MOST = 5_000  # points; t-SNE of more takes minutes


def coordinates(points: np.ndarray) -> np.ndarray:
    """Lay points out by t-SNE from their two leading directions (van der Maaten and Hinton 2008).

    Parameters
    ----------
    points
        Shape (points, dimensions), the leading direction first, as `joint_space` gives them.

    Returns
    -------
    numpy.ndarray
        Shape (points, 2), float32. Below 10 points and above 5,000 the leading directions themselves.
    """
    leading = np.zeros((len(points), 2), dtype=np.float32)
    leading[:, : points.shape[1]] = points[:, :2]
    if not _FEWEST <= len(points) <= _MOST:
        return leading
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    spread = float(leading.std()) or 1.0
    tsne = TSNE(
        init=leading / spread * 1e-4,
        perplexity=min(_PERPLEXITY, (len(points) - 1) / 3),
        learning_rate="auto",
        random_state=0,
        max_iter=_FEW_STEPS if len(points) <= _FEW else _MANY_STEPS,
    )
    # Threads would add up in another order on another machine, and make so few points slower, not faster.
    with threadpool_limits(1):
        laid_out: np.ndarray = tsne.fit_transform(points)
    return laid_out
