"""What a reader gives: contributions as they were received, refusals, and the account of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class RawContribution:
    """One thing one contributor said in one place, unmasked: never stored, only handed to prepare.

    ``identity`` is the contributor's raw e-mail address, name or number, empty for somebody
    anonymous; ``names`` are their own names, so that these can be masked in everybody's text. ``row`` is
    where the entry stands ("row 12"), for when the id in ``locator`` tells who somebody is. ``kind`` is one
    of `lcsynth.schema.KINDS`, ``anchor`` the words of the paper that it is about (in a draft with the place
    behind them, see `draft_places`), ``parent`` the locator of the entry in the same source that it replies
    to; ``support`` and ``opposition`` are votes that the source itself counted (votes of people it names are
    in `Reading.votes`).
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
    kind: str = "answer"
    anchor: str = ""
    parent: str = ""
    support: int = 0
    opposition: int = 0


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


class Vote(NamedTuple):
    """A reaction of one person to the entry at ``locator``: a heart in a chat, a like on a board."""

    locator: str
    identity: str
    against: bool = False


class ClosedAnswers(NamedTuple):
    """What one person chose in the closed questions of a survey: question → answer."""

    locator: str
    identity: str
    answers: Mapping[str, str]
    row: str = ""


@dataclass(frozen=True)
class Reading:
    """Everything one source holds: ``read == len(contributions) + len(refusals) + empty``, always.

    ``rows`` counts what the source is made of (rows under a heading, cues, messages, comments), ``read``
    the entries in it that somebody could have said something in (rows × open questions, turns of a
    transcript), ``reactions`` the rows that only agree, disagree or take that back. ``columns`` tells
    which role each column was given, ``unmapped`` which answers in the columns of the audience and the
    organisation type have no place in the settings, by role. ``paper_versions`` are the versions of the paper
    that the source itself names, as a draft does.
    """

    source: str
    format: str
    rows: int
    read: int
    empty: int
    contributions: tuple[RawContribution, ...]
    refusals: tuple[Refusal, ...]
    columns: dict[str, str]
    reactions: int = 0
    votes: tuple[Vote, ...] = ()
    closed: tuple[ClosedAnswers, ...] = ()
    unmapped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paper_versions: frozenset[str] = frozenset()
