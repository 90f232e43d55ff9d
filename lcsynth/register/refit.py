"""What would change if everything were clustered afresh: proposals, of which nothing is applied here."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lcsynth.register.by_hand import placed_by_hand, shaped_by_hand
from lcsynth.register.drafting import MADE, MERGE, VANISHED, Draft, Step, applied, draft_changes, made_theme
from lcsynth.register.growth import LEAST_STABILITY, rejected_before
from lcsynth.register.log import Operation
from lcsynth.register.overlap import continuing
from lcsynth.register.repeated import repeated
from lcsynth.register.replay import Register
from lcsynth.workspace import Thresholds

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.themes import Discovery

    Vectors = Mapping[str, np.ndarray[Any, Any]]

_EXAMPLES = 3


@dataclass(frozen=True)
class Change:
    """A theme before and after a proposal; `theme` is `MADE` for the one that it makes.

    Sizes are those when only this proposal is accepted, of the statements that can be clustered and are
    shown. Stabilities (Hennig 2007, 0 to 1) are those of the themes as they are, and when every proposal is
    accepted; NaN where there is no theme, or nothing tells.
    """

    theme: str
    statements: tuple[int, int]
    people: tuple[int, int]
    stability: tuple[float, float]


@dataclass(frozen=True)
class Proposal:
    """A change that a person may accept.

    Attributes
    ----------
    id
        A hash of what it would do: on other data the same id cannot do something else.
    kind
        split, new, merge, vanished (a theme that does not come back) or move (to a theme that mostly stays).
    steps
        What it would do, in order.
    labels
        Language → label, of the theme that it makes.
    changes
        The themes it is about, first the one that gives.
    origins
        Theme id (empty for single voices) → how many statements come from there.
    examples
        Statement id → text, of those that go, the clearest first.
    by_hand
        The splits and merges by which people shaped the themes it takes from or joins.
    """

    id: str
    kind: str
    steps: tuple[Step, ...]
    labels: Mapping[str, str]
    changes: tuple[Change, ...]
    origins: Mapping[str, int]
    examples: Mapping[str, str]
    by_hand: tuple[Operation, ...]


def propose(
    register: Register,
    operations: Sequence[Operation],
    statements: pd.DataFrame,
    speakers: Mapping[str, Sequence[str]],
    vectors: Vectors,
    *,
    thresholds: Thresholds,
    seed: int,
) -> list[Proposal]:
    """Cluster all statements afresh and say what would have to change in the themes.

    What a person moved stays where they put it, and a theme with such statements is neither merged away nor
    does it vanish. A cluster that would not come back (Hennig 2007: a stability below 0.6) changes nothing,
    and one that people rejected makes no new theme.

    Parameters
    ----------
    register, operations
        As the log has them now.
    statements
        Rows of the statements table that can be clustered and are not hidden, of all sessions, by id.
    speakers
        Statement id → who said it first, and then everybody who said the same.
    vectors
        Statement id → vector (d,), for these statements.

    Returns
    -------
    list of Proposal
        New themes first, then merges, themes that vanish, and moves; empty when nothing would change.
    """
    statements = statements[statements["statement_id"].isin(register.members.keys())]
    names = statements["statement_id"].tolist()
    if len(names) < thresholds.cluster_from:
        return []
    cluster = _Clustering(statements, speakers, vectors, thresholds, seed)
    found = cluster.discover()
    now = {name: register.theme_of(name) for name in names}
    fixed = placed_by_hand(operations, register)
    groups = {name: int(label) for name, label in zip(names, found.labels, strict=True)}
    goes_on = continuing(now, groups)
    # A cluster that would not come back is no ground to change anything.
    solid = {label for label, stable in found.stability.items() if not stable < LEAST_STABILITY}
    fresh = _fresh(groups, solid - goes_on.keys(), fixed, cluster, register)
    held = {register.theme_of(name) for name in fixed}
    held |= _said_alike(now, repeated(statements, speakers, thresholds))
    to = {
        name: goes_on[label]
        for name, label in groups.items()
        if label in solid and label in goes_on and name not in fixed
    }
    drafts = draft_changes(now, groups, goes_on.values(), to, fresh, held)
    if not drafts:
        return []
    before = cluster.stability(now)
    after = cluster.stability(applied(now, drafts))
    shaped = shaped_by_hand(operations, register)
    texts = dict(zip(names, statements["text"], strict=True))
    clear = dict(zip(names, found.similarity, strict=True))
    return [
        Proposal(
            _identify(draft, found.names.get(draft.cluster, {})),
            draft.kind,
            draft.steps,
            found.names.get(draft.cluster, {}),
            _changes(draft, now, speakers, before, after),
            Counter(now[name] for name in draft.statements),
            {name: texts[name] for name in _clearest(draft.statements, clear)},
            _touched(draft, now, shaped),
        )
        for draft in drafts
    ]


@dataclass(frozen=True)
class _Clustering:
    """Statements, and how they are clustered or described."""

    statements: pd.DataFrame
    speakers: Mapping[str, Sequence[str]]
    vectors: Vectors
    thresholds: Thresholds
    seed: int

    def discover(self, labels: np.ndarray[Any, Any] | None = None) -> Discovery:
        from lcsynth.themes import discover
        from lcsynth.themes.named_rows import rows_of

        names = self.statements["statement_id"].tolist()
        return discover(
            self.statements["text"].tolist(),
            seed=self.seed,
            languages=self.statements["language"].tolist(),
            embeddings=rows_of(self.vectors, names),
            labels=labels,
            groups=[self.speakers[name][0] for name in names],
            cluster_from=self.thresholds.cluster_from,
        )

    def stability(self, themes: Mapping[str, str]) -> dict[str, float]:
        """Measure how stable given themes are, all by one measure."""
        import numpy as np

        places = {theme: place for place, theme in enumerate(sorted(set(themes.values()) - {""}))}
        if not places:
            return {}
        labels = np.array([places.get(themes[name], -1) for name in self.statements["statement_id"]])
        found = self.discover(labels).stability
        return {theme: found[place] for theme, place in places.items()}

    def is_enough(self, names: Iterable[str]) -> bool:
        people = {one for name in names for one in self.speakers[name]}
        return len(people) >= self.thresholds.theme_contributors


def _said_alike(now: Mapping[str, str], groups: Iterable[Sequence[str]]) -> set[str]:
    """Name the themes of nothing but the same words: a clustering that lacks them says nothing of them."""
    sizes = Counter(now.values())
    themes = [({now[name] for name in group}, len(group)) for group in groups]
    return {name for names, size in themes for name in names if len(names) == 1 and sizes[name] == size}


def _fresh(
    groups: Mapping[str, int],
    solid: Collection[int],
    fixed: Set[str],
    cluster: _Clustering,
    register: Register,
) -> dict[int, list[str]]:
    """Give the clusters that could be new themes, each with the statements that are free to go there."""
    free: dict[int, list[str]] = defaultdict(list)
    for name in sorted(groups.keys() - fixed):
        free[groups[name]].append(name)
    return {
        label: free[label]
        for label in sorted(solid)
        if cluster.is_enough(free[label]) and not rejected_before(free[label], register)
    }


def _changes(
    draft: Draft,
    now: Mapping[str, str],
    speakers: Mapping[str, Sequence[str]],
    before: Mapping[str, float],
    after: Mapping[str, float],
) -> tuple[Change, ...]:
    then = applied(now, [draft])
    first = draft.steps[0]
    about = [first.theme, first.to] if draft.kind != VANISHED else [now[first.statements[0]]]
    changes = []
    for theme in filter(None, about):
        name = made_theme(draft) if theme == MADE else theme
        sides = [[one for one, place in homes.items() if place == name] for homes in (now, then)]
        people = [len({who for one in side for who in speakers[one]}) for side in sides]
        stability = (before.get(name, float("nan")), after.get(name, float("nan")))
        changes.append(Change(theme, (len(sides[0]), len(sides[1])), (people[0], people[1]), stability))
    return tuple(changes)


def _clearest(names: Sequence[str], clear: Mapping[str, float]) -> list[str]:
    """Name the statements that are closest to the centre of their cluster; those in none come last."""
    ranked = sorted(names, key=lambda name: (-clear[name] if clear[name] == clear[name] else 2.0, name))
    return ranked[:_EXAMPLES]


def _touched(
    draft: Draft, now: Mapping[str, str], shaped: Mapping[str, Sequence[Operation]]
) -> tuple[Operation, ...]:
    themes = {now[name] for name in draft.statements} | {
        step.to for step in draft.steps if draft.kind == MERGE
    }
    found = {one.id: one for theme in sorted(themes) for one in shaped.get(theme, ())}
    return tuple(found.values())


def _identify(draft: Draft, labels: Mapping[str, str]) -> str:
    steps = [[step.operation, step.theme, step.to, sorted(step.statements)] for step in draft.steps]
    text = json.dumps([draft.kind, steps, sorted(labels.items())], ensure_ascii=False)
    return "P" + hashlib.sha256(text.encode()).hexdigest()[:6]
