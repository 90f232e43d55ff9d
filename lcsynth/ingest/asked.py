"""A column that tells which question a row answers, as in a list of questions with their answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lcsynth.ingest.content import is_question
from lcsynth.ingest.table import Merged, Table
from lcsynth.ingest.vocabulary import normal

_CALLED = {"vraag", "de vraag", "gestelde vraag", "vraagstelling", "question", "question text", "prompt"}


def question_column(
    table: Table, candidates: Collection[int], answers: Collection[int], people: Collection[int]
) -> int | None:
    """Find the column with questions; none when every column holds what people said.

    Its cells are merged over rows in which different things were said, or it is called "Vraag" and the same
    questions come back.

    Parameters
    ----------
    candidates
        The positions of the columns that may be it.
    answers
        The positions of the columns with answers; there must be one that is not the column with questions.
    people
        The positions of the columns that tell who somebody is. A cell that spans the same rows as theirs
        is what one person said.
    """
    theirs = {(one.first, one.last) for one in table.merged if one.column in people}
    for index in candidates:
        others = [one for one in answers if one != index]
        if others and not is_question(table.header[index]) and _asks(table, index, others, theirs):
            return index
    return None


def _asks(table: Table, index: int, others: Sequence[int], theirs: Collection[tuple[int, int]]) -> bool:
    filled = [value.strip() for value in table.column(index) if value.strip()]
    if normal(table.header[index]) in _CALLED and 2 * len(set(filled)) <= len(filled):
        return True
    spans = [one for one in table.merged if one.column == index and (one.first, one.last) not in theirs]
    rows = {row.number: row.cells for row in table.rows if not row.fault}
    over = sum(any(_differ(one, rows, other) for other in others) for one in spans)
    return bool(filled) and 2 * over >= len(filled)


def _differ(span: Merged, rows: dict[int, Sequence[str]], other: int) -> bool:
    """Tell whether rows that a cell spans have answers of their own, so that the cell is none itself."""
    said = [rows[number][other].strip() for number in range(span.first, span.last + 1) if number in rows]
    return len(said) > 1 and sum(map(bool, said)) > 1
