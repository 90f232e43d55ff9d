"""Who answered whom, and how many people agreed: locators and votes become ids and counts."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import chain

from lcsynth.ingest.contribution import Reading
from lcsynth.prepare.kept import Kept, Repeat
from lcsynth.prepare.people import Pseudonyms


def with_replies_and_votes(
    kept: Sequence[Kept],
    repeats: Sequence[tuple[int, Repeat]],
    readings: Sequence[Reading],
    pseudonyms: Pseudonyms,
) -> list[Kept]:
    """Give every contribution the id of the one it replies to, and the people who agreed with it.

    Nobody counts twice on one side of one contribution, and nobody's vote for their own counts. A reply
    to something that is no contribution keeps no parent.
    """
    if not any(reading.votes for reading in readings) and not any(
        one.raw.parent or one.raw.support or one.raw.opposition for one in kept
    ):
        return list(kept)
    ids = {
        (raw.source, raw.locator): name
        for name, raw in chain(
            ((one.contribution_id, one.raw) for one in kept),
            ((one.original, one.raw) for _, one in repeats),
        )
    }
    voters: dict[tuple[str, bool], set[str]] = {}
    for reading in readings:
        for number, vote in enumerate(reading.votes):
            if (name := ids.get((reading.source, vote.locator))) is not None:
                who = pseudonyms.of(vote.identity) or f"{reading.source} {number}"
                voters.setdefault((name, vote.against), set()).add(who)
    return [
        dataclasses.replace(
            one,
            parent=ids.get((one.raw.source, one.raw.parent), "") if one.raw.parent else "",
            support=one.raw.support + _others(one, voters.get((one.contribution_id, False), ())),
            opposition=one.raw.opposition + _others(one, voters.get((one.contribution_id, True), ())),
        )
        for one in kept
    ]


def _others(one: Kept, voters: set[str] | tuple[()]) -> int:
    return sum(who != one.contributor for who in voters)
