"""Packages that not every installation has."""

from __future__ import annotations

from importlib.util import find_spec

from lcsynth.errors import CallError


def require(module: str, *, extra: str, embedder: str) -> None:
    """Make sure that a module of an extra can be imported, without importing it.

    Raises
    ------
    CallError
        When it is not installed.
    """
    if find_spec(module) is None:
        raise CallError(
            f"The embedder '{embedder}' is not installed",
            where="embedder",
            mend=f"Install it with the extra '{extra}': `uv run --extra {extra} lcsynth …`, or in the folder "
            f"of lcsynth `pip install '.[{extra}]'`",
        )
