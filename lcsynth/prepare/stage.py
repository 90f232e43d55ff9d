"""The stage: readings in, tables out; every entry read is in one of them or in the count of empties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.errors import DataError
from lcsynth.ingest.collecting import collecting_paused
from lcsynth.ingest.contribution import Reading
from lcsynth.prepare.contributions import Sorted, sort_out
from lcsynth.prepare.cutting import Masking, cut_all, helpers
from lcsynth.prepare.language import Languages
from lcsynth.prepare.overrules import NO_OVERRULES, Overrules
from lcsynth.prepare.safe import Safe
from lcsynth.prepare.statements import Cut, judge_languages, statement_rows
from lcsynth.prepare.words import Words
from lcsynth.schema import columns, conform

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.workspace import Settings


@dataclass(frozen=True)
class Prepared:
    """The tables of one session (see `lcsynth.schema`)."""

    contributions: pd.DataFrame
    statements: pd.DataFrame
    quarantine: pd.DataFrame
    ledger: pd.DataFrame
    duplicates: pd.DataFrame
    attributes: pd.DataFrame
    masks: pd.DataFrame


@collecting_paused()
def prepare(
    readings: Sequence[Reading],
    *,
    session_id: str,
    key: bytes,
    settings: Settings,
    overrules: Overrules = NO_OVERRULES,
) -> Prepared:
    """Make the contributions and statements of a session, masked, with an account of every entry.

    Parameters
    ----------
    readings
        What the readers gave, one for each source.
    session_id
        The session.
    key
        The secret of the workspace from which pseudonyms are made.
    settings
        Settings of the workspace: the organisations that are never masked.
    overrules
        What people want masked or readable, whatever is found.

    Returns
    -------
    Prepared
        Tables sorted by id. Per source: read = contributions + duplicates + quarantined + empty.

    Raises
    ------
    DataError
        If an entry is not accounted for.
    """
    words = Words()
    masking = masking_of(readings, settings, overrules, key)
    masker = masking.masker(words)
    languages = Languages(words)
    with helpers(masking, sum(len(one.contributions) for one in readings)) as helping:
        entries = sort_out(readings, session_id, key)
        cuts = cut_all(entries.kept, masking, masker, languages, helping)
    judged = judge_languages(cuts, languages)
    safe = Safe(masker)
    sources = safe.sources(_sources(readings))
    return Prepared(
        contributions=_table(
            "contributions", _contributions(cuts, [language for language, _ in judged], safe, sources)
        ),
        statements=_table("statements", statement_rows(cuts, judged)),
        quarantine=_table("quarantine", _quarantine(entries, session_id, safe, sources)),
        ledger=_table("ledger", _ledger(readings, entries, session_id, sources)),
        duplicates=_table("duplicates", _duplicates(entries, safe, sources)),
        attributes=_table("attributes", _attributes(readings, entries, session_id, safe, sources)),
        masks=_table("masks", _masks(cuts)),
    )


def masking_of(readings: Sequence[Reading], settings: Settings, overrules: Overrules, key: bytes) -> Masking:
    """Give what masks the texts of a session; it knows the names of who took part."""
    own = {name for one in readings for said in one.contributions for name in said.names}
    return Masking(tuple(sorted(own)), settings.organisations, overrules, key)


def _sources(readings: Iterable[Reading]) -> Iterator[str]:
    for one in readings:
        yield one.source
        yield from {said.source for said in one.contributions} | {refused.source for refused in one.refusals}


def _table(name: str, rows: Iterable[Sequence[object]]) -> pd.DataFrame:
    import pandas as pd

    # Column by column: a frame made of 100,000 tuples takes twice the time and memory.
    data = list(zip(*rows, strict=True)) or [()] * len(columns(name))
    return conform(pd.DataFrame(dict(zip(columns(name), map(list, data), strict=True))), name)


def _contributions(
    cuts: Sequence[Cut], languages: Sequence[str], safe: Safe, sources: Mapping[str, str]
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for one, language in zip(cuts, languages, strict=True):
        raw = one.kept.raw
        rows.append(
            (
                one.kept.contribution_id, raw.session_id, sources[raw.source], safe.locator(raw),
                one.kept.contributor, safe.text(raw.audience), safe.text(raw.organisation_type),
                safe.text(raw.question), raw.section_hint, one.pieces.text, language, raw.said_at, raw.kind,
                safe.text(raw.anchor), one.kept.parent, one.kept.support, one.kept.opposition,
            )
        )  # fmt: skip
    return rows


def _quarantine(
    entries: Sorted, session_id: str, safe: Safe, sources: Mapping[str, str]
) -> list[tuple[str, ...]]:
    return sorted(
        (
            session_id, sources[one.source], safe.locator(one), safe.text(one.reason),
            safe.excerpt(one.excerpt),
        )
        for _, one in entries.refusals
    )  # fmt: skip


def _duplicates(entries: Sorted, safe: Safe, sources: Mapping[str, str]) -> list[tuple[str, ...]]:
    said = {one.contribution_id: one.raw.text for one in entries.kept} if entries.repeats else {}
    return sorted(
        (
            one.raw.session_id, sources[one.raw.source], safe.locator(one.raw), one.contributor,
            one.original, one.how, safe.excerpt(one.raw.text, one.original, said[one.original]),
        )
        for _, one in entries.repeats
    )  # fmt: skip


def _attributes(
    readings: Sequence[Reading],
    entries: Sorted,
    session_id: str,
    safe: Safe,
    sources: Mapping[str, str],
) -> list[tuple[str, ...]]:
    return sorted(
        (
            session_id, sources[reading.source], safe.locator(row),
            entries.pseudonyms.of_row(reading.source, row), safe.text(question), safe.text(answer),
        )
        for reading in readings
        for row in reading.closed
        for question, answer in row.answers.items()
    )  # fmt: skip


def _masks(cuts: Sequence[Cut]) -> list[tuple[object, ...]]:
    return [
        (
            one.kept.contribution_id,
            one.kept.raw.session_id,
            mask.start,
            mask.end,
            mask.kind,
            mask.text,
            mask.how,
        )
        for one in cuts
        for mask in one.pieces.masks
    ]


def _ledger(
    readings: Sequence[Reading], entries: Sorted, session_id: str, sources: Mapping[str, str]
) -> list[tuple[object, ...]]:
    contributions = [0] * len(readings)
    quarantined = Counter(place for place, _ in entries.refusals)
    duplicates = Counter(place for place, _ in entries.repeats)
    rows: list[tuple[object, ...]] = []
    for place, one in enumerate(readings):
        contributions[place] = one.read - duplicates[place] - quarantined[place] - entries.empty[place]
        rows.append(
            (
                session_id, sources[one.source], one.format, one.rows, one.read, contributions[place],
                duplicates[place], quarantined[place], entries.empty[place], one.reactions,
            )
        )  # fmt: skip
    if sum(contributions) != len(entries.kept):
        raise DataError(
            f"{sum(contributions)} contributions are expected and {len(entries.kept)} are there",
            where=f"session {session_id}",
            mend="Report this",
        )
    return sorted(rows)
