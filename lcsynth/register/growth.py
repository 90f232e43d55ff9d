"""How the register grows: where the new statements of a session belong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from lcsynth.register.log import Operation, operation
from lcsynth.register.matching import match
from lcsynth.register.replay import Register
from lcsynth.workspace import Thresholds

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Vectors = Mapping[str, np.ndarray[Any, Any]]


def grow(
    register: Register,
    statements: pd.DataFrame,
    contributors: Mapping[str, str],
    vectors: Vectors,
    *,
    session_id: str,
    thresholds: Thresholds,
    seed: int,
) -> list[Operation]:
    """Say of every statement that the register has not seen: a known theme, a new one, or a single voice.

    Statements join a theme that is close enough; the others are clustered, and a cluster with too few
    contributors is taken apart into single voices.

    Parameters
    ----------
    register
        As the log has it now, all sessions included.
    statements
        Rows of the statements table that can be clustered, from one session, in order of id.
    contributors
        Contribution id → contributor.
    vectors
        Statement id → vector (d,), for these statements and for the members of the themes.

    Returns
    -------
    list of Operation
        To be appended to the log; empty when there is nothing new.
    """
    import numpy as np

    new = statements[~statements["statement_id"].isin(register.members.keys())]
    if new.empty:
        return []
    members = _members(register, vectors)
    own = np.stack([vectors[name] for name in new["statement_id"]])
    nearest, _ = match([np.stack([vectors[name] for name in names]) for names in members.values()], own)
    operations = [
        operation(
            "joined", theme=theme, session=session_id, members=new.loc[nearest == at, "statement_id"].tolist()
        )
        for at, theme in enumerate(members)
        if (nearest == at).any()
    ]
    rest = new[nearest < 0]
    groups, labels = _clusters(rest, own[nearest < 0], contributors, thresholds, seed)
    taken = {label for theme in register.themes.values() for label in (theme.label_nl, theme.label_en)}
    for theme, group, label in zip(register.next_ids(len(groups)), groups, labels, strict=True):
        named = _untaken(label, theme, taken)
        operations.append(operation("found", theme=theme, session=session_id, members=group, **named))
    grouped = {name for group in groups for name in group}
    single = [name for name in rest["statement_id"] if name not in grouped]
    if single:
        operations.append(operation("single", session=session_id, members=single))
    return operations


def _members(register: Register, vectors: Vectors) -> dict[str, list[str]]:
    """The members of each theme as it is now, those that were received and can be clustered."""
    members: dict[str, list[str]] = {}
    for name in sorted(register.members):
        theme = register.theme_of(name)
        if theme and name in vectors:
            members.setdefault(theme, []).append(name)
    return dict(sorted(members.items()))


def _clusters(
    rest: pd.DataFrame,
    vectors: np.ndarray[Any, Any],
    contributors: Mapping[str, str],
    thresholds: Thresholds,
    seed: int,
) -> tuple[list[list[str]], list[dict[str, str]]]:
    """Cluster statements into groups of enough people, the largest first, each with its labels."""
    from lcsynth.themes import discover

    if len(rest) < thresholds.cluster_from:
        return [], []
    found = discover(
        rest["text"].tolist(),
        seed=seed,
        languages=rest["language"].tolist(),
        embeddings=vectors,
        cluster_from=thresholds.cluster_from,
    )
    people = rest["contribution_id"].map(contributors)
    groups: list[tuple[list[str], dict[str, str]]] = []
    for label in sorted(found.names):
        inside = found.labels == label
        if people[inside].nunique() >= thresholds.theme_contributors:
            groups.append((sorted(rest.loc[inside, "statement_id"]), found.names[label]))
    groups.sort(key=lambda group: (-len(group[0]), group[0][0]))
    return [group for group, _ in groups], [label for _, label in groups]


def _untaken(label: Mapping[str, str], theme: str, taken: Iterable[str]) -> dict[str, str]:
    """Give the label a theme's own id where another theme has the same words already."""
    return {
        f"label_{language}": f"{text} ({theme})" if text in taken else text
        for language, text in label.items()
    }
