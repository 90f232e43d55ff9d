"""Measured on lines with invented names and identifiers; what to mask is marked ``{kind:value}``."""

import pytest

from tests.prepare.labelled import (
    HELD_OUT,
    IDENTIFIERS,
    KINDS,
    NAMES,
    SHIPPED,
    by_language,
    measure,
    read_lines,
    unmark,
)

LINES = read_lines(SHIPPED)


@pytest.fixture(scope="module")
def measured():
    return measure(LINES)


def told(measured):
    per_kind = {kind: measured.score({kind}) for kind in KINDS.values()}
    errors = "\n".join(f"{what}: {one.kind} «{one.text}» in {one.line}" for what, one in measured.errors())
    return f"{per_kind}\n{errors}"


def test_names_are_found_in_nine_of_ten_cases_and_rarely_elsewhere(measured):
    score = measured.score(NAMES)
    assert score.precision >= 0.90, told(measured)
    assert score.recall >= 0.90, told(measured)


def test_identifiers_are_found_nearly_always_and_little_else(measured):
    score = measured.score(IDENTIFIERS)
    assert score.precision >= 0.95, told(measured)
    assert score.recall >= 0.97, told(measured)


@pytest.mark.parametrize("kind", sorted(IDENTIFIERS))
def test_no_kind_of_identifier_hides_behind_the_others(measured, kind):
    score = measured.score({kind})
    assert score.marked >= 2
    assert score.precision >= 0.9, told(measured)
    assert score.recall >= 0.9, told(measured)


def test_on_lines_that_the_rules_were_not_made_with_most_is_found():
    measured = measure(read_lines(HELD_OUT))
    names, identifiers = measured.score(NAMES), measured.score(IDENTIFIERS)
    assert names.precision >= 0.90, told(measured)
    assert names.recall >= 0.80, told(measured)
    assert identifiers.precision >= 0.95, told(measured)
    assert identifiers.recall >= 0.97, told(measured)


def test_the_labelled_set_is_large_enough_to_say_something():
    assert len(LINES) >= 300
    assert sum(not unmark(line)[1] for line in LINES) >= 90
    assert all(len(by_language(LINES)[language]) >= 90 for language in ("nl", "en"))


def test_marks_are_read_where_they_stand():
    line, pieces = unmark("Bel {n:Jo de Wit} op {t:06-12345678}!")
    assert line == "Bel Jo de Wit op 06-12345678!"
    assert {(one.text, one.kind) for one in pieces} == {("Jo de Wit", "persoon"), ("06-12345678", "telefoon")}
