"""What is to change in themes so that they are as a new clustering has them, and no more than that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

SPLIT, NEW, MERGE, VANISHED, MOVE = "split", "new", "merge", "vanished", "move"
# Stands for the theme that a proposal makes, which has no number before it is accepted.
MADE = "new"


@dataclass(frozen=True)
class Step:
    """One operation of a proposal.

    Attributes
    ----------
    operation
        merge, split or move.
    theme
        The theme that is merged or split; empty for a move, and for a new theme that is no part of one.
    to
        The theme that receives: `MADE` for the one that the proposal makes, empty for none.
    statements
        Those that go.
    """

    operation: str
    theme: str
    to: str
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """What is to be proposed; `cluster` is the one that a new theme is made of, else -1."""

    kind: str
    steps: tuple[Step, ...]
    cluster: int = -1

    @property
    def statements(self) -> tuple[str, ...]:
        """Those that go, step after step."""
        return tuple(name for step in self.steps for name in step.statements)


def draft_changes(
    now: Mapping[str, str],
    groups: Mapping[str, int],
    goes_on: Collection[str],
    to: Mapping[str, str],
    fresh: Mapping[int, Sequence[str]],
    held: Collection[str],
) -> list[Draft]:
    """Say what would have to change, every statement at most once, save for one whose theme is merged.

    Parameters
    ----------
    now
        Statement → theme.
    groups
        Statement → cluster.
    goes_on
        The themes that come back in the clustering.
    to
        Statement → the theme that its cluster goes on as, where that may change something.
    fresh
        Cluster → statements, for the new themes.
    held
        Themes with statements that a person put there: these stay.
    """
    made = [_making(label, members, now) for label, members in fresh.items()]
    taken = {name for draft in made for name in draft.statements}
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(now):
        members[now[name]].append(name)
    merges, vanishing = [], []
    into: dict[str, str] = {}
    for theme in sorted(members.keys() - {"", *goes_on, *held}):
        own = members[theme]
        untold = [name for name in own if groups[name] >= 0 and name not in to and name not in taken]
        if 2 * len(untold) >= len(own):
            continue
        targets = Counter(to[name] for name in own if name in to)
        target, count = max(sorted(targets.items()), key=lambda pair: pair[1], default=("", 0))
        if target and 2 * count >= len(own):
            merges.append(Draft(MERGE, (Step("merge", theme, target, tuple(own)),)))
            into[theme] = target
            continue
        left: dict[str, list[str]] = defaultdict(list)
        for name in own:
            if name not in taken:
                left[to.get(name, "")].append(name)
        if left:
            steps = (Step("move", "", place, tuple(some)) for place, some in sorted(left.items()))
            vanishing.append(Draft(VANISHED, tuple(steps)))
            taken |= {name for some in left.values() for name in some}
    moving: dict[str, list[str]] = defaultdict(list)
    for name, theme in sorted(to.items()):
        if name not in taken and theme not in (now[name], into.get(now[name])):
            moving[theme].append(name)
    moves = [Draft(MOVE, (Step("move", "", theme, tuple(some)),)) for theme, some in sorted(moving.items())]
    return [*made, *merges, *vanishing, *moves]


def _making(label: int, members: Sequence[str], now: Mapping[str, str]) -> Draft:
    """Make a new theme: of what is mostly one theme by splitting it, else of where its statements are."""
    origins = Counter(now[name] for name in members if now[name])
    theme, count = max(sorted(origins.items()), key=lambda pair: pair[1], default=("", 0))
    if not theme or 2 * count < len(members):
        return Draft(NEW, (Step("split", "", MADE, tuple(members)),), label)
    own = tuple(name for name in members if now[name] == theme)
    rest = tuple(name for name in members if now[name] != theme)
    more = (Step("move", "", MADE, rest),) if rest else ()
    return Draft(SPLIT, (Step("split", theme, MADE, own), *more), label)


def applied(now: Mapping[str, str], drafts: Iterable[Draft]) -> dict[str, str]:
    """Say where statements are when proposals are accepted; a new theme is named after its cluster."""
    then = dict(now)
    # What goes somewhere by itself does not go with its theme.
    for draft in sorted(drafts, key=lambda draft: draft.kind != MERGE):
        for step in draft.steps:
            place = made_theme(draft) if step.to == MADE else step.to
            then |= dict.fromkeys(step.statements, place)
    return then


def made_theme(draft: Draft) -> str:
    """Name the theme that a draft makes."""
    return f"{MADE} {draft.cluster}"
