"""Which decision holds at each place, now that themes were merged since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lcsynth.register import Register
from lcsynth.register.deciding import Decision


class Spot(NamedTuple):
    """A theme, as it is called now, at a place in a version; ``anchor`` is empty for a whole section."""

    theme: str
    version: str
    section: str
    anchor: str


@dataclass(frozen=True)
class Held:
    """What was decided on a theme and on those that were merged into it, at one place.

    Attributes
    ----------
    decision
        The one that holds; None where merged themes were decided on differently and nobody decided since.
    others
        Those of merged themes that say something else and were made by who could not know the one that holds.
    """

    decision: Decision | None
    others: tuple[Decision, ...] = ()


def held(register: Register) -> Mapping[Spot, Held]:
    """Find the decision that holds at every place.

    The last one on a theme holds. That on a theme that was merged follows it; where the theme it was merged
    into has a decision of its own, or another merged theme has a different one, the own one holds, or none.
    """
    last: dict[Spot, dict[str, Decision]] = defaultdict(dict)
    for one in register.decisions:
        last[Spot(register.resolve(one.theme), *one.place)][one.theme] = one
    return {spot: _held(spot.theme, found) for spot, found in last.items()}


def _held(theme: str, found: Mapping[str, Decision]) -> Held:
    own = found.get(theme)
    latest = max(found.values(), key=lambda one: one.time)
    if own is latest:
        return Held(own)
    alike = {(one.decision, one.in_version) for one in found.values()}
    if len(alike) == 1:
        return Held(own or latest)
    return Held(own, tuple(one for one in found.values() if one is not own))
