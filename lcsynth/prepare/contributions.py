"""Which contributions count, in an order that does not depend on the order of rows or files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lcsynth.ingest.cells import clean, excerpt, unstorable
from lcsynth.ingest.contribution import RawContribution, Reading, Refusal
from lcsynth.prepare.ids import ContentIds
from lcsynth.prepare.kept import Kept, Repeat
from lcsynth.prepare.near import FEWEST_WORDS, originals, words_of
from lcsynth.prepare.people import Pseudonyms
from lcsynth.prepare.replies import with_replies_and_votes

_FEWEST_WORDS = (
    FEWEST_WORDS - 1
)  # one person answering one question twice repeats more likely than two people


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
    two contributions. An answer that differs from another of the same contributor in no more than a
    typing error or a word is a near duplicate (see `near`); the fuller one stays.
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
    kept: list[tuple[int, Kept]] = []
    repeats = []
    for place, one in ordered:
        person = pseudonyms.person(one)
        answer = (*_about(one, person), one.text) if person else ()
        if answer in said:
            repeats.append((place, Repeat(said[answer], pseudonyms.give(one), "same", one)))
            continue
        given = ids.give(session_id, one.question, one.text)
        if person:
            said[answer] = given
        kept.append((place, Kept(given, pseudonyms.give(one), one)))
    fuller = _fuller(kept, pseudonyms)
    repeats = [
        (place, replace(one, original=fuller.get(one.original, one.original))) for place, one in repeats
    ] + [
        (place, Repeat(fuller[one.contribution_id], one.contributor, "near", one.raw))
        for place, one in kept
        if one.contribution_id in fuller
    ]
    left = (one for _, one in kept if one.contribution_id not in fuller)
    return sorted(left, key=lambda one: one.contribution_id), repeats


def _about(one: RawContribution, person: str) -> tuple[str, ...]:
    # The same words about another passage, or in answer to somebody else, say something else.
    return (person, one.question, one.anchor, one.source if one.parent else "", one.parent)


def _fuller(kept: Iterable[tuple[int, Kept]], pseudonyms: Pseudonyms) -> dict[str, str]:
    """Name for each contribution that its contributor gave again, nearly equal, the fullest of these.

    The ids were given before, so that a near copy changes no id of another. Of equally long texts the
    first by id stays. Short chat lines said twice are two lines.
    """
    people = Counter(pseudonyms.person(one.raw) for _, one in kept)
    own = [
        (one.contribution_id, one.raw.text, (*_about(one.raw, person), one.raw.kind))
        for _, one in kept
        if (person := pseudonyms.person(one.raw)) and people[person] > 1
    ]
    several = Counter(about for _, _, about in own)
    again = [
        (name, text, about)
        for name, text, about in own
        if several[about] > 1 and (about[-1] != "message" or len(words_of(text)) >= FEWEST_WORDS)
    ]
    again.sort(key=lambda item: (-len(words_of(item[1])), -len(item[1]), item[0]))
    places = originals([text for _, text, _ in again], [about for _, _, about in again], fewest=_FEWEST_WORDS)
    return {again[place][0]: again[original][0] for place, original in enumerate(places) if place != original}
