"""What people change in the masking: every verb adds operations to the log, never the words themselves."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.material import read
from lcsynth.pipeline.privacy_review import Review, masked_values, review
from lcsynth.prepare.identifiers import MASK as MASK_PATTERN
from lcsynth.prepare.overrules import (
    KINDS,
    MOST_WORDS,
    AtPlace,
    Everywhere,
    Overrules,
    hash_words,
    normal_words,
)
from lcsynth.register import Operation, append, operation, read_log, replay
from lcsynth.register.overruling import MASK, UNMASK, arguments_of, overrules_in
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import only_writer, secret_key

if TYPE_CHECKING:
    from lcsynth.prepare.review import Reread

__all__ = ["Overruled", "Review", "mask", "masked_values", "review", "unmask"]

_ALL_IDS = "`lcsynth check --privacy` shows which are masked and which may be"


@dataclass(frozen=True)
class Overruled:
    """What came of masking or unmasking.

    Attributes
    ----------
    operations
        What was added to the log, one for each place.
    contributions
        The contributions that read otherwise from the next run on.
    themes
        Themes whose label holds the words that were masked: a label is not masked by itself.
    """

    operations: tuple[Operation, ...]
    contributions: tuple[str, ...]
    themes: tuple[str, ...] = ()


def mask(
    workspace: Workspace,
    words: str,
    *,
    contribution: str = "",
    kind: str = "persoon",
    coder: str,
    note: str = "",
) -> Overruled:
    """Mask words that were left readable, in one contribution or in every text, now and later.

    Parameters
    ----------
    words
        As they stand in the masked text.
    contribution
        The id of one contribution, in which they are masked wherever they stand; empty for every text, in any
        case.
    kind
        One of `lcsynth.prepare.overrules.KINDS`.
    coder, note
        Who does this, and why.

    Raises
    ------
    CallError
        When the words are not in the contribution or masked already, or the contribution or kind is unknown.
    DataError
        When a source cannot be read or the log cannot be written.
    """
    if kind not in KINDS:
        raise CallError(f"There is no kind '{kind}'", mend=nearest(kind, KINDS))
    _check_words(words)
    if MASK_PATTERN.fullmatch(words.strip()):
        raise CallError(f"{words.strip()} is a mask itself", expected="words that are still readable")
    with only_writer(workspace.lock):
        if contribution:
            session, found = _find(workspace, contribution)
            places = _readable_places(found, words)
            made = [AtPlace(session.id, contribution, *place, kind) for place in places]
            hidden = [words, *(found.raw[start:end] for start, end in places)]
            return _log(workspace, MASK, made, hidden, coder, note)
        return _log(workspace, MASK, [_everywhere(workspace, words, kind)], [words], coder, note)


def unmask(
    workspace: Workspace, words: str, *, contribution: str = "", coder: str, note: str = ""
) -> Overruled:
    """Make readable what was masked, in one contribution or in every text, now and later.

    Everywhere, a mask goes when all that it hides is among the words: "never mask Delta" does not make the
    first half of the name Delta Jansen readable.

    Parameters
    ----------
    words
        With a contribution a mask, such as "[persoon 1]", or what it hides; else what is never to be masked.
    contribution
        The id of one contribution; empty for every text.
    coder, note
        Who does this, and why.

    Raises
    ------
    CallError
        When nothing is masked like this in the contribution, or the contribution is unknown.
    DataError
        When a source cannot be read or the log cannot be written.
    """
    _check_words(words)
    is_mask = MASK_PATTERN.fullmatch(words.strip())
    if is_mask and not contribution:
        raise CallError(
            f"{words.strip()} hides something else in every contribution",
            mend="Say in which one it is to be readable with --in CONTRIBUTION",
        )
    with only_writer(workspace.lock):
        if contribution:
            session, found = _find(workspace, contribution)
            places = _masked_places(found, words.strip(), is_mask=bool(is_mask))
            made = [AtPlace(session.id, contribution, *place) for place in places]
            hidden = [found.raw[start:end] for start, end in places]
            return _log(workspace, UNMASK, made, hidden, coder, note)
        return _log(workspace, UNMASK, [_everywhere(workspace, words, "")], [words], coder, note)


def _check_words(words: str) -> None:
    count = len(normal_words(words))
    if not count or count > MOST_WORDS:
        raise CallError(
            f"'{words}' holds {count or 'no'} words", expected=f"from one to {MOST_WORDS} words or numbers"
        )


def _everywhere(workspace: Workspace, text: str, kind: str) -> Everywhere:
    words = normal_words(text)
    return Everywhere(hash_words(secret_key(workspace.key), words), len(words), kind)


def _find(workspace: Workspace, contribution: str) -> tuple[Session, Reread]:
    """Read the sources again until the contribution is found; its raw text is in no table."""
    overrules, ids = overrules_in(read_log(workspace.log)[0]), []
    for session in workspace.sessions:
        for one in _reread(workspace, session, overrules)[0]:
            if one.contribution_id == contribution:
                return session, one
            ids.append(one.contribution_id)
    close = difflib.get_close_matches(contribution, ids, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else _ALL_IDS
    raise CallError(f"There is no contribution '{contribution}'", mend=hint)


def _reread(workspace: Workspace, session: Session, *overrules: Overrules) -> list[list[Reread]]:
    """Read the sources of a session once, and mask its contributions with each of these overrules."""
    from lcsynth.prepare.review import reread

    readings = [read(workspace, session, path) for path in workspace.sources(session.id)]
    key, settings = secret_key(workspace.key), workspace.settings
    return [
        reread(readings, session_id=session.id, key=key, settings=settings, overrules=one)
        for one in overrules
    ]


def _readable_places(found: Reread, words: str) -> list[tuple[int, int]]:
    """Give the raw offsets of words of the masked text."""
    masked = found.masked
    places = [
        (masked.raw(start), masked.raw(end))
        for start, end in _occurrences(masked.text, words)
        if not any(one.start < edge < one.end for one in masked.masks for edge in (start, end))
    ]
    if not places:
        if _occurrences(found.raw, words):
            raise CallError(f"These words are masked in {found.contribution_id} already")
        raise CallError(
            f"These words are not in {found.contribution_id}",
            expected="words as they stand in its masked text",
            mend="`lcsynth export contributions` shows it",
        )
    return places


def _masked_places(found: Reread, words: str, *, is_mask: bool) -> list[tuple[int, int]]:
    """Give the raw offsets of what a mask hides, or of masks that hide these words."""
    spans = [(one.text, found.masked.raw(one.start), found.masked.raw(one.end)) for one in found.masked.masks]
    said = _occurrences(found.raw, words)
    places = [
        (start, end)
        for text, start, end in spans
        if (text == words if is_mask else any(first <= start and end <= last for first, last in said))
    ]
    if not places:
        there = ", ".join(sorted({text for text, *_ in spans}))
        raise CallError(
            f"Nothing in {found.contribution_id} is masked as '{words}'"
            if is_mask
            else f"These words are not masked in {found.contribution_id}",
            mend=f"Masked there: {there}" if there else "Nothing is masked there",
        )
    return places


def _occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Find words in a text, whole; in another case only when they are nowhere as they were typed."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    whole = rf"(?<!\w){pattern}(?!\w)"
    spans: list[tuple[int, int]] = []
    for flags in (0, re.IGNORECASE):
        spans = spans or [match.span() for match in re.finditer(whole, text, flags)]
    return spans


def _log(
    workspace: Workspace,
    name: str,
    made: Sequence[AtPlace | Everywhere],
    values: Sequence[str],
    coder: str,
    note: str,
) -> Overruled:
    """Add operations to the log, and tell what they change."""
    if any(_holds(note, value) for value in values):
        raise CallError(
            "The note holds the words that it is about",
            where="--note",
            mend="Say why without them: everybody who has the workspace reads the log",
        )
    operations, _ = read_log(workspace.log)
    key = secret_key(workspace.key)
    new = [operation(name, coder=coder, note=note, **arguments_of(one, key)) for one in made]
    changed = tuple(_changed(workspace, overrules_in(operations), overrules_in([*operations, *new]), made))
    done = append(workspace.log, new)
    themes = replay(operations).themes.values() if name == MASK else ()
    labelled = (
        one.id
        for one in themes
        if any(_holds(label, value) for value in values for label in (one.label_nl, one.label_en))
    )
    return Overruled(tuple(done), changed, tuple(labelled))


def _changed(
    workspace: Workspace, before: Overrules, after: Overrules, made: Sequence[AtPlace | Everywhere]
) -> Iterator[str]:
    """Tell which contributions are masked otherwise."""
    touched = {one.session for one in made if isinstance(one, AtPlace)}
    for session in workspace.sessions:
        if not touched or session.id in touched:
            for was, now in zip(*_reread(workspace, session, before, after), strict=True):
                if was.masked.text != now.masked.text:
                    yield was.contribution_id


def _holds(text: str, value: str) -> bool:
    """Tell whether the words of a value stand in a text, one after the other."""
    return f" {' '.join(normal_words(value))} " in f" {' '.join(normal_words(text))} "
