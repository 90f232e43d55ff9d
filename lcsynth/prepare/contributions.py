"""Which contributions count, in an order that does not depend on the order of rows or files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lcsynth.ingest.cells import clean, excerpt, unstorable
from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
from lcsynth.prepare.ids import ContentIds
from lcsynth.prepare.kept import Kept, Repeat
from lcsynth.prepare.people import Pseudonyms
from lcsynth.prepare.replies import with_replies_and_votes


@dataclass(frozen=True)
class Sorted:
    """All entries of a session by what becomes of them, with the place of their reading."""

    kept: tuple[Kept, ...]
    refusals: tuple[tuple[int, Refusal], ...]
    repeats: tuple[tuple[int, Repeat], ...]
    empty: Counter[int]
    pseudonyms: Pseudonyms


def sort_out(readings: Sequence[Reading], session_id: str, key: bytes) -> Sorted:
    """Part contributions from duplicates and from what cannot be stored, and give them their ids.

    The same contributor giving the same answer to the same question again is a duplicate; the
    first stays, and the duplicate names it. Two people, or two anonymous rows, that say the same are
    two contributions.
    """
    refusals = [(place, refusal) for place, one in enumerate(readings) for refusal in one.refusals]
    empty = Counter({place: one.empty for place, one in enumerate(readings)})
    sound: list[tuple[int, RawContribution]] = []
    for place, reading in enumerate(readings):
        for one in reading.contributions:
            if reason := unstorable(one.text):
                refusals.append((place, Refusal(one.source, one.locator, reason, excerpt(one.text), one.row)))
            elif not clean(one.text):
                empty[place] += 1
            else:
                sound.append((place, one))
    closed = [(reading.source, row) for reading in readings for row in reading.closed]
    pseudonyms = Pseudonyms([one for _, one in sound], closed, session_id, key)
    ordered = sorted(sound, key=lambda item: _order(item[1], pseudonyms.who(item[1])))
    kept, repeats = _without_repeats(ordered, pseudonyms, session_id)
    kept = with_replies_and_votes(kept, repeats, readings, pseudonyms)
    return Sorted(tuple(kept), tuple(refusals), tuple(repeats), empty, pseudonyms)


def _order(one: RawContribution, who: str) -> tuple[object, ...]:
    # The source and the locator come last: they only decide between entries alike in all else.
    return (
        one.question, one.text, who, one.said_at, one.identity, one.audience, one.organisation_type,
        one.section_hint, one.anchor, one.kind, " ".join(one.names), one.support, one.opposition, one.parent,
        one.source, one.locator,
    )  # fmt: skip


def _without_repeats(
    ordered: Iterable[tuple[int, RawContribution]], pseudonyms: Pseudonyms, session_id: str
) -> tuple[list[Kept], list[tuple[int, Repeat]]]:
    ids = ContentIds("c")
    said: dict[tuple[str, ...], str] = {}
    kept, repeats = [], []
    for place, one in ordered:
        person = pseudonyms.person(one)
        # The same words about another passage, or in answer to somebody else, say something else.
        answer = (person, one.question, one.anchor, one.source if one.parent else "", one.parent, one.text)
        if person and answer in said:
            repeats.append((place, Repeat(said[answer], pseudonyms.give(one), "same", one)))
            continue
        given = ids.give(session_id, one.question, one.text)
        said[answer] = given
        kept.append(Kept(given, pseudonyms.give(one), one))
    kept.sort(key=lambda item: item.contribution_id)
    return kept, repeats
