"""Which contributions count, in an order that does not depend on the order of rows or files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lcsynth.ingest.cells import clean, excerpt, unstorable
from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
from lcsynth.prepare.ids import ContentIds
from lcsynth.prepare.people import Pseudonyms


@dataclass(frozen=True, slots=True)
class Kept:
    """A contribution that counts, with its id and the pseudonym of its contributor."""

    contribution_id: str
    contributor: str
    raw: RawContribution


@dataclass(frozen=True)
class Sorted:
    """All entries of a session by what becomes of them; duplicates and empties per reading."""

    kept: tuple[Kept, ...]
    refusals: tuple[tuple[int, Refusal], ...]
    duplicates: Counter[int]
    empty: Counter[int]


def sort_out(readings: Sequence[Reading], session_id: str, key: bytes) -> Sorted:
    """Part contributions from duplicates and from what cannot be stored, and give them their ids.

    The same contributor giving the same answer to the same question again is a duplicate; the
    earliest stays. Two people, or two anonymous rows, that say the same are two contributions.
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
    pseudonyms = Pseudonyms([one for _, one in sound], session_id, key)
    ordered = sorted(sound, key=lambda item: _order(item[1], pseudonyms.who(item[1])))
    kept, duplicates = _without_repeats(ordered, pseudonyms, session_id)
    return Sorted(tuple(kept), tuple(refusals), duplicates, empty)


def _order(one: RawContribution, who: str) -> tuple[str, ...]:
    # The source and the locator come last: they only decide between entries alike in all else.
    return (
        one.question, one.text, who, one.said_at, one.identity, one.audience, one.organisation_type,
        one.section_hint, " ".join(one.names), one.source, one.locator,
    )  # fmt: skip


def _without_repeats(
    ordered: Iterable[tuple[int, RawContribution]], pseudonyms: Pseudonyms, session_id: str
) -> tuple[list[Kept], Counter[int]]:
    ids = ContentIds("c")
    said: set[tuple[str, str, str]] = set()
    kept, duplicates = [], Counter[int]()
    for place, one in ordered:
        person = pseudonyms.person(one)
        answer = (person, one.question, one.text)
        if person and answer in said:
            duplicates[place] += 1
            continue
        said.add(answer)
        kept.append(Kept(ids.give(session_id, one.question, one.text), pseudonyms.give(one), one))
    kept.sort(key=lambda item: item.contribution_id)
    return kept, duplicates
