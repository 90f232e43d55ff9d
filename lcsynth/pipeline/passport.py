"""The passport of a result: what is needed to make it again."""

from __future__ import annotations

import datetime as dt
import math
import platform
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lcsynth.pipeline.freshness import ANALYSING, PREPARING, REPORTING, Inputs, fingerprint, makers, version
from lcsynth.register import Operation
from lcsynth.themes.embedders import hub_models, parts_of
from lcsynth.workspace import Session

if TYPE_CHECKING:
    import pandas as pd


def make_passport(
    inputs: Inputs,
    sessions: Sequence[Session],
    tables: Mapping[str, pd.DataFrame],
    operations: Sequence[Operation],
    agreement: float,
    asked: Mapping[str, str | int],
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
    agreement
        Of the themes with those of resamples; NaN when nothing tells.
    asked
        What was asked of an endpoint and what came of it; empty when the workspace names none.

    Returns
    -------
    dict
        Ready to be written as JSON. Another run on the same workspace changes only `made_at`; one that starts
        from an empty log also `log`, because operations have times.
    """
    settings = inputs.workspace.settings
    parts = sorted({"lcsynth", *parts_of(settings.embedder), *PREPARING[1], *ANALYSING[1], *REPORTING[1]})
    return {
        "made_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "workspace": settings.name,
        "sources": {session.id: _hashes(inputs, session) for session in sessions},
        "sessions": [session.model_dump(mode="json", exclude={"sources"}) for session in sessions],
        "settings": settings.model_dump(mode="json"),
        "seed": settings.seed,
        "operations": len(operations),
        "log": fingerprint([one.id for one in operations]),
        "code": fingerprint([makers(kind) for kind in (PREPARING, ANALYSING, REPORTING)]),
        "versions": {"python": platform.python_version(), **{part: version(part) for part in parts}},
        "counts": {name: len(frame) for name, frame in tables.items()}
        | {
            "themes": int((tables["themes"]["statements"] > 0).sum()),
            "linked": tables["links"]["statement_id"].nunique(),
            "open_decisions": int((tables["decisions"]["decision"] == "open").sum()),
        },
        "agreement": None if math.isnan(agreement) else round(agreement, 2),
        "network": _network(settings.embedder, asked),
        **({"endpoint": dict(asked)} if asked else {}),
    }


def _network(embedder: str, asked: Mapping[str, str | int]) -> str:
    """Say what may have been fetched, and whether anything was sent."""
    models = hub_models(embedder)
    used = [f"embedder from a public hub: {', '.join(models)}"] if models else []
    used += [f"masked statements sent to {asked['host']}"] if asked.get("questions") else []
    return "; ".join(used) or "off"


def _hashes(inputs: Inputs, session: Session) -> list[str]:
    """The hashes of the sources, without their names: a file can be called after a person."""
    return sorted(inputs.sources(session.id).values())
