"""What a reader gives: contributions as they were received, refusals, and the account of both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawContribution:
    """One thing one contributor said in one place, unmasked: never stored, only handed to prepare.

    ``identity`` is the contributor's raw e-mail address, name or number, empty for somebody
    anonymous; ``names`` are their own names, so that these can be masked in everybody's text. ``row`` is
    where the entry stands ("row 12"), for when the id in ``locator`` tells who somebody is.
    """

    session_id: str
    source: str
    locator: str
    identity: str
    names: tuple[str, ...]
    audience: str
    organisation_type: str
    question: str
    section_hint: str
    text: str
    said_at: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One entry that could not be read; the excerpt is raw and masked in prepare.

    ``reason`` is one of `lcsynth.ingest.reasons.REASONS`; ``row`` as with a contribution.
    """

    source: str
    locator: str
    reason: str
    excerpt: str
    row: str = ""


@dataclass(frozen=True)
class Reading:
    """Everything one source holds: ``read == len(contributions) + len(refusals) + empty``, always.

    ``rows`` counts the rows under the heading, ``read`` the entries in them (rows × open questions);
    ``columns`` tells which role each column was given.
    """

    source: str
    format: str
    rows: int
    read: int
    empty: int
    contributions: tuple[RawContribution, ...]
    refusals: tuple[Refusal, ...]
    columns: dict[str, str]
