"""How the register grows: where the new statements of a session belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lcsynth.register.log import Operation, operation
from lcsynth.register.matching import match
from lcsynth.register.repeated import repeated
from lcsynth.register.replay import Register
from lcsynth.register.state import MOVED
from lcsynth.themes.centres import FITS_ABOVE
from lcsynth.themes.named_rows import rows_of
from lcsynth.workspace import Thresholds

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.themes.text_words import TextWords

    Vectors = Mapping[str, np.ndarray[Any, Any]]


# First, a new statement joins a theme only when it is closer to it than this share of the statements of other
# themes: what is about something new must be free to form a theme of its own.
JOINS_ABOVE = 0.97
# Beside known themes, a new one must come back in resamples of its people: below this, Hennig (2007) calls
# a cluster no pattern. Of the values tried on four labelled sets, split in three sessions at random, with and
# without topics that only came up later, these kept the register closest to the known topics.
LEAST_STABILITY = 0.6


def grow(
    register: Register,
    statements: pd.DataFrame,
    speakers: Mapping[str, Sequence[str]],
    vectors: Vectors,
    *,
    session_id: str,
    thresholds: Thresholds,
    seed: int,
    read: TextWords | None = None,
) -> list[Operation]:
    """Say of every statement that the register has not seen: a known theme, a new one, or a single voice.

    Statements join a theme that they are very close to. The others are clustered, together with the single
    voices of before, which may find company now; a cluster of too few contributors, or one that would not
    come back, is no theme. What is left joins the theme that it fits; else what enough people said in the
    same words is a theme (see `repeated`), and the rest are single voices.

    Parameters
    ----------
    register
        As the log has it now, all sessions included.
    statements
        Rows of the statements table that can be clustered, of this session and those seen before, in order
        of id.
    speakers
        Statement id → who said it first, and then everybody who said the same.
    vectors
        Statement id → vector (d,), for these statements.
    read
        The words of texts that were read before; those of other texts are read here.

    Returns
    -------
    list of Operation
        To be appended to the log; empty when there is nothing new.
    """
    unseen = statements.loc[~statements["statement_id"].isin(register.members.keys()), "statement_id"]
    if unseen.empty:
        return []
    known = _members(register, vectors)
    belongs = _joining(unseen.tolist(), known, vectors, above=JOINS_ABOVE)
    settled = {name for group in known.values() for name in group} | belongs.keys()
    # What a person put in no theme stays there.
    settled |= {name for name, member in register.members.items() if member.how == MOVED and not member.theme}
    rest = statements[~statements["statement_id"].isin(settled)]
    least = LEAST_STABILITY if known else 0.0
    found = [
        group
        for group in _clusters(rest, speakers, vectors, thresholds, seed, read, least_stability=least)
        if not rejected_before(group, register)
    ]
    groups = dict(zip(register.next_ids(len(found)), found, strict=True))
    belongs |= {name: theme for theme, group in groups.items() for name in group}
    left = [name for name in rest["statement_id"] if name not in belongs]
    # By the measure by which statements stay in their cluster.
    belongs |= _joining(left, known | groups, vectors, above=FITS_ABOVE)
    again = [
        group
        for group in repeated(rest[~rest["statement_id"].isin(belongs.keys())], speakers, thresholds)
        if not rejected_before(group, register)
    ]
    ids = register.next_ids(len(groups) + len(again))[len(groups) :]
    groups |= dict(zip(ids, again, strict=True))
    belongs |= {name: theme for theme, group in zip(ids, again, strict=True) for name in group}

    taken = {label for theme in register.themes.values() for label in (theme.label_nl, theme.label_en)}
    names = _names(known | groups, statements, vectors, read) if groups else {}
    joining: dict[str, list[str]] = {}
    for name in statements["statement_id"]:
        if name in belongs:
            joining.setdefault(belongs[name], []).append(name)
    operations = []
    for theme in [*known, *groups]:
        members = joining.get(theme, [])
        if theme in groups:
            labels = untaken(names[theme], theme, taken)
            operations.append(operation("found", theme=theme, session=session_id, members=members, **labels))
        elif members:
            meant = register.meant(theme)
            operations.append(operation("joined", theme=theme, session=session_id, members=members, **meant))
    single = [name for name in unseen if name not in belongs]
    if single:
        operations.append(operation("single", session=session_id, members=single))
    return operations


def _joining(
    names: Sequence[str], themes: Mapping[str, Sequence[str]], vectors: Vectors, *, above: float
) -> dict[str, str]:
    """Statement → theme, for the statements that are close enough to one."""
    import numpy as np

    if not names or not themes:
        return {}
    members = rows_of(vectors, [name for group in themes.values() for name in group])
    labels = np.repeat(np.arange(len(themes)), [len(group) for group in themes.values()])
    nearest = match(members, labels, rows_of(vectors, names), above=above)
    ids = list(themes)
    return {name: ids[at] for name, at in zip(names, nearest, strict=True) if at >= 0}


def _members(register: Register, vectors: Vectors) -> dict[str, list[str]]:
    """The members of each theme as it is now, those that were received and can be clustered."""
    members: dict[str, list[str]] = {}
    for name in sorted(register.members):
        theme = register.theme_of(name)
        if theme and name in vectors:
            members.setdefault(theme, []).append(name)
    return dict(sorted(members.items()))


def rejected_before(group: Sequence[str], register: Register) -> bool:
    """Tell whether most of a cluster is in one theme that people rejected: it may not come back."""
    themes = Counter(
        register.resolve(member.theme)
        for name in group
        if (member := register.members.get(name)) and member.theme
    )
    return any(
        register.themes[theme].status == "rejected" and count > len(group) / 2
        for theme, count in themes.items()
    )


def _clusters(
    rest: pd.DataFrame,
    speakers: Mapping[str, Sequence[str]],
    vectors: Vectors,
    thresholds: Thresholds,
    seed: int,
    read: TextWords | None,
    *,
    least_stability: float,
) -> list[list[str]]:
    """Cluster statements into groups of enough people, the largest first."""
    from lcsynth.themes import discover

    if len(rest) < thresholds.cluster_from:
        return []
    found = discover(
        rest["text"].tolist(),
        seed=seed,
        languages=rest["language"].tolist(),
        embeddings=rows_of(vectors, rest["statement_id"].tolist()),
        groups=[speakers[name][0] for name in rest["statement_id"]],
        cluster_from=thresholds.cluster_from,
        read=read,
    )
    groups = []
    for label in found.names:
        group = sorted(rest.loc[found.labels == label, "statement_id"])
        people = {one for name in group for one in speakers[name]}
        enough = len(people) >= thresholds.theme_contributors
        if enough and not found.stability[label] < least_stability:
            groups.append(group)
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def _names(
    themes: Mapping[str, Sequence[str]],
    statements: pd.DataFrame,
    vectors: Vectors,
    read: TextWords | None,
) -> dict[str, dict[str, str]]:
    """Theme → language → label, by what tells the theme from all others, the known ones too."""
    import numpy as np

    from lcsynth.themes.naming import name_groups

    places = {name: place for place, group in enumerate(themes.values()) for name in group}
    labels = statements["statement_id"].map(places).fillna(-1).to_numpy(dtype=np.int64)
    names = name_groups(
        statements["text"].tolist(),
        labels,
        statements["language"].tolist(),
        rows_of(vectors, statements["statement_id"].tolist()),
        read,
    )
    return {theme: names[place] for place, theme in enumerate(themes) if place in names}


def untaken(label: Mapping[str, str], theme: str, taken: Iterable[str]) -> dict[str, str]:
    """Give the label a theme's own id where another theme has the same words already."""
    return {
        f"label_{language}": f"{text} ({theme})" if text in taken else text
        for language, text in label.items()
    }
