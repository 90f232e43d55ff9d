"""Contributions to statements: cut the raw text, mask it, tell its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lcsynth.prepare.content import has_content
from lcsynth.prepare.ids import ContentIds
from lcsynth.prepare.kept import Kept
from lcsynth.prepare.language import ENOUGH_WORDS, Judgement, Languages, majority
from lcsynth.prepare.mask import Mask, Masked, Masker
from lcsynth.prepare.near import originals
from lcsynth.prepare.sentences import split_statements


class Statement(NamedTuple):
    """One statement: a slice of the masked text of its contribution."""

    statement_id: str
    start: int
    end: int
    text: str


class Pieces(NamedTuple):
    """What a text becomes: masked, in statements, with the place of each mask and the languages.

    ``alone`` is the judgement of the whole text, ``each`` that of every statement, without what is around it.
    """

    text: str
    statements: tuple[Statement, ...]
    masks: tuple[Mask, ...]
    alone: Judgement
    each: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A contribution and what becomes of it."""

    kept: Kept
    pieces: Pieces


def cut(contribution_id: str, raw: str, masker: Masker, languages: Languages) -> Pieces:
    """Cut the text of one contribution into statements and mask it; ids come from the raw text."""
    spans, masked = mask_statements(contribution_id, raw, masker)
    ids = ContentIds("s")
    statements = []
    for start, end in spans:
        first, last = masked.offset(start), masked.offset(end)
        statement_id = ids.give(contribution_id, raw[start:end])
        statements.append(Statement(statement_id, first, last, masked.text[first:last]))
    alone = languages.judge(masked.text)
    # A single statement is the contribution itself.
    each = tuple(languages.judge(one.text) for one in statements) if len(statements) > 1 else (alone,)
    return Pieces(masked.text, tuple(statements), masked.masks, alone, each)


def mask_statements(contribution_id: str, raw: str, masker: Masker) -> tuple[list[tuple[int, int]], Masked]:
    """Give the raw offsets of the statements of a contribution, and its text masked with each as a slice."""
    spans = split_statements(raw)
    cuts = (offset for span in spans for offset in span)
    return spans, masker.mask(raw, cuts, contribution_id)


def judge_languages(cuts: Sequence[Cut], languages: Languages) -> list[tuple[str, list[str]]]:
    """Tell the language of each contribution and of its statements.

    A statement of one or two words leans on its contribution, a short contribution on the session.
    """
    session = majority(one.pieces.alone for one in cuts)
    judged = []
    for text, statements, _, alone, each in (one.pieces for one in cuts):
        if alone.words < ENOUGH_WORDS:
            own = languages.judge(text, session).language
            judged.append((own, [own] * len(statements)))
            continue
        own = alone.language
        judged.append(
            (
                own,
                [
                    (one if one.words >= ENOUGH_WORDS else languages.judge(statement.text, own)).language
                    for statement, one in zip(statements, each, strict=True)
                ],
            )
        )
    return judged


def statement_rows(cuts: Sequence[Cut], judged: Sequence[tuple[str, list[str]]]) -> list[tuple[object, ...]]:
    """Give the rows of the table of statements in order of id, each with the first of its copies."""
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
        for text, language in zip(one.pieces.statements, languages, strict=True)
    )
    # Only what counts alike can be one another's copy: neither another language nor a deletion.
    places = originals([row[5] for row in rows], [row[6:] for row in rows])
    return [
        (*row[:-1], "" if original == place else rows[original][0], row[-1] and has_content(row[5]))
        for place, (row, original) in enumerate(zip(rows, places, strict=True))
    ]
