"""Contributions to statements: cut the raw text, mask it, tell its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lcsynth.prepare.content import has_content, normalise
from lcsynth.prepare.ids import ContentIds
from lcsynth.prepare.kept import Kept
from lcsynth.prepare.language import Judgement, Languages, majority
from lcsynth.prepare.mask import Mask, Masker
from lcsynth.prepare.sentences import split_statements


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: a slice of the masked text of its contribution."""

    statement_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A contribution with its masked text and its statements."""

    kept: Kept
    text: str
    statements: tuple[Statement, ...]
    masks: tuple[Mask, ...]


def cut(kept: Kept, masker: Masker) -> Cut:
    """Cut one contribution into statements and mask it; ids come from the raw text."""
    raw = kept.raw.text
    spans = split_statements(raw)
    masked = masker.mask(raw, (offset for span in spans for offset in span))
    ids = ContentIds("s")
    statements = []
    for start, end in spans:
        first, last = masked.offset(start), masked.offset(end)
        statement_id = ids.give(kept.contribution_id, raw[start:end])
        statements.append(Statement(statement_id, first, last, masked.text[first:last]))
    return Cut(kept, masked.text, tuple(statements), masked.masks)


def judge_languages(cuts: Sequence[Cut], languages: Languages) -> list[tuple[str, list[str]]]:
    """Tell the language of each contribution and of its statements.

    A statement of one or two words leans on its contribution, a short contribution on the session.
    """
    alone = [languages.judge(one.text) for one in cuts]
    session = majority(alone)
    judged = []
    for one, whole in zip(cuts, alone, strict=True):
        own = whole.language if whole.words >= 3 else languages.judge(one.text, session).language
        judged.append((own, [_language(one, text.text, whole, own, languages) for text in one.statements]))
    return judged


def _language(one: Cut, text: str, whole: Judgement, own: str, languages: Languages) -> str:
    # A single statement is the contribution itself.
    if len(one.statements) == 1 or whole.words < 3:
        return own
    return languages.judge(text, own).language


def statement_rows(cuts: Sequence[Cut], judged: Sequence[tuple[str, list[str]]]) -> list[tuple[object, ...]]:
    """Give the rows of the table of statements in order of id, each with the first of its equals."""
    rows = sorted(
        (
            text.statement_id,
            one.kept.contribution_id,
            one.kept.raw.session_id,
            text.start,
            text.end,
            text.text,
            language,
            # What somebody struck out in the paper is the authors' text, not theirs.
            one.kept.raw.kind != "deletion",
        )
        for one, (_, languages) in zip(cuts, judged, strict=True)
        for text, language in zip(one.statements, languages, strict=True)
    )
    first: dict[str, str] = {}
    return [
        (
            *row[:-1],
            "" if (same := first.setdefault(normalise(row[5]) or row[5], row[0])) == row[0] else same,
            row[-1] and has_content(row[5]),
        )
        for row in rows
    ]
